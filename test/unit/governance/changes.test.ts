import { describe, expect, it } from '@jest/globals';
import { communityIri } from '../../../server/community/ids.ts';
import { inEnglish } from '../../../server/community/said.ts';
import { changeTitle, changeWords, checkChange, matterOf } from '../../../server/governance/changes/index.ts';
import type { Change, Proposal } from '../../../server/governance/proposal.ts';
import { all, CHANGES, check, enact, LIST, P9, THERE } from './every-change.ts';
import { bob, carol, GUILD, Village } from './village.ts';

describe('what can be proposed', () => {
  it('is a matter by which it is voted on (§3.2): rules go the ordinary way, what is the community’s own the charter’s', () => {
    const byMatter = Map.groupBy(all, (change) => matterOf(change));
    const kinds = [...byMatter].map(([matter, changes]) => [matter, changes.map(({ kind }) => kind)]);
    expect(Object.fromEntries(kinds)).toEqual({
      ordinary: ['adopt-rule', 'amend-rule', 'repeal-rule', 'renew-rules', 'readmit'],
      charter: ['amend-charter', 'state-intent', 'move-community', 'ratify'],
      federation: [
        'limit-server',
        'link-community',
        'unlink-community',
        'follow-list',
        'unfollow-list',
        'accept-issuer',
        'end-issuer',
      ],
      seats: ['elect'],
      recall: ['recall'],
    });
  });

  it('is told in a few words, and in sentences that name what it is about', () => {
    const titles = all.map((change) => inEnglish(changeTitle(change)));
    expect(new Set(titles).size).toBe(all.length);
    for (const title of titles) expect(title).toMatch(/^[A-Z].*\.$/);
    const named: Readonly<Record<Change['kind'], RegExp>> = {
      'adopt-rule': /new rule would be adopted: “Posts by new members.*What the software will do: Posts by /,
      'amend-rule': /Rule R-1 would be changed to: “Posts by new members/,
      'repeal-rule': /Rule R-1 would no longer be in force/,
      'renew-rules': /stay in force for another term: R-1, R-2\./,
      'amend-charter': /: 9\. .*: 4\.$/,
      'state-intent': /Under “Mindset changes” the charter would say: Nobody is asked to be busy\./,
      'limit-server': /south\.example/,
      'link-community': /linked with https:\/\/south\.example\/c\/guild, if that community decides the same/,
      'unlink-community': /no longer be linked with https:\/\/south\.example/,
      'move-community': /would move to https:\/\/south\.example\/c\/guild/,
      'follow-list': /list at https:\/\/lists\.example\/a\.csv says .* would be shown/,
      'unfollow-list': /list at https:\/\/lists\.example\/a\.csv says would no longer be shown/,
      'accept-issuer':
        /Whom works\.example confirms, .* one of so many.*https:\/\/voices\.works\.example, with the key BAAA/,
      'end-issuer': /Whom works\.example confirmed could no longer speak/,
      elect: /elect three|elect 3/,
      recall: /users\/bob|actors\/bob would no longer be moderator/,
      ratify: /founder did provisionally would stand/,
      readmit: /mallory, who was removed, could join/,
    };
    for (const change of all)
      expect([change.kind, inEnglish(changeWords(change))]).toEqual([
        change.kind,
        expect.stringMatching(named[change.kind]),
      ]);
    const { rule } = CHANGES['adopt-rule'];
    expect(inEnglish(changeWords({ kind: 'adopt-rule', rule: { ...rule, authoritative: 'fr' } }))).toContain(
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
