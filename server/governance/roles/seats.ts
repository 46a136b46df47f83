import type { Organisation, PersonIri } from '../../community/ids.ts';
import type { CharterParameters } from '../charter.ts';
import type { SpanName } from '../charter-parameters.ts';
import { addHours, addMonths } from '../dates.ts';
import { memberOf } from '../membership.ts';
import { currentMembers, organisationsOf } from '../roll.ts';
import type { CommunityState } from '../state.ts';
import { type Holder, holdersOf, type Role } from './role.ts';
import { formerKey } from './state.ts';

const SEATS: Readonly<Record<Role, SpanName>> = {
  moderator: 'moderatorSeats',
  steward: 'stewardSeats',
  clerk: 'clerkSeats',
  teller: 'tellerSeats',
};

/** How many seats a role has, by the charter in force. */
export const seatsOf = ({ charter }: Pick<CommunityState, 'charter'>, role: Role): number =>
  charter.parameters[SEATS[role]];

/** From so many organisations on, none holds more than a third of a role's seats (governance.md §3.1, §3.8 Capture). */
export const CAPPED_FROM = 3;

/** How many of some seats one organisation may hold: a third, and one where that would be none. */
export const mostOfOne = (seats: number): number => Math.max(1, Math.floor(seats / 3));

/** Whether one more holder from an organisation would bring it above its share of a role's seats. */
export function isFull(holders: readonly Pick<Holder, 'organisation'>[], seats: number, from: Organisation): boolean {
  return holders.filter(({ organisation }) => organisation === from).length >= mostOfOne(seats);
}

/** Whether the present members come from enough organisations for the cap. */
export const isCapped = (state: CommunityState): boolean => organisationsOf(currentMembers(state)) >= CAPPED_FROM;

/** How long an election takes from its call to its effect, when it is not extended. */
export function electionHours(parameters: CharterParameters): number {
  const { nominationDays, freezeHours, votingDays, timelockHours } = parameters;
  return 24 * (nominationDays + votingDays) + freezeHours + timelockHours;
}

/** Holders whose seat is not up in an election: their term goes on beyond its end, as planned when it is called. */
export function stayingOn(
  state: CommunityState,
  role: Role,
  { calledAt, now }: { readonly calledAt: Date; readonly now: Date },
): readonly Holder[] {
  const end = addHours(calledAt, electionHours(state.charter.parameters));
  return holdersOf(state, role, now).filter(({ until }) => until > end);
}

/**
 * Which term in a row the next one would be. A row is broken only by staying away for as long as a term lasts: giving
 * up a seat a day early does not begin a new row.
 */
export function nextTermOf(state: CommunityState, role: Role, member: PersonIri, now: Date): number {
  const holder = state.holders.get(role)?.find((one) => one.member === member);
  if (holder !== undefined) return holder.terms + 1;
  const former = state.formerHolders.get(formerKey(role, member));
  if (former === undefined) return 1;
  const broken = addMonths(former.endedAt, state.charter.parameters.termMonths) <= now;
  return broken ? 1 : former.terms + 1;
}

/** Whether somebody was recalled from a role and the term she was elected for is not over yet. */
export function isBarredByRecall(state: CommunityState, role: Role, member: PersonIri, now: Date): boolean {
  const former = state.formerHolders.get(formerKey(role, member));
  return former?.recalled === true && now < former.until;
}

/** A term that begins now; `null` for somebody who is not a member any more. */
export function termFrom(
  state: CommunityState,
  { role, member, by, now }: { readonly role: Role; readonly member: PersonIri; readonly by: Holder['by']; now: Date },
): Holder | null {
  const person = memberOf(state, member);
  if (person === null) return null;
  const until = addMonths(now, state.charter.parameters.termMonths);
  const { organisation } = person;
  return { member, organisation, since: now, until, terms: nextTermOf(state, role, member, now), by };
}

/** The name that somebody goes by now: her account may have moved since she stood, or since others signed. */
export function presentName({ members }: Pick<CommunityState, 'members'>, person: PersonIri): PersonIri {
  if (members.get(person)?.leftAt === undefined) return person;
  for (const { member, formerly } of members.values()) if (formerly?.includes(person)) return member;
  return person;
}

/** Somebody's seat in a role, also if she has moved to another name since. */
export function seatOf(state: CommunityState, role: Role, person: PersonIri): Holder | undefined {
  const holders = state.holders.get(role) ?? [];
  const find = (name: PersonIri) => holders.find(({ member }) => member === name);
  return find(person) ?? find(presentName(state, person));
}
