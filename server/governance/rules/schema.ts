import { z } from 'zod';
import type { RuleId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { CHARTER_BOUNDS } from '../charter-bounds.ts';
import { clause, clauseOf } from '../clauses.ts';
import { MISLEADING } from '../plain-words.ts';
import { DEFAULT_MEASURE, readMeasure } from './human.ts';
import type { Condition, Fact, RuleDraft, Value } from './rule.ts';
import { LATER_FACTS, VOCABULARY } from './vocabulary.ts';
import { factsIn } from './words.ts';

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
  const { when, autoWhen } = (typeof input === 'object' && input !== null ? input : {}) as Partial<RuleDraft>;
  // Measured before they are read, so that a rule made to be deep is not followed down.
  if (!isReadable(when) || !isReadable(autoWhen)) {
    return refused(
      'bad-rule',
      said`The rule’s condition may be at most ${MAX_DEPTH} levels deep and have ${MAX_NODES} parts.`,
    );
  }
  const parsed = ruleDraft.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const wrong = clauseOf(issue);
    return refused(
      'bad-rule',
      issue?.path.length
        ? said`Something is wrong with “${issue.path.join('.')}”: ${wrong}.`
        : said`Something is wrong with the rule: ${wrong}.`,
    );
  }
  if (parsed.data.effects.some((effect) => effect.do !== 'label' && effect.hours > maxHoldHours)) {
    return refused(
      'bad-rule',
      maxHoldHours === 1
        ? said`The charter lets a rule hold a post for at most ${maxHoldHours} hour.`
        : said`The charter lets a rule hold a post for at most ${maxHoldHours} hours.`,
    );
  }
  return accepted(parsed.data as unknown as RuleDraft);
}

/** Text without control characters, well-formed: it ends in the record and on pages. Lines end in a line feed. */
export const plainText = (least: number, most: number) =>
  z
    .string(clause(said`it is to be text`))
    .overwrite((text) => text.replace(/\r\n?/g, '\n').trim())
    .min(least, least === 1 ? clause(said`it may not be empty`) : clause(said`it needs at least ${least} characters`))
    .max(most, clause(said`it may have at most ${most} characters`))
    .refine((text) => text.isWellFormed(), clause(said`it holds characters that are none`))
    .refine((text) => !MISLEADING.test(text), clause(said`it holds control characters`));

const FACTS = Object.keys(VOCABULARY) as [Fact, ...Fact[]];
const NUMBER_FACTS = FACTS.filter((fact) => VOCABULARY[fact].type === 'number') as [Fact, ...Fact[]];
const LIST_FACTS = FACTS.filter((fact) => VOCABULARY[fact].type === 'list') as [Fact, ...Fact[]];
const MAX_WORDS = 30;
const amount = z
  .number(clause(said`it is to be a number`))
  .finite()
  .min(0, clause(said`it may not be below 0`))
  .max(1_000_000, clause(said`it is too large`));
const comparison = z.tuple([z.enum(NUMBER_FACTS, clause(said`only an amount can be compared`)), amount]).readonly();

const equality = z
  .tuple([z.enum(FACTS, clause(said`there is no such fact`)), z.union([z.string().max(40), amount, z.boolean()])])
  .readonly()
  .refine(([fact, value]) => isPossible(fact, value), clause(said`this fact never has that value`));

const listed = z
  .tuple([z.enum(LIST_FACTS, clause(said`only a list can have something`)), z.string().max(50)])
  .readonly()
  .refine(([fact, word]) => matches(fact, word), clause(said`this list never has that word`));

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
      z.strictObject({ has: listed }),
      z.strictObject({ human: plainText(1, 120) }),
    ],
    clause(said`it is no condition that this rule language knows`),
  ),
);

const facts = z.strictObject(
  Object.fromEntries(FACTS.map((fact) => [fact, valueSchema(fact).optional()])),
  clause(said`an example may name known facts only`),
);

const hours = z
  .int(clause(said`it is to be a whole number`))
  .min(1, clause(said`it is at least 1 hour`))
  .max(MAX_HOLD_HOURS, clause(said`it is at most ${MAX_HOLD_HOURS} hours`));
