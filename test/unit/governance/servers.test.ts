import { describe, expect, it } from '@jest/globals';
import { communityIri, personIri } from '../../../server/community/ids.ts';
import { join, leave, memberOf, moveMember } from '../../../server/governance/membership.ts';
import { submitProposal } from '../../../server/governance/proposals/submit.ts';
import { touching } from '../../../server/governance/proposals/touching.ts';
import { covers, isCutOff, limitOf, parseServer } from '../../../server/governance/servers.ts';
import { agreed, alice, bob, carol, codeOf, dave, hostOf, LINK_RULE, mallory, Village } from './village.ts';

const SUSPEND_SOUTH = { kind: 'limit-server', server: 'south.example', level: 'suspend' } as const;
const LIFT_SOUTH = { ...SUSPEND_SOUTH, level: 'none' } as const;
const ADOPT = { kind: 'adopt-rule', rule: LINK_RULE } as const;

describe('the name of a server', () => {
  it('is read from whatever people type', () => {
    for (const typed of ['South.Example', 'https://south.example/about', '@carol@south.example', ' south.example '])
      expect(parseServer(typed)).toBe('south.example');
    expect(parseServer('south.localhost:8443')).toBe('south.localhost:8443');
    for (const typed of ['', 'nothing', 'a b', 'south..example', 'example/', '?'])
      expect(parseServer(typed)).toBeNull();
  });

  it('covers what is below it, and nothing that only looks like it', () => {
    expect(covers('south.example', 'south.example')).toBe(true);
    expect(covers('south.example', 'chat.south.example:8443')).toBe(true);
    expect(covers('south.example:8443', 'south.example')).toBe(false);
    expect(covers('south.example', 'notsouth.example')).toBe(false);
    expect(covers('south.example', 'south.example.evil')).toBe(false);
  });
});

describe('a server suspended by decision', () => {
  it('has no member who counts, proposes, seconds or votes; nobody joins from there', () => {
    const village = Village.of(bob, carol, dave);
    const proposal = village.adopt(alice, SUSPEND_SOUTH);
    expect(village.state.servers.get('south.example')).toMatchObject({ level: 'suspend', proposal });
    expect(isCutOff(village.state, 'chat.south.example')).toBe(true);
    expect(memberOf(village.state, carol)).toBeNull();
    expect(memberOf(village.state, dave)).not.toBeNull();
    const next = village.toTheVote(bob, { kind: 'amend-charter', parameters: { votingDays: 9 } });
    expect(village.rolls.get(next)?.entries.map(({ member }) => member)).not.toContain(carol);
    expect(codeOf(village.vote(carol, next, 'yes'))).toBe('not-a-member');
    expect(village.second(carol, next)).not.toBe('accepted');
    expect(village.join(personIri('https://south.example/users/new'))).toBe('server-suspended');
  });

  it('keeps its members as they were, and gives them back when the members lift it', () => {
    const village = Village.of(bob, carol, dave);
    const joinedAt = memberOf(village.state, carol)?.joinedAt;
    village.adopt(alice, SUSPEND_SOUTH);
    village.adopt(alice, LIFT_SOUTH);
    expect(village.state.servers.size).toBe(0);
    expect(memberOf(village.state, carol)).toMatchObject({ joinedAt });
  });

  it('gives nobody back after 90 days', () => {
    const village = Village.of(bob, carol, dave);
    village.adopt(alice, SUSPEND_SOUTH);
    village.pass(89);
    expect(village.state.members.get(carol)?.leftAt).toBeUndefined();
    village.pass(2);
    expect(village.state.members.get(carol)?.leftAt).toBeDefined();
    expect(village.state.members.get(dave)?.leftAt).toBeUndefined();
    village.adopt(alice, LIFT_SOUTH);
    expect(memberOf(village.state, carol)).toBeNull();
    expect(village.join(carol)).toBe('accepted');
  });

  it('does not keep anybody from leaving', () => {
    const village = Village.of(bob, carol, dave);
    village.adopt(alice, SUSPEND_SOUTH);
    expect(village.record(leave({ state: village.state, person: carol, now: village.now }))).toBe('accepted');
  });

  it('is refused as a proposal when it would cut off the community itself, or changes nothing', () => {
    const village = Village.of(bob, carol);
    const ask = (server: string, level: 'suspend' | 'none') =>
      codeOf(
        submitProposal({
          state: village.state,
          by: alice,
          title: 'Servers',
          reasons: 'They help.',
          change: { kind: 'limit-server', server, level },
          now: village.now,
        }),
      );
    expect(ask('north.example', 'suspend')).toBe('bad-server');
    expect(ask('nonsense', 'suspend')).toBe('bad-server');
    expect(ask('south.example', 'none')).toBe('nothing-changes');
    expect(ask('south.example', 'suspend')).toBe('accepted');
  });
});

