import { describe, expect, it } from '@jest/globals';
import { emergencyId, personIri, postIri } from '../../../../server/community/ids.ts';
import { addDays, addHours } from '../../../../server/governance/dates.ts';
import { standing } from '../../../../server/governance/emergency/emergency.ts';
import type { EventOf } from '../../../../server/governance/events.ts';
import { found } from '../../../../server/governance/membership.ts';
import { alice, bob, carol, dave, GUILD, hostOf, mallory, Village } from '../village.ts';
import { stateAfter, told } from './telling.ts';

const newAlice = personIri('https://east.example/users/alice');
const joins = (member = mallory) => ({ kind: 'member-joined', member, organisation: hostOf(member) }) as const;
const moves = (from = bob, to = personIri('https://east.example/users/bob')) =>
  ({ kind: 'member-moved', from, to, organisation: hostOf(to) }) as const;

describe('a record is not read in which a member', () => {
  it('joins twice, or leaves without being one', () => {
    const village = Village.of(bob);
    const leaves = { kind: 'member-left', member: mallory } as const;
    expect(told(village, leaves)).toMatch(/mallory leaves without being a member/);
    village.write(joins());
    expect(told(village, joins())).toMatch(/mallory joins without having left/);
    expect(told(village, leaves)).toBe('read');
    village.write(leaves);
    expect(told(village, leaves)).toMatch(/leaves without being a member/);
    expect(told(village, joins())).toBe('read');
  });

  it('is let in by somebody who is none', () => {
    const village = Village.of(bob);
    expect(told(village, { ...joins(), admittedBy: bob })).toBe('read');
    expect(told(village, { ...joins(), admittedBy: carol })).toMatch(/carol acts without being a member/);
    village.write({ kind: 'member-left', member: bob });
    expect(told(village, { ...joins(), admittedBy: bob })).toMatch(/bob acts without being a member/);
  });

  it('lets the same account in twice, or is none who lets it in', () => {
    const village = Village.of(bob);
    const letIn = { kind: 'account-let-in', account: personIri('https://north.example/actors/gus'), by: bob } as const;
    expect(told(village, { ...letIn, by: carol })).toMatch(/carol acts without being a member/);
    village.pass(2);
    village.write(letIn);
    expect(village.state.accountsLetIn).toEqual(new Set([letIn.account]));
    // Who decides is active by it; whom she let in is a member of nothing.
    expect(village.state.members.get(bob)?.lastActAt).toEqual(village.now);
    expect(village.state.members.has(letIn.account)).toBe(false);
    expect(told(village, letIn)).toMatch(/gus is let in twice/);
  });

  it('moves without being there, after leaving, or to where she is', () => {
    const village = Village.of(bob);
    expect(told(village, moves())).toBe('read');
    expect(told(village, moves(mallory))).toMatch(/mallory moves without being a member/);
    expect(told(village, moves(bob, bob))).toMatch(/bob moves to the same name/);
    village.write({ kind: 'member-left', member: bob });
    expect(told(village, moves())).toMatch(/bob moves without being a member/);
  });

  it('founds it under what is nobody’s name', () => {
    const village = new Village();
    const said = { community: GUILD, founder: alice, title: 'Guild', purpose: 'Trade', now: village.now };
    expect(told(village, found(said))).toBe('read');
    expect(told(village, { ...found(said), by: personIri('alice') })).toMatch(/“alice” is nobody’s name/);
  });

  it('founds it for its members alone, or for whom they let in, as she says', () => {
    const said = { community: GUILD, founder: alice, title: 'Guild', purpose: 'Trade', now: new Village().now };
    const founded = (more: object) => {
      const { membersOnly, admission } = stateAfter(new Village(), found({ ...said, ...more }));
      return [membersOnly, admission];
    };
    const { membersOnly, admission } = new Village().state;
    expect(founded({})).toEqual([membersOnly, admission]);
    expect(founded({ membersOnly: true })).toEqual([true, admission]);
    expect(founded({ admission: 'request' })).toEqual([membersOnly, 'request']);
  });

  it('votes through herself, or takes back what she never gave', () => {
    const village = Village.of(bob, carol);
    const given = { kind: 'delegation-given', by: bob, to: carol, until: addDays(village.now, 90) } as const;
    const ended = { kind: 'delegation-ended', by: bob, to: carol, why: 'taken-back' } as const;
    expect(told(village, { ...given, to: bob })).toMatch(/bob delegates to herself/);
    expect(told(village, { ...given, by: mallory })).toMatch(/mallory acts without being a member/);
    expect(told(village, ended)).toMatch(/bob has not asked .*carol to vote for her/);
    village.write(given);
    expect(village.state.delegations.get(bob)).toEqual({ by: bob, to: carol, since: village.now, until: given.until });
    expect(told(village, { ...ended, to: alice })).toMatch(/bob has not asked .*alice to vote for her/);
    village.write(ended);
    expect(village.state.delegations.size).toBe(0);
  });

  it('is given a new password who never belonged to it', () => {
    const village = Village.of(bob);
    const made = { kind: 'password-link-made', by: 'operator', member: bob } as const;
    expect(told(village, made)).toBe('read');
    expect(told(village, { ...made, member: mallory })).toMatch(/mallory was never a member/);
  });
});

