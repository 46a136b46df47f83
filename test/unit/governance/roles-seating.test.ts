import { describe, expect, it } from '@jest/globals';
import { optionId, type PersonIri, personIri, proposalId } from '../../../server/community/ids.ts';
import { addDays } from '../../../server/governance/dates.ts';
import type { Proposal } from '../../../server/governance/proposal.ts';
import type { Holder } from '../../../server/governance/roles/role.ts';
import { electedIn, seatElected } from '../../../server/governance/roles/seating.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { bob, carol, dave, hostOf, mallory, Village } from './village.ts';

const village = Village.of(bob, carol, dave, mallory);
const { now } = village;
const P9 = proposalId(9);
const held = (member: PersonIri, until = addDays(now, 100), more: Partial<Holder> = {}): Holder => ({
  ...{ member, organisation: hostOf(member), since: now, until, terms: 1, by: P9 },
  ...more,
});
const seated = (...holders: readonly Holder[]) => ({ holders: new Map([['moderator' as const, holders]]) });

describe('when those elected are seated', () => {
  const [eve, fay] = ['eve', 'fay'].map((name) => personIri(`https://north.example/users/${name}`)) as [
    PersonIri,
    PersonIri,
  ];
  const people = new Map(
    [...village.state.members].concat(
      [eve, fay].map((member) => [member, { member, organisation: hostOf(member), joinedAt: now, lastActAt: now }]),
    ),
  );
  const won = (members: readonly PersonIri[], organisations = 3): Proposal =>
    ({
      ...{ id: P9, submittedAt: now, pinned: { organisations } },
      nominees: members.map((member, at) => ({ id: optionId(`N-${at + 1}`), member })),
      outcome: { tally: { method: 'stv', elected: members.map((_, at) => optionId(`N-${at + 1}`)) } },
    }) as unknown as Proposal;
  const seat = (proposal: Proposal, more: Partial<CommunityState> = {}, at = now) =>
    seatElected({ state: { ...village.state, members: people, ...more }, proposal, role: 'moderator', now: at });

  it('they are so in the order of the count: one of an organisation where there are three, then the next', () => {
    const three = seat(won([bob, eve, carol, dave, mallory]));
    expect(three.filled.map(({ member }) => member)).toEqual([bob, carol, dave]);
    expect(three.skipped).toEqual([
      { member: eve, why: 'organisation-full' },
      { member: mallory, why: 'no-seat-left' },
    ]);
    expect(three.relaxed).toBe(false);
    const two = seat(won([bob, eve, carol], 2));
    expect([two.filled.map(({ member }) => member), two.skipped, two.relaxed]).toEqual([[bob, eve, carol], [], true]);
  });

  it('whoever is a member no more, or has had her terms, is passed over, and it is said why', () => {
    const gone = personIri('https://x.example/nobody');
    expect(seat(won([gone, bob]))).toMatchObject({ skipped: [{ member: gone, why: 'no-longer-a-member' }] });
    const terms = (count: number) => seat(won([bob]), seated(held(bob, addDays(now, 5), { terms: count })));
    expect(terms(3)).toMatchObject({ filled: [], skipped: [{ member: bob, why: 'too-many-terms' }] });
    expect(terms(2)).toMatchObject({ filled: [{ member: bob, terms: 3 }], skipped: [] });
  });

  it('whoever’s term ends with the election is succeeded; whoever’s goes on keeps the seat', () => {
    const holders = seated(held(dave, addDays(now, 26)), held(mallory, addDays(now, 50)));
    const { filled, succeeded } = seat(won([bob, carol]), holders);
    expect([filled.map(({ member }) => member), succeeded]).toEqual([[bob, carol], [dave]]);
    // Whoever is elected again succeeds to herself.
    expect(seat(won([dave]), holders).succeeded).toEqual([]);
    // Those who stay count for their organisation, and for the seats.
    expect(seat(won([fay]), seated(held(bob))).skipped).toEqual([{ member: fay, why: 'organisation-full' }]);
    expect(seat(won([fay]), seated(held(carol), held(dave), held(mallory))).skipped).toEqual([
      { member: fay, why: 'no-seat-left' },
    ]);
  });

  it('nobody was elected where the count is none of an election', () => {
    expect(electedIn(won([bob])).map(({ member }) => member)).toEqual([bob]);
    const { outcome: _, ...uncounted } = won([bob]);
    expect(electedIn(uncounted)).toEqual([]);
    for (const method of ['yes-no', 'schulze'])
      expect(electedIn({ ...won([bob]), outcome: { tally: { method, elected: ['N-1'] } } } as never)).toEqual([]);
    const { nominees: __, ...nobody } = won([bob]);
    expect(electedIn(nobody)).toEqual([]);
  });
});
