import { describe, expect, it } from '@jest/globals';
import { digest, postIri, type RuleId, ruleId } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import {
  announceExisting,
  comingExisting,
  type ExistingPost,
  endOfReach,
  existingKey,
  existingOf,
  hiddenUnder,
  hideExisting,
  hidesExisting,
  reachingBack,
  showExisting,
} from '../../../../server/governance/rules/existing.ts';
import type { Facts, Rule } from '../../../../server/governance/rules/rule.ts';
import { type ExistingPass, pairKey } from '../../../../server/governance/rules/state.ts';
import type { CommunityState } from '../../../../server/governance/state.ts';
import { hashOf } from '../../../../server/record/canonical.ts';
import { bob, codeOf, LINK_RULE, Village } from '../village.ts';

const { state: guild, now } = Village.of(bob);
const [R1, R2] = [ruleId(1), ruleId(2)];
const momentBefore = (at: Date): Date => new Date(at.getTime() - 1);
const SUNSET = addDays(now, 365);

const rule = (more: Partial<Rule> = {}): Rule => ({
  ...{ ...LINK_RULE, when: { gt: ['post.links', 2] }, existing: 'hide', id: R1, version: 1, adoptedBy: 'P-1' as never },
  ...{ activeFrom: now, sunsetAt: SUNSET },
  ...more,
});
const { existing: _, ...NEW_ONLY } = rule();
const ruled = (rules: readonly Rule[], more: Partial<CommunityState> = {}): CommunityState => ({
  ...guild,
  rules: Map.groupBy(rules, ({ id }) => id),
  ...more,
});
const pass = (stage: ExistingPass['stage'], more: Partial<ExistingPass> = {}) => ({
  existing: new Map([
    ['R-1 v1', { rule: R1, version: 1, stage, announced: 2, hidden: 0, hideAt: addDays(now, 7), at: now, ...more }],
  ]),
});
const iri = (number: number) => postIri(`https://north.example/old/${number}`);
const post = (number: number, facts: Facts = { 'post.links': 3 }): ExistingPost => ({
  ...{ post: iri(number), author: bob, evidence: digest(hashOf(number)), actAt: addDays(now, -1), facts },
});
const held = (number: number, of: RuleId = R1, version = 1) =>
  [iri(number), { cited: { rule: of, version }, until: SUNSET, existing: digest('1') }] as const;

describe('a version reaches back', () => {
  it('while it is in force and says so, to the moment', () => {
    const at = (time: Date, one = rule(), version = 1) => reachingBack(ruled([one]), R1, version, time) !== null;
    expect([at(momentBefore(now)), at(now), at(momentBefore(SUNSET)), at(SUNSET)]).toEqual([false, true, true, false]);
    expect(at(now, NEW_ONLY)).toBe(false);
    expect(at(now, rule(), 2)).toBe(false);
    expect(reachingBack(guild, R1, 1, now)).toBeNull();
  });

  it('beyond its end where the next one follows at once and asks the same of the same posts', () => {
    const end = addDays(now, 10);
    const [first, later] = [rule({ activeTo: end }), addDays(SUNSET, 10)];
    const next = (more: Partial<Rule>) => rule({ version: 2, activeFrom: end, sunsetAt: later, ...more });
    const until = (...rules: readonly Rule[]) => endOfReach(ruled([first, ...rules]), first);
    expect(until()).toEqual(end);
    expect(until(next({ title: 'Other words' }))).toEqual(later);
    expect(until(next({ activeFrom: addDays(end, 1) }))).toEqual(end);
    expect(until(next({ when: { gt: ['post.links', 1] } }))).toEqual(end);
    expect(until(next({ autoWhen: { gte: ['reports.count', 1] } }))).toEqual(end);
    expect(until({ ...NEW_ONLY, version: 2, activeFrom: end, sunsetAt: later })).toEqual(end);
    expect(until(next({ version: 3 }))).toEqual(end);
    const third = next({ version: 3, activeFrom: later, sunsetAt: addDays(later, 9) });
    expect(until(next({}), third)).toEqual(addDays(later, 9));
  });

  it('until a contradiction with another rule is found; of one before it nothing follows', () => {
    const suspended = (since: Date, rules: readonly [RuleId, RuleId] = [R1, R2]) =>
      endOfReach(ruled([rule()], { suspensions: new Map([[pairKey(rules), { rules, since, example: {} }]]) }), rule());
    expect(suspended(addDays(now, 3))).toEqual(addDays(now, 3));
    expect(suspended(now)).toEqual(now);
    expect(suspended(momentBefore(now))).toEqual(SUNSET);
    expect(suspended(addDays(now, 3), [R2, ruleId(3)])).toEqual(SUNSET);
    expect(suspended(addDays(SUNSET, 3))).toEqual(SUNSET);
  });
});

