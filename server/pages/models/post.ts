import type { CountsModel } from '../../../views/parts/gestures.ts';
import type { Author } from '../../../views/parts/person.ts';
import type { PostModel, RuleCite } from '../../../views/parts/post.ts';
import type { QuoteModel } from '../../../views/parts/quote.ts';
import type { RelatedModel } from '../../../views/parts/related.ts';
import type { House } from '../../actions/house.ts';
import { postKey } from '../../community/addresses.ts';
import type { Community } from '../../community/community.ts';
import type { ActorIri, CommunityIri, PostIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import type { Post, RuleCited } from '../../community/post.ts';
import { ownKinds } from '../../governance/conversation/kinds.ts';
import type { CommunityState } from '../../governance/state.ts';
import { pageHandle } from '../context.ts';
import { citeRule } from './change.ts';
import { detailsOf } from './contents.ts';
import { answering, conversationActs } from './conversation-acts.ts';
import { meantModel, withoutKindLine } from './meaning.ts';
import { keepPath } from './notebook/paths.ts';
import { authorsOf } from './person.ts';
import { pollModel } from './poll.ts';
import { quoteModels } from './quote.ts';
import { relatedModels } from './related.ts';

/** Who looks, and where. */
export interface Showing {
  readonly viewer: Person | null;
  /** Posts of several communities stand together: each names its own. */
  readonly named: boolean;
  /** The path of the page, where all posts are of one thread. */
  readonly thread?: string;
  /** All posts of that thread, where it has several pages. */
  readonly among?: readonly Post[];
  /** How communities are governed, as far as it is known already: those are not asked for again. */
  readonly states?: readonly CommunityState[];
}

/** What stands around some posts, looked up once for all of them. */
interface Around {
  readonly house: House;
  readonly showing: Showing;
  readonly authorOf: (iri: ActorIri) => Author;
  readonly communities: ReadonlyMap<CommunityIri, Community>;
  /** Of those communities alone whose rules did something to one of the posts, or whose kinds it may have. */
  readonly states: ReadonlyMap<CommunityIri, CommunityState>;
  /** Communities that the viewer is part of. */
  readonly memberOf: ReadonlySet<CommunityIri>;
  /** What the viewer has said of some of the posts by a like or dislike. */
  readonly gestures: ReadonlyMap<PostIri, { readonly stance?: 'like' | 'dislike' }>;
  /** What others said of them so, where the posts stand in their thread. */
  readonly countsOf: ReadonlyMap<PostIri, CountsModel>;
  readonly related: ReadonlyMap<PostIri, RelatedModel>;
  readonly posts: ReadonlyMap<PostIri, Post>;
  readonly quoteOf: (post: Post) => QuoteModel | undefined;
}

/** Posts as one viewer sees them. What may be shown to her at all, the timelines have decided. */
export async function postModels(
  house: House,
  posts: readonly Post[],
  showing: Showing,
): Promise<readonly PostModel[]> {
  const around = await lookAround(house, posts, showing);
  return Promise.all(posts.map((post) => postModel(around, post)));
}

async function lookAround(house: House, posts: readonly Post[], showing: Showing): Promise<Around> {
  const { viewer, thread, among = posts } = showing;
  const known = new Map(showing.states?.map((state) => [state.community, state]));
  const cited = posts.filter(
    ({ standing, labels, details }) =>
      standing.state === 'held' || labels.length > 0 || details?.hashtags !== undefined || thread !== undefined,
  );
  const iris = posts.map(({ iri }) => iri);
  const [authorOf, communities, states, memberOf, gestures, countsOf, quoteOf] = await Promise.all([
    authorsOf(
      house,
      posts.map(({ author }) => author),
    ),
    byCommunity(posts, (iri) => house.communities.byIri(iri)),
    byCommunity(cited, async (iri) => known.get(iri) ?? house.states.load(iri)),
    communitiesOf(house, viewer),
    viewer === null || thread === undefined ? new Map() : house.gestures.by(viewer.iri, iris),
    viewer === null || thread === undefined ? new Map() : house.reactions.counts(iris),
    quoteModels(house, posts, viewer),
  ]);
  const own = [...states.values()].flatMap(ownKinds);
  return {
    ...{ house, showing, authorOf, communities, states, memberOf, gestures, countsOf, quoteOf },
    related: await relatedModels(house, posts, { viewer, own }),
    posts: new Map(among.map((post) => [post.iri, post])),
  };
}

async function byCommunity<Value>(
  posts: readonly Post[],
  find: (iri: CommunityIri) => Promise<Value | null>,
): Promise<ReadonlyMap<CommunityIri, Value>> {
  const iris = new Set(posts.flatMap(({ community }) => community ?? []));
  const found = await Promise.all([...iris].map(async (iri) => [iri, await find(iri)] as const));
  return new Map(found.flatMap(([iri, value]) => (value === null ? [] : [[iri, value] as const])));
}

/** Communities that somebody is part of; none for nobody. */
export async function communitiesOf(
  { follows }: Pick<House, 'follows'>,
  viewer: Person | null,
): Promise<ReadonlySet<CommunityIri>> {
  const all = viewer === null ? [] : await follows.communitiesOf(viewer.iri);
  return new Set(all.filter(({ state }) => state === 'accepted').map(({ target }) => target));
}

async function postModel(around: Around, post: Post): Promise<PostModel> {
  const { house, showing } = around;
  const community = post.community && around.communities.get(post.community);
  const key = postKey(post.iri);
  const path = pathOf(around, post, community);
  return {
    key,
    path,
    author: around.authorOf(post.author),
    sanitisedHtml: withoutKindLine(post.html, kindsOf(around, community)),
    at: post.receivedAt,
    state: stateOf(around, post, community),
    labels: community
      ? post.labels.map(({ label, ...cited }) => ({ label, cited: citation(around, cited, community) }))
      : [],
    acts: mayKeep(showing, post),
    ...(community ? inCommunity(around, post, community) : {}),
    ...(community ? gesturesOf(around, post, community) : {}),
    ...audienceIn(post, community),
    ...withRelated(around, post),
    ...(post.title === undefined ? {} : { title: post.title }),
    ...(post.editedAt === undefined ? {} : { editedAt: post.editedAt }),
    ...(post.home === 'elsewhere' ? { original: post.details?.page ?? post.iri } : {}),
    ...(post.lockedAt === undefined ? {} : { lockedAt: post.lockedAt }),
    ...(post.pinnedAt === undefined ? {} : { pinned: true }),
    ...detailsOf(post),
    ...quoteIn(around, post),
    ...(showing.named && community
      ? { community: { title: community.title, path: house.addresses.page.community(pageHandle(community)) } }
      : {}),
    ...(post.poll && community
      ? { poll: await pollModel(house, { post, poll: post.poll, community, ...votes(around, community) }) }
      : {}),
  };
}

const kindsOf = ({ states }: Around, community: Community | undefined) => {
  const state = community && states.get(community.iri);
  return state === undefined ? [] : ownKinds(state);
};

const withRelated = ({ related }: Around, { iri }: Post): Pick<PostModel, 'related'> => {
  const found = related.get(iri);
  return found === undefined ? {} : { related: found };
};

/** What it is meant as there, and what the viewer may do with it. */
function inCommunity(around: Around, post: Post, community: Community): Partial<PostModel> {
  const { house, showing, states, memberOf, posts } = around;
  const { viewer, thread } = showing;
  const { page } = house.addresses;
  const handle = pageHandle(community);
  const isMember = memberOf.has(community.iri);
  const state = states.get(community.iri);
  const { acts, mayTake } = conversationActs(house, post, { community, state, viewer, isMember, thread, posts });
  return {
    acts: { ...actsOf(around, post, community), ...acts, ...mayKeep(showing, post) },
    ...(mayTake === undefined ? {} : { mayTake }),
    ...(post.editedAt === undefined || post.deletedAt ? {} : { history: `${page.thread(handle, post.iri)}/history` }),
    ...meantModel(post, {
      community: page.community(handle),
      own: kindsOf(around, community),
      ...(isOwn(post, viewer) && thread !== undefined ? { closeAt: page.thread(handle, post.iri) } : {}),
    }),
  };
}

function quoteIn({ quoteOf }: Around, post: Post): Pick<PostModel, 'quote'> {
  const quote = post.deletedAt === undefined ? quoteOf(post) : undefined;
  return quote === undefined ? {} : { quote };
}

/** In its thread, members see what others said of a post by one gesture, how many and never who, and may do so too. */
function gesturesOf(
  { house, showing, memberOf, gestures, countsOf }: Around,
  post: Post,
  community: Community,
): Pick<PostModel, 'counts' | 'gesture'> {
  if (showing.thread === undefined || !memberOf.has(community.iri) || post.deletedAt !== undefined) return {};
  const mine = gestures.get(post.iri)?.stance;
  const counts = countsOf.get(post.iri);
  return {
    ...(counts === undefined ? {} : { counts }),
    gesture: {
      action: `${house.addresses.page.thread(pageHandle(community), post.iri)}/gesture`,
      dislikes: community.home === 'elsewhere',
      ...(mine === undefined ? {} : { mine }),
    },
  };
}

/** Said of a post that fewer may see than the community’s others. */
function audienceIn({ audience, to }: Post, community: Community | undefined): Pick<PostModel, 'audience'> {
  if (audience === 'circle') return { audience: { kind: 'named', members: to.length } };
  return audience === 'members' && !community?.membersOnly ? { audience: { kind: 'members-only' } } : {};
}

const votes = ({ showing: { viewer }, memberOf }: Around, { iri }: Community) => ({
  viewer,
  isMember: memberOf.has(iri),
});

/** Where it stands: on the page of its thread, which a reply's own address leads to. */
function pathOf({ house, showing: { thread } }: Around, post: Post, community: Community | undefined): string {
  if (community === undefined) return post.iri;
  if (thread === undefined) return house.addresses.page.thread(pageHandle(community), post.iri);
  return post.iri === post.thread ? thread.split('?', 1).join('') : `${thread}#p-${postKey(post.iri)}`;
}

function stateOf(around: Around, post: Post, community: Community | undefined): PostModel['state'] {
  const { deletedAt, standing } = post;
  if (deletedAt !== undefined) return { kind: 'deleted', at: deletedAt };
  if (standing.state === 'removed') {
    const { by, at, why } = standing;
    const named = around.communities.get(by)?.title ?? by;
    return { kind: 'removed', community: named, at, ...(why === undefined ? {} : { why }) };
  }
  if (standing.state === 'visible' || community === undefined) return { kind: 'visible' };
  const existing = standing.existing ? { existing: true as const } : {};
  return { kind: 'held', cited: citation(around, standing.cited, community), until: standing.until, ...existing };
}

function citation({ house, states }: Around, { rule, version }: RuleCited, community: Community): RuleCite {
  const text = states
    .get(community.iri)
    ?.rules.get(rule)
    ?.find((one) => one.version === version);
  return citeRule(
    { pages: house.addresses.page, handle: pageHandle(community) },
    { id: rule, version, ...(text === undefined ? {} : { title: text.title }) },
  );
}

function actsOf({ house, showing, memberOf }: Around, post: Post, community: Community): PostModel['acts'] {
  if (post.deletedAt !== undefined) return {};
  const { page } = house.addresses;
  const own = page.thread(pageHandle(community), post.iri);
  return {
    ...(memberOf.has(community.iri) && post.lockedAt === undefined && post.standing.state !== 'removed'
      ? { reply: answering(showing.thread ?? own, post) }
      : {}),
    ...(memberOf.has(community.iri) && mayBeQuoted(post, showing.viewer) ? { quote: `${own}/quote` } : {}),
    ...mayReport(house, showing, post, community),
    ...(isOwn(post, showing.viewer) ? { edit: `${own}/edit`, delete: `${own}/delete` } : {}),
  };
}

/** Whether a post is one that somebody might quote. Whom its author has blocked finds out when she does. */
export const mayBeQuoted = (
  { audience, standing, deletedAt, author, home, quotePolicy }: Post,
  viewer: Person | null,
) =>
  viewer !== null &&
  audience === 'public' &&
  standing.state === 'visible' &&
  deletedAt === undefined &&
  (author === viewer.iri || home === 'elsewhere' || quotePolicy !== 'nobody');

/** Whoever is signed in keeps what she sees, for herself. */
function mayKeep({ viewer }: Showing, { iri, deletedAt, standing }: Post): Pick<PostModel['acts'], 'keep'> {
  const may = viewer !== null && deletedAt === undefined && standing.state === 'visible';
  return may ? { keep: keepPath(iri) } : {};
}

/** Whether somebody may change a post: she wrote it here, and it is no poll. */
export function isOwn(post: Post, viewer: Person | null): boolean {
  return post.author === viewer?.iri && post.home === 'here' && post.poll === undefined && !post.deletedAt;
}

/** Whoever sees somebody else's post in a community here may report it. */
function mayReport(
  { addresses }: House,
  { viewer }: Showing,
  { iri, author, standing, poll }: Post,
  community: Community,
): Pick<PostModel['acts'], 'report'> {
  const may = viewer !== null && community.home === 'here' && author !== viewer.iri && author !== community.iri;
  if (!may || standing.state !== 'visible' || poll?.proposal !== undefined) return {};
  return { report: `${addresses.page.report(pageHandle(community))}?post=${postKey(iri)}` };
}
