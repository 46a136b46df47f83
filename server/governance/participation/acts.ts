import type { JuryId, PersonIri, PetitionId, ProposalId } from '../../community/ids.ts';
import { addDays, addHours } from '../dates.ts';
import type { Proposal } from '../proposal.ts';
import { minorityUntil } from '../proposals/minority.ts';
import { isSecretMatter, procedureOf } from '../proposals/procedure.ts';
import type { CommunityState } from '../state.ts';

/** The kind of every signed link of this sort; what it is for is the first word of its subject. */
export const ACT = 'act';

/** What a member without an account here may do by a link of her own: one of these, on one thing (governance.md §3.7). */
export const VERBS = [
  'second',
  'vote',
  'paper',
  'ballot',
  'stand',
  'petition',
  'challenge',
  'minority',
  'jury',
  'digest',
] as const;
export type Verb = (typeof VERBS)[number];

/** One thing that somebody may do: cast or change a vote on P-12 of a community, answer the call to jury J-3 … */
export interface Act {
  readonly verb: Verb;
  /** The community's name here; empty for what is about no community. */
  readonly community: string;
  /** What it is about: `P-12`, `J-3`, `RC-1`; empty where it is about nothing in particular. */
  readonly id: string;
}

/** An act as a link's subject: three words, of which none holds a space. */
export const subjectOf = ({ verb, community, id }: Act): string => `${verb} ${community} ${id}`;

/** The act that a link's subject names, or `null` when it names none. */
export function readSubject(subject: string): Act | null {
  const [first, community, id, ...more] = subject.split(' ');
  const verb = VERBS.find((known) => known === first);
  if (verb === undefined || community === undefined || id === undefined || more.length > 0) return null;
  return { verb, community, id };
}

/** Longer than any jury takes; a link to one that has decided opens nothing whatever its date says. */
const JURY_DAYS = 60;

/**
 * What a member can do about something now, and until when at most, or `null` when there is nothing to do. The end of
 * a vote is reckoned with the extensions that it may still have: when it closes earlier, the link opens nothing more.
 *
 * @param id of a proposal, a petition or a jury
 */
export function actOn(
  state: CommunityState,
  id: string,
  now: Date,
): { readonly verb: Verb; readonly until: Date } | null {
  const proposal = state.proposals.get(id as ProposalId);
  if (proposal !== undefined) return onProposal(state, proposal, now);
  const petition = state.petitions.get(id as PetitionId);
  if (petition !== undefined && petition.completedAt === undefined && petition.lapsedAt === undefined) {
    return now < petition.until ? { verb: 'petition', until: petition.until } : null;
  }
  const jury = state.juries.get(id as JuryId);
  if (jury === undefined || jury.phase.state === 'decided') return null;
  return { verb: 'jury', until: addDays(now, JURY_DAYS) };
}

function onProposal(state: CommunityState, proposal: Proposal, now: Date): ReturnType<typeof actOn> {
  const { phase, matter } = proposal;
  if (!('until' in phase) || now >= phase.until) return null;
  switch (phase.state) {
    case 'seconding':
      return { verb: 'second', until: phase.until };
    case 'voting':
      return { verb: isSecretMatter(matter) ? 'paper' : 'vote', until: linkUntil(lastCloseOf(state, proposal)) };
    case 'nomination':
      return { verb: 'stand', until: phase.until };
    case 'timelock':
      return { verb: 'challenge', until: phase.until };
    default:
      return null;
  }
}

/** Until when something can be said against a result, beside whatever else can be done; `null` where nothing can. */
export function objectUntil(state: CommunityState, id: string, now: Date): Date | null {
  const proposal = state.proposals.get(id as ProposalId);
  const until = proposal === undefined ? null : minorityUntil(proposal);
  return until !== null && now < until ? until : null;
}

/** An extension begins when the server notices that it is due: one that was down must not end links too early. */
const DOWN_DAYS = 7;

/** Until when a link about an open vote is good at most; when the vote closes earlier, it opens nothing more. */
export const linkUntil = (until: Date): Date => addDays(until, DOWN_DAYS);

/** When an open vote closes at the latest: with every extension that it has not had yet. */
export function lastCloseOf(state: CommunityState, proposal: Proposal): Date {
  const { phase } = proposal;
  if (phase.state !== 'voting') return proposal.votingEndedAt ?? state.at;
  const { extensionDays, lateQuorumHours } = procedureOf(state, proposal);
  const extended = phase.extended.quorum ? phase.until : addDays(phase.until, extensionDays);
  return phase.extended.late ? extended : addHours(extended, lateQuorumHours);
}

/** Until when somebody can say that a ballot in her name is not hers: so long after the close (governance.md §3.7). */
export function disputableUntil(state: CommunityState, proposal: Proposal): Date {
  const hours = procedureOf(state, proposal).ballotDisputeHours;
  return addHours(proposal.votingEndedAt ?? lastCloseOf(state, proposal), hours);
}

/** The name by which a member goes today: who has moved since a link was made for her is the same member. */
export function nameToday(state: CommunityState, person: PersonIri): PersonIri {
  if (state.members.has(person)) return person;
  for (const { member, formerly } of state.members.values()) if (formerly?.includes(person)) return member;
  return person;
}