describe('a post from before a rule', () => {
  const hides = (facts: Facts, one = rule(), more: Partial<CommunityState> = {}, others: readonly Rule[] = []) =>
    hidesExisting(ruled([one, ...others], more), one, post(1, facts), now);

  it('is hidden where all that the rule asks is known to be so', () => {
    expect([hides({ 'post.links': 3 }), hides({ 'post.links': 2 }), hides({})]).toEqual([true, false, false]);
    const reported = rule({ autoWhen: { gte: ['reports.count', 2] } });
    expect([2, 1].map((count) => hides({ 'post.links': 3, 'reports.count': count }, reported))).toEqual([true, false]);
    expect(hides({ 'post.links': 3 }, reported)).toBe(false);
  });

  it('is left alone where it is out of sight, was dealt with, or another rule has the say', () => {
    expect(hides({ 'post.links': 3 }, rule(), { holds: new Map([held(1, R2)]) })).toBe(false);
    const done = existingKey(rule(), post(1));
    expect(hides({ 'post.links': 3 }, rule(), { dealtWith: new Set([done]) })).toBe(false);
    // Another of its family has dealt with it: that is the same.
    expect(existingKey(rule({ id: R2, version: 3, family: 'R-1' }), post(1))).toBe(done);
    expect(existingKey(rule(), post(2))).not.toBe(done);
    const over = (more: Partial<Rule>) => rule({ id: R2, overrides: [R1], ...more });
    expect(hides({ 'post.links': 3 }, rule(), {}, [over({})])).toBe(false);
    expect(hides({ 'post.links': 3 }, rule(), {}, [over({ when: { gt: ['post.links', 3] } })])).toBe(true);
    expect(hides({ 'post.links': 3 }, rule(), {}, [over({ activeTo: now })])).toBe(true);
  });
});

