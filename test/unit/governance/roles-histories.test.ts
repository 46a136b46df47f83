import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { organisation, type PersonIri, personIri } from '../../../server/community/ids.ts';
import { apply, initialState } from '../../../server/governance/apply.ts';
import { due } from '../../../server/governance/due.ts';
import { leave, moveMember } from '../../../server/governance/membership.ts';
import { actsAs, ROLES, type Role } from '../../../server/governance/roles/role.ts';
import { mostOfOne, seatsOf } from '../../../server/governance/roles/seats.ts';
import { decodeState, encodeState, stateHash } from '../../../server/governance/state-text.ts';
import type { EncodedEntry } from '../../../server/record/encoding.ts';
import { decodeEntry, encodeEntry } from '../../../server/record/encoding.ts';
import { replay } from '../../../server/record/replay.ts';
import { from, Moot } from './moot.ts';
import { alice, bob, carol, dave, GUILD, LINK_RULE } from './village.ts';

/** What people and time do about roles; what is refused simply does not happen. */
type Step = (moot: Moot) => void;

const PEOPLE = [
  alice,
  bob,
  carol,
  dave,
  ...from('south.example', 'eve', 'fay', 'gus'),
  ...from('east.example', 'hal', 'ida'),
];
const person = fc.constantFrom(...PEOPLE);
const role = fc.constantFrom<Role>('moderator', 'moderator', 'steward', 'clerk', 'teller');

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(role, fc.shuffledSubarray(PEOPLE, { minLength: 1, maxLength: 6 })).map(everybodyStands),
  },
  {
    weight: 5,
    arbitrary: fc.integer({ min: 1, max: 40 }).map(
      (days): Step =>
        (moot) =>
          moot.pass(days),
    ),
  },
  fc.integer({ min: 1, max: 40 }).map(
    (days): Step =>
      (moot) =>
        moot.sleep(days),
  ),
  {
    weight: 2,
    arbitrary: fc.tuple(person, role).map(
      ([who, what]): Step =>
        (moot) =>
          void moot.resign(who, what),
    ),
  },
  person.map(
    (who): Step =>
      (moot) =>
        void moot.join(who),
  ),
  person.map(
    (who): Step =>
      (moot) =>
        void moot.record(leave({ state: moot.state, person: who, now: moot.now })),
  ),
  fc.tuple(person, fc.nat(4)).map(([who, number]) => moves(who, number)),
  { weight: 3, arbitrary: fc.tuple(role, fc.nat(5), fc.boolean()).map(everybodyPetitions) },
  fc.tuple(person, person).map(
    ([by, member]): Step =>
      (moot) =>
        onElection(moot, 'moderator', () => void moot.nominate(by, member)),
  ),
  person.map(
    (who): Step =>
      (moot) =>
        onElection(moot, 'moderator', () => void moot.standDown(who)),
  ),
  fc.tuple(role, person).map(
    ([what, member]): Step =>
      (moot) =>
        void moot.act({ kind: 'appoint', role: what, member }),
  ),
  fc.constantFrom(1, 2, 5, 9).map(
    (moderatorSeats): Step =>
      (moot) =>
        void moot.act({ kind: 'amend-charter', parameters: { moderatorSeats } }),
  ),
  fc.constant<Step>((moot) => void moot.act({ kind: 'adopt-rule', rule: LINK_RULE })),
  fc.constant<Step>((moot) => {
    for (const id of moot.rolls.keys()) for (const who of PEOPLE) moot.vote(who, id, 'yes');
  }),
);

function onElection(moot: Moot, about: Role, act: () => void): void {
  const isOpen = [...moot.state.proposals.values()].some(
    ({ change, phase }) => change.kind === 'elect' && change.role === about && phase.state === 'nomination',
  );
  if (isOpen) act();
}
function everybodyStands([about, members]: readonly [Role, readonly PersonIri[]]): Step {
  return (moot) =>
    onElection(moot, about, () => {
      moot.wanted = members;
      const election = moot.election(about);
      for (const who of members) moot.stand(who, election);
    });
}
function everybodyPetitions([about, pick, passes]: readonly [Role, number, boolean]): Step {
  return (moot) => {
    const holder = moot.holders(about)[pick];
    moot.recallPasses = passes;
    if (holder === undefined) return;
    for (const who of PEOPLE) if (moot.petition(who, holder, about) !== 'accepted') moot.sign(who);
  };
}
function moves(who: PersonIri, number: number): Step {
  const to = personIri(`https://new${number}.example/users/x`);
  return (moot) => {
    const { state } = moot;
    moot.record(moveMember({ state, from: who, to, organisation: organisation(`new${number}.example`) }));
  };
}

/** Half of the histories begin when the provisional time is over. */
const history = fc.tuple(fc.boolean(), fc.array(step, { minLength: 10, maxLength: 40 })).map(([young, steps]) => {
  const moot = Moot.with(...PEOPLE.slice(1));
  if (!young) moot.pass(60);
  for (const take of steps) take(moot);
  moot.pass(0);
  return moot;
});

async function* read(entries: readonly EncodedEntry[]) {
  for (const entry of entries) yield decodeEntry(entry);
}

describe('generated histories of roles', () => {
  it('P7: nobody acts in a role after her term, and nothing stays due', () => {
    let seated = 0;
    fc.assert(
      fc.property(history, (moot) => {
        expect(due(moot.state, moot.now)).toEqual([]);
        for (const one of ROLES) {
          const holders = moot.state.holders.get(one) ?? [];
          seated += holders.length;
          expect(new Set(holders.map(({ member }) => member)).size).toBe(holders.length);
          for (const { member, until } of holders) {
            expect(moot.now < until).toBe(true);
            expect(actsAs(moot.state, member, one, moot.now)).toBe(true);
            expect(actsAs(moot.state, member, one, until)).toBe(false);
          }
        }
        const before = moot.now;
        moot.pass(190);
        for (const one of ROLES) {
          for (const { since } of moot.state.holders.get(one) ?? []) expect(since > before).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
    expect(seated).toBeGreaterThan(100);
  });

  it('never bring one organisation above a third of the seats, nor anybody above three terms in a row', () => {
    let filled = 0;
    fc.assert(
      fc.property(history, (moot) => {
        let state = initialState(GUILD);
        for (const entry of moot.entries) {
          state = apply(state, entry);
          const { event } = entry;
          if (event.kind !== 'seats-filled') continue;
          const seats = seatsOf(state, event.role);
          const holders = state.holders.get(event.role) ?? [];
          expect(holders.length).toBeLessThanOrEqual(Math.max(seats, holders.length - event.filled.length));
          for (const { terms } of event.filled) expect(terms).toBeLessThanOrEqual(3);
          if (event.relaxed) continue;
          for (const { organisation: one } of event.filled) {
            filled += 1;
            expect(holders.filter((holder) => holder.organisation === one).length).toBeLessThanOrEqual(
              mostOfOne(seats),
            );
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(filled).toBeGreaterThan(30);
  });

  it('P12: replaying the record, from stored text too, rebuilds the state', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (moot) => {
        const fold = { initial: initialState(GUILD), apply };
        const again = await replay(read(moot.entries.map(encodeEntry)), fold);
        expect(stateHash(again)).toBe(stateHash(moot.state));
        expect(encodeState(decodeState(encodeState(again)))).toBe(encodeState(moot.state));
      }),
      { numRuns: 100 },
    );
  });
});
