import { describe, expect, it } from '@jest/globals';
import { optionId, type PersonIri, petitionId, proposalId, ruleId } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import type { EventOf, GovernanceEvent } from '../../../../server/governance/events.ts';
import type { Holder } from '../../../../server/governance/roles/role.ts';
import { formerKey } from '../../../../server/governance/roles/state.ts';
import { from, Moot } from '../moot.ts';
import { alice, bob, carol, dave, hostOf, LINK_RULE, mallory } from '../village.ts';
import { last, stateAfter, told } from './telling.ts';

const P9 = proposalId(9);
const RC1 = petitionId(1);
const [eve] = from('south.example', 'eve') as [PersonIri];

const holder = ({ now }: Moot, member: PersonIri, days = 180): Holder => ({
  ...{ member, organisation: hostOf(member), since: now, until: addDays(now, days), terms: 1, by: 'founder' },
});
/** A young community whose founder acts provisionally. */
const young = () => Moot.with(bob, carol, dave, eve);
/** The same, with somebody in office and a proposal that is about to take effect. */
function holding(...members: readonly PersonIri[]): Moot {
  const moot = young();
  const holders = new Map([['moderator' as const, members.map((one) => holder(moot, one))]]);
  const timelock = { id: P9, phase: { state: 'timelock', until: moot.now } } as never;
  moot.state = { ...moot.state, holders, proposals: new Map([[P9, timelock]]) };
  return moot;
}
const acts = (act: EventOf<'founder-acted'>['act'], by = alice) => ({ kind: 'founder-acted', by, act }) as const;

describe('a record is not read in which a founder', () => {
  it('is somebody else, or has left', () => {
    const moot = young();
    const act = { do: 'appoint', role: 'moderator', holder: holder(moot, bob) } as const;
    expect(told(moot, acts(act))).toBe('read');
    expect(told(moot, acts(act, bob))).toMatch(/bob acts as the founder and is not/);
    moot.write({ kind: 'member-left', member: alice });
    expect(told(moot, acts(act))).toMatch(/alice acts without being a member/);
  });

  it('appoints somebody twice, changes the charter out of turn, or ends a rule that is not there', () => {
    const moot = young();
    const appoint = (who: PersonIri) => acts({ do: 'appoint', role: 'moderator', holder: holder(moot, who) });
    moot.write(appoint(bob));
    expect(told(moot, appoint(bob))).toMatch(/bob is appointed twice/);
    expect(
      stateAfter(moot, appoint(carol))
        .holders.get('moderator')
        ?.map(({ member }) => member),
    ).toEqual([bob, carol]);
    const { version, parameters } = moot.state.charter;
    const amend = (next: number) =>
      acts({ do: 'amend-charter', charter: { version: next, parameters }, parameters: { votingDays: 9 } });
    expect(told(moot, amend(version + 2))).toMatch(/a version of the charter is missing/);
    expect(told(moot, amend(version))).toMatch(/a version of the charter is missing/);
    const amended = stateAfter(moot, amend(version + 1));
    expect(amended.unvotedCharters).toEqual([{ version: version + 1, at: moot.now, why: 'founder' }]);
    expect(amended.charters.map((one) => one.version)).toEqual([version, version + 1]);
    expect(told(moot, acts({ do: 'end-rule', id: ruleId(1), version: 1 }))).toMatch(/there is no rule R-1/);
    expect(told(moot, { ...acts({ do: 'put-rule', rule: { ...LINK_RULE, version: 2 } as never }) })).toMatch(
      /has no version before 2/,
    );
  });

  it('loses what she did twice; what lapses is what is named', () => {
    const moot = young();
    moot.act({ kind: 'adopt-rule', rule: LINK_RULE });
    for (const who of [bob, carol]) moot.act({ kind: 'appoint', role: 'moderator', member: who });
    const { version, parameters } = moot.state.charter;
    const lapsed: EventOf<'acts-lapsed'> = {
      ...{ kind: 'acts-lapsed', proposal: P9, rules: [ruleId(1)], appointed: [{ role: 'moderator', member: bob }] },
      ...{ charter: { version: version + 1, parameters } },
    };
    const state = stateAfter(moot, lapsed);
    expect(state.actsLapsedAt).toEqual(moot.now);
    expect(state.rules.get(ruleId(1))?.[0]?.activeTo).toEqual(moot.now);
    expect(state.holders.get('moderator')?.map(({ member }) => member)).toEqual([carol]);
    expect(state.unvotedCharters).toEqual([{ version: version + 1, at: moot.now, why: 'lapsed' }]);
    // Nobody was recalled by it: whoever had the role may stand.
    expect(state.formerHolders.get(formerKey('moderator', bob))?.recalled).toBe(false);
    const { charter: _, ...without } = lapsed;
    expect(stateAfter(moot, without).unvotedCharters).toEqual([]);
    expect(told({ ...moot, state }, { ...lapsed, rules: [], appointed: [] })).toMatch(/lapses twice/);
    expect(told(moot, { ...lapsed, appointed: [{ role: 'moderator', member: dave }] })).toMatch(
      /dave does not hold a seat of moderator/,
    );
  });
});

