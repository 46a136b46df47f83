import { describe, expect, it } from '@jest/globals';
import { communityIri, type ProposalId, proposalId, type RuleId, ruleId } from '../../../server/community/ids.ts';
import {
  changeTitle,
  changeWords,
  checkChange,
  enactChange,
  matterOf,
} from '../../../server/governance/changes/index.ts';
import { addDays, addMonths } from '../../../server/governance/dates.ts';
import type { Change, Proposal } from '../../../server/governance/proposal.ts';
import type { Rule } from '../../../server/governance/rules/rule.ts';
import { CaseVillage } from './case-village.ts';
import { alice, bob, carol, codeOf, dave, GUILD, LINK_RULE, mallory, Village } from './village.ts';

const [R1, R2] = [ruleId(1), ruleId(2)];
const P9 = proposalId(9);
const THERE = communityIri('https://south.example/c/guild');
const LIST = 'https://lists.example/a.csv';

/** Every kind of change there is. */
const CHANGES: { readonly [Kind in Change['kind']]: Change & { readonly kind: Kind } } = {
  'adopt-rule': { kind: 'adopt-rule', rule: LINK_RULE },
  'amend-rule': { kind: 'amend-rule', id: R1, rule: LINK_RULE },
  'repeal-rule': { kind: 'repeal-rule', id: R1 },
  'renew-rules': { kind: 'renew-rules', rules: [R1, R2] },
  'amend-charter': { kind: 'amend-charter', parameters: { votingDays: 9, discussionDays: 4 } },
  'limit-server': { kind: 'limit-server', server: 'south.example', level: 'suspend' },
  'link-community': { kind: 'link-community', community: THERE },
  'unlink-community': { kind: 'unlink-community', community: THERE },
  'move-community': { kind: 'move-community', target: THERE },
  'follow-list': { kind: 'follow-list', list: LIST },
  'unfollow-list': { kind: 'unfollow-list', list: LIST },
  elect: { kind: 'elect', role: 'moderator', seats: 3 },
  recall: { kind: 'recall', role: 'moderator', member: bob },
  ratify: { kind: 'ratify' },
  readmit: { kind: 'readmit', member: mallory },
};
const all = Object.values(CHANGES);

const check = ({ state, now }: Village, change: Change) => codeOf(checkChange({ state, change, now }));
/** What carries a change out that members adopted. */
const enact = ({ state, now }: Village, change: Change, submittedAt = now) =>
  enactChange({ state, now, proposal: { id: P9, change, submittedAt } as Proposal });

