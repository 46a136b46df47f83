import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { phrase, said } from '../../community/said.ts';
import { hashOf } from '../../record/canonical.ts';
import type { Change } from '../proposal.ts';
import { isOpen } from '../proposals/procedure.ts';
import type { Role } from '../roles/role.ts';
import { seatElected } from '../roles/seating.ts';
import { seatOf } from '../roles/seats.ts';
import { electedWords } from '../roles/words.ts';
import type { CommunityState } from '../state.ts';
import type { ChangeOf, ChangeRefusal, KindOfChange } from './kind-of-change.ts';
import { voided } from './voided.ts';

const elect: KindOfChange<ChangeOf<'elect'>> = {
  matter: 'seats',
  title: said`An election.`,
  words: ({ role, seats }) => electedWords(seats, role),
  check: ({ state, change }) => called(state, change),
  enact({ state, change: { role }, proposal, now }) {
    const seated = seatElected({ state, proposal, role, now });
    if (seated.filled.length > 0) return seated;
    return voided(proposal.id, 'Nobody who was elected could take a seat. The charter calls the election again.');
  },
};

const recall: KindOfChange<ChangeOf<'recall'>> = {
  matter: 'recall',
  title: said`A recall.`,
  words: ({ role, member }) => said`${member} would no longer be ${phrase(role)}.`,
  check({ state, change }) {
    if (seatOf(state, change.role, change.member) === undefined)
      return refused('no-such-member', NO_LONGER[change.role]);
    return called(state, change);
  },
  enact({ state, change, proposal }) {
    const seat = seatOf(state, change.role, change.member);
    if (seat === undefined) return voided(proposal.id, NO_LONGER[change.role]);
    return { kind: 'member-recalled', proposal: proposal.id, role: change.role, member: seat.member };
  },
};

const NO_LONGER: Readonly<Record<Role, string>> = {
  moderator: 'They are no longer moderator.',
  steward: 'They are no longer steward.',
  clerk: 'They are no longer clerk.',
  teller: 'They are no longer teller.',
};

const ratify: KindOfChange<ChangeOf<'ratify'>> = {
  matter: 'charter',
  title: said`What the founder did.`,
  words: () => said`What the founder did provisionally would stand for good, as if members had decided it.`,
  check: ({ state, change }) => called(state, change),
  enact: ({ proposal }) => ({ kind: 'acts-ratified', proposal: proposal.id }),
};

export const roleChanges = { elect, recall, ratify } as const;

/** Such a change stands where the charter has called for it; nobody proposes it. */
function called<One extends Change>(state: CommunityState, change: One): Result<One, ChangeRefusal> {
  const hash = hashOf(change);
  const isCalled = [...state.proposals.values()].some(
    (one) => one.by === state.community && isOpen(one) && hashOf(one.change) === hash,
  );
  if (isCalled) return accepted(change);
  return refused('not-for-members', 'Such a vote is called by the charter itself, when it is time for it.');
}
