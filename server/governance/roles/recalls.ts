import type { PersonIri, PetitionId } from '../../community/ids.ts';
import { petitionId, proposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { inEnglish, onDay, said } from '../../community/said.ts';
import { addDays, later } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import type { Proposal } from '../proposal.ts';
import { notDue } from '../proposals/not-due.ts';
import { recallTitle } from '../proposals/titles.ts';
import { activeMembers, currentMembers, hasTenure, organisationsOf } from '../roll.ts';
import { plainText } from '../rules/schema.ts';
import type { CommunityState, Member } from '../state.ts';
import { tooNew } from '../tenure.ts';
import { isUnderWay } from './elections.ts';
import { holdersOf, type Role } from './role.ts';
import { presentName } from './seats.ts';
import type { Petition } from './state.ts';

export type PetitionRefusal =
  | 'not-a-member'
  | 'too-new'
  | 'not-a-holder'
  | 'own-recall'
  | 'immune'
  | 'already-petitioned'
  | 'too-soon'
  | 'bad-reasons'
  | 'no-such-petition'
  | 'petition-over'
  | 'already-signed';

/** So many signatures at least, where so many could sign (governance.md §3.8, Recall). */
const LEAST_SIGNATURES = 5;
const reasonsText = plainText(1, 5000);

interface OnHolder {
  readonly state: CommunityState;
  readonly role: Role;
  readonly member: PersonIri;
  /** Who does it. */
  readonly by: PersonIri;
  readonly now: Date;
}

/** A member asks the others for a vote on whether somebody keeps her role; hers is the first signature. */
export function petitionRecall({
  reasons,
  ...ask
}: OnHolder & { readonly reasons: string }): Result<EventOf<'recall-petitioned'>, PetitionRefusal> {
  const { state, role, member, by, now } = ask;
  const signer = signerOf(ask);
  if (!signer.ok) return signer;
  const possible = mayBeAsked(ask);
  if (!possible.ok) return possible;
  const written = reasonsText.safeParse(reasons);
  if (!written.success) return refused('bad-reasons', 'Say why, in up to 5,000 characters of plain text.');
  const { recallPetitionDays, recallPetitionPercent } = state.charter.parameters;
  const able = currentMembers(state).filter((one) => one.member !== member && hasTenure(state, one, now));
  const share = Math.ceil((countedAt(state, now) * recallPetitionPercent) / 100);
  return accepted({
    kind: 'recall-petitioned',
    petition: petitionId(state.petitions.size + 1),
    role,
    member,
    by,
    organisation: signer.value.organisation,
    reasons: written.data,
    needed: Math.min(Math.max(LEAST_SIGNATURES, share), able.length),
    organisationsNeeded: Math.min(2, organisationsOf(able)),
    until: addDays(now, recallPetitionDays),
  });
}

type OfPetition = Transition<{ readonly petition: PetitionId }>;
type OnPetition = OfPetition & { readonly by: PersonIri };

/** Another member wants that vote too. The signature that was still missing makes the charter call it. */
export function signPetition(ask: OnPetition): Result<EventOf<'petition-signed'>, PetitionRefusal> {
  const { by } = ask;
  const petition = openPetition(ask);
  if (!petition.ok) return petition;
  const signer = signerOf({ ...ask, member: petition.value.member });
  if (!signer.ok) return signer;
  if (petition.value.signatures.some((one) => one.by === by)) {
    return refused('already-signed', 'You have signed this already.');
  }
  const { organisation } = signer.value;
  return accepted({ kind: 'petition-signed', petition: petition.value.id, by, organisation });
}

/** The one it is about says what she has to say; it is shown with the petition and with the vote. Again replaces it. */
export function answerPetition({
  text,
  ...ask
}: OnPetition & { readonly text: string }): Result<EventOf<'recall-answered'>, PetitionRefusal> {
  const { state, petition: id, by } = ask;
  const petition = state.petitions.get(id);
  if (petition === undefined) return noSuchPetition;
  if (petition.member !== by) return refused('not-a-holder', 'Only the one it is about answers a petition.');
  const vote = recallAfter(state, petition);
  if (petition.lapsedAt !== undefined || (vote !== undefined && !BEFORE_THE_VOTE.has(vote.phase.state))) {
    return refused('petition-over', 'It is too late to add an answer; what people vote on stays as it is.');
  }
  const written = reasonsText.safeParse(text);
  if (!written.success) return refused('bad-reasons', 'Answer in up to 5,000 characters of plain text.');
  return accepted({ kind: 'recall-answered', petition: id, by, text: written.data });
}

const BEFORE_THE_VOTE: ReadonlySet<Proposal['phase']['state']> = new Set(['discussion']);

/** When what time brings about a petition is due: its lapse, or the vote it has asked for; `null` when it is over. */
export function petitionDueAt(state: CommunityState, petition: Petition): Date | null {
  if (petition.lapsedAt !== undefined || recallAfter(state, petition) !== undefined) return null;
  if (!holds(state, petition)) return state.at;
  return petition.completedAt ?? petition.until;
}

/** The vote for which enough members signed: called by the charter. */
export function callRecall({ state, petition: id, now }: OfPetition): Result<EventOf<'vote-called'>, 'not-due'> {
  const petition = state.petitions.get(id);
  const at = petition && petitionDueAt(state, petition);
  if (!petition?.completedAt || !at || now < at || !holds(state, petition)) return notDue(id);
  const { role, member } = petition;
  return accepted({
    kind: 'vote-called',
    proposal: proposalId(state.proposals.size + 1),
    title: inEnglish(recallTitle(role)),
    reasons: petition.reasons,
    change: { kind: 'recall', role, member },
    matter: 'recall',
    until: addDays(now, state.charter.parameters.discussionDays),
  });
}

/** Too few signed in time, or the one it is about no longer holds the role. */
export function lapsePetition({ state, petition: id, now }: OfPetition): Result<EventOf<'petition-lapsed'>, 'not-due'> {
  const petition = state.petitions.get(id);
  const at = petition && petitionDueAt(state, petition);
  if (!petition || !at || now < at) return notDue(id);
  if (petition.completedAt !== undefined && holds(state, petition)) return notDue(id);
  return accepted({ kind: 'petition-lapsed', petition: id });
}

/** The vote that a petition led to, once it is called. */
export function recallAfter(
  state: Pick<CommunityState, 'proposals' | 'members'>,
  petition: Petition,
): Proposal | undefined {
  const { completedAt } = petition;
  if (completedAt === undefined) return undefined;
  return recallsOf(state, petition).find(({ submittedAt }) => submittedAt >= completedAt);
}

/** Whether a petition still looks for signatures. */
export const isCollecting = ({ completedAt, lapsedAt, until }: Petition, now: Date): boolean =>
  completedAt === undefined && lapsedAt === undefined && now < until;

/** Votes there were on whether somebody keeps a role; also those called while she had another name. */
function recallsOf(
  state: Pick<CommunityState, 'proposals' | 'members'>,
  { role, member }: Pick<Petition, 'role' | 'member'>,
): readonly Proposal[] {
  return [...state.proposals.values()].filter(
    ({ change }) => change.kind === 'recall' && change.role === role && presentName(state, change.member) === member,
  );
}

const holds = ({ holders }: CommunityState, { role, member }: Pick<Petition, 'role' | 'member'>): boolean =>
  holders.get(role)?.some((holder) => holder.member === member) === true;

const noSuchPetition = refused('no-such-petition', 'There is no such petition here.');

function openPetition({ state, petition: id, now }: OnPetition): Result<Petition, PetitionRefusal> {
  const petition = state.petitions.get(id);
  if (petition === undefined) return noSuchPetition;
  if (!isCollecting(petition, now)) return refused('petition-over', 'This petition is over.');
  return accepted(petition);
}

/** The membership of somebody who may ask for a recall, or sign for it. */
function signerOf({ state, member: about, by, now }: Omit<OnHolder, 'role'>): Result<Member, PetitionRefusal> {
  const signer = memberOf(state, by);
  if (signer === null) return refused('not-a-member', 'Only members sign for a recall.');
  if (by === about) return refused('own-recall', 'It is about you: others sign it. You can answer it, or resign.');
  if (!hasTenure(state, signer, now)) return refused('too-new', tooNew(state, signer, 'sign'));
  return accepted(signer);
}

/** Whether a recall of somebody may be asked for now. */
function mayBeAsked({ state, role, member, now }: OnHolder): Result<null, PetitionRefusal> {
  const holder = holdersOf(state, role, now).find((one) => one.member === member);
  if (holder === undefined) return refused('not-a-holder', 'They do not hold this role.');
  const { recallImmunityDays, recallAgainDays, refileDays } = state.charter.parameters;
  const from = addDays(holder.since, recallImmunityDays);
  if (now < from) {
    return refused('immune', said`They took office a short while ago; a recall can be asked for from ${onDay(from)}.`);
  }
  const votes = recallsOf(state, { role, member });
  const petitions = [...state.petitions.values()].filter((one) => one.role === role && one.member === member);
  const open = petitions.some((one) => one.lapsedAt === undefined && recallAfter(state, one) === undefined);
  if (open || votes.some(isUnderWay)) return refused('already-petitioned', 'This is asked for already.');
  const failed = votes.flatMap(({ phase }) => ('at' in phase ? [addDays(phase.at, recallAgainDays)] : []));
  const lapsed = petitions.flatMap(({ lapsedAt }) => (lapsedAt ? [addDays(lapsedAt, refileDays)] : []));
  const again = [...failed, ...lapsed].reduce(later, new Date(0));
  if (now >= again) return accepted(null);
  return refused('too-soon', said`This failed before; it can be asked for again from ${onDay(again)}.`);
}

/**
 * N: the active members of full tenure. Posts and ballots do not stand in the record; the last roll that was frozen
 * counted them too, so it says more where it says more.
 */
function countedAt(state: CommunityState, now: Date): number {
  const recorded = activeMembers({ state, at: now }).filter((member) => hasTenure(state, member, now)).length;
  const last = [...state.proposals.values()].findLast(({ pinned }) => pinned !== undefined);
  return Math.max(recorded, last?.pinned?.active ?? 0);
}
