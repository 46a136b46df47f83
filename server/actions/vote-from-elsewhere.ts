import type { CommunityIri, PersonIri, PostIri, ProposalId } from '../community/ids.ts';
import type { Refusal, Result } from '../community/result.ts';
import { accepted, refusal as refusalSaying, refused, sentenceOf } from '../community/result.ts';
import { type Sentence, said, together } from '../community/said.ts';
import type { Ballot } from '../governance/ballot.ts';
import { CHOICES } from '../governance/tally/tally.ts';
import { receiptLinks } from './act-links.ts';
import { castBallot, reachedTheBoard } from './cast-ballot.ts';
import type { House } from './house.ts';
import { secondProposal } from './proposals.ts';
import { tell } from './tell.ts';

type Needs = Parameters<typeof castBallot>[0] &
  Pick<House, 'notices' | 'addresses' | 'communities' | 'capabilities' | 'opinions'>;

/** The words of a federated ballot's options, as they stand in the `Question`; a vote names one of them exactly. */
export const OPTIONS = { yes: 'Yes', no: 'No', abstain: 'Abstain' } as const;

/** The same for the poll by which people elsewhere second a proposal. */
export const SECONDING = { second: 'I second this', notNow: 'Not now' } as const;

/** An answer to one of our polls as it came in; its sender is proven, the rest is not believed yet. */
export interface VoteFromElsewhere {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly question: PostIri;
  readonly voter: PersonIri;
  readonly choice: string;
  /** How long ago it was received, in milliseconds. */
  readonly waitedMs?: number;
  /** The same activity may have been carried out before, without being marked as done. */
  readonly again?: boolean;
}

/** Poll votes never change: other servers let nobody vote twice, so a second one is somebody's mistake, or worse. */
const CHANGE_BY_LINK = said`You have already voted on this, and that vote stands: other servers send one vote each. To change it until the close, use the link below, which is yours alone:`;

/** What others say is told apart: it was worth the asking, and is no vote. */
const APART = said`What you said is told beside the result, among others’ answers and without your name.`;

/**
 * A vote that came from the voter's own server. Her server shows it as counted whatever happens here, so a refusal is
 * told to her by direct message; an accepted ballot's receipt follows as its effect.
 */
export async function castVoteFromElsewhere(house: Needs, vote: VoteFromElsewhere): Promise<Result<Ballot>> {
  const choice = Object.entries(OPTIONS).find(([, words]) => words === vote.choice)?.[0] ?? vote.choice;
  const { community, proposal, voter, waitedMs = 0 } = vote;
  const cast = await castBallot(house, { community, proposal, voter, choice, via: 'federation', waitedMs });
  if (cast.ok) return cast;
  if (vote.again && cast.refusal.code === 'closed') {
    const before = await house.ballots.by(community, proposal, voter);
    if (before?.choice === choice && (await reachedTheBoard(house, before))) return accepted(before);
  }
  await tellRefusal(
    house,
    vote,
    said`Your vote on ${proposal} was not counted.`,
    await refusalOf(house, vote, cast.refusal),
  );
  return cast;
}

/** What a voter is told who was refused: how to change her vote, or that her answer is kept as an opinion. */
async function refusalOf(house: Needs, vote: VoteFromElsewhere, refusal: Refusal): Promise<Refusal> {
  const { community, proposal, voter: person } = vote;
  if (refusal.code === 'already-voted') return refusalSaying(refusal.code, CHANGE_BY_LINK);
  if (refusal.code !== 'not-a-member' && refusal.code !== 'not-on-roll') return refusal;
  const choice = CHOICES.find((known) => OPTIONS[known] === vote.choice);
  if (choice === undefined) return refusal;
  await house.opinions.keep({ community, proposal, person, choice });
  return refusalSaying(refusal.code, together(sentenceOf(refusal), APART));
}

/** A member elsewhere seconds a proposal by its poll; “not now” is an answer that does nothing. */
export async function secondFromElsewhere(house: Needs, vote: VoteFromElsewhere): Promise<Result<null>> {
  if (vote.choice === SECONDING.notNow) return accepted(null);
  if (vote.choice !== SECONDING.second) return refused('bad-choice', 'Choose one of the options shown.');
  const { community, proposal, voter } = vote;
  const seconded = await secondProposal(house, { community, proposal, by: voter });
  if (seconded.ok || (vote.again && (await hasSeconded(house, vote)))) return accepted(null);
  await tellRefusal(house, vote, said`${proposal} was not seconded by you.`, seconded.refusal);
  return seconded;
}

async function hasSeconded({ states }: Needs, { community, proposal, voter }: VoteFromElsewhere): Promise<boolean> {
  const seconds = (await states.load(community))?.proposals.get(proposal)?.seconds ?? [];
  return seconds.some(({ by }) => by === voter);
}

async function tellRefusal(house: Needs, vote: VoteFromElsewhere, what: Sentence, refusal: Refusal): Promise<void> {
  const [community, state] = await Promise.all([
    house.communities.byIri(vote.community),
    house.states.load(vote.community),
  ]);
  if (community === null) return;
  const { proposal, voter } = vote;
  const own =
    refusal.code === 'already-voted' && state !== null
      ? receiptLinks(house, { state, community, proposal, voter })
      : null;
  await tell(house, {
    to: vote.voter,
    from: vote.community,
    kind: 'refusal',
    about: [vote.question, refusal.code],
    text: together(what, sentenceOf(refusal)),
    link: own?.change ?? house.addresses.origin + house.addresses.page.proposal(community.name, proposal),
    inReplyTo: vote.question,
  });
}
