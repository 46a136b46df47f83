import type { PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { EventOf } from './events.ts';
import type { CommunityState } from './state.ts';

/** Long enough for any id; a record is no place for whatever somebody pastes into a command. */
const LONGEST = 300;

/** The operator tried to govern: what the record says about it. Writing it down is never refused. */
export function operatorAttempt({
  what,
  target,
  through,
}: {
  /** A phrase that follows “tried to”: `change rule R-1`. */
  readonly what: string;
  /** The id or address of what it was tried on. */
  readonly target: string;
  readonly through: 'command' | 'http';
}): Result<EventOf<'attempt-refused'>, never> {
  return accepted({ kind: 'attempt-refused', by: 'operator', what: short(what), target: short(target), through });
}

/**
 * The operator gives somebody a link for a new password: what the record says about it. That is kept from nobody, since
 * whoever has the link can vote in her name. Only for members: to others it is nobody's business.
 */
export function passwordLinkMade({
  state,
  person,
}: {
  readonly state: CommunityState;
  readonly person: PersonIri;
}): Result<EventOf<'password-link-made'>, 'not-a-member'> {
  const member = state.members.get(person);
  if (member === undefined || member.leftAt !== undefined) return refused('not-a-member', 'She is not a member here.');
  return accepted({ kind: 'password-link-made', by: 'operator', member: person });
}

function short(text: string): string {
  return text.slice(0, LONGEST).toWellFormed();
}
