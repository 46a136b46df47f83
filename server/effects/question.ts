import { createActivity } from '../../federation/send/activities/create.ts';
import { featureActivity } from '../../federation/send/activities/featured.ts';
import { updateActivity } from '../../federation/send/activities/update.ts';
import { PUBLIC } from '../../federation/vocabulary/names.ts';
import { postDocument } from '../../federation/vocabulary/objects/posts.ts';
import { minorityLink, YOURS_ALONE } from '../actions/act-links.ts';
import { fromPlain } from '../actions/content.ts';
import { rootAt } from '../actions/record-tree.ts';
import { tell } from '../actions/tell.ts';
import { OPTIONS, SECONDING } from '../actions/vote-from-elsewhere.ts';
import type { Community } from '../community/community.ts';
import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Poll, Post } from '../community/post.ts';
import { inEnglish, onDay, said, together } from '../community/said.ts';
import { changeWords } from '../governance/changes/index.ts';
import type { EventOf } from '../governance/events.ts';
import { memberOf } from '../governance/membership.ts';
import { canBePolled } from '../governance/participation/polls.ts';
import type { Proposal } from '../governance/proposal.ts';
import { isYesNo } from '../governance/tally/tally.ts';
import { tallyWords } from '../governance/tally/words.ts';
import { checkpointLine } from '../record/checkpoint.ts';
import type { EntryHead } from '../record/entry.ts';
import { type EffectParts, surroundings } from './parts.ts';
import { passOn } from './posts.ts';

/**
 * A proposal is made known, and can be seconded from elsewhere, by a `Question` of the community; what people answer
 * below it is its discussion. Where no seconds are needed it is a plain post.
 */
export async function openProposal(
  parts: EffectParts,
  head: EntryHead,
  event: Pick<EventOf<'proposal-submitted'>, 'proposal' | 'secondsNeeded' | 'until'>,
): Promise<void> {
  const { community, proposal } = await load(parts, head, event.proposal);
  const asks = `To be voted on it needs ${event.secondsNeeded} members who second it by ${day(event.until)}.`;
  const needed = event.secondsNeeded > 0;
  await publish(parts, head, community, {
    iri: parts.house.addresses.discussion(community.name, proposal.id),
    title: proposal.title,
    text: [...described(proposal), ...(needed ? [asks] : []), 'Discuss it below.', pageOf(parts, community, proposal)],
    ...(needed && {
      poll: {
        options: Object.values(SECONDING),
        multiple: false,
        closesAt: event.until,
        proposal: proposal.id,
        asks: 'second',
      },
    }),
  });
}

/** Seconding is over, one way or the other. */
export async function closeSeconding(parts: EffectParts, head: EntryHead, id: Proposal['id']): Promise<void> {
  const { community, proposal } = await load(parts, head, id);
  const counts = [proposal.seconds.length, 0];
  const closed = (poll: Poll): Poll => ({ ...poll, closedAt: head.at, counts, voters: proposal.seconds.length });
  const iri = parts.house.addresses.discussion(community.name, proposal.id);
  await change(parts, community, iri, (poll) => (poll.closedAt ? poll : closed(poll)), 'closed');
}

/**
 * A vote on the fediverse is a `Question` whose author is the community itself: only then do votes come to this
 * server. The count stays closed (every option says 0) until the end. What a poll cannot ask is made known by a plain
 * post that leads to its page.
 */
export async function openQuestion(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'voting-opened'>,
): Promise<void> {
  const { community, proposal } = await load(parts, head, event.proposal);
  const how = `Members of ${community.title} vote until ${day(event.until)}. The count stays closed until then.`;
  const polled = canBePolled(proposal, Object.values(OPTIONS));
  const others = `Members whose server shows no polls write “${proposal.id}” to this community in a direct message, and get a link of their own.`;
  await publish(parts, head, community, {
    iri: event.question,
    title: proposal.title,
    text: [
      ...described(proposal),
      ...(polled ? [] : onItsPage(proposal)),
      how,
      others,
      pageOf(parts, community, proposal),
      await bookAt(parts, head),
    ],
    ...(polled && {
      poll: {
        options: Object.values(OPTIONS),
        multiple: false,
        closesAt: event.until,
        proposal: proposal.id,
        asks: 'ballot',
      },
    }),
  });
}

/** How the record stood with this entry: the same whenever it is asked, so that a second try says what the first one did. */
async function bookAt({ house }: EffectParts, { community, seq }: EntryHead): Promise<string> {
  return checkpointLine({ size: seq, root: await rootAt(house, community, seq) });
}

/** What cannot be answered by a poll: places for several, or what nobody may see. */
function onItsPage({ pinned }: Proposal): readonly string[] {
  const between = (pinned?.options ?? []).map(({ words }) => `– ${words}`).join('\n');
  return [...(between === '' ? [] : [`To choose between:\n${between}`]), 'Vote on its page; a poll cannot ask this.'];
}

