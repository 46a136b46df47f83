import { describe, expect, it } from '@jest/globals';
import type { JuryId, RuleId } from '../../../../server/community/ids.ts';
import { communityIri, juryId, postIri, ruleId } from '../../../../server/community/ids.ts';
import { inEnglish } from '../../../../server/community/said.ts';
import { checkChange } from '../../../../server/governance/changes/index.ts';
import { due } from '../../../../server/governance/due.ts';
import { purposeKey, type Verdict } from '../../../../server/governance/juries/jury.ts';
import { juriesForConflicts } from '../../../../server/governance/rules/conflict-juries.ts';
import { conflicts } from '../../../../server/governance/rules/conflicts.ts';
import { enforce } from '../../../../server/governance/rules/enforce.ts';
import { mildestFor } from '../../../../server/governance/rules/human.ts';
import { mirrorNext } from '../../../../server/governance/rules/instance.ts';
import type { Facts, Rule, RuleDraft } from '../../../../server/governance/rules/rule.ts';
import { addExample } from '../../../../server/governance/rules/suspend.ts';
import { hashOf } from '../../../../server/record/canonical.ts';
import { agreed, alice, bob, carol, codeOf, dave, LINK_RULE, Village } from '../village.ts';

const R1 = ruleId(1);
const R2 = ruleId(2);
const SHORT: RuleDraft = {
  ...LINK_RULE,
  title: 'Links wait a little',
  when: { gt: ['post.links', 3] },
  effects: [{ do: 'hold', hours: 5 }],
  fixtures: { match: [{ 'post.links': 4 }], noMatch: [{ 'post.links': 3 }] },
};
const BOTH: Facts = { 'post.links': 9, 'author.tenureDays': 4 };

/** What the rules would do to a post of dave's. */
const done = (village: Village, facts: Facts = BOTH) =>
  enforce({
    state: village.state,
    facts,
    post: postIri('https://south.example/1'),
    author: dave,
    evidence: hashOf('as received'),
    actAt: village.now,
    countIn: new Map(),
  }).map(({ statement: { cited, effect } }) => [cited.rule, effect.do === 'label' ? effect.label : effect.hours]);

/** Two changes voted on side by side, so that neither was tried on the other. */
function adoptTogether(village: Village, changes: readonly Parameters<Village['propose']>[1][]): void {
  const proposals = changes.map((change) => village.propose(alice, change));
  for (const proposal of proposals) for (const person of [bob, carol]) village.second(person, proposal);
  village.pass(7);
  for (const proposal of proposals) for (const person of [alice, bob, carol]) village.vote(person, proposal, 'yes');
  village.pass(10);
}

/** each amended at the same time to override the other. */
function contradicting(): Village {
  const village = Village.of(bob, carol);
  village.courtSits = false;
  village.adopt(alice, { kind: 'adopt-rule', rule: LINK_RULE });
  village.adopt(alice, { kind: 'adopt-rule', rule: { ...SHORT, effects: [{ do: 'label', label: 'Links' }] } });
  adoptTogether(village, [
    { kind: 'amend-rule', id: R1, rule: { ...LINK_RULE, overrides: [R2] } },
    { kind: 'amend-rule', id: R2, rule: { ...SHORT, effects: [{ do: 'label', label: 'Links' }], overrides: [R1] } },
  ]);
  return village;
}

/** As if a jury had given its verdict: the juries' own part is not what is tried here. */
function verdict(village: Village, option: string, jury: JuryId = juryId(1)): void {
  const [wanted] = juriesForConflicts(village.state);
  if (wanted === undefined) throw new Error('no jury is wanted');
  const given: Verdict = { option, hung: option === 'neither', at: village.now, jury };
  village.state = { ...village.state, verdicts: new Map([[purposeKey(wanted.purpose), given]]) };
  village.pass(0);
}