describe('what can be proposed', () => {
  it('is a matter by which it is voted on (§3.2): rules go the ordinary way, what is the community’s own the charter’s', () => {
    const byMatter = Map.groupBy(all, (change) => matterOf(change));
    const kinds = [...byMatter].map(([matter, changes]) => [matter, changes.map(({ kind }) => kind)]);
    expect(Object.fromEntries(kinds)).toEqual({
      ordinary: ['adopt-rule', 'amend-rule', 'repeal-rule', 'renew-rules', 'readmit'],
      charter: ['amend-charter', 'move-community', 'ratify'],
      federation: ['limit-server', 'link-community', 'unlink-community', 'follow-list', 'unfollow-list'],
      seats: ['elect'],
      recall: ['recall'],
    });
  });

  it('is told in a few words, and in sentences that name what it is about', () => {
    const titles = all.map(changeTitle);
    expect(new Set(titles).size).toBe(all.length);
    for (const title of titles) expect(title).toMatch(/^[A-Z].*\.$/);
    const named: Readonly<Record<Change['kind'], RegExp>> = {
      'adopt-rule': /new rule would be adopted: “Posts by new members.*What the software will do: Posts by /,
      'amend-rule': /Rule R-1 would be changed to: “Posts by new members/,
      'repeal-rule': /Rule R-1 would no longer be in force/,
      'renew-rules': /stay in force for another term: R-1, R-2\./,
      'amend-charter': /: 9\. .*: 4\.$/,
      'limit-server': /south\.example/,
      'link-community': /linked with https:\/\/south\.example\/c\/guild, if that community decides the same/,
      'unlink-community': /no longer be linked with https:\/\/south\.example/,
      'move-community': /would move to https:\/\/south\.example\/c\/guild/,
      'follow-list': /list at https:\/\/lists\.example\/a\.csv says .* would be shown/,
      'unfollow-list': /list at https:\/\/lists\.example\/a\.csv says would no longer be shown/,
      elect: /elect three|elect 3/,
      recall: /users\/bob|actors\/bob would no longer be moderator/,
      ratify: /founder did provisionally would stand/,
      readmit: /mallory, who was removed, could join/,
    };
    for (const change of all)
      expect([change.kind, changeWords(change)]).toEqual([change.kind, expect.stringMatching(named[change.kind])]);
    const { rule } = CHANGES['adopt-rule'];
    expect(changeWords({ kind: 'adopt-rule', rule: { ...rule, authoritative: 'fr' } })).toContain(
      '“Links by newcomers”',
    );
  });

  it('is not what only the charter calls a vote on', () => {
    const village = Village.of(bob, carol);
    for (const kind of ['elect', 'ratify', 'renew-rules'] as const)
      expect([kind, check(village, CHANGES[kind])]).toEqual([kind, 'not-for-members']);
    expect(check(village, CHANGES.recall)).toBe('no-such-member');
  });

  it('stands where the charter has called for it: the same, and still open', () => {
    const village = Village.of(bob, carol);
    const called = (change: Change, phase: Proposal['phase']['state'], by: Proposal['by'] = GUILD) => {
      const proposal = { id: P9, change, by, phase: { state: phase } } as unknown as Proposal;
      return check(
        Object.assign(Village.of(bob, carol), { state: { ...village.state, proposals: new Map([[P9, proposal]]) } }),
        CHANGES.elect,
      );
    };
    expect(called(CHANGES.elect, 'nomination')).toBe('accepted');
    expect(called(CHANGES.elect, 'in-force')).toBe('not-for-members');
    expect(called({ ...CHANGES.elect, seats: 2 }, 'nomination')).toBe('not-for-members');
    expect(called(CHANGES.elect, 'nomination', bob)).toBe('not-for-members');
  });
});

describe('a change of the charter', () => {
  it('changes at least one thing; what a charter does not name is what it is anyway', () => {
    const village = Village.of(bob);
    const amend = (parameters: object) => check(village, { kind: 'amend-charter', parameters });
    const { votingDays, discussionDays } = village.state.charter.parameters;
    expect([amend({ votingDays }), amend({ votingDays: 9 })]).toEqual(['nothing-changes', 'accepted']);
    expect([amend({ votingDays, discussionDays: discussionDays + 1 }), amend({ votingDays, discussionDays })]).toEqual([
      ...['accepted', 'nothing-changes'],
    ]);
    expect([amend({ federation: 'open' }), amend({ federation: 'allow-list' })]).toEqual([
      'nothing-changes',
      'accepted',
    ]);
    expect(amend({ juryRandomness: 'commit-reveal' })).toBe('nothing-changes');
    expect(amend({ votingDays: 'long' })).toBe('bad-parameters');
  });

  it('is the next version, with everything else as it was', () => {
    const village = Village.of(bob);
    const { version, parameters } = village.state.charter;
    expect(enact(village, CHANGES['amend-charter'])).toEqual({
      ...{ kind: 'charter-amended', proposal: P9 },
      charter: { version: version + 1, parameters: { ...parameters, votingDays: 9, discussionDays: 4 } },
    });
  });
});

