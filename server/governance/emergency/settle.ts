import type { EmergencyId, PersonIri, ProposalId } from '../../community/ids.ts';
import { proposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { inEnglish } from '../../community/said.ts';
import { matterOf } from '../changes/index.ts';
import { addDays } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import { notDue } from '../proposals/not-due.ts';
import { suspensionTitle } from '../proposals/titles.ts';
import { actsAs, holdersOf } from '../roles/role.ts';
import type { CommunityState } from '../state.ts';
import { type Emergency, endsAt } from './emergency.ts';

type Ask = Transition<{ readonly emergency: EmergencyId }>;

export type ConfirmRefusal =
  | 'no-such-emergency'
  | 'not-a-moderator'
  | 'own-measure'
  | 'same-organisation'
  | 'confirmed';

/**
 * A second moderator stands by a measure: from another organisation; where all moderators come from one, another
 * person does (relaxed, and to be seen from the two organisations in the record).
 */
export function confirmEmergency({
  state,
  emergency: id,
  by,
  now,
}: Ask & { readonly by: PersonIri }): Result<EventOf<'emergency-confirmed'>, ConfirmRefusal> {
  const emergency = state.emergencies.get(id);
  if (emergency === undefined || emergency.ended !== undefined || now >= emergency.confirmUntil) {
    return refused('no-such-emergency', 'This measure waits for nobody any more.');
  }
  const member = memberOf(state, by);
  if (member === null || !actsAs(state, by, 'moderator', now)) {
    return refused('not-a-moderator', 'Only a moderator can confirm this.');
  }
  if (emergency.confirmed !== undefined) return refused('confirmed', 'Somebody has confirmed this already.');
  if (emergency.by === by) return refused('own-measure', 'This is your own measure; somebody else has to confirm it.');
  const organisations = new Set(holdersOf(state, 'moderator', now).map((holder) => holder.organisation));
  if (member.organisation === emergency.organisation && organisations.size > 1) {
    return refused('same-organisation', 'A moderator from another organisation has to confirm this.');
  }
  return accepted({ kind: 'emergency-confirmed', emergency: id, by, organisation: member.organisation });
}

/** Any moderator may lift a measure: what is milder needs no second. */
export function liftEmergency({
  state,
  emergency: id,
  by,
  now,
}: Ask & { readonly by: PersonIri }): Result<EventOf<'emergency-ended'>, 'no-such-emergency' | 'not-a-moderator'> {
  const emergency = state.emergencies.get(id);
  if (emergency === undefined || emergency.ended !== undefined) {
    return refused('no-such-emergency', 'This measure is over.');
  }
  if (!actsAs(state, by, 'moderator', now)) return refused('not-a-moderator', 'Only a moderator can lift this.');
  return accepted({ kind: 'emergency-ended', emergency: id, how: 'lifted', by });
}

/** A measure ends by itself at its time (P7). */
export function endEmergency({ state, emergency: id, now }: Ask): Result<EventOf<'emergency-ended'>, 'not-due'> {
  const emergency = state.emergencies.get(id);
  if (emergency === undefined || emergency.ended !== undefined) return notDue(id);
  const decidedAt = decided(state, emergency);
  if (decidedAt !== null && decidedAt <= now)
    return accepted({ kind: 'emergency-ended', emergency: id, how: 'decided' });
  if (now < endsAt(emergency)) return notDue(id);
  const how = emergency.confirmed === undefined ? 'not-confirmed' : 'time-over';
  return accepted({ kind: 'emergency-ended', emergency: id, how });
}

/** When the members had decided about a blocked server: from then on their decision counts, whatever it is. */
export function decided(state: CommunityState, { vote }: Emergency): Date | null {
  const phase = vote === undefined ? undefined : state.proposals.get(vote)?.phase;
  switch (phase?.state) {
    case 'in-force':
      return phase.since;
    case 'rejected':
    case 'lapsed':
    case 'voided':
    case 'withdrawn':
      return phase.at;
    default:
      return null;
  }
}

/** A day to talk; the vote itself has its full time. */
const DISCUSSION_DAYS = 1;

/** A block that was confirmed: the charter asks the members what comes after it. */
export function callVoteOnBlock({ state, emergency: id, now }: Ask): Result<EventOf<'vote-called'>, 'not-due'> {
  const emergency = state.emergencies.get(id);
  if (emergency === undefined || !wantsVote(state, emergency) || emergency.act.do !== 'block-server') return notDue(id);
  const change = { kind: 'limit-server', server: emergency.act.server, level: 'suspend' } as const;
  return accepted({
    kind: 'vote-called',
    proposal: nextProposal(state),
    title: inEnglish(suspensionTitle(emergency.act.server)),
    reasons: `Two moderators have blocked this server in an emergency (${id}). The block ends by itself; whether the server is to be suspended, the members decide.`,
    change,
    matter: matterOf(change),
    until: addDays(now, DISCUSSION_DAYS),
    emergency: id,
  });
}

/** Whether the members have not been asked about a confirmed block yet, nor decided about that server before. */
export function wantsVote(state: CommunityState, { act, confirmed, ended, vote }: Emergency): boolean {
  if (act.do !== 'block-server' || confirmed === undefined || ended !== undefined || vote !== undefined) return false;
  return state.servers.get(act.server)?.level !== 'suspend';
}

const nextProposal = ({ proposals }: CommunityState): ProposalId => proposalId(proposals.size + 1);