describe('rules that are tried on each other', () => {
  const asPeer = (draft: RuleDraft, id: RuleId): Rule => ({
    ...draft,
    id,
    version: 1,
    adoptedBy: 'P-1' as never,
    activeFrom: new Date(0),
    sunsetAt: new Date(1),
  });

  it('are found to contradict each other although none of their examples shows it', () => {
    const long: RuleDraft = {
      ...LINK_RULE,
      when: {
        all: [{ gt: ['post.length', 500] }, { eq: ['post.language', 'de'] }, { has: ['post.hashtags', 'jobs'] }],
      },
      effects: [{ do: 'hold', hours: 8 }],
      fixtures: {
        match: [{ 'post.length': 501, 'post.language': 'de', 'post.hashtags': ['jobs'] }],
        noMatch: [{ 'post.length': 500 }],
      },
    };
    const [found] = conflicts({ draft: long, peers: [asPeer(LINK_RULE, R1)] });
    expect(found).toMatchObject({ kind: 'contradiction', rule: 'R-1' });
    expect(inEnglish(found?.text ?? '')).toContain('the post carries #jobs');
  });

  it('may both be about a post where one labels it and the other counts, or where no post can be meant by both', () => {
    const replies: RuleDraft = { ...SHORT, when: { eq: ['act.type', 'reply'] } };
    const openings: RuleDraft = { ...LINK_RULE, when: { eq: ['post.isReply', false] } };
    expect(
      conflicts({
        draft: { ...replies, fixtures: { match: [], noMatch: [] } },
        peers: [asPeer({ ...openings, fixtures: { match: [], noMatch: [] } }, R1)],
      }),
    ).toEqual([]);
    const limit: RuleDraft = { ...SHORT, effects: [{ do: 'limit', posts: 2, hours: 24 }] };
    expect(conflicts({ draft: limit, peers: [asPeer(LINK_RULE, R1)] })).toEqual([]);
  });

  it('are all tried, however many and large they are', () => {
    const peers = Array.from({ length: 200 }, (_, at) =>
      asPeer(
        { ...LINK_RULE, when: { any: Array.from({ length: 24 }, (__, n) => ({ gt: ['post.length', n + at] })) } },
        ruleId(at + 1),
      ),
    );
    const found = conflicts({ draft: { ...SHORT, when: { all: [SHORT.when, { human: 'Is it spam?' }] } }, peers });
    // What only a person can judge is never done by itself, so nothing contradicts: after all of them were tried.
    expect(found.filter(({ kind }) => kind === 'contradiction')).toEqual([]);
  });
});

describe('two rules that each override the other', () => {
  it('cannot be proposed one after the other', () => {
    const village = Village.of(bob, carol);
    village.adopt(alice, { kind: 'adopt-rule', rule: LINK_RULE });
    village.adopt(alice, { kind: 'adopt-rule', rule: { ...SHORT, overrides: [R1] } });
    const change = { kind: 'amend-rule', id: R1, rule: { ...LINK_RULE, overrides: [R2] } } as const;
    expect(codeOf(checkChange({ state: village.state, change, now: village.now }))).toBe('conflict');
  });

  it('are suspended for what both are about, and for nothing else, and a jury of seven is wanted', () => {
    const village = contradicting();
    expect(village.entries.at(-1)?.event).toMatchObject({ kind: 'rules-suspended', rules: ['R-1', 'R-2'] });
    expect(done(village)).toEqual([]);
    expect(done(village, { 'post.links': 3, 'author.tenureDays': 4 })).toEqual([['R-1', 72]]);
    expect(done(village, { 'post.links': 9, 'author.tenureDays': 90 })).toEqual([['R-2', 'Links']]);
    const [wanted] = juriesForConflicts(village.state);
    expect(wanted).toMatchObject({
      size: 7,
      purpose: { kind: 'interpretation', rules: ['R-1', 'R-2'] },
      excluded: [alice, alice],
    });
    expect(wanted?.options.map(({ id }) => id)).toEqual(['neither', 'R-2', 'R-1']);
    expect(due(village.state, village.now).map(({ step }) => step)).toEqual(['call-jury']);
  });

  it('go on under the verdict, which becomes an example of both', () => {
    const village = contradicting();
    verdict(village, 'R-2');
    expect(village.entries.at(-1)?.event).toMatchObject({ kind: 'rules-resolved', favour: 'R-2', jury: 'J-1' });
    expect(done(village)).toEqual([['R-2', 'Links']]);
    expect(juriesForConflicts(village.state)).toEqual([]);
    expect(village.state.decidedExamples.get(R1)).toMatchObject([{ catches: false, jury: 'J-1' }]);
    const again = { kind: 'amend-rule', id: R1, rule: { ...LINK_RULE, title: 'Links again' } } as const;
    const refusal = checkChange({ state: village.state, change: again, now: village.now });
    expect(refusal).toMatchObject({ refusal: { code: 'conflict', text: expect.stringContaining('Jury J-1 decided') } });
    const agreeing = { ...LINK_RULE, when: { all: [LINK_RULE.when, { lte: ['post.links', 3] }] } } as RuleDraft;
    expect(codeOf(checkChange({ state: village.state, change: { ...again, rule: agreeing }, now: village.now }))).toBe(
      'accepted',
    );
  });

  it('say nothing of what both are about when the jury hangs, until the members change one', () => {
    const village = contradicting();
    verdict(village, 'neither');
    expect(done(village)).toEqual([]);
    village.adopt(alice, { kind: 'repeal-rule', id: R2 });
    expect(village.entries.at(-1)?.event).toMatchObject({ kind: 'rules-resolved', favour: 'no-longer' });
    expect(done(village)).toEqual([['R-1', 72]]);
    expect(village.state.suspensions.size).toBe(0);
  });

  it('leave people the milder measure', () => {
    const rules = [
      { human: { max: 'mute:7d' } },
      { human: { max: 'mute:2d' } },
      { human: { max: 'suspend:1d' } },
    ] as const;
    expect(mildestFor(rules)).toBe(rules[1]);
    expect(mildestFor([])).toBeNull();
  });
});

