import type { AffiliationWay } from '../community/affiliation.ts';
import type { Organisation, PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { addDays } from './dates.ts';
import type { Transition } from './due/transition.ts';
import type { EventOf } from './events.ts';
import type { CommunityState, Member } from './state.ts';

/** The server a member is at home on: decisions about servers are about this, whatever she counts for. */
export const homeOf = ({ host, organisation }: Pick<Member, 'host' | 'organisation'>): Organisation =>
  host ?? organisation;

/**
 * A member counts for another organisation from now on: on rolls that are frozen after the tenure that the charter
 * asks of new members, so that nobody changes sides for a vote that she sees coming. To take a choice back before it
 * counts needs no waiting.
 */
export function chooseAffiliation({
  state,
  person,
  organisation,
  how,
  now,
}: {
  readonly state: CommunityState;
  readonly person: PersonIri;
  readonly organisation: Organisation;
  readonly how: AffiliationWay | 'server';
  readonly now: Date;
}): Result<EventOf<'affiliation-chosen'>, 'not-a-member' | 'nothing-changes'> {
  const member = state.members.get(person);
  if (member === undefined || member.leftAt !== undefined) {
    return refused('not-a-member', 'You are not a member of this community.');
  }
  if (organisation === (member.chosen?.organisation ?? member.organisation)) {
    return refused('nothing-changes', 'You count for this organisation already.');
  }
  const { tenureDays } = state.charter.parameters;
  const countsFrom = organisation === member.organisation ? now : addDays(now, tenureDays);
  return accepted({ kind: 'affiliation-chosen', member: person, organisation, how, countsFrom });
}

/** What a member chose counts, once its time has come. */
export function countAffiliation({
  state,
  member: name,
  now,
}: Transition<{ readonly member: PersonIri }>): Result<EventOf<'affiliation-counts'>, 'not-due'> {
  const member = state.members.get(name);
  if (member?.leftAt !== undefined || member?.chosen === undefined || now < member.chosen.countsFrom) {
    return refused('not-due', 'Nothing that she chose is to count now.');
  }
  return accepted({ kind: 'affiliation-counts', member: name, organisation: member.chosen.organisation });
}