describe('the steps of a pass', () => {
  const place = { at: addDays(now, -2), post: iri(2) };
  const announce = (more: object = {}, state = ruled([rule()]), at = now) =>
    announceExisting({ state, rule: R1, version: 1, posts: 2, now: at, ...more });

  it('begin with the notice, part by part, each after the one before', () => {
    expect(announce()).toEqual({
      ok: true,
      value: { kind: 'existing-announced', rule: R1, version: 1, posts: 2, hideAt: addDays(now, 7) },
    });
    expect(announce({ upTo: place })).toMatchObject({ value: { upTo: place } });
    const second = ruled([rule()], pass('announcing', { upTo: place }));
    expect(announce({ from: place }, second)).toMatchObject({ value: { from: place } });
    expect([codeOf(announce({}, second)), codeOf(announce({ from: place }))]).toEqual(['not-due', 'not-due']);
    expect(codeOf(announce({ from: { ...place, post: iri(3) } }, second))).toBe('not-due');
    for (const stage of ['hiding', 'done', 'stopped'] as const)
      expect(codeOf(announce({}, ruled([rule()], pass(stage))))).toBe('not-due');
    expect(announce({}, ruled([rule()]), SUNSET)).toEqual({
      ok: true,
      value: { kind: 'existing-shown', rule: R1, version: 1, posts: [] },
    });
  });

  it('go on with hiding, seven days later to the moment, each post with its own reasons', () => {
    const due = addDays(now, 7);
    const hide = (more: object = {}, state = ruled([rule()], pass('hiding')), at = due) =>
      hideExisting({ state, rule: R1, version: 1, posts: [post(1), post(2, { 'post.links': 1 })], now: at, ...more });
    const done = hide();
    expect(done).toMatchObject({
      value: {
        kind: 'existing-hidden',
        until: SUNSET,
        posts: [{ post: iri(1), facts: expect.stringContaining('3 links') }],
      },
    });
    expect(done.ok && Object.keys(done.value)).not.toContain('family');
    expect(done.ok && Object.keys(done.value)).not.toContain('upTo');
    expect(hide({}, ruled([rule({ family: 'adverts' })], pass('hiding')))).toMatchObject({
      value: { family: 'adverts' },
    });
    expect(codeOf(hide({}, undefined, momentBefore(due)))).toBe('not-due');
    expect(codeOf(hide({}, ruled([rule()])))).toBe('not-due');
    expect(codeOf(hide({}, ruled([rule()], pass('announcing'))))).toBe('not-due');
    expect(codeOf(hide({ from: place }))).toBe('not-due');
    expect(hide({ from: place, upTo: place }, ruled([rule()], pass('hiding', { upTo: place })))).toMatchObject({
      value: { upTo: place },
    });
    const ended = ruled([rule({ activeTo: addDays(now, 1) })], pass('hiding'));
    expect(hide({}, ended)).toMatchObject({ value: { kind: 'existing-shown', posts: [] } });
    const reported = rule({ autoWhen: { gte: ['reports.count', 2] } });
    const facts = { 'post.links': 3, 'reports.count': 2 };
    expect(hide({ posts: [post(1, facts)] }, ruled([reported], pass('hiding')))).toMatchObject({
      value: { posts: [{ facts: expect.stringContaining('2 reports') }] },
    });
  });

  it('end with showing what is hidden under it, a hundred at a time, when it is a ground no longer', () => {
    const many = Array.from({ length: 101 }, (_, at) => held(at));
    const show = (state: CommunityState, at = now) => showExisting({ state, rule: R1, version: 1, now: at });
    const holds = new Map([...many, held(500, R2), held(501, R1, 2)]);
    expect(hiddenUnder({ holds }, R1, 1)).toHaveLength(101);
    expect(
      hiddenUnder({ holds: new Map([[iri(1), { cited: { rule: R1, version: 1 }, until: SUNSET }]]) }, R1, 1),
    ).toEqual([]);
    expect(codeOf(show(ruled([rule()], { holds })))).toBe('not-due');
    const ended = show(ruled([rule()], { holds }), SUNSET);
    expect(ended.ok && ended.value.posts).toHaveLength(100);
    const stopped = show(ruled([rule()], { holds, ...pass('stopped') }));
    expect(stopped.ok && stopped.value.posts).toHaveLength(100);
    expect(codeOf(show(ruled([rule()]), SUNSET))).toBe('not-due');
  });

  it('come by themselves, each at its time', () => {
    const steps = (state: CommunityState) => comingExisting(state).map(({ step, at }) => [step, at]);
    const hidden = { holds: new Map([held(1)]) };
    expect(steps(guild)).toEqual([]);
    expect(steps(ruled([NEW_ONLY]))).toEqual([]);
    expect(steps(ruled([rule()]))).toEqual([['announce-existing', now]]);
    expect(steps(ruled([rule()], pass('announcing', { at: addDays(now, 1) })))).toEqual([
      ['announce-existing', addDays(now, 1)],
    ]);
    expect(steps(ruled([rule()], pass('hiding')))).toEqual([['hide-existing', addDays(now, 7)]]);
    expect(steps(ruled([rule()], { ...pass('hiding', { upTo: place, at: addDays(now, 8) }), ...hidden }))).toEqual([
      ['hide-existing', addDays(now, 8)],
      ['show-existing', SUNSET],
    ]);
    expect(steps(ruled([rule()], { ...pass('done'), ...hidden }))).toEqual([['show-existing', SUNSET]]);
    expect(steps(ruled([rule()], pass('done')))).toEqual([]);
    expect(steps(ruled([rule()], { ...pass('stopped'), ...hidden }))).toEqual([['show-existing', now]]);
    expect(steps(ruled([rule()], pass('stopped')))).toEqual([]);
    // What ended before its time came does not come.
    const ended = rule({ activeTo: addDays(now, 7) });
    expect(steps(ruled([ended], pass('hiding')))).toEqual([]);
    expect(steps(ruled([rule({ activeTo: now })], { at: now }))).toEqual([]);
    expect(steps(ruled([rule({ activeTo: now })], { at: now, ...hidden }))).toEqual([['show-existing', now]]);
    expect(existingOf(ruled([rule()], pass('hiding')), R1, now)?.stage).toBe('hiding');
    expect([existingOf(ruled([rule()]), R1, now), existingOf(ruled([rule()], pass('hiding')), R1, SUNSET)]).toEqual([
      ...[null, null],
    ]);
  });
});