describe('a change about servers and communities elsewhere', () => {
  const village = Village.of(bob, carol);
  const limit = (server: string, level: string) =>
    check(village, { kind: 'limit-server', server, level: level as never });

  it('names a server as it is written everywhere, at a level that there is, and not the community’s own', () => {
    const { state, now } = village;
    const change = { kind: 'limit-server', server: 'https://South.Example/about', level: 'limit' } as const;
    expect(checkChange({ state, change, now })).toEqual({ ok: true, value: { ...change, server: 'south.example' } });
    expect([limit('?', 'limit'), limit('south.example', 'annoy'), limit('north.example', 'limit')]).toEqual(
      Array(3).fill('bad-server'),
    );
    expect([limit('south.example', 'none'), limit('south.example', 'suspend')]).toEqual([
      'nothing-changes',
      'accepted',
    ]);
    expect(enact(village, CHANGES['limit-server'])).toEqual({
      ...{ kind: 'server-limited', proposal: P9, server: 'south.example', level: 'suspend' },
    });
  });

  it('names a community by its address, another one, and changes how things stand', () => {
    const at = (community: string, kind: 'link-community' | 'unlink-community' = 'link-community') =>
      check(village, { kind, community: communityIri(community) });
    expect([at('guild'), at('ftp://south.example/guild'), at(GUILD)]).toEqual(Array(3).fill('bad-community'));
    expect([at(THERE), at(THERE, 'unlink-community')]).toEqual(['accepted', 'nothing-changes']);
    const longest = `https://south.example/${'x'.repeat(2048 - 22)}`;
    expect([longest.length, at(longest), at(`${longest}x`)]).toEqual([2048, 'accepted', 'bad-community']);
    const linked = Object.assign(Village.of(bob), {
      state: { ...village.state, links: new Map([[THERE, {} as never]]) },
    });
    expect([check(linked, CHANGES['link-community']), check(linked, CHANGES['unlink-community'])]).toEqual([
      ...['nothing-changes', 'accepted'],
    ]);
    expect(
      ['link-community', 'unlink-community'].map((kind) => enact(village, CHANGES[kind as 'link-community'])),
    ).toEqual([
      { kind: 'community-linked', proposal: P9, community: THERE },
      { kind: 'community-unlinked', proposal: P9, community: THERE },
    ]);
  });

  it('moves the community to another place, by its address, and not where it has gone already', () => {
    const to = (target: string, where = village) =>
      check(where, { kind: 'move-community', target: communityIri(target) });
    expect([to('guild'), to(GUILD), to(THERE)]).toEqual(['bad-community', 'bad-community', 'accepted']);
    const moved = Object.assign(Village.of(bob), { state: { ...village.state, movedTo: THERE } });
    expect(to(THERE, moved)).toBe('nothing-changes');
    expect(enact(village, CHANGES['move-community'])).toEqual({ kind: 'community-moved', proposal: P9, target: THERE });
  });

  it('looks at twenty lists at the most, each by its address and once; any can be ended', () => {
    const following = (count: number) => {
      const lists = new Map(Array.from({ length: count }, (_, at) => [`https://lists.example/${at}`, {} as never]));
      return Object.assign(Village.of(bob), { state: { ...village.state, lists } });
    };
    const look = (where: Village, list: string, kind: 'follow-list' | 'unfollow-list' = 'follow-list') =>
      check(where, { kind, list });
    expect(look(village, 'lists.example')).toBe('bad-list');
    expect([look(following(19), LIST), look(following(20), LIST)]).toEqual(['accepted', 'bad-list']);
    expect(look(following(20), 'https://lists.example/3')).toBe('nothing-changes');
    expect(look(following(20), 'https://lists.example/3', 'unfollow-list')).toBe('accepted');
    expect(look(following(20), LIST, 'unfollow-list')).toBe('nothing-changes');
    expect(['follow-list', 'unfollow-list'].map((kind) => enact(village, CHANGES[kind as 'follow-list']))).toEqual([
      { kind: 'list-followed', proposal: P9, list: LIST },
      { kind: 'list-unfollowed', proposal: P9, list: LIST },
    ]);
  });
});

