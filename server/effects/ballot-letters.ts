import { placeFor, receiptLinks, YOURS_ALONE } from '../actions/act-links.ts';
import { checkpointLineFor } from '../actions/checkpoints.ts';
import { tell } from '../actions/tell.ts';
import type { Community } from '../community/community.ts';
import type { PersonIri, ProposalId } from '../community/ids.ts';
import { handleOf } from '../community/person.ts';
import { paragraphsOf, said, type Words } from '../community/said.ts';
import type { EventOf } from '../governance/events.ts';
import { voterOf } from '../governance/membership.ts';
import { nameToday } from '../governance/participation/acts.ts';
import { canBePolled } from '../governance/participation/polls.ts';
import type { Proposal } from '../governance/proposal.ts';
import type { CommunityState } from '../governance/state.ts';
import type { EntryHead } from '../record/entry.ts';
import type { EffectParts } from './parts.ts';
import { load } from './question.ts';

type House = EffectParts['house'];

/** So many letters are written at once. */
const AT_ONCE = 64;

/** Does something for each of many, some at a time. */
export async function forEachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    await Promise.all(items.slice(from, from + AT_ONCE).map(work));
  }
}

/** The members on a vote's roll who may vote, each by the name on the roll and by that of today. */
export async function votersOn(
  house: Pick<House, 'boards'>,
  state: CommunityState,
  proposal: ProposalId,
): Promise<readonly { readonly onRoll: PersonIri; readonly person: PersonIri }[]> {
  const roll = await house.boards.roll(state.community, proposal);
  return (roll?.entries ?? [])
    .map(({ member }) => ({ onRoll: member, person: nameToday(state, member) }))
    .filter(({ person }) => voterOf(state, person) !== null);
}

/**
 * What a poll cannot ask, every member elsewhere who stands on the roll is asked by a letter with a link of her own:
 * one each (governance.md §3.7).
 */
export async function askVotersElsewhere(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'voting-opened'>,
): Promise<void> {
  const { house } = parts;
  const { community, proposal } = await load(parts, head, event.proposal);
  const state = await house.states.load(head.community);
  if (canBePolled(proposal) || state?.proposals.get(event.proposal)?.phase.state !== 'voting') return;
  const book = await checkpointLineFor(house, head.community);
  const { id, title } = proposal;
  const opened =
    proposal.pinned?.secret === undefined
      ? said`The vote on ${id} in ${community.title} is open: ${title}`
      : said`The vote on ${id} in ${community.title} is open, and secret: ${title}`;
  const closes = [opened, said`It closes on ${event.until}.`];
  const voters = (await votersOn(house, state, event.proposal)).filter(({ person }) => !house.addresses.isHere(person));
  await forEachOf(voters, ({ person }) =>
    letter(house, { community, state, proposal, person, about: 'open', text: closes, book, now: head.at }),
  );
}

/** One letter about a vote to one member, by which she gets to it. */
export async function letter(
  house: House,
  {
    community,
    state,
    proposal,
    person,
    about,
    text,
    book,
    now,
  }: {
    readonly community: Community;
    readonly state: CommunityState;
    readonly proposal: Proposal;
    readonly person: PersonIri;
    /** What makes it one letter. */
    readonly about: string;
    readonly text: Words;
    /** How the record stands. */
    readonly book: string | undefined;
    readonly now: Date;
  },
): Promise<void> {
  const path = house.addresses.page.proposal(community.name, proposal.id);
  const { link, own } = placeFor(house, { state, community, id: proposal.id, person, now, path });
  await tell(house, {
    to: person,
    from: community.iri,
    kind: 'message',
    about: [proposal.id, about],
    text: [...paragraphsOf(text), ...(book === undefined ? [] : [book]), ...(own ? [YOURS_ALONE] : [])],
    link,
  });
}

/** Voters who were drawn are asked whether they cast their ballots themselves. */
export async function askSampled(parts: EffectParts, head: EntryHead, event: EventOf<'sample-asked'>): Promise<void> {
  const { house } = parts;
  const { community, proposal } = await load(parts, head, event.proposal);
  const state = await house.states.load(head.community);
  if (state === null) return;
  const asked = new Set(event.asked);
  const ballots = (await house.ballots.of(head.community, event.proposal)).filter(({ leaf }) => asked.has(leaf));
  await forEachOf(ballots, async ({ voter, leaf, choice }) => {
    const person = nameToday(state, voter);
    const known = await house.people.byIri(person);
    const at = known === null ? event.domain : handleOf(known);
    const links = receiptLinks(house, { state, community, proposal: proposal.id, voter });
    await tell(house, {
      to: person,
      from: community.iri,
      kind: 'message',
      about: [proposal.id, 'sample', leaf],
      text: said`Many votes on ${proposal.id} came from ${event.domain}, so some voters there are asked, drawn by lot. A vote “${choice}” came in your name (${at}). Did you cast it? Please say so by your own link; if you did not, you can vote anew. Nobody is told who answered.`,
      ...(links === null ? {} : { link: links.dispute }),
    });
  });
}

/** Who says that a ballot is not hers is sent the link by which she votes anew. */
export async function helpToVoteAnew(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'ballot-disputed'>,
): Promise<void> {
  const { house } = parts;
  const { community, proposal } = await load(parts, head, event.proposal);
  const state = await house.states.load(head.community);
  if (state === null || proposal.phase.state !== 'voting') return;
  const text = said`You said that the ballot on ${proposal.id} in your name is not yours. It stands in the open book. Vote anew until ${proposal.phase.until}, and your own vote is the one that counts.`;
  const about = `anew ${event.leaf}`;
  const book = undefined;
  await letter(house, { community, state, proposal, person: event.by, about, text, book, now: head.at });
}
