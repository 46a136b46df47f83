import { describe, expect, it } from '@jest/globals';
import { communityIri, juryId, type RuleId, ruleId } from '../../../../server/community/ids.ts';
import { inEnglish } from '../../../../server/community/said.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import { purposeKey } from '../../../../server/governance/juries/jury.ts';
import { juriesForConflicts } from '../../../../server/governance/rules/conflict-juries.ts';
import { humanDays, humanMax, measureWords, mildestFor } from '../../../../server/governance/rules/human.ts';
import { endOf, laterVersions, rulesAt, versionAt } from '../../../../server/governance/rules/in-force.ts';
import { isMirrored, mirrorNext, ownRules } from '../../../../server/governance/rules/instance.ts';
import { mutualPairs, prevailing } from '../../../../server/governance/rules/precedence.ts';
import type { Rule } from '../../../../server/governance/rules/rule.ts';
import { inOrder, pairKey, type Suspension } from '../../../../server/governance/rules/state.ts';
import {
  addExample,
  contradictions,
  resolutions,
  resolveRules,
  suspendRules,
} from '../../../../server/governance/rules/suspend.ts';
import type { CommunityState } from '../../../../server/governance/state.ts';
import { alice, bob, codeOf, LINK_RULE, Village } from '../village.ts';

const { state: guild, now } = Village.of(bob);
const [R1, R2, R3] = [ruleId(1), ruleId(2), ruleId(3)];
const I1 = 'I-1' as RuleId;
const HOME = communityIri('https://north.example/actors/home');
const SUNSET = addDays(now, 365);
const PAIR = [R1, R2] as const;

const rule = (id: RuleId, more: Partial<Rule> = {}): Rule => ({
  ...{ ...LINK_RULE, id, version: 1, adoptedBy: 'P-1' as never, activeFrom: now, sunsetAt: SUNSET },
  ...more,
});
const ruled = (rules: readonly Rule[], more: Partial<CommunityState> = {}): CommunityState => ({
  ...guild,
  rules: Map.groupBy(rules, ({ id }) => id),
  ...more,
});
const suspended = (more: Partial<Suspension> = {}) => ({
  suspensions: new Map([[pairKey(PAIR), { rules: PAIR, since: now, example: { 'post.links': 9 }, ...more }]]),
});
const mutual = [rule(R1, { overrides: [R2] }), rule(R2, { overrides: [R1], activeFrom: addDays(now, 1) })];

describe('a version', () => {
  it('is in force from its time until before its end, by decision or by its sunset, whichever is first', () => {
    const rules = (more: Partial<Rule>) => ruled([rule(R1, more)]).rules;
    const until = (more: Partial<Rule>, end: Date) =>
      [-1, 0].map((later) => versionAt(rules(more), R1, new Date(end.getTime() + later)) !== null);
    expect(until({}, SUNSET)).toEqual([true, false]);
    expect(until({ activeTo: addDays(now, 1) }, addDays(now, 1))).toEqual([true, false]);
    expect(until({ activeTo: addDays(SUNSET, 9) }, SUNSET)).toEqual([true, false]);
    expect([-1, 0].map((later) => rulesAt(rules({}), new Date(now.getTime() + later)).length)).toEqual([0, 1]);
    expect(endOf(rule(R1, { activeTo: addDays(SUNSET, 9) }))).toEqual(SUNSET);
    expect(versionAt(guild.rules, R1, now)).toBeNull();
  });

  it('has later ones after it, that have begun; and the end where none is in force', () => {
    const one = rule(R1, { activeTo: addDays(now, 5) });
    const two = rule(R1, { version: 2, activeFrom: addDays(now, 5) });
    const following = (days: number, ...more: readonly Rule[]) =>
      laterVersions(ruled([one, ...more]).rules, one, addDays(now, days)).map((later) => later?.version ?? null);
    expect([following(4, two), following(5, two), following(5)]).toEqual([[], [2], [null]]);
    expect(laterVersions(ruled([one, two]).rules, two, addDays(now, 6))).toEqual([]);
  });
});

