import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digest, personIri, postIri, ruleId } from '../../../../server/community/ids.ts';
import { inEnglish } from '../../../../server/community/said.ts';
import { initialState } from '../../../../server/governance/apply.ts';
import { addHours } from '../../../../server/governance/dates.ts';
import { areCoherent } from '../../../../server/governance/rules/candidates.ts';
import { conflicts } from '../../../../server/governance/rules/conflicts.ts';
import { enforcementOf } from '../../../../server/governance/rules/effects.ts';
import { enforce } from '../../../../server/governance/rules/enforce.ts';
import { evaluate } from '../../../../server/governance/rules/evaluate.ts';
import { exampleFacts, findExample } from '../../../../server/governance/rules/examples.ts';
import { humanDays, humanMax, readMeasure } from '../../../../server/governance/rules/human.ts';
import { isInForce } from '../../../../server/governance/rules/in-force.ts';
import { prevailing } from '../../../../server/governance/rules/precedence.ts';
import type { Condition, Rule, RuleDraft } from '../../../../server/governance/rules/rule.ts';
import { parseRuleDraft } from '../../../../server/governance/rules/schema.ts';
import { factsWords, ruleWords } from '../../../../server/governance/rules/words.ts';
import { anyCondition, anyDraft, anyFacts } from '../../../support/rule-arbitraries.ts';
import { GUILD, LINK_RULE } from '../village.ts';

const START = new Date('2026-01-01T00:00:00.000Z');
const LATE = new Date('2030-01-01T00:00:00.000Z');
const EMPTY = initialState(GUILD);

