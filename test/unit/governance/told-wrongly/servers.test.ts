import { describe, expect, it } from '@jest/globals';
import { organisation, proposalId } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import type { EventOf } from '../../../../server/governance/events.ts';
import { bob, carol, dave, mallory } from '../village.ts';
import { guild, HOME, NOW, P9 } from './ruled-guild.ts';
import { momentBefore, stateAfter, told } from './telling.ts';

describe('a record is not read in which another server', () => {
  const SERVER = 'south.example';
  const limited = (level: EventOf<'server-limited'>['level'], proposal = P9): EventOf<'server-limited'> => {
    return { kind: 'server-limited', proposal, server: SERVER, level };
  };
  const ended = { kind: 'relations-ended', server: SERVER } as const;

  it('loses its members for good before the 90 days are over, twice, or without being suspended (§3.8)', () => {
    const village = guild();
    expect(told(village, ended)).toMatch(/nothing that was severed from south.example ends now/);
    const at = (level: 'suspend' | 'limit', days: number) => {
      const state = stateAfter(village, limited(level));
      return { state, now: addDays(NOW, days), ...{ entries: [] } };
    };
    expect(told(at('limit', 90), ended)).toMatch(/nothing that was severed/);
    const early = at('suspend', 90);
    expect(told({ ...early, now: momentBefore(early.now) }, ended)).toMatch(/nothing that was severed/);
    expect(told(early, ended)).toBe('read');
    const state = stateAfter(early, ended);
    expect(state.servers.get(SERVER)?.relationsEndedAt).toEqual(early.now);
    expect([carol, bob].map((who) => state.members.get(who)?.leftAt)).toEqual([early.now, undefined]);
    expect(told({ ...early, state }, ended)).toMatch(/nothing that was severed/);
  });

  it('loses members whom the members let in by a nearer decision, or who had left before', () => {
    const village = guild();
    village.write(limited('suspend'));
    const inside = { member: dave, organisation: organisation('chat.south.example'), joinedAt: NOW, lastActAt: NOW };
    const left = { ...inside, member: mallory, leftAt: addDays(NOW, 1) };
    const members = new Map([...village.state.members, [dave, inside], [mallory, left]]);
    const allowed = { level: 'allow', since: NOW, proposal: P9 } as const;
    const lost = (servers: typeof village.state.servers) => {
      const state = { ...village.state, members, servers };
      const after = stateAfter({ state, now: addDays(NOW, 90) }, ended).members;
      return [carol, dave, mallory].map((who) => after.get(who)?.leftAt);
    };
    const then = addDays(NOW, 90);
    expect(lost(village.state.servers)).toEqual([then, then, left.leftAt]);
    expect(lost(new Map([...village.state.servers, ['chat.south.example', allowed]]))).toEqual([
      ...[then, undefined, left.leftAt],
    ]);
  });

  it('is dealt with by no decision of the members', () => {
    const village = guild();
    const P8 = { proposal: proposalId(8) };
    const of = { proposal: P9, community: HOME };
    const list = { proposal: P9, list: 'https://lists.example/a.csv' };
    const decisions = [
      limited('limit'),
      { kind: 'community-linked', ...of },
      { kind: 'community-unlinked', ...of },
      { kind: 'list-followed', ...list },
      { kind: 'list-unfollowed', ...list },
      { kind: 'community-moved', proposal: P9, target: HOME },
    ] as const;
    for (const event of decisions) {
      expect([event.kind, told(village, { ...event, ...P8 })]).toEqual([event.kind, 'there is no proposal P-8.']);
      expect(stateAfter(village, event).proposals.get(P9)?.phase).toEqual({ state: 'in-force', since: NOW });
    }
  });

  it('begins anew by being suspended again while it is; lifted, nothing is left of it', () => {
    const village = guild();
    village.write(limited('suspend'));
    village.now = addDays(NOW, 3);
    const timelock = { id: proposalId(8), phase: { state: 'timelock', until: village.now } } as never;
    village.state = { ...village.state, proposals: new Map([[proposalId(8), timelock]]) };
    const again = (level: EventOf<'server-limited'>['level']) => stateAfter(village, limited(level, proposalId(8)));
    expect(again('suspend').servers.get(SERVER)).toEqual({ level: 'suspend', since: NOW, proposal: 'P-8' });
    expect(again('limit').servers.get(SERVER)).toEqual({ level: 'limit', since: village.now, proposal: 'P-8' });
    expect(again('none').servers.size).toBe(0);
    const milder = guild();
    milder.write(limited('limit'));
    milder.now = addDays(NOW, 3);
    milder.state = { ...milder.state, proposals: new Map([[P9, { ...(timelock as object), id: P9 } as never]]) };
    expect(stateAfter(milder, limited('suspend')).servers.get(SERVER)?.since).toEqual(milder.now);
  });

  it('is linked or followed as long as the members want it', () => {
    const village = guild();
    const of = { proposal: P9, community: HOME };
    const list = 'https://lists.example/a.csv';
    const linked = stateAfter(village, { kind: 'community-linked', ...of });
    expect(linked.links.get(HOME)).toEqual({ since: NOW, proposal: P9 });
    const again = { ...linked, proposals: village.state.proposals };
    expect(stateAfter({ state: again, now: NOW }, { kind: 'community-unlinked', ...of }).links.size).toBe(0);
    const followed = stateAfter(village, { kind: 'list-followed', proposal: P9, list });
    expect(followed.lists.get(list)).toEqual({ since: NOW, proposal: P9 });
    const listed = { ...followed, proposals: village.state.proposals };
    expect(stateAfter({ state: listed, now: NOW }, { kind: 'list-unfollowed', proposal: P9, list }).lists.size).toBe(0);
    expect(stateAfter(village, { kind: 'community-moved', proposal: P9, target: HOME }).movedTo).toBe(HOME);
  });
});