describe('who moves', () => {
  it('keeps the tenure, and everything she was called before; the founder stays the founder', () => {
    const village = Village.of(bob);
    const { joinedAt } = village.state.members.get(alice) ?? {};
    village.write(moves(alice, newAlice));
    expect(village.state.members.get(newAlice)).toMatchObject({ joinedAt, formerly: [alice], lastActAt: village.now });
    expect(village.state.members.get(alice)).toMatchObject({ leftAt: village.now });
    expect(village.state.founder).toBe(newAlice);
    village.write(moves(newAlice, alice));
    expect(village.state.members.get(alice)?.formerly).toEqual([newAlice]);
    expect(village.state.founder).toBe(alice);
    village.write(moves());
    expect(village.state.founder).toBe(alice);
  });

  it('to where she is a member already becomes one, with the longer tenure, whichever that is', () => {
    const village = Village.of(bob, carol);
    village.pass(5);
    village.write(joins());
    const { joinedAt } = village.state.members.get(carol) ?? {};
    for (const [from, to] of [
      [carol, mallory],
      [mallory, carol],
    ] as const) {
      const member = stateAfter(village, moves(from, to)).members.get(to);
      expect(member).toMatchObject({ joinedAt, formerly: [from] });
    }
    // Who had left from there has no tenure to bring.
    village.write({ kind: 'member-left', member: carol });
    village.pass(1);
    expect(stateAfter(village, moves(mallory, carol)).members.get(carol)?.joinedAt).toEqual(
      village.state.members.get(mallory)?.joinedAt,
    );
  });

  it('keeps what she proposed and seconded, and nobody else’s', () => {
    const village = Village.of(bob, carol, dave);
    const hers = village.propose(bob, { kind: 'amend-charter', parameters: { votingDays: 9 } });
    const his = village.propose(alice, { kind: 'amend-charter', parameters: { discussionDays: 9 } });
    village.second(bob, his);
    village.second(carol, his);
    const move = moves();
    village.write(move);
    expect(village.state.proposals.get(hers)?.by).toBe(move.to);
    expect(village.state.proposals.get(his)).toMatchObject({ by: alice, seconds: [{ by: move.to }, { by: carol }] });
    expect(village.state.proposals.get(his)).not.toHaveProperty('alternatives');
    expect(village.state.proposals.get(his)).not.toHaveProperty('dropped');
    expect(village.state.proposals.get(his)).not.toHaveProperty('challenge');
  });
});

