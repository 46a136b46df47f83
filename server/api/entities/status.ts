import { quoteLine } from '../../../federation/vocabulary/objects/quotes.ts';
import type { House } from '../../actions/house.ts';
import type { ActorIri, CommunityIri, PersonIri, PostIri } from '../../community/ids.ts';
import { actorNumber, postNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Audience, Post, PostDetails } from '../../community/post.ts';
import type { PostCounts } from '../../ports/post-counts.ts';
import { seenBy } from '../seen.ts';
import { type AccountEntity, accountsOf } from './account.ts';
import { betweenThem, nothingYet } from './between-them.ts';
import { type FilterResultEntity, filteringFor } from './filter.ts';
import { attachmentEntity, type MediaEntity } from './media.ts';
import { isNotice, noticeAsPost } from './notice.ts';
import { isPoll, type PollEntity, pollEntity } from './poll.ts';
import { type QuoteApprovalEntity, type QuoteEntity, quoteApprovalOf, quotesIn } from './quote.ts';

/** Mastodon's `Status`. */
export interface StatusEntity {
  readonly id: string;
  readonly created_at: string;
  readonly in_reply_to_id: string | null;
  readonly in_reply_to_account_id: string | null;
  readonly sensitive: boolean;
  readonly spoiler_text: string;
  readonly visibility: 'public' | 'private' | 'direct';
  readonly language: string | null;
  readonly uri: string;
  readonly url: string;
  readonly replies_count: number;
  readonly reblogs_count: number;
  readonly favourites_count: number;
  readonly edited_at: string | null;
  /** Sanitised HTML; a title stands before it. */
  readonly content: string;
  readonly text?: string;
  /** The post that is passed on, in a status that says that somebody did. */
  readonly reblog: StatusEntity | null;
  readonly quote: QuoteEntity | null;
  readonly quote_approval: QuoteApprovalEntity;
  readonly quotes_count: number;
  readonly account: AccountEntity;
  readonly media_attachments: readonly MediaEntity[];
  readonly mentions: readonly MentionEntity[];
  readonly tags: readonly { readonly name: string; readonly url: string }[];
  readonly emojis: readonly EmojiEntity[];
  readonly card: null;
  readonly poll: PollEntity | null;
  readonly favourited?: boolean;
  readonly reblogged?: boolean;
  readonly muted?: boolean;
  readonly bookmarked?: boolean;
  readonly pinned?: boolean;
  readonly filtered?: readonly FilterResultEntity[];
}

interface MentionEntity {
  readonly id: string;
  readonly username: string;
  readonly url: string;
  readonly acct: string;
}

export interface EmojiEntity {
  readonly shortcode: string;
  readonly url: string;
  readonly static_url: string;
  readonly visible_in_picker: boolean;
}

type Needs = Pick<
  House,
  | 'addresses'
  | 'posts'
  | 'postCounts'
  | 'ballots'
  | 'states'
  | 'sentVotes'
  | 'clock'
  | 'follows'
  | 'readers'
  | 'shownActors'
  | 'notices'
>;

/**
 * Posts as statuses, in their order, with everything around them looked up at once.
 *
 * @param how `isQuoted`: inside another status, where what they quote themselves is only named; `isNew`: the viewer has
 *   just written them
 */
export async function statusEntities(
  house: Needs,
  posts: readonly Post[],
  viewer: Person | null,
  { isQuoted = false, isNew = false }: { readonly isQuoted?: boolean; readonly isNew?: boolean } = {},
): Promise<readonly StatusEntity[]> {
  const communities = posts.flatMap(({ community }) => (community === undefined ? [] : [community]));
  const iris: ActorIri[] = posts.flatMap(({ author, to }) => [author, ...to]);
  const [accountOf, answeredBy, countsOf, polls, hers, filtered, quoteOf, followed] = await Promise.all([
    accountsOf(house, [...iris, ...communities]),
    parentsOf(house, posts, viewer),
    house.postCounts.of(posts.filter((post) => !isNotice(house, post))),
    Promise.all(posts.map((post) => (isPoll(post) ? pollEntity(house, post, viewer) : null))),
    isNew ? nothingYet(house, posts, viewer) : betweenThem(house, posts, viewer),
    isNew ? () => [] : filteringFor(house, viewer),
    quotesIn(
      house,
      posts,
      viewer,
      isQuoted ? undefined : (quoted) => statusEntities(house, quoted, viewer, { isQuoted: true }),
    ),
    followedIn(house, posts, viewer),
  ]);
  return posts.map((post, at) =>
    statusEntity(house, post, {
      accountOf,
      parent: post.inReplyTo === undefined ? undefined : answeredBy.get(post.inReplyTo),
      counts: countsOf(post),
      hers: viewer === null ? undefined : { ...hers(post), filtered: filtered(post) },
      poll: polls[at] ?? null,
      quote: quoteOf(post),
      quoteApproval: quoteApprovalOf(post, viewer?.iri ?? null, followed.has(post.author)),
    }),
  );
}

