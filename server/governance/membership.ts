import type { Admission } from '../community/community.ts';
import type { CommunityIri, Organisation, PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import { homeOf } from './affiliation.ts';
import { barredBy, barredWords } from './cases/sanction.ts';
import { type Charter, DEFAULT_PARAMETERS } from './charter.ts';
import { addDays } from './dates.ts';
import type { EventOf } from './events.ts';
import type { Fork } from './fork.ts';
import type { Intent } from './intent.ts';
import { isCutOff, isCutOffByDecision } from './servers.ts';
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
  membersOnly = false,
  admission = 'open',
  intent = {},
  charter = { version: 1, parameters: DEFAULT_PARAMETERS },
  fork,
}: {
  readonly community: CommunityIri;
  readonly founder: PersonIri;
  readonly title: string;
  readonly purpose: string;
  readonly now: Date;
  readonly membersOnly?: boolean | undefined;
  readonly admission?: Admission | undefined;
  readonly intent?: Intent | undefined;
  readonly charter?: Charter | undefined;
  readonly fork?: Fork | undefined;
}): EventOf<'community-founded'> {
  return {
    kind: 'community-founded',
    community,
    by: founder,
    // What is not well-formed Unicode has no canonical form, and so no place in a record.
    title: title.toWellFormed(),
    purpose: purpose.toWellFormed(),
    charter,
    provisionalUntil: addDays(now, PROVISIONAL_DAYS),
    ...(membersOnly ? { membersOnly } : {}),
    ...(admission === 'open' ? {} : { admission }),
    ...(Object.keys(intent).length === 0 ? {} : { intent }),
    ...(fork === undefined ? {} : { fork }),
  };
}

export type JoinRefusal = 'already-member' | 'server-suspended' | 'not-admitted' | 'moved-away' | 'barred';

/**
 * Somebody becomes a member; where the community asks for it, because a member lets her in. `already-member` is no
 * failure to whoever asks twice.
 */
export function join({
  state,
  person,
  organisation,
  host = organisation,
  admittedBy,
}: {
  readonly state: CommunityState;
  readonly person: PersonIri;
  readonly organisation: Organisation;
  /** Her home server's; absent: it is the organisation she counts for. */
  readonly host?: Organisation;
  readonly now: Date;
  readonly admittedBy?: PersonIri | undefined;
}): Result<EventOf<'member-joined'>, JoinRefusal> {
  if (isOnTheRoll(state, person)) return refused('already-member', 'You are a member of this community already.');
  if (isCutOff(state, host)) return refused('server-suspended', SUSPENDED);
  const barred = barredBy(state, person);
  if (barred !== null) return refused('barred', barredWords(barred));
  if (state.movedTo !== undefined) return refused('moved-away', said`This community has moved to ${state.movedTo}.`);
  const counts = host === organisation ? { organisation } : { organisation, host };
  if (state.admission === undefined) return accepted({ kind: 'member-joined', member: person, ...counts });
  if (admittedBy === undefined || memberOf(state, admittedBy) === null) {
    return refused('not-admitted', 'A member of this community has to let you in first.');
  }
  return accepted({ kind: 'member-joined', member: person, ...counts, admittedBy });
}

/**
 * A member lets in somebody who asked for an account: any member of the home community may, as she lets in members where
 * a community asks for that, and the book says who did.
 */
export function accountLetIn({
  state,
  account,
  by,
}: {
  readonly state: CommunityState;
  readonly account: PersonIri;
  readonly by: PersonIri;
}): Result<EventOf<'account-let-in'>, 'not-a-member' | 'let-in-before'> {
  if (memberOf(state, by) === null) return refused('not-a-member', 'Only members let somebody in. Join first.');
  if (state.accountsLetIn.has(account)) return refused('let-in-before', 'Somebody has let her in already.');
  return accepted({ kind: 'account-let-in', account, by });
}

/** What whoever is cut off is told. */
export const SUSPENDED = 'The members of this community have decided not to let in the server you come from.';

/** A member's account has moved, as its own server said and the new one confirmed. */
export function moveMember({
  state,
  from,
  to,
  organisation,
}: {
  readonly state: CommunityState;
  readonly from: PersonIri;
  readonly to: PersonIri;
  readonly organisation: Organisation;
}): Result<EventOf<'member-moved'>, 'not-a-member' | 'server-suspended'> {
  if (!isOnTheRoll(state, from) || from === to)
    return refused('not-a-member', 'You are not a member of this community.');
  if (isCutOff(state, organisation)) return refused('server-suspended', SUSPENDED);
  return accepted({ kind: 'member-moved', from, to, organisation });
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
  if (!isOnTheRoll(state, person)) return refused('not-a-member', 'You are not a member of this community.');
  return accepted({ kind: 'member-left', member: person });
}

/** Somebody's present membership, or `null`: also while her server is suspended, because she cannot act then. */
export function memberOf(state: CommunityState, person: PersonIri): Member | null {
  const member = state.members.get(person);
  return member === undefined || !isPresent(state, member) ? null : member;
}

/** Whether a member has not left, and neither a sanction nor her server's suspension makes her rest. */
export function isPresent(state: CommunityState, member: Member): boolean {
  const { leftAt, suspendedBy } = member;
  return leftAt === undefined && suspendedBy === undefined && !isCutOff(state, homeOf(member));
}

/** Whether a member may stand on a roll and vote: an emergency takes neither from anybody (governance.md §3.8). */
export function isEntitled(state: CommunityState, member: Member): boolean {
  const { leftAt, suspendedBy } = member;
  return leftAt === undefined && suspendedBy === undefined && !isCutOffByDecision(state, homeOf(member));
}

/** The membership by which somebody votes, or `null`. */
export function voterOf(state: CommunityState, person: PersonIri): Member | null {
  const member = state.members.get(person);
  return member === undefined || !isEntitled(state, member) ? null : member;
}

/** Whether somebody has joined and not left, even if she rests because her server is suspended. */
function isOnTheRoll(state: CommunityState, person: PersonIri): boolean {
  const member = state.members.get(person);
  return member !== undefined && member.leftAt === undefined;
}