/** Saves a post of the community's own, if it is not there yet, and sends it to its followers. */
export async function publish(
  parts: EffectParts,
  head: EntryHead,
  community: Community,
  { iri, title, text, poll }: { iri: PostIri; title: string; text: readonly string[]; poll?: Poll },
): Promise<void> {
  const { house, outbox } = parts;
  const post: Post = {
    iri,
    activity: house.addresses.activity('create', iri),
    author: community.iri,
    community: community.iri,
    thread: iri,
    title,
    html: fromPlain(text.join('\n\n')),
    audience: community.membersOnly ? 'members' : 'public',
    to: [],
    home: 'here',
    publishedAt: head.at,
    receivedAt: head.at,
    standing: { state: 'visible' },
    labels: [],
    ...(poll === undefined ? {} : { poll }),
  };
  await house.posts.add(post, []);
  const object = postDocument(post, await surroundings(parts, post));
  const activity = createActivity({ id: post.activity, actor: community.iri, object });
  const isPublic = post.audience === 'public';
  const to = { followersOf: community.iri };
  await outbox.send({ activity, actor: community.iri, to, public: isPublic, object: iri });
  if (poll !== undefined) await feature(parts, 'Add', community, post);
}

export async function extendQuestion(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'voting-extended'>,
): Promise<void> {
  const { community, proposal } = await load(parts, head, event.proposal);
  await change(
    parts,
    community,
    proposal.question,
    (poll) => ({ ...poll, closesAt: event.until }),
    event.until.toISOString(),
  );
}

/** The last word: closed, with the counts; without it other servers would show the vote as open (fediverse.md §2). */
export async function closeQuestion(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'proposal-decided'>,
): Promise<void> {
  const { tally } = event;
  const counts = isYesNo(tally) ? { counts: [tally.yes, tally.no, tally.abstain] } : {};
  const closed = (poll: Poll): Poll => ({ ...poll, closedAt: head.at, ...counts, voters: tally.turnout });
  const { community, proposal } = await load(parts, head, event.proposal);
  await change(parts, community, proposal.question, closed, 'closed');
}

/** An `Update` without `updated`: with it, Mastodon would take the poll for an edited one and forget the votes. */
async function change(
  parts: EffectParts,
  community: Community,
  question: PostIri | undefined,
  edit: (poll: Poll) => Poll,
  edition: string,
): Promise<void> {
  const { house, outbox } = parts;
  const before = question && (await house.posts.byIri(question));
  if (!before?.poll) return;
  const poll = edit(before.poll);
  await house.posts.edit(before.iri, { poll }, []);
  const object = postDocument({ ...before, poll }, await surroundings(parts, before));
  const activity = updateActivity({ addresses: house.addresses, actor: community.iri, object, edition });
  await outbox.send({
    activity,
    actor: community.iri,
    to: { followersOf: community.iri },
    public: before.audience === 'public',
    object: before.iri,
  });
  if (poll.closedAt !== undefined) await feature(parts, 'Remove', community, before);
}

/** While it is open, a Question stands among what the community shows first (`featured`). */
async function feature(parts: EffectParts, type: 'Add' | 'Remove', community: Community, post: Post): Promise<void> {
  const { addresses } = parts.house;
  const followers = addresses.followers(community.iri);
  const addressed = post.audience === 'public' ? { to: [PUBLIC], cc: [followers] } : { to: [followers] };
  const activity = featureActivity({ addresses, type, community: community.iri, post: post.iri, ...addressed });
  await passOn(parts, post, activity);
}

/** Who proposed is told how it ended; who did it from elsewhere, also how to say something against that. */
export async function announceResult(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'proposal-decided'>,
): Promise<void> {
  const { community, proposal, state } = await load(parts, head, event.proposal);
  // Nobody in particular asked for what the charter itself called for.
  if (proposal.by === community.iri) return;
  const { id, title } = proposal;
  const tally = tallyWords(event.tally, proposal.pinned?.options);
  const ended = {
    passed: said`Your proposal ${id} “${title}” passed: ${tally}.`,
    rejected: said`Your proposal ${id} “${title}” was rejected: ${tally}.`,
    lapsed: said`Your proposal ${id} “${title}” lapsed: too few voted: ${tally}.`,
  }[event.tally.result];
  const told = event.inForceFrom ? together(ended, said`It comes into force on ${onDay(event.inForceFrom)}.`) : ended;
  const person = proposal.by as PersonIri;
  const isElsewhere = !parts.house.addresses.isHere(person) && memberOf(state, person) !== null;
  const own = isElsewhere ? minorityLink(parts.house, { state, community, id, person, now: head.at }) : null;
  const against = own && said`Until ${own.until} you can put a minority statement beside it, or sign one: ${own.link}`;
  await tell(parts.house, {
    to: person,
    from: community.iri,
    kind: 'result',
    about: [id],
    text: against === null ? told : [told, against, YOURS_ALONE],
    link: pageOf(parts, community, proposal),
  });
}

export async function load({ house }: EffectParts, head: EntryHead, id: Proposal['id']) {
  const [community, state] = await Promise.all([
    house.communities.byIri(head.community),
    house.states.load(head.community),
  ]);
  const proposal = state?.proposals.get(id);
  if (!community || !state || !proposal)
    throw new Error(`${id} of ${head.community} is in the record but cannot be found`);
  return { community, state, proposal };
}

/** What is proposed, for people who read it at their own server. */
export function described(proposal: Proposal): readonly string[] {
  return [
    `Proposal ${proposal.id}. ${inEnglish(changeWords(proposal.change))}`,
    ...(proposal.reasons ? [`Why: ${proposal.reasons}`] : []),
  ];
}

export const pageOf = ({ house }: EffectParts, community: Community, proposal: Proposal): string =>
  house.addresses.origin + house.addresses.page.proposal(community.name, proposal.id);

export const day = (date: Date): string =>
  `${date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`;