describe('of rules about one act', () => {
  const names = (rules: readonly Rule[], more: Partial<CommunityState> = {}) =>
    prevailing(rules, { ...guild, ...more }).map(({ id }) => id);

  it('one that another overrides says nothing, unless it is the whole server’s', () => {
    expect(names([rule(R1), rule(R2)])).toEqual([R1, R2]);
    expect(names([rule(R1), rule(R2, { overrides: [R1] })])).toEqual([R2]);
    expect(names([rule(R1, { overrides: [R1] })])).toEqual([R1]);
    const server = (id: RuleId, overrides: readonly RuleId[] = []) => rule(id, { scope: 'instance', overrides });
    expect(names([server(I1), rule(R1, { overrides: [I1] })])).toEqual([I1, R1]);
    expect(names([server(I1), server(R2, [I1])])).toEqual([R2]);
    expect(names([server(I1, [R1]), rule(R1, { overrides: [I1] })])).toEqual([I1]);
  });

  it('two that override each other both say nothing, until a jury has decided for one', () => {
    expect(names(mutual)).toEqual([]);
    expect(names(mutual, suspended())).toEqual([]);
    const decided = (favour: RuleId | 'neither') => names(mutual, suspended({ resolved: { at: now, favour } }));
    expect([decided(R1), decided(R2), decided('neither')]).toEqual([[R1], [R2], []]);
  });

  it('pairs are told once, whichever comes first, and only where both say so of rules of one scope', () => {
    const pairs = (...rules: readonly Rule[]) => mutualPairs(rules).map(([one, other]) => [one.id, other.id]);
    expect([pairs(...mutual), pairs(...mutual.toReversed())]).toEqual([[[R1, R2]], [[R1, R2]]]);
    expect(pairs(rule(R1, { overrides: [R2] }), rule(R2))).toEqual([]);
    expect(pairs(rule(R1, { overrides: [R2] }))).toEqual([]);
    expect(pairs(rule(R1, { overrides: [R2], scope: 'instance' }), rule(R2, { overrides: [R1] }))).toEqual([]);
    expect([pairKey([R2, R1]), inOrder([R2, R1]), inOrder(PAIR)]).toEqual(['R-1 R-2', PAIR, PAIR]);
  });

  it('the mildest counts for people; of equal ones the one that lasts least', () => {
    const max = (id: RuleId, measure: string) => rule(id, { human: { max: measure as never } });
    const mildest = (...rules: readonly Rule[]) => mildestFor(rules)?.id ?? null;
    expect(mildest()).toBeNull();
    expect(mildest(max(R1, 'removal'), max(R2, 'warning'), max(R3, 'mute:3d'))).toBe(R2);
    expect(mildest(max(R1, 'mute:7d'), max(R2, 'mute:3d'))).toBe(R2);
    expect(mildest(max(R1, 'mute:3d'), max(R2, 'mute:7d'))).toBe(R1);
    expect(mildest(max(R1, 'hide'), max(R2, 'hide'))).toBe(R1);
    expect([humanMax(max(R1, 'king')), humanDays(max(R1, 'king'))]).toEqual([0, null]);
    expect([max(R1, 'mute:1d'), max(R1, 'suspend:30d'), rule(R1)].map((one) => inEnglish(measureWords(one)))).toEqual([
      ...['mute its author for up to 1 day', 'suspend its author for up to 30 days', 'hide the post'],
    ]);
  });
});

describe('two rules that contradict each other', () => {
  it('are found where a post can be meant by both, from when both were there', () => {
    expect(contradictions(ruled(mutual))).toMatchObject([
      { rules: PAIR, since: addDays(now, 1), example: { 'author.tenureDays': 29, 'post.links': 3 } },
    ]);
    expect(contradictions(ruled(mutual, suspended()))).toEqual([]);
    const apart = [mutual[0] ?? rule(R1), rule(R2, { overrides: [R1], when: { lt: ['post.links', 1] } })];
    expect(contradictions(ruled(apart))).toEqual([]);
    const [first = rule(R1), second = rule(R2)] = mutual;
    expect(contradictions(ruled([first, { ...second, activeTo: addDays(now, 2) }]))).toEqual([]);
    expect(suspendRules({ state: ruled(mutual), rules: [R2, R1], now })).toMatchObject({ value: { rules: PAIR } });
    expect(codeOf(suspendRules({ state: ruled(mutual), rules: [R1, R3], now }))).toBe('not-due');
  });

  it('are read by a jury of seven, without whoever wrote them; the milder is the milder choice', () => {
    const wanted = (rules: readonly Rule[], more: Partial<CommunityState> = {}) =>
      juriesForConflicts(ruled(rules, { ...suspended(), ...more }));
    const label = { effects: [{ do: 'label', label: 'Links' }] } as const;
    const short = { effects: [{ do: 'hold', hours: 5 }] } as const;
    const options = (one: object, other: object) =>
      wanted([rule(R1, one), rule(R2, other)])[0]?.options.map(({ id, need }) => `${id} ${need}`);
    expect(options({}, short)).toEqual(['neither 4', 'R-2 4', 'R-1 4']);
    expect(options(short, {})).toEqual(['neither 4', 'R-1 4', 'R-2 4']);
    expect(options({}, {})).toEqual(['neither 4', 'R-1 4', 'R-2 4']);
    expect(options(label, { effects: [] })).toEqual(['neither 4', 'R-2 4', 'R-1 4']);
    expect(options(short, label)).toEqual(['neither 4', 'R-2 4', 'R-1 4']);
    const proposals = new Map([['P-1', { by: bob }]]) as never;
    const [jury] = wanted([rule(R1), rule(R2, { adoptedBy: 'founder' })], { proposals });
    expect(jury).toMatchObject({
      size: 7,
      since: now,
      excluded: [bob, alice],
      purpose: { kind: 'interpretation', rules: PAIR },
    });
    expect(wanted([rule(R1), rule(R2)])[0]?.excluded).toEqual([]);
    expect(wanted([rule(R1)])).toEqual([]);
    expect(wanted(mutual, suspended({ resolved: { at: now, favour: R1 } }))).toEqual([]);
  });

  it('are settled by the verdict, for one or for neither; or because the contradiction is gone', () => {
    const verdict = (option: string, hung = false) => ({
      verdicts: new Map([
        [purposeKey({ kind: 'interpretation', rules: PAIR }), { option, hung, at: addDays(now, 9), jury: juryId(1) }],
      ]),
    });
    const settle = (state: CommunityState) => resolveRules({ state, rules: PAIR, now });
    const decided = (more: object, suspension: Partial<Suspension> = {}) =>
      settle(ruled(mutual, { ...suspended(suspension), ...more }));
    expect(decided(verdict('R-2'))).toEqual({
      ok: true,
      value: { kind: 'rules-resolved', rules: PAIR, favour: R2, jury: 'J-1' },
    });
    expect(decided(verdict('R-2', true))).toMatchObject({ value: { favour: 'neither', jury: 'J-1' } });
    expect(decided(verdict('neither'))).toMatchObject({ value: { favour: 'neither' } });
    expect(codeOf(decided({}))).toBe('not-due');
    expect(codeOf(decided(verdict('R-2'), { resolved: { at: now, favour: R2 } }))).toBe('not-due');
    expect(codeOf(settle(ruled(mutual)))).toBe('not-due');
    const [first = rule(R1)] = mutual;
    const gone = settle(ruled([first, rule(R2)], suspended({ resolved: { at: now, favour: R2 } })));
    expect(gone).toEqual({ ok: true, value: { kind: 'rules-resolved', rules: PAIR, favour: 'no-longer' } });
    expect(resolutions(ruled([first, rule(R2)], suspended()))).toEqual([
      { favour: 'no-longer', at: guild.at, rules: PAIR },
    ]);
    const example = { rule: R1, example: {}, catches: true, jury: juryId(1), now };
    expect([
      codeOf(addExample({ state: ruled(mutual), ...example })),
      codeOf(addExample({ state: guild, ...example })),
    ]).toEqual([...['accepted', 'no-such-rule']]);
  });
});

