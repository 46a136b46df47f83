import { describe, expect, it } from '@jest/globals';
import { personIri, postIri, ruleId } from '../../../../server/community/ids.ts';
import { addDays, addHours } from '../../../../server/governance/dates.ts';
import { isProvisional, releaseHold } from '../../../../server/governance/holds.ts';
import type { Act } from '../../../../server/governance/rules/enforce.ts';
import {
  enforce,
  labelsOf,
  recordRestriction,
  standingOf,
  windowsNeeded,
} from '../../../../server/governance/rules/enforce.ts';
import type { RuleDraft } from '../../../../server/governance/rules/rule.ts';
import { hashOf } from '../../../../server/record/canonical.ts';
import { agreed, alice, bob, carol, codeOf, dave, LINK_RULE, Village } from '../village.ts';

const POST = postIri('https://south.example/posts/1');
const LABEL_RULE: RuleDraft = {
  ...LINK_RULE,
  title: 'Say that there are links',
  when: { gt: ['post.links', 4] },
  effects: [
    { do: 'label', label: 'Many links' },
    { do: 'hold', hours: 10 },
  ],
  overrides: [],
  fixtures: { match: [{ 'post.links': 5, 'author.tenureDays': 90 }], noMatch: [{ 'post.links': 4 }] },
};
const LIMIT_RULE: RuleDraft = {
  ...LINK_RULE,
  title: 'Not too much at once',
  when: { eq: ['author.isMember', true] },
  effects: [{ do: 'limit', posts: 3, hours: 6 }],
  fixtures: { match: [{ 'author.isMember': true }], noMatch: [{ 'author.isMember': false }] },
};

const villageWith = (...drafts: readonly RuleDraft[]) => {
  const village = Village.of(bob, carol);
  for (const rule of drafts) village.adopt(alice, { kind: 'adopt-rule', rule });
  village.join(dave);
  return village;
};
/** Voted on at the same time, so that neither knew of the other. */
const adoptedTogether = (...drafts: readonly RuleDraft[]) => {
  const village = Village.of(bob, carol);
  const proposals = drafts.map((rule) => village.propose(alice, { kind: 'adopt-rule', rule }));
  for (const proposal of proposals) for (const person of [bob, carol]) village.second(person, proposal);
  village.pass(7);
  for (const proposal of proposals) for (const person of [alice, bob, carol]) village.vote(person, proposal, 'yes');
  village.pass(10);
  village.join(dave);
  return village;
};
const act = (village: Village, change: Partial<Act> = {}): Act => ({
  post: POST,
  author: dave,
  evidence: hashOf('as received'),
  actAt: village.now,
  facts: { 'post.links': 3, 'author.tenureDays': 4, 'author.isMember': true },
  countIn: new Map(),
  ...change,
});

