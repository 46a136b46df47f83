import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseId, type PersonIri } from '../../../server/community/ids.ts';
import type { Level } from '../../../server/governance/cases/ladder.ts';
import { levelsUpTo, maxLevelOf } from '../../../server/governance/cases/ladder.ts';
import { judgedBy } from '../../../server/governance/cases/open.ts';
import { isInterimAppealed } from '../../../server/governance/cases/verdict.ts';
import { due } from '../../../server/governance/due.ts';
import { versionAt } from '../../../server/governance/rules/in-force.ts';
import { decodeState, encodeState, stateHash } from '../../../server/governance/state-text.ts';
import { decodeEntry, encodeEntry } from '../../../server/record/encoding.ts';
import { runs } from '../../support/runs.ts';
import { CaseVillage, ruleWith } from './case-village.ts';
import { alice, bob, carol, dave, mallory } from './village.ts';

type Step = (village: CaseVillage) => void;

const RUNS = runs(150);

const level = fc.integer({ min: 0, max: 5 }).map((one) => one as Level);
const PEOPLE = [alice, bob, carol, dave, mallory] as const;
const person = fc.constantFrom(...PEOPLE);
const id = fc.integer({ min: 1, max: 3 }).map(caseId);
const days = fc.constantFrom(0.5, 1, 3, 7, 15, 31, 91);
const options = [
  'dismiss',
  'level-0',
  'level-1',
  'level-2',
  'level-3',
  'level-4',
  'level-5',
  'overturn',
  'modify',
  'uphold',
];

/** What people, juries and time do in cases; what is refused simply does not happen. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(person, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: -40, max: 0 }))
      .map(
        ([who, act, reports, ago]): Step =>
          (village) => {
            // A post has one author: nobody else is judged for it.
            const done = village.act(act + 3 * PEOPLE.indexOf(who), new Date(village.now.getTime() + ago * 86_400_000));
            village.report(who, done, { reports, law: act === 3 ? 'a law' : undefined });
          },
      ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(person, id, fc.option(level), fc.boolean(), fc.boolean()).map(
      ([by, about, wanted, interim, isReporter]): Step =>
        (village) => {
          village.moderate(by, about, { level: wanted, ...(interim ? { interim } : {}) }, isReporter);
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(person, id).map(
      ([by, about]): Step =>
        (village) =>
          void village.confirm(by, about),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(person, id, level).map(
      ([by, about, max]): Step =>
        (village) =>
          void village.callJury(by, about, max),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(id, fc.constantFrom(...options)).map(
      ([about, option]): Step =>
        (village) =>
          village.verdict(about, option),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(id, fc.constantFrom('overturn', 'uphold')).map(
      ([about, option]): Step =>
        (village) => {
          const found = village.state.cases.get(about);
          if (found && isInterimAppealed(village.state, found))
            village.verdict(about, option, { kind: 'interim', case: about });
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(person, id).map(
      ([by, about]): Step =>
        (village) =>
          void village.demand(by, about),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(person, id).map(
      ([by, about]): Step =>
        (village) =>
          void village.appeal(by, about),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(level, fc.constantFrom(1, 2)).map(
      ([max]): Step =>
        (village) =>
          amend(village, max),
    ),
  },
  {
    weight: 1,
    arbitrary: person.map(
      (by): Step =>
        (village) =>
          void village.join(by),
    ),
  },
  { weight: 1, arbitrary: fc.boolean().map((): Step => (village) => void village.post(mallory, { 'post.links': 9 })) },
  {
    weight: 3,
    arbitrary: days.map(
      (count): Step =>
        (village) =>
          village.pass(count),
    ),
  },
);

function amend(village: CaseVillage, max: Level): void {
  const version = (village.state.rules.get('R-1' as never)?.length ?? 0) + 1;
  village.pass(0.01);
  village.adoptAtOnce(ruleWith(max, village.now, version));
}

/** What must be true of every state that any history leads to. */
function expectLawful(village: CaseVillage): void {
  const { state, now } = village;
  for (const one of state.cases.values()) {
    for (const act of one.acts) {
      // P4: by a version in force at the time of the act, however the rule was changed afterwards.
      expect(versionAt(state.rules, one.cited.rule, act.actAt)?.version).toBe(one.cited.version);
    }
    // P11: an overdue appeal leaves nothing in effect, unless the law is at stake.
    if (one.phase.state === 'appealed' && one.law === undefined && (one.appeal?.verdictBy ?? now) <= now) {
      expect(state.sanctions.get(one.sanction as never)?.state).not.toBe('active');
    }
  }
  for (const { until, state: stands, case: about, level: imposed } of state.sanctions.values()) {
    // P7: what has an end is over then.
    if (stands === 'active' && until !== undefined) expect(until > now).toBe(true);
    // P5: no more than the rule allows, nor than whoever decided may.
    const found = state.cases.get(about);
    expect(imposed).toBeLessThanOrEqual(mostAllowed(village, found?.cited.version ?? 0));
  }
  // Juries are not called here: their verdicts are among the steps.
  expect(due(state, now).filter(({ step }) => step !== 'call-jury')).toEqual([]);
}

