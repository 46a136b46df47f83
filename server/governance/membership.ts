import type { CommunityIri, Organisation, PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { DEFAULT_PARAMETERS } from './charter.ts';
import { addDays } from './dates.ts';
import type { EventOf } from './events.ts';
import type { CommunityState, Member } from './state.ts';

/** For so long the founder's acts are provisional, unless ten members are active before (governance.md §3.1). */
const PROVISIONAL_DAYS = 60;

/** The first event of a record: the default charter, and the founder as its first member. */
export function found({
  community,
  founder,
  title,
  purpose,
  now,
}: {
  readonly community: CommunityIri;
  readonly founder: PersonIri;
  readonly title: string;
  readonly purpose: string;
  readonly now: Date;
}): EventOf<'community-founded'> {
  return {
    kind: 'community-founded',
    community,
    by: founder,
    // What is not well-formed Unicode has no canonical form, and so no place in a record.
    title: title.toWellFormed(),
    purpose: purpose.toWellFormed(),
    charter: { version: 1, parameters: DEFAULT_PARAMETERS },
    provisionalUntil: addDays(now, PROVISIONAL_DAYS),
  };
}

/** Somebody becomes a member. `already-member` is no failure to whoever asks twice. */
export function join({
  state,
  person,
  organisation,
}: {
  readonly state: CommunityState;
  readonly person: PersonIri;
  readonly organisation: Organisation;
  readonly now: Date;
}): Result<EventOf<'member-joined'>, 'already-member'> {
  if (memberOf(state, person)) return refused('already-member', 'You are a member of this community already.');
  return accepted({ kind: 'member-joined', member: person, organisation });
}

/** A member leaves; what she did stays in the record. */
export function leave({
  state,
  person,
}: {
  readonly state: CommunityState;
  readonly person: PersonIri;
  readonly now: Date;
}): Result<EventOf<'member-left'>, 'not-a-member'> {
  if (!memberOf(state, person)) return refused('not-a-member', 'You are not a member of this community.');
  return accepted({ kind: 'member-left', member: person });
}

/** Somebody's present membership, or `null`. */
export function memberOf(state: CommunityState, person: PersonIri): Member | null {
  const member = state.members.get(person);
  return member === undefined || member.leftAt !== undefined ? null : member;
}