describe('a rule of the whole server', () => {
  const server = (more: Partial<Rule> = {}) => rule(R1, { scope: 'instance', ...more });
  const home = (...rules: readonly Rule[]) => ruled(rules, { community: HOME, seq: 41, head: 'abc' as never });
  const next = (state: CommunityState, there: CommunityState, at = now) => mirrorNext({ state, home: there, now: at });
  const here = (more: Partial<Rule> = {}) => rule(I1, { scope: 'instance', ...more });

  it('comes into force here from now on, under a name of its own, with the names of those it overrides', () => {
    const later = addDays(now, 4);
    const mirrored = next(guild, home(server({ overrides: [R2] }), rule(R3)), later);
    expect(mirrored).toEqual({
      ok: true,
      value: {
        ...{ kind: 'instance-rule-in-force', source: HOME, asOf: { seq: 41, hash: 'abc' } },
        rule: server({ id: I1, overrides: ['I-2' as RuleId], activeFrom: later }),
      },
    });
    expect(codeOf(next(home(server()), home(server())))).toBe('nothing-to-mirror');
    expect(codeOf(next(guild, home(rule(R1))))).toBe('nothing-to-mirror');
    expect(codeOf(next(guild, home(server({ activeTo: now }))))).toBe('nothing-to-mirror');
  });

  it('is in line as long as version and end are the same; renewed, it began when it began here', () => {
    const later = addDays(now, 4);
    expect(codeOf(next(ruled([here(), rule(R1)]), home(server()), later))).toBe('nothing-to-mirror');
    const sunsetAt = addDays(SUNSET, 100);
    expect(next(ruled([here()]), home(server({ sunsetAt })), later)).toMatchObject({
      value: { rule: { id: I1, sunsetAt, activeFrom: now, version: 1 } },
    });
    expect(next(ruled([here()]), home(server({ version: 2 })), later)).toMatchObject({
      value: { rule: { id: I1, version: 2, activeFrom: later } },
    });
  });

  it('ends here when it has ended there, and the community’s own rules stay', () => {
    expect(next(ruled([here(), rule(R1)]), home())).toEqual({
      ok: true,
      value: { kind: 'instance-rule-ended', source: HOME, asOf: { seq: 41, hash: 'abc' }, rule: I1 },
    });
    expect(codeOf(next(ruled([rule(R1)]), home()))).toBe('nothing-to-mirror');
    expect([isMirrored(I1), isMirrored(R1), ownRules(ruled([here(), rule(R1), rule(R2)]))]).toEqual([true, false, 2]);
  });
});