describe('a rule in force', () => {
  it('holds the post that breaks it, with reasons that cite rule, version, facts and evidence', () => {
    const village = villageWith(LINK_RULE);
    const [held] = enforce({ state: village.state, ...act(village) });
    expect(held).toEqual({
      kind: 'post-held',
      until: addHours(village.now, 72),
      statement: {
        post: POST,
        author: dave,
        evidence: hashOf('as received'),
        cited: { rule: ruleId(1), version: 1 },
        effect: { do: 'hold', hours: 72 },
        actAt: village.now,
        facts: 'Its author has been a member for 4 days; the post carries 3 links.',
        automated: true,
        decidedBy: 'rule',
      },
    });
    expect(standingOf(held ? [held] : [])).toMatchObject({ state: 'held', until: addHours(village.now, 72) });
  });

  it('leaves alone what does not break it, and what is not known to', () => {
    const village = villageWith(LINK_RULE);
    const { state } = village;
    expect(enforce({ state, ...act(village, { facts: { 'post.links': 2, 'author.tenureDays': 4 } }) })).toEqual([]);
    expect(enforce({ state, ...act(village, { facts: { 'post.links': 9 } }) })).toEqual([]);
    expect(standingOf([])).toEqual({ state: 'visible' });
  });

  it('does not reach back to a post received before it was in force, whatever time the post claims', () => {
    const village = villageWith(LINK_RULE);
    const from = village.state.rules.get(ruleId(1))?.[0]?.activeFrom ?? village.now;
    const { state } = village;
    expect(enforce({ state, ...act(village, { actAt: new Date(from.getTime() - 1) }) })).toEqual([]);
    expect(enforce({ state, ...act(village, { actAt: from }) })).toHaveLength(1);
  });

  it('deals with an act once; an edit is a new act', () => {
    const village = villageWith(LINK_RULE);
    const [held] = enforce({ state: village.state, ...act(village) });
    if (held) village.write(held);
    expect(enforce({ state: village.state, ...act(village) })).toEqual([]);
    expect(enforce({ state: village.state, ...act(village, { evidence: hashOf('edited') }) })).toHaveLength(1);
    const again = held && recordRestriction({ state: village.state, statement: held.statement, now: village.now });
    expect(again && codeOf(again)).toBe('already-dealt-with');
  });

  it('lets the most restrictive hold win, and every label stand', () => {
    const village = adoptedTogether(LINK_RULE, LABEL_RULE);
    const facts = { 'post.links': 5, 'author.tenureDays': 4 };
    const found = enforce({ state: village.state, ...act(village, { facts }) });
    expect(found.map(({ kind, statement }) => [kind, statement.cited.rule])).toEqual([
      ['post-held', 'R-1'],
      ['post-labelled', 'R-2'],
    ]);
    expect(labelsOf(found)).toEqual([{ rule: 'R-2', version: 1, label: 'Many links' }]);
    for (const event of found) village.write(event);
    expect(village.state.holds.size).toBe(1);
  });

  it('yields to a rule that declares to override it', () => {
    const village = villageWith(LINK_RULE, { ...LABEL_RULE, overrides: [ruleId(1)] });
    const facts = { 'post.links': 5, 'author.tenureDays': 4 };
    const [held] = enforce({ state: village.state, ...act(village, { facts }) });
    expect(held).toMatchObject({ statement: { cited: { rule: 'R-2' }, effect: { hours: 10 } } });
  });

  it('is not disarmed by naming itself among the rules it overrides', () => {
    const village = villageWith(LINK_RULE);
    village.adopt(alice, { kind: 'amend-rule', id: ruleId(1), rule: { ...LINK_RULE, overrides: [ruleId(1)] } });
    expect(enforce({ state: village.state, ...act(village) })).toMatchObject([
      { statement: { cited: { version: 2 } } },
    ]);
  });

  it('limits what one author posts, when the number before is known', () => {
    const village = villageWith(LIMIT_RULE);
    expect(windowsNeeded(village.state, village.now)).toEqual([6]);
    const having = (posts: number) =>
      enforce({ state: village.state, ...act(village, { countIn: new Map([[6, posts]]) }) });
    expect(having(2)).toEqual([]);
    expect(having(3)).toMatchObject([{ kind: 'post-held', until: addHours(village.now, 6) }]);
    expect(having(3)[0]?.statement.facts).toBe(
      'Its author is a member. Its author had written 3 posts in the 6 hours before.',
    );
    expect(enforce({ state: village.state, ...act(village) })).toEqual([]);
  });

  it('is taken back when the record says, in the end, that it was not in force', () => {
    const village = villageWith(LINK_RULE);
    const [held] = enforce({ state: village.state, ...act(village) });
    if (held === undefined) throw new Error('nothing was held');
    const statement = { ...held.statement, actAt: addDays(village.now, -300) };
    expect(codeOf(recordRestriction({ state: village.state, statement, now: village.now }))).toBe('not-in-force');
    expect(() => village.write({ ...held, statement })).toThrow('not in force at the time of the act');
  });

  it('holds no longer than the charter allows now', () => {
    const village = villageWith(LINK_RULE);
    village.adopt(alice, { kind: 'amend-charter', parameters: { maxHoldHours: 12 } });
    expect(enforce({ state: village.state, ...act(village) })).toMatchObject([{ until: addHours(village.now, 12) }]);
  });
});

describe('a hold', () => {
  const held = () => {
    const village = villageWith(LINK_RULE);
    const [event] = enforce({ state: village.state, ...act(village) });
    if (event) village.write(event);
    return village;
  };
  const release = (village: Village, by = alice, post = POST) =>
    releaseHold({ state: village.state, post, by, now: village.now });

  it('ends by itself when its time is over', () => {
    const village = held();
    village.pass(2.9);
    expect(village.state.holds.has(POST)).toBe(true);
    village.pass(0.1);
    expect(village.state.holds.size).toBe(0);
    expect(village.entries.at(-1)?.event).toEqual({ kind: 'hold-ended', post: POST, how: 'time-over' });
  });

  it('may be released by the founder, and nobody else, while the beginning lasts', () => {
    const village = held();
    expect(codeOf(release(village, bob))).toBe('not-yours-to-release');
    expect(agreed(release(village))).toEqual({ kind: 'hold-ended', post: POST, how: 'released', by: alice });
    expect(codeOf(release(village, alice, postIri('https://x.example/1')))).toBe('no-such-hold');
    village.now = addDays(village.state.provisionalUntil, 0);
    expect(release(village)).toMatchObject({ refusal: { text: expect.stringContaining('provisional time is over') } });
  });

  it('is no longer the founder’s when ten active members have full tenure', () => {
    const village = held();
    expect(isProvisional(village.state, village.now)).toBe(true);
    for (let number = 0; number < 6; number += 1) village.join(personIri(`https://south.example/users/m${number}`));
    const { state } = village;
    expect(
      isProvisional(
        { ...state, charter: { version: 1, parameters: { ...state.charter.parameters, tenureDays: 0 } } },
        village.now,
      ),
    ).toBe(false);
    expect(isProvisional(state, village.now)).toBe(true);
  });
});