const mostAllowed = ({ state }: CaseVillage, version: number): number => {
  const rule = state.rules.get('R-1' as never)?.find((one) => one.version === version);
  return rule === undefined ? -1 : maxLevelOf(rule);
};

const isAccountTouched = (before: CaseVillage['state'], after: CaseVillage['state']): boolean =>
  before.sanctions !== after.sanctions && before.sanctions.size !== after.sanctions.size;

describe('cases, whatever people do', () => {
  it('keep P4, P5, P7 and P11, and survive being written down', () => {
    fc.assert(
      fc.property(level, fc.array(step, { minLength: 5, maxLength: 40 }), (max, steps) => {
        const village = CaseVillage.with(max, [alice, bob, carol]);
        for (const act of steps) {
          act(village);
          expectLawful(village);
        }
        for (const entry of village.entries) expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
        expect(stateHash(decodeState(encodeState(village.state)))).toBe(stateHash(village.state));
      }),
      { numRuns: RUNS },
    );
  });

  it('no program touches an account: every sanction has people behind it (P10)', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const village = CaseVillage.with(5, [alice, bob, carol]);
        for (const act of steps) {
          const [before, written] = [village.state, village.entries.length];
          act(village);
          const added = village.entries.slice(written).map(({ event }) => event);
          if (isAccountTouched(before, village.state))
            expect(added.some(({ kind }) => kind === 'sanction-imposed')).toBe(true);
          for (const event of added) {
            if (event.kind !== 'sanction-imposed') continue;
            const { decidedBy, automation } = event.decision;
            expect(automation.decision).toBe(false);
            if (decidedBy.by === 'moderators') {
              expect(decidedBy.members.length).toBeGreaterThan(0);
              expect(decidedBy.members).not.toContain(event.respondent);
              expect(event.decision.level).toBeLessThanOrEqual(powerOf(decidedBy.members, event.interim === true));
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('overturning undoes everything a sanction did, whenever it happens (P8)', () => {
    const path = fc.record({
      level,
      before: days,
      stays: fc.boolean(),
      interim: fc.boolean(),
    });
    fc.assert(
      fc.property(path, ({ level: imposed, before, stays, interim }) => {
        const village = CaseVillage.with(5);
        const untouched = village.effects();
        village.report(mallory, village.act(1));
        if (interim) {
          village.moderate(alice, caseId(1), { level: 4, interim: true });
          village.confirm(carol, caseId(1));
        }
        village.callJury(alice, caseId(1), 5);
        village.verdict(caseId(1), `level-${imposed}`);
        if (imposed >= 2) expect(village.effects()).not.toEqual(untouched);
        village.pass(Math.min(before, 29));
        expect(village.appeal(mallory, caseId(1))).toBe('accepted');
        if (stays) village.pass(20);
        village.verdict(caseId(1), 'overturn');
        expect(village.effects()).toEqual(untouched);
        expect(village.sanction(caseId(1))?.state).toBe('overturned');
      }),
      { numRuns: 2 * RUNS },
    );
  });

  it('what a jury may choose is what the rule allows, the mildest first', () => {
    fc.assert(
      fc.property(level, level, (max, asked) => {
        const village = CaseVillage.with(max);
        village.report(mallory, village.act(1));
        const called = village.callJury(alice, caseId(1), asked);
        expect(called).toBe(asked > max ? 'too-severe' : 'accepted');
        village.verdict(caseId(1), `level-${max}`);
        const decided = village.case(caseId(1)).decision?.level;
        if (called === 'accepted') expect(levelsUpTo(asked)).toContain(decided);
        expect(judgedBy(village.state, village.case(caseId(1)), village.now).max).toBe(max);
      }),
      { numRuns: 100 },
    );
  });
});

const powerOf = (members: readonly PersonIri[], interim: boolean): number => (members.length < 2 ? 2 : interim ? 4 : 3);