describe('a record is not read in which a measure in an emergency', () => {
  const E1 = emergencyId(1);
  const POST = postIri('https://west.example/posts/1');
  const declared = ({ now }: Village): EventOf<'emergency-declared'> => ({
    ...{ kind: 'emergency-declared', emergency: E1, by: bob, organisation: hostOf(bob), harm: 'flood' },
    ...{ act: { do: 'mute', person: mallory }, facts: 'Forty messages.', grounds: [POST] },
    ...{ confirmUntil: addHours(now, 24), until: addHours(now, 72) },
  });
  const confirmed = { kind: 'emergency-confirmed', emergency: E1, by: carol, organisation: hostOf(carol) } as const;
  const ended = (how: EventOf<'emergency-ended'>['how']) =>
    ({ kind: 'emergency-ended', emergency: E1, how }) satisfies EventOf<'emergency-ended'>;
  const village = () => Village.of(bob, carol, dave, mallory);
  function begun() {
    const guild = village();
    guild.write(declared(guild));
    return guild;
  }

  it('has another’s number, or rests on what one rested on before (§3.8)', () => {
    const guild = begun();
    const next = { ...declared(guild), emergency: emergencyId(2), grounds: [postIri('https://west.example/posts/2')] };
    expect(told(guild, next)).toBe('read');
    expect(told(guild, { ...next, emergency: E1 })).toMatch(/there is a measure E-1 already/);
    expect(told(guild, { ...next, grounds: [...next.grounds, POST] })).toMatch(/posts\/1 is the ground for a second/);
    expect(told(guild, { ...next, by: personIri('https://west.example/users/new') })).toMatch(/without being a member/);
  });

  it('is confirmed by whoever declared it, twice, by nobody here, or too late', () => {
    const guild = begun();
    expect(told(guild, { ...confirmed, by: bob })).toMatch(/E-1 is not confirmed by a second person/);
    expect(told(guild, { ...confirmed, by: personIri('https://new.example/users/a') })).toMatch(
      /without being a member/,
    );
    const end = addHours(guild.now, 24);
    expect(told({ ...guild, now: end }, confirmed)).toMatch(/E-1 is confirmed too late/);
    expect(told({ ...guild, now: new Date(end.getTime() - 1) }, confirmed)).toBe('read');
    guild.write(confirmed);
    expect(guild.state.emergencies.get(E1)?.confirmed).toEqual({
      by: carol,
      organisation: hostOf(carol),
      at: guild.now,
    });
    expect(told(guild, { ...confirmed, by: dave })).toMatch(/E-1 is not confirmed by a second person/);
    expect(told(guild, { ...confirmed, emergency: emergencyId(2) })).toMatch(/E-2 does not stand/);
  });

  it('runs out before its time, or ends twice; lifted or decided it ends at any time', () => {
    const guild = begun();
    const early = (how: EventOf<'emergency-ended'>['how'], hours: number) =>
      told({ ...guild, now: new Date(addHours(declaredAt, hours).getTime() - 1) }, ended(how));
    const declaredAt = guild.now;
    expect([early('not-confirmed', 24), early('time-over', 24)]).toEqual(Array(2).fill('E-1 ends before its time.'));
    expect([early('lifted', 1), early('decided', 1)]).toEqual(['read', 'read']);
    expect(told({ ...guild, now: addHours(declaredAt, 24) }, ended('not-confirmed'))).toBe('read');
    guild.write(confirmed);
    expect(early('time-over', 72)).toBe('E-1 ends before its time.');
    expect(told({ ...guild, now: addHours(declaredAt, 72) }, ended('time-over'))).toBe('read');
    guild.write(ended('lifted'));
    expect(standing(guild.state)).toEqual([]);
    expect(told(guild, ended('lifted'))).toMatch(/E-1 does not stand/);
    expect(told(guild, { ...ended('lifted'), emergency: emergencyId(2) })).toMatch(/E-2 does not stand/);
  });
});

describe('a record', () => {
  it('begins with the founding and only there, and goes on one entry after the other', () => {
    const village = Village.of(bob);
    const founding = village.entries[0]?.event ?? joins();
    expect(told(village, founding)).toMatch(/begins with the founding, and only there/);
    expect(told(new Village(), joins())).toMatch(/begins with the founding, and only there/);
    const { state, now } = village;
    const tell = (more: object) => () => stateAfter({ state: { ...state, ...more }, now }, joins());
    expect(tell({})).not.toThrow();
    expect(() => stateAfter({ state, now: new Date(state.at.getTime() - 1) }, joins())).toThrow(
      /dated before the entry/,
    );
    expect(() => stateAfter({ state, now: state.at }, joins())).not.toThrow();
    expect(told(village, { kind: 'toString' } as never)).toMatch(/this version does not know what it says/);
  });
});