describe('a record is not read in which an election', () => {
  /** An election for moderators under way; bob asked carol to stand. */
  function election() {
    const moot = Moot.grown(bob, carol, dave, eve);
    const id = moot.election();
    moot.write({ kind: 'nominated', proposal: id, member: carol, by: bob });
    const stands = (member: PersonIri, nominee = 'N-1'): EventOf<'nomination-accepted'> => ({
      ...{ kind: 'nomination-accepted', proposal: id, member, organisation: hostOf(member), says: 'Me.' },
      nominee: optionId(nominee),
    });
    return { moot, id, stands };
  }

  it('has somebody asked twice, or by nobody here', () => {
    const { moot, id } = election();
    const asks = (member: PersonIri, by = bob) => ({ kind: 'nominated', proposal: id, member, by }) as const;
    expect(told(moot, asks(carol, dave))).toMatch(/carol is asked to stand twice/);
    expect(told(moot, asks(dave, mallory))).toMatch(/mallory acts without being a member/);
    expect(stateAfter(moot, asks(dave)).asked.get(id)).toEqual([
      { member: carol, by: bob },
      { member: dave, by: bob },
    ]);
  });

  it('has somebody stand twice, by another’s number, or without belonging to it', () => {
    const { moot, stands } = election();
    moot.write(stands(carol));
    expect(told(moot, stands(carol, 'N-2'))).toMatch(/carol stands twice/);
    expect(told(moot, stands(dave))).toMatch(/by somebody’s number/);
    expect(told(moot, stands(dave, 'N-2'))).toBe('read');
    expect(told(moot, stands(mallory, 'N-2'))).toMatch(/mallory acts without being a member/);
  });

  it('goes on after it is over: only while people stand can they', () => {
    const { moot, id, stands } = election();
    moot.write({ kind: 'nobody-stood', proposal: id, refileFrom: addDays(moot.now, 14) });
    expect(moot.state.proposals.get(id)?.phase).toEqual({
      ...{ state: 'lapsed', at: moot.now, why: 'nobody-stood', refileFrom: addDays(moot.now, 14) },
    });
    expect(moot.state.asked.has(id)).toBe(false);
    const late: readonly GovernanceEvent[] = [
      stands(carol),
      { kind: 'nominated', proposal: id, member: dave, by: bob },
      { kind: 'nomination-withdrawn', proposal: id, member: carol },
      { kind: 'nobody-stood', proposal: id, refileFrom: moot.now },
    ];
    for (const event of late) expect(told(moot, event)).toMatch(/stands in lapsed, not in nomination/);
  });

  it('who answers is asked no longer; who stands down stands no longer, and the others do', () => {
    const { moot, id, stands } = election();
    moot.write({ kind: 'nominated', proposal: id, member: dave, by: bob });
    moot.write(stands(carol));
    expect(moot.state.asked.get(id)).toEqual([{ member: dave, by: bob }]);
    moot.write(stands(eve, 'N-2'));
    const down = { kind: 'nomination-withdrawn', proposal: id, member: carol } as const;
    expect(
      stateAfter(moot, down)
        .proposals.get(id)
        ?.nominees?.map(({ member }) => member),
    ).toEqual([eve]);
    const declined = stateAfter(moot, { ...down, member: dave });
    expect(declined.asked.get(id)).toEqual([]);
    expect(declined.proposals.get(id)?.nominees).toHaveLength(2);
  });
});