const label = plainText(1, 40).refine(
  (text) => !/[<>\n\t]/.test(text),
  clause(said`a label is one line of plain text`),
);
const effect = z.discriminatedUnion(
  'do',
  [
    z.strictObject({ do: z.literal('hold'), hours }),
    z.strictObject({ do: z.literal('hide'), hours }),
    z.strictObject({ do: z.literal('label'), label }),
    z.strictObject({
      do: z.literal('limit'),
      posts: z.int().min(1, clause(said`it is at least 1 post`)).max(1000),
      hours,
    }),
  ],
  clause(said`a rule may hold, hide, label or limit`),
);
const measure = z
  .string()
  .refine(
    (text) => readMeasure(text) !== null,
    clause(
      said`it is “education”, “warning”, “hide”, “mute:7d” (at most 7 days), “suspend:30d” (at most 30 days) or “removal”`,
    ),
  );
const ruleDraft = z
  .strictObject({
    title: plainText(3, 120),
    text: z.record(
      z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, clause(said`a language is named like “en” or “pt-BR”`)),
      plainText(1, 4000),
    ),
    authoritative: z.string(),
    when: condition,
    autoWhen: condition.optional(),
    kind: z.enum(['content', 'conduct'], clause(said`a rule is about “content” or “conduct”`)).optional(),
    scope: z
      .enum(['community', 'instance'], clause(said`a rule is for the “community” or the whole “instance”`))
      .optional(),
    family: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,39}$/, clause(said`a family is named in small letters, like “advertising”`))
      .optional(),
    human: z.strictObject({ max: measure }).optional(),
    existing: z.enum(['hide'], clause(said`what exists already can only be hidden: “hide”`)).optional(),
    effects: z.array(effect).max(5, clause(said`a rule has at most 5 effects`)),
    overrides: z
      .array(
        z
          .string()
          .regex(
            /^R-[1-9]\d{0,5}$/,
            clause(said`a rule is named like “R-1”; those of the whole server (“I-1”) cannot be overridden`),
          )
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
    message: clause(said`the rule has no words in the language that is to count`),
  })
  .refine((rule) => rule.effects.length === 0 || (rule.fixtures.match.length > 0 && rule.fixtures.noMatch.length > 0), {
    path: ['fixtures'],
    message: clause(said`give at least one example that the rule catches and one that it leaves alone`),
  })
  .refine((rule) => rule.effects.every(({ do: what }) => what !== 'hide') || asksLater(rule), {
    path: ['effects'],
    message: clause(
      said`hiding is for posts that were reported: ask for reports in “autoWhen”, or hold posts when they arrive`,
    ),
  })
  .refine((rule) => rule.effects.every(({ do: what }) => what !== 'hold' && what !== 'limit') || !asksLater(rule), {
    path: ['effects'],
    message: clause(said`nobody has reported a post when it arrives: to act on reports, choose “hide” or “label”`),
  })
  .refine(
    (rule) => rule.existing === undefined || rule.effects.some(({ do: what }) => what === 'hold' || what === 'hide'),
    {
      path: ['existing'],
      message: clause(said`only a rule that holds or hides new posts can hide those that exist already`),
    },
  )
  .refine((rule) => rule.kind === 'conduct' || (readMeasure(rule.human?.max ?? DEFAULT_MEASURE)?.level ?? 0) <= 2, {
    path: ['human'],
    message: clause(
      said`what is done to somebody needs a rule about “conduct”; about “content” people go no further than hiding`,
    ),
  });

/** Whether a rule waits for what is not settled when a post arrives. */
export function asksLater({
  when,
  autoWhen,
}: {
  readonly when: Condition;
  readonly autoWhen?: Condition | undefined;
}): boolean {
  return [when, ...(autoWhen === undefined ? [] : [autoWhen])].flatMap(factsIn).some((fact) => LATER_FACTS.has(fact));
}

function valueSchema(fact: Fact) {
  const meaning = VOCABULARY[fact];
  switch (meaning.type) {
    case 'number':
      return amount;
    case 'boolean':
      return z.boolean();
    case 'choice':
      return z.enum(meaning.values as [string, ...string[]]);
    case 'word':
      return z.string().regex(meaning.pattern);
    case 'list':
      return z.array(z.string().regex(meaning.pattern)).max(MAX_WORDS);
  }
}

function isPossible(fact: Fact, value: Value): boolean {
  return valueSchema(fact).safeParse(value).success;
}

function matches(fact: Fact, word: string): boolean {
  const meaning = VOCABULARY[fact];
  return meaning.type === 'list' && meaning.pattern.test(word) && word === word.toLowerCase();
}

/** Whether a condition is shallow and small enough to be followed down; also what is none at all. */
export function isReadable(when: unknown): boolean {
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
