import { z } from 'zod';
import type { RuleId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { CHARTER_BOUNDS } from '../charter-bounds.ts';
import type { Condition, Fact, RuleDraft } from './rule.ts';
import { VOCABULARY } from './vocabulary.ts';

/** Deeper or larger than any rule that people could still read and vote on. */
const MAX_DEPTH = 6;
const MAX_NODES = 50;
const MAX_FIXTURES = 20;
/** No charter may allow more (charter-bounds.ts). */
const [, MAX_HOLD_HOURS] = CHARTER_BOUNDS.maxHoldHours;

/**
 * Reads a rule that somebody sent, as JSON or from a form. The refusal's sentence names the place and what is wrong.
 *
 * @param maxHoldHours the charter's longest hold
 */
export function parseRuleDraft(
  input: unknown,
  { maxHoldHours }: { readonly maxHoldHours: number },
): Result<RuleDraft, 'bad-rule'> {
  const when = typeof input === 'object' && input !== null && 'when' in input ? input.when : undefined;
  // Measured before it is read, so that a rule made to be deep is not followed down.
  if (!isReadable(when)) {
    return refused(
      'bad-rule',
      `The rule’s condition may be at most ${MAX_DEPTH} levels deep and have ${MAX_NODES} parts.`,
    );
  }
  const parsed = ruleDraft.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.length ? `“${issue.path.join('.')}”` : 'the rule';
    return refused('bad-rule', `Something is wrong with ${place}: ${issue?.message ?? 'it cannot be read'}.`);
  }
  if (parsed.data.effects.some((effect) => effect.do !== 'label' && effect.hours > maxHoldHours)) {
    return refused('bad-rule', `The charter lets a rule hold a post for at most ${maxHoldHours} hours.`);
  }
  return accepted(parsed.data as unknown as RuleDraft);
}

/** Text without control characters, well-formed: it ends in the record and on pages. Lines end in a line feed. */
export const plainText = (least: number, most: number) =>
  z
    .string('it is to be text')
    .overwrite((text) => text.replace(/\r\n?/g, '\n').trim())
    .min(least, least === 1 ? 'it may not be empty' : `it needs at least ${least} characters`)
    .max(most, `it may have at most ${most} characters`)
    .refine((text) => text.isWellFormed(), 'it holds characters that are none')
    .refine((text) => !/[^\P{Cc}\n\t]|\p{Bidi_Control}/u.test(text), 'it holds control characters');

const FACTS = Object.keys(VOCABULARY) as [Fact, ...Fact[]];
const NUMBER_FACTS = FACTS.filter((fact) => VOCABULARY[fact].type === 'number') as [Fact, ...Fact[]];
const amount = z
  .number('it is to be a number')
  .finite()
  .min(0, 'it may not be below 0')
  .max(1_000_000, 'it is too large');
const comparison = z.tuple([z.enum(NUMBER_FACTS, 'only an amount can be compared'), amount]).readonly();

const equality = z
  .tuple([z.enum(FACTS, 'there is no such fact'), z.union([z.string().max(40), amount, z.boolean()])])
  .readonly()
  .refine(([fact, value]) => isPossible(fact, value), 'this fact never has that value');

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(condition).min(1) }),
      z.strictObject({ any: z.array(condition).min(1) }),
      z.strictObject({ not: condition }),
      z.strictObject({ eq: equality }),
      z.strictObject({ gt: comparison }),
      z.strictObject({ gte: comparison }),
      z.strictObject({ lt: comparison }),
      z.strictObject({ lte: comparison }),
      z.strictObject({ human: plainText(1, 120) }),
    ],
    'it is no condition that this rule language knows',
  ),
);

const facts = z.strictObject(
  Object.fromEntries(FACTS.map((fact) => [fact, valueSchema(fact).optional()])),
  'an example may name known facts only',
);

const hours = z
  .int('it is to be a whole number')
  .min(1, 'it is at least 1 hour')
  .max(MAX_HOLD_HOURS, `it is at most ${MAX_HOLD_HOURS} hours`);
const label = plainText(1, 40).refine((text) => !/[<>\n\t]/.test(text), 'a label is one line of plain text');
const effect = z.discriminatedUnion(
  'do',
  [
    z.strictObject({ do: z.literal('hold'), hours }),
    z.strictObject({ do: z.literal('label'), label }),
    z.strictObject({ do: z.literal('limit'), posts: z.int().min(1, 'it is at least 1 post').max(1000), hours }),
  ],
  'a rule may hold, label or limit',
);
const ruleDraft = z
  .strictObject({
    title: plainText(3, 120),
    text: z.record(
      z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language is named like “en” or “pt-BR”'),
      plainText(1, 4000),
    ),
    authoritative: z.string(),
    when: condition,
    effects: z.array(effect).max(5, 'a rule has at most 5 effects'),
    overrides: z
      .array(
        z
          .string()
          .regex(/^R-[1-9]\d{0,5}$/, 'a rule is named like “R-1”')
          .transform((id) => id as RuleId),
      )
      .max(20)
      .default([]),
    fixtures: z
      .strictObject({ match: z.array(facts).max(MAX_FIXTURES), noMatch: z.array(facts).max(MAX_FIXTURES) })
      .default({ match: [], noMatch: [] }),
  })
  .refine((rule) => Object.hasOwn(rule.text, rule.authoritative), {
    path: ['authoritative'],
    message: 'the rule has no words in the language that is to count',
  })
  .refine((rule) => rule.effects.length === 0 || (rule.fixtures.match.length > 0 && rule.fixtures.noMatch.length > 0), {
    path: ['fixtures'],
    message: 'give at least one example that the rule catches and one that it leaves alone',
  });

function valueSchema(fact: Fact) {
  const meaning = VOCABULARY[fact];
  if (meaning.type === 'number') return amount;
  return meaning.type === 'boolean' ? z.boolean() : z.enum(meaning.values as [string, ...string[]]);
}

function isPossible(fact: Fact, value: string | number | boolean): boolean {
  return valueSchema(fact).safeParse(value).success;
}

function isReadable(when: unknown): boolean {
  let nodes = 0;
  const level: { readonly value: unknown; readonly depth: number }[] = [{ value: when, depth: 1 }];
  for (let next = level.pop(); next !== undefined; next = level.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    nodes += 1;
    if (depth > MAX_DEPTH || nodes > MAX_NODES) return false;
    for (const part of partsOf(value)) level.push({ value: part, depth: depth + 1 });
  }
  return true;
}

/** The conditions inside a condition; the pair of a comparison is no level of its own. */
function partsOf(value: object): readonly unknown[] {
  return Object.values(value).flatMap((part: unknown) =>
    Array.isArray(part) ? part.filter((element) => typeof element === 'object') : [part],
  );
}
