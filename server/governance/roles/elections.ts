import type { ProposalId } from '../../community/ids.ts';
import { proposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import { inEnglish } from '../../community/said.ts';
import { addDays, addHours, later } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import type { Phase, Proposal } from '../proposal.ts';
import { notDue } from '../proposals/not-due.ts';
import { isOpen, procedureOf } from '../proposals/procedure.ts';
import { currentMembers } from '../roll.ts';
import type { CommunityState } from '../state.ts';
import { ratificationOf } from './provisional.ts';
import type { Role } from './role.ts';
import { electionHours, seatsOf, stayingOn } from './seats.ts';
import { electionTitle, ROLE_WORDS } from './words.ts';

/** With fewer members of full tenure there is nobody to choose between, and nothing is called. */
export const ENOUGH_FOR_ELECTIONS = 5;

/** Elections to one role, oldest first. */
export function electionsTo({ proposals }: Pick<CommunityState, 'proposals'>, role: Role): readonly Proposal[] {
  return [...proposals.values()].filter(({ change }) => change.kind === 'elect' && change.role === role);
}

/** Whether an election is under way, its timelock included. */
export const isUnderWay = (proposal: Proposal): boolean => isOpen(proposal) || proposal.phase.state === 'timelock';

/**
 * When the charter calls the next election to a role; `null` when none is needed, or one is under way. It is called
 * for seats that are empty, and so early that seats whose term ends are filled when it does; not before the founder's
 * provisional time is over, and only where there are members enough. After one that filled no seat it waits: the days
 * of `refileDays`, and twice as long each further time in a row that nobody stood.
 */
export function electionDueAt(state: CommunityState, role: Role): Date | null {
  const ratification = ratificationOf(state);
  if (ratification === undefined || state.movedTo !== undefined) return null;
  const wanted = wantedFrom(state, role, ratification.submittedAt);
  if (wanted === null) return null;
  const elections = electionsTo(state, role);
  if (elections.some(isUnderWay)) return null;
  const enough = enoughMembersAt(state);
  if (enough === null) return null;
  const last = elections.at(-1);
  const ended = last && endOf(last.phase);
  const waited = ended === undefined || wanted > ended ? wanted : addDays(ended, daysToWait(state, elections));
  return later(later(waited, enough), ratification.submittedAt);
}

/** The charter calls an election: members stand, or are asked to. */
export function callElection({
  state,
  role,
  now,
}: Transition<{ readonly role: Role }>): Result<EventOf<'vote-called'>, 'not-due'> {
  const at = electionDueAt(state, role);
  const seats = seatsOf(state, role) - stayingOn(state, role, { calledAt: now, now }).length;
  if (at === null || now < at || seats <= 0) return notDue(`an election to the seats of ${role}`);
  const { nominationDays } = state.charter.parameters;
  return accepted({
    kind: 'vote-called',
    proposal: proposalId(state.proposals.size + 1),
    title: inEnglish(electionTitle(seats, role)),
    reasons: `${ROLE_WORDS[role]} Seats are empty or become so, and the charter has them filled by election.`,
    change: { kind: 'elect', role, seats },
    matter: 'seats',
    until: addDays(now, nominationDays),
  });
}

/** The time to stand is over, and nobody did. */
export function nobodyStood({
  state,
  proposal: id,
  now,
}: Transition<{ readonly proposal: ProposalId }>): Result<EventOf<'nobody-stood'>, 'not-due'> {
  const proposal = state.proposals.get(id);
  if (proposal?.phase.state !== 'nomination' || now < proposal.phase.until) return notDue(id);
  if (proposal.nominees?.length || proposal.change.kind !== 'elect') return notDue(id);
  const { refileDays } = procedureOf(state, proposal);
  // This one is still the last of them, and would end the row.
  const before = electionsTo(state, proposal.change.role).filter((one) => one !== proposal);
  const times = timesNobodyStood(before);
  return accepted({ kind: 'nobody-stood', proposal: id, refileFrom: addDays(now, waiting(refileDays, times + 1)) });
}

/** Since when a seat waits to be filled, or from when on one has to be because a term ends. */
function wantedFrom(state: CommunityState, role: Role, from: Date): Date | null {
  const holders = state.holders.get(role) ?? [];
  const seats = seatsOf(state, role);
  if (holders.length < seats) return state.vacatedAt.get(role) ?? from;
  const ends = holders.slice(0, seats).map(({ until }) => until.getTime());
  if (ends.length === 0) return null;
  return addHours(new Date(Math.min(...ends)), -electionHours(state.charter.parameters));
}

function endOf(phase: Phase): Date | undefined {
  if (phase.state === 'in-force') return phase.since;
  return 'at' in phase ? phase.at : undefined;
}

function daysToWait(state: CommunityState, elections: readonly Proposal[]): number {
  return waiting(state.charter.parameters.refileDays, Math.max(1, timesNobodyStood(elections)));
}

/** Most times the wait is doubled: with the default, to a little more than half a year. */
const MOST_DOUBLINGS = 4;
/** A charter without any wait does not make elections follow each other without end. */
const waiting = (refileDays: number, times: number): number =>
  Math.max(1, refileDays) * 2 ** Math.min(times - 1, MOST_DOUBLINGS);

function timesNobodyStood(elections: readonly Proposal[]): number {
  const other = elections.findLastIndex(({ phase }) => phase.state !== 'lapsed' || phase.why !== 'nobody-stood');
  return elections.length - 1 - other;
}

/** When the fifth of the present members had, or will have, full tenure. */
function enoughMembersAt(state: CommunityState): Date | null {
  const earliest: number[] = [];
  for (const { joinedAt } of currentMembers(state)) {
    const last = earliest.at(-1);
    const time = joinedAt.getTime();
    if (earliest.length === ENOUGH_FOR_ELECTIONS && last !== undefined && time >= last) continue;
    earliest.push(time);
    earliest.sort((a, b) => a - b);
    earliest.length = Math.min(earliest.length, ENOUGH_FOR_ELECTIONS);
  }
  const fifth = earliest[ENOUGH_FOR_ELECTIONS - 1];
  return fifth === undefined ? null : addDays(new Date(fifth), state.charter.parameters.tenureDays);
}