/** Versions of rules one after the other: each draft is in force for a day, or the last of its rule until late. */
function inForce(drafts: readonly (readonly RuleDraft[])[]): Rule[][] {
  return drafts.map((versions, number) =>
    versions.map((draft, index) => ({
      ...draft,
      id: ruleId(number + 1),
      version: index + 1,
      adoptedBy: 'P-1' as never,
      activeFrom: addHours(START, 24 * index),
      sunsetAt: LATE,
      ...(index < versions.length - 1 ? { activeTo: addHours(START, 24 * (index + 1)) } : {}),
    })),
  );
}
const stateWith = (rules: readonly (readonly Rule[])[]) => ({
  ...EMPTY,
  rules: new Map(rules.map((versions) => [versions[0]?.id ?? ruleId(0), versions])),
});
const someRules = fc
  .array(fc.array(anyDraft, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map(inForce);
const act = fc.record({ hour: fc.integer({ min: -5, max: 80 }), again: fc.option(fc.nat(100)), posts: fc.nat(9) });

describe('a condition of the whole language', () => {
  it('always comes to an answer, in words too, whatever it is asked', () => {
    fc.assert(
      fc.property(anyCondition, anyFacts, (when, facts) => {
        expect([true, false, 'unknown']).toContain(evaluate(when, facts));
        expect(inEnglish(factsWords(when, facts))).toMatch(/^[A-Z].*\.$/su);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.anything(), anyFacts, (junk, facts) => {
        expect([true, false, 'unknown']).toContain(evaluate(junk as Condition, facts));
      }),
    );
  });

  it('never takes back what it knew when more becomes known', () => {
    let decided = 0;
    fc.assert(
      fc.property(anyCondition, anyFacts, anyFacts, (when, known, more) => {
        const before = evaluate(when, known);
        if (before === 'unknown') return;
        decided += 1;
        expect(evaluate(when, { ...more, ...known })).toBe(before);
      }),
      { numRuns: 10_000 },
    );
    expect(decided).toBeGreaterThan(2000);
  });

  it('is found an example of, both ways, that can be true of one post', () => {
    let caught = 0;
    fc.assert(
      fc.property(anyCondition, (when) => {
        const found = findExample(when, 'caught');
        const left = findExample(when, 'left-alone');
        if (found !== null) caught += 1;
        expect(found === null || (evaluate(when, found) === true && areCoherent(found))).toBe(true);
        expect(left === null || (evaluate(when, left) !== true && areCoherent(left))).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(caught).toBeGreaterThan(1000);
  });

  it('hides no post from the search: where one is caught, an example is found', () => {
    fc.assert(
      fc.property(anyCondition, anyFacts, (when, facts) => {
        if (evaluate(when, facts) === true && areCoherent(facts)) expect(findExample(when, 'caught')).not.toBeNull();
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('rules at work', () => {
  it('P4 and P10: do something only under a version in force at the act, only to the post, and for 72 hours at most', () => {
    let done = 0;
    fc.assert(
      fc.property(someRules, anyFacts, act, (rules, facts, { hour, again, posts }) => {
        const actAt = addHours(START, hour);
        const since = again === null ? undefined : addHours(actAt, again);
        const found = enforce({
          state: stateWith(rules),
          facts,
          actAt,
          ...(since === undefined ? {} : { again: since }),
          post: postIri('https://south.example/1'),
          author: personIri('https://south.example/dave'),
          evidence: digest('0'.repeat(64)),
          countIn: new Map(Array.from({ length: 73 }, (_, span) => [span, posts])),
        });
        expect(found.filter(({ kind }) => kind === 'post-held').length).toBeLessThanOrEqual(1);
        for (const event of found) {
          done += 1;
          const { cited, effect } = event.statement;
          const version = rules.flat().find((one) => one.id === cited.rule && one.version === cited.version);
          if (version === undefined) throw new Error('it cites a rule that there is not');
          expect(isInForce(version, actAt)).toBe(true);
          expect(evaluate(version.when, facts)).toBe(true);
          if (version.autoWhen !== undefined) expect(evaluate(version.autoWhen, facts)).toBe(true);
          expect(['hold', 'hide', 'label', 'limit']).toContain(effect.do);
          expect(effect.do === 'hide').toBe(event.kind === 'post-held' && again !== null);
          if (event.kind === 'post-held') expect(event.until <= addHours(since ?? actAt, 72)).toBe(true);
          expect(event).toEqual(enforcementOf(event.statement));
        }
      }),
      { numRuns: 10_000 },
    );
    expect(done).toBeGreaterThan(1000);
  });

  it('do no more than each version since the act would do', () => {
    let milder = 0;
    fc.assert(
      fc.property(anyDraft, anyDraft, anyFacts, (before, after, facts) => {
        const [versions = []] = inForce([[before, after]]);
        const asked = {
          facts,
          actAt: addHours(START, 1),
          post: postIri('https://south.example/1'),
          author: personIri('https://south.example/dave'),
          evidence: digest('0'.repeat(64)),
          countIn: new Map<number, number>(),
          again: addHours(START, 30),
        };
        const hours = (rules: readonly Rule[]) =>
          enforce({ state: stateWith([rules]), ...asked }).map(({ statement: { effect } }) =>
            effect.do === 'hide' ? effect.hours : 0,
          );
        const alone = hours(inForce([[before]])[0] ?? []);
        const both = hours(versions);
        const most = Math.max(0, ...after.effects.map((effect) => (effect.do === 'hide' ? effect.hours : 0)));
        for (const given of both) expect(given <= most && given <= Math.max(0, ...alone)).toBe(true);
        if (Math.max(0, ...both) < Math.max(0, ...alone)) milder += 1;
      }),
      { numRuns: 3000 },
    );
    expect(milder).toBeGreaterThan(15);
  });

  it('let nobody be sanctioned by two that contradict each other, and never more than one of a pair', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray([1, 2, 3, 4]), { minLength: 4, maxLength: 4 }), (overriding) => {
        const [rules = []] = [
          overriding.map((others, at) => ({ ...LINK_RULE, id: ruleId(at + 1), overrides: others.map(ruleId) })),
        ];
        const left = prevailing(rules, { suspensions: new Map() });
        for (const one of left)
          for (const other of left) {
            if (one.id !== other.id) expect(one.overrides.includes(other.id)).toBe(false);
          }
        for (const one of rules)
          for (const other of rules) {
            if (one.id === other.id || !one.overrides.includes(other.id) || !other.overrides.includes(one.id)) continue;
            expect(left).not.toContain(one);
          }
      }),
    );
  });
});

describe('a draft', () => {
  it('that is taken can be said, tried and written again; nothing it lets people do goes beyond the ladder', () => {
    let taken = 0;
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const fixtures = exampleFacts(draft.when);
        const parsed = parseRuleDraft({ ...draft, fixtures }, { maxHoldHours: 72 });
        if (!parsed.ok) return;
        taken += 1;
        expect(parseRuleDraft(JSON.parse(JSON.stringify(parsed.value)), { maxHoldHours: 72 })).toEqual(parsed);
        expect(inEnglish(ruleWords(parsed.value))).toMatch(/^Posts .+\.$/);
        expect(conflicts({ draft: parsed.value, peers: [] })).toEqual([]);
        expect(parsed.value.kind === 'conduct' || humanMax(parsed.value) <= 2).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(40);
  });

  it('names what people may do at most, and for how long', () => {
    expect(readMeasure('mute:7d')).toEqual({ level: 3, days: 7 });
    expect(['mute:8d', 'mute', 'suspend:31d', 'suspend:0d', 'ban', 'removal:3d', ''].map(readMeasure)).toEqual(
      Array(7).fill(null),
    );
    expect([humanMax({}), humanDays({})]).toEqual([2, null]);
    expect([humanMax({ human: { max: 'suspend:30d' } }), humanDays({ human: { max: 'suspend:30d' } })]).toEqual([
      4, 30,
    ]);
  });
});