describe('when seats are filled', () => {
  const filled = (_moot: Moot, more: Partial<EventOf<'seats-filled'>>): EventOf<'seats-filled'> => ({
    ...{ kind: 'seats-filled', proposal: P9, role: 'moderator', filled: [], skipped: [], succeeded: [] },
    ...{ relaxed: false },
    ...more,
  });

  it('whoever’s term is over, or has a successor, leaves; whoever is elected again, or has time left, stays', () => {
    const moot = holding(bob, carol, dave, eve);
    const [first, second, ...others] = moot.state.holders.get('moderator') ?? [];
    if (first === undefined || second === undefined) throw new Error('nobody holds a seat');
    const over = { ...first, until: moot.now };
    moot.state = { ...moot.state, holders: new Map([['moderator', [over, second, ...others]]]) };
    const again = { ...holder(moot, dave), terms: 2 };
    const event = filled(moot, { filled: [holder(moot, alice), again], succeeded: [carol, dave] });
    const state = stateAfter(moot, event);
    expect(state.holders.get('moderator')?.map(({ member, terms }) => [member, terms])).toEqual([
      [eve, 1],
      [alice, 1],
      [dave, 2],
    ]);
    const former = [...state.formerHolders];
    expect(former.map(([key]) => key)).toEqual([formerKey('moderator', bob), formerKey('moderator', carol)]);
    expect(former[0]?.[1]).toEqual({ terms: 1, endedAt: moot.now, until: moot.now, recalled: false });
    expect(state.proposals.get(P9)).toEqual({ id: P9, phase: { state: 'in-force', since: moot.now } });
  });

  it('a term that ends a moment later is not over', () => {
    const moot = holding();
    const almost = { ...holder(moot, bob), until: new Date(moot.now.getTime() + 1) };
    moot.state = { ...moot.state, holders: new Map([['moderator', [almost]]]) };
    expect(stateAfter(moot, filled(moot, {})).holders.get('moderator')).toEqual([almost]);
  });

  it('it is told who was elected and not seated; and nobody is asked any more', () => {
    const moot = holding();
    moot.state = { ...moot.state, asked: new Map([[P9, [{ member: bob, by: carol }]]]) };
    const skipped = [{ member: dave, why: 'organisation-full' }] as const;
    const state = stateAfter(moot, filled(moot, { skipped }));
    expect(state.proposals.get(P9)?.notSeated).toEqual(skipped);
    expect(state.asked.has(P9)).toBe(false);
  });
});

describe('a record is not read in which a seat', () => {
  it('is given up by somebody who does not hold it', () => {
    const moot = holding(bob);
    const over = { kind: 'term-ended', role: 'moderator', member: bob, how: 'resigned' } as const;
    expect(told(moot, { ...over, member: carol })).toMatch(/carol does not hold a seat of moderator/);
    expect(told(moot, { ...over, role: 'clerk' })).toMatch(/bob does not hold a seat of clerk/);
    const { holders, vacatedAt, formerHolders } = stateAfter(moot, over);
    expect([holders.get('moderator'), vacatedAt.get('moderator')]).toEqual([[], moot.now]);
    expect(formerHolders.get(formerKey('moderator', bob))).toMatchObject({ recalled: false, endedAt: moot.now });
  });

  it('is lost to a recall that was not decided', () => {
    const moot = holding(bob);
    const recalled = { kind: 'member-recalled', proposal: P9, role: 'moderator', member: bob } as const;
    const state = stateAfter(moot, recalled);
    expect(state.formerHolders.get(formerKey('moderator', bob))).toMatchObject({ recalled: true });
    expect(state.proposals.get(P9)?.phase.state).toBe('in-force');
    expect(told(moot, { ...recalled, proposal: proposalId(8) })).toMatch(/there is no proposal P-8/);
    expect(told(moot, { kind: 'acts-ratified', proposal: proposalId(8) })).toMatch(/there is no proposal P-8/);
  });
});

