import { directMessage } from '../../federation/send/activities/direct-message.ts';
import { voteActivity } from '../../federation/send/activities/vote.ts';
import { receiptLinks } from '../actions/act-links.ts';
import { reachedTheBoard } from '../actions/cast-ballot.ts';
import { checkpointLineFor } from '../actions/checkpoints.ts';
import { fromPlain } from '../actions/content.ts';
import { openRecord } from '../actions/found-community.ts';
import { joinCommunity } from '../actions/join-community.ts';
import { tell } from '../actions/tell.ts';
import type { Community } from '../community/community.ts';
import type { CommunityIri, PersonIri } from '../community/ids.ts';
import { handleOf } from '../community/person.ts';
import { phrase, said } from '../community/said.ts';
import type { Ballot } from '../governance/ballot.ts';
import { turnOf } from '../governance/ballots.ts';
import { nameToday } from '../governance/participation/acts.ts';
import { saidWords } from '../governance/participation/words.ts';
import { isCutOffByDecision } from '../governance/servers.ts';
import type { SentVote } from '../ports/federation.ts';
import type { Notice } from '../ports/notices.ts';
import type { EffectParts } from './parts.ts';

/** A notice for somebody elsewhere goes out as a direct message by the community. */
export async function carryOutNotice({ house, outbox }: EffectParts, { notice }: { notice: Notice }): Promise<void> {
  const reader = await house.people.byIri(notice.to as PersonIri);
  if (reader?.home !== 'elsewhere' || reader.goneAt || !house.addresses.isHere(notice.from)) return;
  const state = await house.states.load(notice.from as CommunityIri);
  // To a server that the members have cut off nothing is sent. An emergency takes the vote from nobody (§3.8), and what
  // comes by letter is the vote itself: the link to it, and its receipt.
  if (state !== null && isCutOffByDecision(state, reader.host)) return;
  const text = notice.link === undefined ? notice.text : `${notice.text}\n\n${notice.link}`;
  const activity = directMessage({
    addresses: house.addresses,
    from: notice.from,
    to: { iri: reader.iri, handle: handleOf(reader) },
    about: [notice.id],
    html: fromPlain(`${handleOf(reader)}\n\n${text}`),
    published: notice.at,
    inReplyTo: notice.inReplyTo,
  });
  await outbox.send({ activity, actor: notice.from, to: { actors: [reader.iri] }, public: false });
}

/**
 * The vote of somebody elsewhere is answered with its receipt: the leaf that will stand on the board. So she also hears
 * of one that she did not cast, and can say so, or vote anew, by links of her own.
 */
export async function carryOutBallot({ house }: EffectParts, { ballot }: { ballot: Ballot }): Promise<void> {
  const { community: iri, proposal, voter, choice, leaf } = ballot;
  const [community, state] = await Promise.all([house.communities.byIri(iri), house.states.load(iri)]);
  if (community === null || state === null) return;
  if (!(await reachedTheBoard(house, ballot))) return;
  const book = await checkpointLineFor(house, iri);
  const turn = turnOf(ballot);
  const links = receiptLinks(house, { state, community, proposal, voter });
  const words = saidWords(state.proposals.get(proposal), choice);
  await tell(house, {
    to: nameToday(state, voter),
    from: iri,
    kind: 'receipt',
    // Each ballot by which she changes her vote has its own.
    about: turn === 1 ? [proposal] : [proposal, String(turn)],
    text: [
      said`Your vote on ${proposal} in ${community.title} is counted: “${phrase(words)}”.`,
      said`Receipt: ${leaf}`,
      'After the close you find it on the board of the vote; if it is not there, tell everybody.',
      ...(book === undefined ? [] : [book]),
      ...(links === null
        ? []
        : [
            said`To change your vote until the close: ${links.change}`,
            said`If you did not vote so: ${links.dispute}`,
            'These links are yours alone: whoever has them can do this in your name.',
          ]),
    ],
    link: house.addresses.origin + house.addresses.page.proposal(community.name, proposal),
  });
}

/** A vote by somebody here in a poll elsewhere. */
export async function carryOutSentVote({ house, outbox }: EffectParts, { vote }: { vote: SentVote }): Promise<void> {
  const post = await house.posts.byIri(vote.question);
  if (post === null) return;
  const activity = voteActivity({
    addresses: house.addresses,
    question: vote.question,
    author: post.author,
    voter: vote.voter,
    choice: vote.choice,
  });
  await outbox.send({
    activity,
    actor: vote.voter,
    to: { actors: [post.author] },
    public: false,
    object: vote.question,
  });
}

/** A community just founded: its record begins, and its founder is its first member. */
export async function carryOutFounding({ house }: EffectParts, { community }: { community: Community }): Promise<void> {
  await openRecord(house, community);
  const { founder, iri } = community;
  // Once only: a founder who has left since is not brought back.
  if (founder === undefined || (await house.follows.get(founder, iri)) !== null) return;
  await joinCommunity(house, { person: founder, community: iri });
}
