import type { Community } from '../community/community.ts';
import type { ActorIri, CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import { type MeantAs, tagsFor } from '../community/kinds.ts';
import type { Audience, Post, PostDetails } from '../community/post.ts';
import type { QuotePolicy } from '../community/quote.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import { isSeen, oneLine } from '../community/text.ts';
import { admit } from './admit-post.ts';
import { LONGEST_POST } from './content.ts';
import { fromTheWork } from './from-the-work.ts';
import type { House } from './house.ts';
import { lockedFor } from './locks.ts';
import { written } from './meant-as.ts';
import { type Mentions, mentionsIn } from './mentions.ts';
import { quotesFirst, withQuote } from './quotes.ts';
import { relating } from './relate.ts';
import { giveBack, tidying, withPictures } from './uploads.ts';
import { writtenIn } from './written-in.ts';

type Needs = Pick<
  House,
  | 'communities'
  | 'people'
  | 'posts'
  | 'timelines'
  | 'states'
  | 'follows'
  | 'notices'
  | 'clock'
  | 'addresses'
  | 'random'
  | 'wake'
  | 'uploads'
  | 'marks'
  | 'quoteLeaves'
  | 'personLanguages'
>;

/** What somebody wrote on a page here. */
export interface Draft extends MeantAs {
  readonly author: PersonIri;
  readonly community: CommunityIri;
  readonly inReplyTo?: PostIri;
  readonly title?: string;
  /** Markdown. */
  readonly text: string;
  /** For these members alone (`circle`); absent: for everybody whom the community lets read. */
  readonly circle?: readonly PersonIri[];
  /** People who are told of it; absent: those whom its text names. Where it is for a circle, the circle alone is. */
  readonly named?: readonly PersonIri[];
  /** Whom its text names, where that was read already. */
  readonly mentions?: Mentions;
  /** What an app says besides: a warning, the language. */
  readonly details?: PostDetails;
  /** What it quotes. */
  readonly quote?: PostIri;
  /** Whom she lets quote it; absent: everybody. */
  readonly quotePolicy?: QuotePolicy;
  /** Pictures that she sent before, by their numbers. */
  readonly uploads?: readonly string[];
  /** The id it is to have: sent again, it is the same post. */
  readonly iri?: PostIri;
}

/** Somebody here posts into a community, here or elsewhere, or answers a post in one. */
export async function publishPost(house: Needs, draft: Draft): Promise<Result<Post>> {
  const [community, parent] = await Promise.all([
    house.communities.byIri(draft.community),
    draft.inReplyTo === undefined ? null : house.posts.byIri(draft.inReplyTo),
  ]);
  if (community === null) return refused('no-such-community', 'There is no such community.');
  if (draft.inReplyTo && !(parent && mayAnswer(draft, parent)))
    return refused('no-such-post', 'The post you answer is not there, or not any more.');
  const locked = parent && (await lockedFor(house, parent));
  if (locked) return locked;
  const wrong = checkText(draft);
  if (wrong) return wrong;
  const tags = tagsFor(draft);
  if (tags === null) return refused('no-such-kind', NO_SUCH_KIND);
  const follow = await house.follows.get(draft.author, draft.community);
  if (follow?.state !== 'accepted')
    return refused('not-a-member', said`Join ${community.title} first; then you can write here.`);

  const circle = await circleOf(house, draft, parent ?? undefined);
  if (!circle.ok) return circle;
  const audience = audienceOf(community, parent ?? undefined, circle.value);
  const to = circle.value === null ? {} : { to: circle.value };
  const [mentions, besides] = await Promise.all([
    draft.mentions ?? mentionsIn(house, draft.text),
    writtenIn(house, draft),
  ]);
  const quoting = {
    post: {
      ...toPost(house, { ...draft, ...besides, tags, mentions }, parent ?? undefined),
      audience,
      ...to,
    },
    quote: draft.quote,
  };
  const quoted = await withQuote(house, quoting);
  if (!quoted.ok) return quoted;
  const attached = await withPictures(house, quoted.value, draft);
  if (!attached.ok) return attached;
  const post = attached.value;
  if (community.home === 'here') {
    const admitted = await admit(house, { ...post, community: draft.community });
    if (!admitted.ok) await giveBack(house, post);
    return admitted.ok ? accepted((await house.posts.byIri(post.iri)) ?? post) : admitted;
  }
  await house.posts.add(post, [
    ...tidying(post),
    ...relating(post),
    ...fromTheWork(post),
    ...quotesFirst(post),
    'deliver',
  ]);
  house.wake();
  return accepted(post);
}

/** A reply is never for more people than what it answers. */
function audienceOf(
  { membersOnly }: Community,
  parent: Post | undefined,
  circle: readonly ActorIri[] | null,
): Audience {
  if (circle !== null) return 'circle';
  return membersOnly || parent?.audience === 'members' ? 'members' : 'public';
}

/**
 * Whom a post is for, when it is for some only: members who are named, or those whom the answered post was for. `null`
 * when it is for everybody whom the community lets read.
 */
async function circleOf(
  house: Needs,
  { author, community, circle = [] }: Draft,
  parent: Post | undefined,
): Promise<Result<readonly ActorIri[] | null, 'not-a-member'>> {
  if (parent?.audience === 'circle') {
    return accepted([...new Set([parent.author, ...parent.to])].filter((iri) => iri !== author));
  }
  if (circle.length === 0) return accepted(null);
  for (const person of circle) {
    if ((await house.follows.get(person, community))?.state === 'accepted') continue;
    return refused('not-a-member', 'Only members of this community can be named. Check the names.');
  }
  return accepted([...new Set(circle)].filter((iri) => iri !== author));
}

/** A post is answered in its own community, by those who see it. */
const mayAnswer = ({ author, community }: Draft, parent: Post): boolean =>
  !parent.deletedAt &&
  parent.community === community &&
  (parent.standing.state === 'visible' || parent.author === author) &&
  (parent.audience !== 'circle' || parent.author === author || parent.to.includes(author));

/** What is wrong with a text, if anything: also for edits. */
export function checkText({ title, text, uploads = [] }: Pick<Draft, 'title' | 'text' | 'uploads'>) {
  // A picture needs no text.
  if (!isSeen(text) && uploads.length === 0) return refused('no-text', 'Write something first.');
  if (text.length > LONGEST_POST)
    return refused('too-long', said`A post has at most ${LONGEST_POST} characters; yours has ${text.length}.`);
  if (title && title.length > 200) return refused('too-long', 'A title has at most 200 characters.');
  return undefined;
}

export const NO_SUCH_KIND = 'A kind is one word of letters and digits, like a hashtag. Choose one, or none.';

interface Read extends Draft {
  readonly tags: readonly string[];
  readonly mentions: Mentions;
}

function toPost(house: Needs, draft: Read, parent: Post | undefined): Post {
  const now = house.clock.now();
  const iri = draft.iri ?? newPostIri(house);
  const title = parent === undefined ? oneLine(draft.title ?? '') : '';
  const { html, details } = written(draft);
  return {
    iri,
    activity: house.addresses.activity('create', iri),
    author: draft.author,
    community: draft.community,
    thread: parent?.thread ?? iri,
    html,
    source: draft.text,
    audience: 'public',
    to: addressedBy(draft, parent),
    home: 'here',
    publishedAt: now,
    receivedAt: now,
    standing: { state: 'visible' },
    labels: [],
    ...(title ? { title } : {}),
    ...(details === undefined ? {} : { details }),
    ...(draft.quotePolicy === undefined ? {} : { quotePolicy: draft.quotePolicy }),
    ...(parent === undefined ? {} : { inReplyTo: parent.iri }),
  };
}

/** Whoever is answered, and whoever is named. */
function addressedBy(
  { author, mentions, named = mentions.people }: Read,
  parent: Post | undefined,
): readonly ActorIri[] {
  const others = named.filter((iri) => iri !== author);
  return [...new Set<ActorIri>([...(parent === undefined ? [] : [parent.author]), ...others])];
}

/** An id for a post that is about to be written. */
export const newPostIri = ({ addresses, clock, random }: Pick<House, 'addresses' | 'clock' | 'random'>): PostIri =>
  addresses.post(newPostId(clock.now(), random));

/** Sortable by time, and not to be guessed: milliseconds and 40 random bits, in base 36. */
function newPostId(now: Date, random: House['random']): string {
  return now.getTime().toString(36) + Number.parseInt(random(5), 16).toString(36).padStart(8, '0');
}
