import fc from 'fast-check';
import type {
  ACT_TYPES,
  AutoEffect,
  Condition,
  Fact,
  Facts,
  HumanMeasure,
  RuleDraft,
} from '../../server/governance/rules/rule.ts';
import { VOCABULARY } from '../../server/governance/rules/vocabulary.ts';

const FACTS = Object.keys(VOCABULARY) as Fact[];
const WORDS = ['jobs', 'offers', 'tea'] as const;
const LANGUAGES = ['en', 'de', 'ku'] as const;

/** Any value that a fact can have. */
function valueFor(fact: Fact): fc.Arbitrary<NonNullable<Facts[Fact]>> {
  const meaning = VOCABULARY[fact];
  switch (meaning.type) {
    case 'number':
      return fc.nat(40);
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...meaning.values) as fc.Arbitrary<(typeof ACT_TYPES)[number]>;
    case 'word':
      return fc.constantFrom(...LANGUAGES);
    case 'list':
      return fc.subarray([...WORDS]);
  }
}

/** What may be known of a post: any of the facts, or none. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(FACTS.map((fact) => [fact, valueFor(fact)])),
  {
    requiredKeys: [],
  },
) as fc.Arbitrary<Facts>;

const comparison: fc.Arbitrary<Condition> = fc.constantFrom(...FACTS).chain((fact) => {
  const { type } = VOCABULARY[fact];
  if (type === 'list') return fc.constantFrom(...WORDS).map((word) => ({ has: [fact, word] }) as Condition);
  if (type !== 'number') return valueFor(fact).map((value) => ({ eq: [fact, value] }) as Condition);
  return fc
    .tuple(fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte'), fc.nat(40))
    .map(([sign, bound]) => ({ [sign]: [fact, bound] }) as unknown as Condition);
});

/** Any condition of the language. */
export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: comparison },
    fc.constant<Condition>({ human: 'Is it a sales pitch?' }),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
})).condition;

const hours = fc.integer({ min: 1, max: 72 });
export const anyEffect: fc.Arbitrary<AutoEffect> = fc.oneof(
  hours.map((count) => ({ do: 'hold', hours: count }) as const),
  hours.map((count) => ({ do: 'hide', hours: count }) as const),
  fc.constantFrom('Advert', 'Long').map((label) => ({ do: 'label', label }) as const),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), hours)
    .map(([posts, count]) => ({ do: 'limit', posts, hours: count }) as const),
);
const measure = fc.constantFrom<HumanMeasure>('education', 'warning', 'hide', 'mute:3d', 'suspend:30d', 'removal');

/** Any rule, whether or not it could be adopted. */
export const anyDraft: fc.Arbitrary<RuleDraft> = fc
  .tuple(
    anyCondition,
    fc.array(anyEffect, { maxLength: 3 }),
    fc.record(
      {
        autoWhen: anyCondition,
        kind: fc.constantFrom('content', 'conduct'),
        existing: fc.constant('hide'),
        family: fc.constantFrom('adverts', 'noise'),
        human: measure.map((max) => ({ max })),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([when, effects, { existing, ...more }]) => ({
    title: 'A rule',
    text: { en: 'In words.' },
    authoritative: 'en',
    when,
    effects,
    overrides: [],
    fixtures: { match: [{}], noMatch: [{}] },
    ...more,
    ...(existing !== undefined && effects.some(({ do: what }) => what === 'hold' || what === 'hide')
      ? { existing }
      : {}),
  })) as fc.Arbitrary<RuleDraft>;