describe('a charter that lets in named servers only', () => {
  it('lets in those decided about, by the nearest decision', () => {
    const village = Village.of(bob, carol, dave);
    village.adopt(alice, { kind: 'limit-server', server: 'south.example', level: 'allow' });
    village.adopt(alice, { kind: 'amend-charter', parameters: { federation: 'allow-list' } });
    expect(isCutOff(village.state, 'south.example')).toBe(false);
    expect(isCutOff(village.state, 'north.example')).toBe(false);
    expect(isCutOff(village.state, 'east.example')).toBe(true);
    expect(memberOf(village.state, dave)).toBeNull();
    village.adopt(alice, { kind: 'limit-server', server: 'bad.south.example', level: 'suspend' });
    expect(limitOf(village.state, 'bad.south.example')).toMatchObject({ level: 'suspend' });
    expect(isCutOff(village.state, 'bad.south.example')).toBe(true);
    expect(isCutOff(village.state, 'good.south.example')).toBe(false);
  });
});

describe('a member whose account moves', () => {
  const carolNow = personIri('https://east.example/users/carol');

  it('keeps her tenure, her proposals and her seconds', () => {
    const village = Village.of(bob, carol, dave);
    const joinedAt = memberOf(village.state, carol)?.joinedAt;
    const proposal = village.propose(carol, ADOPT);
    village.write(
      agreed(moveMember({ state: village.state, from: carol, to: carolNow, organisation: hostOf(carolNow) })),
    );
    expect(memberOf(village.state, carol)).toBeNull();
    expect(memberOf(village.state, carolNow)).toMatchObject({ joinedAt, organisation: 'east.example' });
    expect(village.state.proposals.get(proposal)?.by).toBe(carolNow);
  });

  it('never has two votes: neither twice by her old line on the roll, nor by two lines', () => {
    const village = Village.of(bob, carol, dave);
    const proposal = village.toTheVote(alice, ADOPT);
    village.write(
      agreed(moveMember({ state: village.state, from: carol, to: carolNow, organisation: hostOf(carolNow) })),
    );
    expect(codeOf(village.vote(carol, proposal, 'yes'))).toBe('not-a-member');
    expect(village.vote(carolNow, proposal, 'no')).toMatchObject({ ok: true, value: { voter: carol } });
    expect(codeOf(village.vote(carolNow, proposal, 'yes'))).toBe('already-voted');

    const second = Village.of(bob, carol, dave);
    const other = second.toTheVote(alice, ADOPT);
    expect(codeOf(second.vote(carol, other, 'yes'))).toBe('accepted');
    second.write(agreed(moveMember({ state: second.state, from: carol, to: dave, organisation: hostOf(dave) })));
    expect(codeOf(second.vote(dave, other, 'no'))).toBe('already-voted');
    expect(second.vote(dave, other, 'yes')).toMatchObject({ value: { voter: carol } });
    expect(second.ballotsOn(other)).toHaveLength(1);
  });
});

describe('a community that one joins by request', () => {
  it('takes in whom a member lets in, and says who did', () => {
    const village = Village.of(bob);
    const state = { ...village.state, admission: 'request' as const };
    const ask = { state, person: mallory, organisation: hostOf(mallory), now: village.now };
    expect(codeOf(join(ask))).toBe('not-admitted');
    expect(codeOf(join({ ...ask, admittedBy: carol }))).toBe('not-admitted');
    expect(agreed(join({ ...ask, admittedBy: bob }))).toMatchObject({ member: mallory, admittedBy: bob });
  });
});