describe('a change of rules', () => {
  const FROM = Village.of(bob).now;
  const rule = (id: RuleId, more: Partial<Rule> = {}): Rule => ({
    ...{ ...LINK_RULE, id, version: 1, adoptedBy: P9, activeFrom: FROM, sunsetAt: addDays(FROM, 365) },
    ...more,
  });
  const ruled = (...rules: readonly Rule[]) => {
    const village = Village.of(bob);
    return Object.assign(village, { state: { ...village.state, rules: Map.groupBy(rules, ({ id }) => id) } });
  };
  const I1 = 'I-1' as RuleId;

  it('is about one that is in force, and this community’s own', () => {
    const village = ruled(rule(R1), rule(R2, { activeTo: FROM }), rule(I1));
    const draft = {
      ...LINK_RULE,
      when: { gt: ['post.length', 9] as const },
      fixtures: { match: [{ 'post.length': 10 }], noMatch: [{ 'post.length': 9 }] },
    };
    const amend = (id: RuleId) => check(village, { kind: 'amend-rule', id, rule: draft });
    const repeal = (id: RuleId) => check(village, { kind: 'repeal-rule', id });
    expect([amend(R1), amend(R2), amend(ruleId(3)), amend(I1)]).toEqual(['accepted', ...Array(3).fill('no-such-rule')]);
    expect([repeal(R1), repeal(R2), repeal(ruleId(3)), repeal(I1)]).toEqual([
      ...['accepted', ...Array<string>(3).fill('no-such-rule')],
    ]);
    const { state, now } = village;
    const refusal = checkChange({ state, change: { kind: 'repeal-rule', id: I1 }, now });
    expect(refusal).toMatchObject({ refusal: { text: expect.stringContaining('home community decides') } });
    const adopt = (overrides: readonly RuleId[]) =>
      check(village, { kind: 'adopt-rule', rule: { ...draft, overrides } });
    expect([adopt([R1]), adopt([ruleId(3)])]).toEqual(['accepted', 'no-such-rule']);
    expect(check(village, { kind: 'adopt-rule', rule: { ...LINK_RULE, title: '' } })).toBe('bad-rule');
    expect(check(village, { kind: 'amend-rule', id: R1, rule: { ...draft, title: '' } })).toBe('bad-rule');
    expect(check(village, { kind: 'adopt-rule', rule: LINK_RULE })).toBe('conflict');
  });

  it('is kept to what juries have decided about the rule that it amends', () => {
    const village = ruled(rule(R1));
    const example = { 'author.tenureDays': 4, 'post.links': 9 };
    const decided = (catches: boolean) => {
      const decidedExamples = new Map([[R1, [{ example, catches, jury: 'J-1' as never }]]]);
      const state = { ...village.state, decidedExamples };
      return check(Object.assign(Village.of(bob), { state }), {
        kind: 'amend-rule',
        id: R1,
        rule: { ...LINK_RULE, title: 'New' },
      });
    };
    expect([decided(true), decided(false)]).toEqual(['accepted', 'conflict']);
  });

  it('comes into force as the next number or version, from now on, for as many months as the charter says', () => {
    const village = ruled(rule(R1), rule(R2), rule(I1), rule(R1, { version: 2, activeFrom: FROM }));
    const sunsetAt = addMonths(village.now, village.state.charter.parameters.ruleSunsetMonths);
    const made = { ...LINK_RULE, adoptedBy: P9, activeFrom: village.now, sunsetAt };
    expect(enact(village, CHANGES['adopt-rule'])).toEqual({
      ...{ kind: 'rule-in-force', proposal: P9, rule: { ...made, id: ruleId(3), version: 1 } },
    });
    expect(enact(village, CHANGES['amend-rule'])).toEqual({
      ...{ kind: 'rule-in-force', proposal: P9, rule: { ...made, id: R1, version: 3 } },
    });
    expect(enact(village, CHANGES['repeal-rule'])).toEqual({ kind: 'rule-repealed', proposal: P9, rule: R1 });
  });

  it('is void when the rule is gone meanwhile', () => {
    const village = ruled(rule(R1, { activeTo: FROM }));
    const gone = { kind: 'proposal-voided', proposal: P9, why: 'Rule R-1 is no longer in force.' };
    expect([enact(village, CHANGES['amend-rule']), enact(village, CHANGES['repeal-rule'])]).toEqual([gone, gone]);
  });

  it('renews those that stand as they stood when the vote was called, and is void where none does', () => {
    const renew = (submittedAt: Date, ...rules: readonly Rule[]) =>
      enact(ruled(...rules), CHANGES['renew-rules'], submittedAt);
    const since = addDays(FROM, -9);
    const [old, amended] = [rule(R1, { activeFrom: since }), rule(R2, { version: 2, activeFrom: FROM })];
    const sunsetAt = addMonths(FROM, Village.of(bob).state.charter.parameters.ruleSunsetMonths);
    expect(renew(since, old, amended)).toEqual({
      ...{ kind: 'rules-renewed', proposal: P9, rules: [{ rule: R1, version: 1 }], sunsetAt },
    });
    expect(renew(FROM, old, amended)).toMatchObject({ rules: [{ rule: R1 }, { rule: R2, version: 2 }] });
    expect(renew(since, amended)).toMatchObject({
      kind: 'proposal-voided',
      why: expect.stringContaining('None of these'),
    });
  });
});

