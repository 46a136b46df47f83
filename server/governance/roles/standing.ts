import type { PersonIri, ProposalId } from '../../community/ids.ts';
import { optionId } from '../../community/ids.ts';
import type { Refusal, Result } from '../../community/result.ts';
import { accepted, refused, sentenceOf } from '../../community/result.ts';
import { type Sentence, said, together } from '../../community/said.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import type { Proposal } from '../proposal.ts';
import { hasTenure } from '../roll.ts';
import { plainText } from '../rules/schema.ts';
import type { CommunityState, Member } from '../state.ts';
import { tooNew } from '../tenure.ts';
import { isBarredByRecall, isCapped, isFull, nextTermOf, seatsOf, stayingOn } from './seats.ts';

export type StandRefusal =
  | 'no-such-election'
  | 'not-standing'
  | 'not-a-member'
  | 'too-new'
  | 'already-standing'
  | 'already-holds-it'
  | 'too-many-terms'
  | 'recalled'
  | 'organisation-full'
  | 'bad-statement';

interface OnElection {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  /** Who does it. */
  readonly by: PersonIri;
  readonly now: Date;
}

/** What somebody may say about herself when she stands; it may be empty. */
const statementText = plainText(0, 2000);

/** A member stands for a role: of her own accord, or because somebody asked her to. */
export function stand({
  statement,
  ...ask
}: OnElection & { readonly statement: string }): Result<EventOf<'nomination-accepted'>, StandRefusal> {
  const { by } = ask;
  const election = openElection(ask);
  if (!election.ok) return election;
  const member = able({ ...ask, election: election.value, member: by });
  if (!member.ok) return member;
  const written = statementText.safeParse(statement);
  if (!written.success) return refused('bad-statement', 'Say it in up to 2,000 characters of plain text.');
  return accepted({
    kind: 'nomination-accepted',
    proposal: ask.proposal,
    member: by,
    organisation: member.value.organisation,
    nominee: optionId(`N-${nextNumber(election.value)}`),
    says: written.data,
  });
}

/** A member asks another one to stand; nobody stands who did not say so herself. */
export function nominate({
  member,
  ...ask
}: OnElection & { readonly member: PersonIri }): Result<EventOf<'nominated'>, StandRefusal> {
  const { state, by, now, proposal } = ask;
  const election = openElection(ask);
  if (!election.ok) return election;
  const nominator = memberOf(state, by);
  if (nominator === null) return refused('not-a-member', 'Only members nominate. Join the community first.');
  if (!hasTenure(state, nominator, now)) return refused('too-new', tooNew(state, nominator, 'nominate'));
  if (state.asked.get(proposal)?.some((asked) => asked.member === member)) {
    return refused('already-standing', 'They have been asked already, and have not answered yet.');
  }
  const candidate = able({ ...ask, election: election.value, member });
  if (!candidate.ok) return refused(candidate.refusal.code, ofAnother(candidate.refusal));
  return accepted({ kind: 'nominated', proposal, member, by });
}

/** Why somebody cannot stand, as it is told to another member. What is said of nobody in particular stays as it is. */
const ofAnother = (refusal: Refusal<StandRefusal>): Sentence =>
  together(said`They cannot stand.`, OF_ANOTHER[refusal.code] ?? sentenceOf(refusal));

const OF_ANOTHER: Readonly<Partial<Record<StandRefusal, Sentence>>> = {
  'too-new': said`They have not been members for long enough yet.`,
  'already-standing': said`They stand already.`,
  'already-holds-it': said`They hold such a seat already, beyond the end of this election.`,
  recalled: said`They were recalled from this role, and may stand again when that term would have ended.`,
  'organisation-full': said`Their organisation holds as many of these seats as one organisation may: a third.`,
};

/** Who stands takes it back, or who was asked says no, while the time to stand lasts. */
export function standDown(ask: OnElection): Result<EventOf<'nomination-withdrawn'>, StandRefusal> {
  const { state, proposal, by } = ask;
  const election = openElection(ask);
  if (!election.ok) return election;
  const asked = state.asked.get(proposal)?.some(({ member }) => member === by) === true;
  const stands = election.value.nominees?.some(({ member }) => member === by) === true;
  if (!asked && !stands) return refused('not-standing', 'You do not stand in this election.');
  return accepted({ kind: 'nomination-withdrawn', proposal, member: by });
}

function openElection({ state, proposal: id, now }: OnElection): Result<Proposal, StandRefusal> {
  const proposal = state.proposals.get(id);
  if (proposal?.change.kind !== 'elect') return refused('no-such-election', said`There is no election ${id} here.`);
  if (proposal.phase.state !== 'nomination' || now >= proposal.phase.until) {
    return refused('not-standing', 'The time to stand in this election is over.');
  }
  return accepted(proposal);
}

/** The membership of somebody who can stand in an election; else why not, as she is told herself. */
function able({
  state,
  election,
  member: iri,
  now,
}: {
  readonly state: CommunityState;
  readonly election: Proposal;
  readonly member: PersonIri;
  readonly now: Date;
}): Result<Member, StandRefusal> {
  const member = memberOf(state, iri);
  if (member === null) return refused('not-a-member', 'Only members of this community stand.');
  if (!hasTenure(state, member, now)) return refused('too-new', tooNew(state, member, 'stand'));
  if (election.nominees?.some((one) => one.member === iri)) return refused('already-standing', 'You stand already.');
  return ableInRole(state, election, member, now);
}

function ableInRole(
  state: CommunityState,
  { change, submittedAt }: Proposal,
  member: Member,
  now: Date,
): Result<Member, StandRefusal> {
  if (change.kind !== 'elect') return refused('no-such-election', 'This is no election.');
  const { role } = change;
  const staying = stayingOn(state, role, { calledAt: submittedAt, now });
  if (staying.some((holder) => holder.member === member.member)) {
    return refused('already-holds-it', 'You hold such a seat already, beyond the end of this election.');
  }
  const { consecutiveTerms } = state.charter.parameters;
  if (nextTermOf(state, role, member.member, now) > consecutiveTerms) {
    return refused(
      'too-many-terms',
      consecutiveTerms === 1
        ? 'Nobody holds a role for more than 1 term in a row. Let one term pass.'
        : said`Nobody holds a role for more than ${consecutiveTerms} terms in a row. Let one term pass.`,
    );
  }
  if (isBarredByRecall(state, role, member.member, now)) {
    return refused(
      'recalled',
      'You were recalled from this role. You may stand again when that term would have ended.',
    );
  }
  if (isCapped(state) && isFull(staying, seatsOf(state, role), member.organisation)) {
    const text = 'Your organisation holds as many of these seats as one organisation may: a third.';
    return refused('organisation-full', text);
  }
  return accepted(member);
}

function nextNumber({ nominees = [] }: Proposal): number {
  return Math.max(0, ...nominees.map(({ id }) => Number(id.slice(2)))) + 1;
}