/** One post as a status. */
export async function statusEntityOf(
  house: Needs,
  post: Post,
  viewer: Person | null,
  how: Parameters<typeof statusEntities>[3] = {},
): Promise<StatusEntity> {
  const [entity] = await statusEntities(house, [post], viewer, how);
  if (entity === undefined) throw new Error(`${post.iri} has no entity`);
  return entity;
}

/** Of the authors who let their followers quote, those whom the viewer follows. */
async function followedIn(house: Needs, posts: readonly Post[], viewer: Person | null): Promise<Set<ActorIri>> {
  if (viewer === null) return new Set();
  const authors = posts.flatMap(({ author, quotePolicy }) => (quotePolicy === 'followers' ? [author] : []));
  const follows = await Promise.all([...new Set(authors)].map((author) => house.follows.get(viewer.iri, author)));
  return new Set(follows.flatMap((follow) => (follow?.state === 'accepted' ? [follow.target] : [])));
}

/** Posts that are answered, as far as the viewer may know of them. */
async function parentsOf(house: Needs, posts: readonly Post[], viewer: Person | null): Promise<Map<PostIri, Post>> {
  const iris = [...new Set(posts.flatMap(({ inReplyTo }) => (inReplyTo === undefined ? [] : [inReplyTo])))];
  const known = new Map((await seenBy(house, iris, viewer, posts)).map((post) => [post.iri, post]));
  // What she answers among some alone may be a message from elsewhere, which is a notice of hers.
  const answers = posts.filter(({ audience, author }) => audience === 'direct' && author === viewer?.iri);
  for (const { inReplyTo, author } of answers) {
    if (inReplyTo === undefined || known.has(inReplyTo)) continue;
    const message = await house.notices.message(author as PersonIri, inReplyTo);
    if (message !== null) known.set(inReplyTo, noticeAsPost(house, message));
  }
  return known;
}

const VISIBILITY = {
  public: 'public',
  members: 'private',
  circle: 'direct',
  direct: 'direct',
} as const satisfies Record<Audience, StatusEntity['visibility']>;

interface Around {
  readonly accountOf: (iri: ActorIri) => AccountEntity;
  readonly parent: Post | undefined;
  readonly counts: PostCounts;
  /** What is between the post and the viewer; absent for nobody in particular. */
  readonly hers:
    | Required<Pick<StatusEntity, 'favourited' | 'reblogged' | 'muted' | 'bookmarked' | 'filtered'>>
    | undefined;
  readonly poll: PollEntity | null;
  readonly quote: QuoteEntity | null;
  readonly quoteApproval: QuoteApprovalEntity;
}

function statusEntity(house: Needs, post: Post, around: Around): StatusEntity {
  const { details = {} } = post;
  const account = around.accountOf(post.author);
  return {
    id: postNumber(post),
    created_at: post.publishedAt.toISOString(),
    in_reply_to_id: around.parent === undefined ? null : postNumber(around.parent),
    in_reply_to_account_id: around.parent === undefined ? null : actorNumber(around.parent.author),
    sensitive: details.sensitive === true || details.warning !== undefined,
    spoiler_text: details.warning ?? '',
    visibility: VISIBILITY[post.audience],
    language: details.language ?? null,
    uri: post.iri,
    url: details.page ?? post.iri,
    replies_count: around.counts.replies,
    reblogs_count: around.counts.shares,
    favourites_count: around.counts.likes,
    edited_at: post.editedAt?.toISOString() ?? null,
    content: contentOf(post),
    reblog: null,
    quote: around.quote,
    quote_approval: around.quoteApproval,
    quotes_count: around.counts.quotes,
    account,
    media_attachments: (details.attachments ?? []).map((one, at) => attachmentEntity(post, one, at)),
    mentions: mentionsOf(post, around),
    tags: (details.hashtags ?? []).map((name) => ({ name, url: `${house.addresses.origin}/tags/${name}` })),
    emojis: emojiEntities(details),
    card: null,
    poll: around.poll,
    ...around.hers,
  };
}

export const emojiEntities = ({ emojis = [] }: PostDetails): readonly EmojiEntity[] =>
  emojis.map(({ shortcode, url }) => ({ shortcode, url, static_url: url, visible_in_picker: false }));

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => ESCAPES[sign] ?? '');

/** Apps know no titles: it stands as the first paragraph. Those that know no quotes are led to what is quoted. */
export function contentOf(post: Pick<Post, 'title' | 'html' | 'home' | 'details'>): string {
  const { title, html } = post;
  const text = `${quoteLine(post)}${html}`;
  return title === undefined || title === '' ? text : `<p><strong>${escaped(title)}</strong></p>${text}`;
}

/** Whoever is addressed, and the community, so that an answer names it again wherever it is written. */
function mentionsOf({ to, community, author }: Post, { accountOf }: Around): readonly MentionEntity[] {
  const named: ActorIri[] =
    community === undefined || community === author ? [...to] : [...to, community as CommunityIri];
  return [...new Set(named)].map((iri) => {
    const { id, username, url, acct } = accountOf(iri);
    return { id, username, url, acct };
  });
}