describe('a change about people', () => {
  /** Mallory was removed; the charter has her stay away for half a year. */
  function removed() {
    const village = CaseVillage.with();
    village.report(mallory, village.act(1));
    village.callJury(alice, 'C-1' as never, 5);
    village.verdict('C-1' as never, 'level-5');
    return village;
  }

  it('lets somebody come back who was removed, half a year later, to the moment', () => {
    const village = removed();
    const { readmissionDays } = village.state.charter.parameters;
    expect(readmissionDays).toBe(180);
    const from = addDays(village.now, readmissionDays);
    const ask = (now: Date, change: Change = CHANGES.readmit) =>
      codeOf(checkChange({ state: village.state, change, now }));
    expect([ask(new Date(from.getTime() - 1)), ask(from)]).toEqual(['nothing-changes', 'accepted']);
    expect(ask(from, { kind: 'readmit', member: bob })).toBe('no-such-member');
    expect(enact(village, CHANGES.readmit)).toEqual({ kind: 'member-readmitted', proposal: P9, member: mallory });
    expect(enact(village, { kind: 'readmit', member: bob })).toMatchObject({ kind: 'proposal-voided' });
  });

  it('does not let back who is only suspended: that ends by itself', () => {
    const village = CaseVillage.with();
    village.report(mallory, village.act(1));
    village.callJury(alice, 'C-1' as never, 4);
    village.verdict('C-1' as never, 'level-4');
    const { state } = village;
    const now = addDays(village.now, 400);
    expect(codeOf(checkChange({ state, change: CHANGES.readmit, now }))).toBe('no-such-member');
    expect(enact(village, CHANGES.readmit)).toMatchObject({ kind: 'proposal-voided' });
  });

  it('takes a role from whoever still holds it, under whatever name', () => {
    const village = CaseVillage.with(5, [bob]);
    expect(enact(village, CHANGES.recall)).toEqual({
      ...{ kind: 'member-recalled', proposal: P9, role: 'moderator', member: bob },
    });
    const void_ = enact(village, { kind: 'recall', role: 'moderator', member: dave });
    expect(void_).toEqual({ kind: 'proposal-voided', proposal: P9, why: 'They are no longer moderator.' });
    expect(enact(village, CHANGES.ratify)).toEqual({ kind: 'acts-ratified', proposal: P9 });
  });

  it('seats nobody where nobody who was elected could take a seat: then it is void', () => {
    const village = Village.of(bob);
    expect(enact(village, CHANGES.elect)).toMatchObject({
      ...{
        kind: 'proposal-voided',
        proposal: P9 satisfies ProposalId,
        why: expect.stringContaining('calls the election again'),
      },
    });
  });
});
