import { expect, it } from '@jest/globals';
import { type PersonIri, proposalId } from '../../../server/community/ids.ts';
import { applyInPlace, draftOf } from '../../../server/governance/apply.ts';
import { addDays } from '../../../server/governance/dates.ts';
import type { Proposal } from '../../../server/governance/proposal.ts';
import type { Holder } from '../../../server/governance/roles/role.ts';
import { formerKey } from '../../../server/governance/roles/state.ts';
import { makeEntry } from '../../../server/record/chain.ts';
import { bob, carol, dave, hostOf, mallory, Village } from './village.ts';

const P9 = proposalId(9);

it('those elected take their seats; of the others stay whose term goes on and who has no successor', () => {
  const village = Village.of(bob, carol, dave, mallory);
  const { now } = village;
  const held = (member: PersonIri, days: number, terms = 1): Holder => ({
    ...{ member, organisation: hostOf(member), since: now, until: addDays(now, days), terms, by: proposalId(1) },
  });
  const before = [held(bob, 0), held(carol, 50), held(dave, 50), held(mallory, 50)];
  const election = {
    id: P9,
    phase: { state: 'timelock', until: now },
    change: { kind: 'elect', role: 'moderator', seats: 2 },
  };
  const state = {
    ...village.state,
    holders: new Map([['moderator' as const, before]]),
    proposals: new Map(village.state.proposals).set(P9, election as unknown as Proposal),
  };
  const filled = [held(mallory, 180, 2)];
  const event = {
    kind: 'seats-filled',
    proposal: P9,
    role: 'moderator',
    filled,
    skipped: [],
    succeeded: [carol],
    relaxed: false,
  } as const;
  const entry = makeEntry({
    community: state.community,
    seq: state.seq + 1,
    prev: state.head,
    at: now,
    event,
    salt: '00'.repeat(16),
  });
  const after = applyInPlace(draftOf(structuredClone(state)), entry);
  expect(after.holders.get('moderator')?.map(({ member, terms }) => [member, terms])).toEqual([
    [dave, 1],
    [mallory, 2],
  ]);
  const former = (who: PersonIri) => after.formerHolders.get(formerKey('moderator', who));
  expect([former(bob), former(carol)]).toMatchObject(Array(2).fill({ terms: 1, endedAt: now, recalled: false }));
  expect([former(dave), former(mallory)]).toEqual([undefined, undefined]);
});
