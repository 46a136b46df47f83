import type { PersonIri } from '../../community/ids.ts';
import type { SkippedWhy } from '../events/roles.ts';
import type { EventOf } from '../events.ts';
import type { Nominee, Proposal } from '../proposal.ts';
import type { CommunityState } from '../state.ts';
import { isYesNo } from '../tally/tally.ts';
import { type Holder, holdersOf, type Role } from './role.ts';
import { CAPPED_FROM, isFull, nextTermOf, presentName, seatsOf, stayingOn, termFrom } from './seats.ts';

/** Who was elected, in the order of the count; nobody where the count is not an election's. */
export function electedIn({ outcome, nominees = [] }: Proposal): readonly Nominee[] {
  if (outcome === undefined || isYesNo(outcome.tally) || outcome.tally.method !== 'stv') return [];
  return outcome.tally.elected.flatMap((id) => nominees.find((nominee) => nominee.id === id) ?? []);
}

/**
 * Those elected take their seats, in the order of the count. Skipped is whoever would bring an organisation above a
 * third of the seats, where the frozen roll had three organisations or more (governance.md §3.1, Role; the operator's
 * own organisation is one like any other), and who may not hold the role any more. An election that comes in sooner
 * than the terms it was called for end lets its winners succeed to them at once.
 */
export function seatElected({
  state,
  proposal,
  role,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: Proposal;
  readonly role: Role;
  readonly now: Date;
}): EventOf<'seats-filled'> {
  const seats = seatsOf(state, role);
  const elected = electedIn(proposal).map((one) => ({ ...one, member: presentName(state, one.member) }));
  const relaxed = (proposal.pinned?.organisations ?? 0) < CAPPED_FROM;
  const others = ({ member }: Holder) => !elected.some((one) => one.member === member);
  const staying = stayingOn(state, role, { calledAt: proposal.submittedAt, now }).filter(others);
  const filled: Holder[] = [];
  const skipped: { readonly member: PersonIri; readonly why: SkippedWhy }[] = [];
  for (const { member } of elected) {
    const term = termFrom(state, { role, member, by: proposal.id, now });
    const taken = [...staying, ...filled];
    const why = whySkipped({ state, role, term, taken, seats, relaxed, now });
    if (term === null || why !== null) skipped.push({ member, why: why ?? 'no-longer-a-member' });
    else filled.push(term);
  }
  const succeeded = holdersOf(state, role, now)
    .filter(others)
    .filter((holder) => !staying.includes(holder));
  return {
    kind: 'seats-filled',
    proposal: proposal.id,
    role,
    filled,
    skipped,
    succeeded: succeeded.map(({ member }) => member),
    relaxed,
  };
}

function whySkipped({
  state,
  role,
  term,
  taken,
  seats,
  relaxed,
  now,
}: {
  readonly state: CommunityState;
  readonly role: Role;
  readonly term: Holder | null;
  readonly taken: readonly Holder[];
  readonly seats: number;
  readonly relaxed: boolean;
  readonly now: Date;
}): SkippedWhy | null {
  if (term === null) return 'no-longer-a-member';
  if (nextTermOf(state, role, term.member, now) > state.charter.parameters.consecutiveTerms) return 'too-many-terms';
  if (taken.length >= seats) return 'no-seat-left';
  return !relaxed && isFull(taken, seats, term.organisation) ? 'organisation-full' : null;
}