describe('a link with another community', () => {
  const there = communityIri('https://south.example/c/guild');

  it('stands and ends by decision, and is never with itself', () => {
    const village = Village.of(bob);
    village.adopt(alice, { kind: 'link-community', community: there });
    expect([...village.state.links.keys()]).toEqual([there]);
    village.adopt(alice, { kind: 'unlink-community', community: there });
    expect(village.state.links.size).toBe(0);
    const self = { kind: 'link-community', community: village.state.community } as const;
    const said = { by: alice, title: 'A link', reasons: 'It helps.', now: village.now };
    expect(codeOf(submitProposal({ ...said, state: village.state, change: self }))).toBe('bad-community');
  });
});

describe('a decision about another server', () => {
  it('is a federation matter, and a suspension waits for seven days', () => {
    const village = Village.of(bob, carol, dave);
    const proposal = village.toTheVote(alice, SUSPEND_SOUTH);
    for (const by of [alice, bob, carol, dave]) village.vote(by, proposal, 'yes');
    village.pass(7 + 6);
    expect(village.state.proposals.get(proposal)).toMatchObject({ matter: 'federation', phase: { state: 'timelock' } });
    village.pass(1);
    expect(village.phaseOf(proposal)).toBe('in-force');
    const lift = village.toTheVote(alice, LIFT_SOUTH);
    for (const by of [alice, bob, dave]) village.vote(by, lift, 'yes');
    village.pass(7 + 3);
    expect(village.state.servers.size).toBe(0);
  });

  it('may be to look at a list, and nothing on it applies by itself', () => {
    const village = Village.of(bob, carol, dave);
    const list = 'https://lists.example/a.csv';
    village.adopt(alice, { kind: 'follow-list', list });
    expect([...village.state.lists.keys()]).toEqual([list]);
    expect(village.state.servers.size).toBe(0);
    village.adopt(alice, { kind: 'unfollow-list', list });
    expect(village.state.lists.size).toBe(0);
    const ask = { by: alice, title: 'A list', reasons: 'It helps.', now: village.now, state: village.state };
    const code = (kind: 'follow-list' | 'unfollow-list', address: string) =>
      codeOf(submitProposal({ ...ask, change: { kind, list: address } }));
    expect(code('unfollow-list', list)).toBe('nothing-changes');
    expect(code('follow-list', 'javascript:alert(1)')).toBe('bad-list');
  });
});

describe('whom a change would touch', () => {
  const hosts = ['south.example', 'chat.south.example', 'east.example', 'north.example'];
  const touched = (village: Village, change: Parameters<typeof touching>[1]) => {
    const touches = touching(village.state, change);
    return touches && hosts.filter(touches);
  };

  it('is whoever is on the server that it limits, at whatever level', () => {
    const village = Village.of(bob, carol, dave);
    const south = ['south.example', 'chat.south.example'];
    expect(touched(village, SUSPEND_SOUTH)).toEqual(south);
    expect(touched(village, LIFT_SOUTH)).toEqual(south);
    expect(touched(village, ADOPT)).toBeNull();
  });

  it('by going over to a list of those allowed is whoever is not on it, and was not cut off before', () => {
    const village = Village.of(bob, carol, dave);
    const closing = { kind: 'amend-charter', parameters: { federation: 'allow-list' } } as const;
    expect(touched(village, { kind: 'amend-charter', parameters: { votingDays: 9 } })).toBeNull();
    expect(touched(village, { kind: 'amend-charter', parameters: { federation: 'open' } })).toBeNull();
    const before = touched(village, closing) ?? [];
    expect(before).toContain('east.example');
    village.adopt(alice, SUSPEND_SOUTH);
    expect(touched(village, closing)).toEqual(before.filter((host) => !host.endsWith('south.example')));
  });
});