describe('a record is not read in which a petition', () => {
  const opens = ({ now }: Moot, more: Partial<EventOf<'recall-petitioned'>> = {}): EventOf<'recall-petitioned'> => ({
    ...{ kind: 'recall-petitioned', petition: RC1, role: 'moderator', member: bob, by: carol, reasons: 'Never there.' },
    ...{ organisation: hostOf(carol), needed: 3, organisationsNeeded: 2, until: addDays(now, 14) },
    ...more,
  });
  const signs = (by: PersonIri): EventOf<'petition-signed'> => {
    return { kind: 'petition-signed', petition: RC1, by, organisation: hostOf(by) };
  };

  it('has the number of another, or signatures by one person twice, or by nobody here', () => {
    const moot = holding(bob);
    expect(told(moot, opens(moot, { by: mallory }))).toMatch(/mallory acts without being a member/);
    for (const event of [
      signs(carol),
      { kind: 'petition-lapsed', petition: RC1 } as const,
      { kind: 'recall-answered', petition: RC1, by: bob, text: 'I was ill.' } as const,
    ])
      expect(told(moot, event)).toMatch(/there is no petition RC-1/);
    moot.write(opens(moot));
    expect(told(moot, opens(moot))).toMatch(/there is a petition RC-1 already/);
    expect(told(moot, signs(carol))).toMatch(/carol signs RC-1 twice/);
    expect(told(moot, signs(mallory))).toMatch(/mallory acts without being a member/);
  });

  it('is complete with the signature that was missing, of people and of organisations, and from then on', () => {
    const moot = holding(bob);
    moot.write(opens(moot));
    const petition = () => moot.state.petitions.get(RC1);
    // Eve is of carol's organisation: three people, and still one organisation, were they three.
    moot.write(signs(eve));
    expect(petition()?.completedAt).toBeUndefined();
    const completedAt = moot.now;
    moot.write(signs(dave));
    expect(petition()).toMatchObject({ completedAt, signatures: [{ by: carol }, { by: eve }, { by: dave }] });
    moot.now = addDays(moot.now, 1);
    moot.write(signs(alice));
    expect(petition()?.completedAt).toEqual(completedAt);
    const one = holding(bob);
    one.write(opens(one, { needed: 2 }));
    one.write(signs(eve));
    expect(one.state.petitions.get(RC1)?.completedAt).toBeUndefined();
    const alone = holding(bob);
    alone.write(opens(alone, { needed: 1, organisationsNeeded: 1 }));
    expect(alone.state.petitions.get(RC1)?.completedAt).toEqual(alone.now);
  });

  it('lapses, and is answered, in its own name', () => {
    const moot = holding(bob);
    moot.write(opens(moot));
    moot.write({ kind: 'recall-answered', petition: RC1, by: bob, text: 'I was ill.' });
    moot.write({ kind: 'petition-lapsed', petition: RC1 });
    expect(moot.state.petitions.get(RC1)).toMatchObject({ answer: 'I was ill.', lapsedAt: moot.now });
    expect(last(moot, 'petition-lapsed').petition).toBe(RC1);
    expect(told(moot, { kind: 'petition-lapsed', petition: RC1 })).toMatch(/RC-1 lapses twice/);
    expect(told(moot, signs(dave))).toMatch(/RC-1 is signed after it has lapsed/);
  });
});
