import type { PersonIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import { notDue } from '../proposals/not-due.ts';
import type { CommunityState } from '../state.ts';
import type { Holder, Role } from './role.ts';

type OnSeat = Transition<{ readonly role: Role; readonly member: PersonIri }>;

/** When a term ends by itself: with its time, or at once when its holder left or rests. */
export const termEndsAt = (state: CommunityState, { member, until }: Holder): Date =>
  memberOf(state, member) === null && state.at < until ? state.at : until;

/** A term is over, or its holder is no longer there to serve it (property P7: nobody acts after it). */
export function endTerm({ state, role, member, now }: OnSeat): Result<EventOf<'term-ended'>, 'not-due'> {
  const holder = holderOf(state, role, member);
  if (holder === undefined || now < termEndsAt(state, holder)) return notDue(`the term of ${member}`);
  if (now >= holder.until) return accepted({ kind: 'term-ended', role, member, how: 'time-over' });
  const left = state.members.get(member)?.leftAt !== undefined;
  return accepted({ kind: 'term-ended', role, member, how: left ? 'left' : 'suspended' });
}

/** Whoever holds a role gives it back. */
export function resign({ state, role, member }: OnSeat): Result<EventOf<'term-ended'>, 'not-a-holder'> {
  if (holderOf(state, role, member) === undefined) return refused('not-a-holder', 'You do not hold this role.');
  return accepted({ kind: 'term-ended', role, member, how: 'resigned' });
}

const holderOf = (state: CommunityState, role: Role, person: PersonIri): Holder | undefined =>
  state.holders.get(role)?.find(({ member }) => member === person);