describe('a verdict on one case', () => {
  it('goes with its rule as an example', () => {
    const village = Village.of(bob, carol);
    village.adopt(alice, { kind: 'adopt-rule', rule: LINK_RULE });
    const added = { example: { 'post.links': 3 }, catches: true, jury: juryId(4) };
    expect(codeOf(addExample({ state: village.state, now: village.now, rule: R2, ...added }))).toBe('no-such-rule');
    village.write(agreed(addExample({ state: village.state, now: village.now, rule: R1, ...added })));
    expect(village.state.decidedExamples.get(R1)).toEqual([added]);
  });
});

describe('of one family of rules', () => {
  it('one does something to an act, however many are about it', () => {
    const village = Village.of(bob, carol);
    adoptTogether(village, [
      { kind: 'adopt-rule', rule: { ...LINK_RULE, family: 'links' } },
      { kind: 'adopt-rule', rule: { ...SHORT, family: 'links' } },
    ]);
    const [held] = enforce({
      state: village.state,
      facts: BOTH,
      post: postIri('https://south.example/1'),
      author: dave,
      evidence: hashOf('as received'),
      actAt: village.now,
      countIn: new Map(),
    });
    expect(held).toMatchObject({ statement: { cited: { rule: 'R-1' }, family: 'links' } });
    if (held) village.write(held);
    expect(done(village)).toEqual([]);
  });
});

describe('a rule of the whole server', () => {
  const OTHER = communityIri('https://north.example/actors/choir');
  const asHome = (village: Village) => ({ ...village.state, community: OTHER });
  /** The record of one community comes into line with that of the home community. */
  const mirror = (village: Village, home: Village): number => {
    let entries = 0;
    for (;;) {
      const next = mirrorNext({ state: village.state, home: asHome(home), now: village.now });
      if (!next.ok) return entries;
      village.write(next.value);
      entries += 1;
    }
  };
  const homeWith = (rule: RuleDraft): Village => {
    const home = Village.of(bob, carol);
    home.adopt(alice, { kind: 'adopt-rule', rule: { ...rule, scope: 'instance' } });
    return home;
  };

  it('is in force in another community from the entry on that says so, and once', () => {
    const home = homeWith(LINK_RULE);
    const village = Village.of(bob, carol);
    village.pass(40);
    expect(mirror(village, home)).toBe(1);
    expect(village.state.rules.get('I-1' as RuleId)).toMatchObject([
      { version: 1, activeFrom: village.now, scope: 'instance' },
    ]);
    expect(done(village)).toEqual([['I-1', 72]]);
    expect(mirror(village, home)).toBe(0);
    expect(mirrorNext({ state: home.state, home: home.state, now: home.now }).ok).toBe(false);
  });

  it('is neither overridden nor changed by a community, which may be stricter and numbers its rules by itself', () => {
    const home = homeWith(SHORT);
    const village = Village.of(bob, carol);
    village.pass(40);
    mirror(village, home);
    village.adopt(alice, { kind: 'adopt-rule', rule: LINK_RULE });
    expect([...village.state.rules.keys()]).toEqual(['I-1', 'R-1']);
    expect(done(village)).toEqual([['R-1', 72]]);
    const over = { kind: 'adopt-rule', rule: { ...LINK_RULE, title: 'Other', overrides: ['I-1' as RuleId] } } as const;
    expect(checkChange({ state: village.state, change: over, now: village.now })).toMatchObject({
      refusal: { text: expect.stringContaining('cannot be overridden') },
    });
    for (const change of [
      { kind: 'repeal-rule', id: 'I-1' as RuleId },
      { kind: 'amend-rule', id: 'I-1' as RuleId, rule: SHORT },
    ] as const) {
      expect(checkChange({ state: village.state, change, now: village.now })).toMatchObject({
        refusal: { text: expect.stringContaining('home community decides') },
      });
    }
  });

  it('changes and ends with what the home community decides', () => {
    const home = homeWith(LINK_RULE);
    const village = Village.of(bob, carol);
    village.pass(40);
    mirror(village, home);
    home.adopt(alice, { kind: 'amend-rule', id: R1, rule: { ...SHORT, scope: 'instance' } });
    village.pass(30);
    expect(mirror(village, home)).toBe(1);
    expect(done(village)).toEqual([['I-1', 5]]);
    home.adopt(alice, { kind: 'repeal-rule', id: R1 });
    village.pass(30);
    expect(mirror(village, home)).toBe(1);
    expect(village.entries.at(-1)?.event).toMatchObject({
      kind: 'instance-rule-ended',
      asOf: { hash: home.state.head },
    });
    expect(done(village)).toEqual([]);
  });
});
