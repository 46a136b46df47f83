import { whileAgo } from '../clock.ts';
import type { ActivityIri, ActorIri, CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Audience, Poll, Post, PostDetails } from '../community/post.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { admit } from './admit-post.ts';
import { sanitise } from './content.ts';
import { fromTheWork } from './from-the-work.ts';
import type { House } from './house.ts';
import { answerWithLink } from './link-asked.ts';
import { relating } from './relate.ts';
import { keepMessage } from './tell.ts';

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
  | 'wake'
  | 'capabilities'
>;

/** A post as another server sent it, in our words; its author is proven, its HTML not yet cleaned. */
export interface IncomingPost {
  readonly iri: PostIri;
  readonly activity: ActivityIri;
  readonly author: ActorIri;
  readonly html: string;
  readonly title?: string;
  readonly addressed: readonly ActorIri[];
  readonly audience: Audience;
  readonly inReplyTo?: PostIri;
  readonly publishedAt?: Date;
  /** When it was last changed, as its server says. */
  readonly updatedAt?: Date;
  readonly poll?: Poll;
  readonly details?: PostDetails;
  /** How long ago it was received, in milliseconds: rules go by that time. */
  readonly waitedMs?: number;
}

/** From whom we have it: its author's own server, or a community that somebody here belongs to. */
export type Source =
  | { readonly from: 'author' }
  | { readonly from: 'community'; readonly community: CommunityIri }
  /** Somebody here gave its address, and it was fetched from there. */
  | { readonly from: 'address' };

export type Received = 'kept' | 'known' | 'held' | 'message' | 'not-for-us';

/**
 * Takes in a post from elsewhere: into a community here, if its author belongs to it; as the mirror of a community
 * elsewhere that somebody here belongs to; as a message to somebody here; or, written outside of communities, for those
 * here who follow its author or are addressed in it. Anything else is not for this server.
 */
export async function receivePost(house: Needs, incoming: IncomingPost, source: Source): Promise<Result<Received>> {
  const parent = incoming.inReplyTo && (await house.posts.byIri(incoming.inReplyTo));
  const audience = await audienceOf(house, incoming, source);
  const post = { ...toPost(house, incoming, parent ?? undefined), audience };
  if (source.from === 'community') {
    // A reply belongs where its parent is; nobody else's word brings it there.
    const elsewhere = parent?.community !== undefined && parent.community !== source.community;
    return elsewhere || audience === 'direct'
      ? accepted('not-for-us')
      : mirror(house, post, source.community, incoming);
  }
  // Whoever asks for a post brings it into no community: that is for its author, or for the community, to do.
  if (source.from === 'address') return audience === 'public' ? keep(house, post) : accepted('not-for-us');
  if (audience === 'direct') return message(house, post);
  const community = await communityOf(house, incoming, parent ?? undefined);
  if (community?.home === 'here') return admit(house, { ...post, community: community.iri });
  if (community?.iri === post.author) return mirror(house, post, community.iri, incoming);
  // What stands in a community elsewhere comes by that community, or not at all.
  if (community !== null || audience !== 'public') return accepted('not-for-us');
  return (await isForSomebody(house, post, parent ?? undefined)) ? keep(house, post) : accepted('not-for-us');
}

/**
 * What is not for everybody, but names the followers of a community, is for that community's members: of the one that
 * passes it on, of one here, or of the one that wrote it.
 */
async function audienceOf(house: Needs, { audience, addressed, author }: IncomingPost, source: Source) {
  if (audience !== 'direct') return audience;
  const candidates = [
    source.from === 'community' ? source.community : (author as string as CommunityIri),
    ...addressed
      .filter((iri) => house.addresses.isHere(iri))
      .map((iri) => iri.replace(/\/followers$/, '') as CommunityIri),
  ];
  for (const iri of new Set(candidates.slice(0, 20))) {
    const community = await house.communities.byIri(iri);
    if (community === null) continue;
    const followers = community.home === 'here' ? house.addresses.followers(iri) : community.followers;
    if (followers !== undefined && addressed.includes(followers as ActorIri)) return 'members';
  }
  return audience;
}

function toPost(house: Needs, incoming: IncomingPost, parent: Post | undefined): Post {
  const receivedAt = whileAgo(house.clock, incoming.waitedMs);
  return {
    iri: incoming.iri,
    activity: incoming.activity,
    author: incoming.author,
    thread: parent?.thread ?? incoming.inReplyTo ?? incoming.iri,
    html: sanitise(incoming.html),
    audience: incoming.audience,
    to: incoming.addressed.filter((iri) => house.addresses.isHere(iri)),
    home: 'elsewhere',
    publishedAt: incoming.publishedAt ?? receivedAt,
    receivedAt,
    standing: { state: 'visible' },
    labels: [],
    ...(incoming.title === undefined ? {} : { title: incoming.title }),
    ...(incoming.inReplyTo === undefined ? {} : { inReplyTo: incoming.inReplyTo }),
    ...(incoming.poll === undefined ? {} : { poll: incoming.poll }),
    ...(incoming.details === undefined ? {} : { details: incoming.details }),
    ...(incoming.updatedAt === undefined ? {} : { updatedAt: incoming.updatedAt }),
    ...(wasEdited(incoming) ? { editedAt: receivedAt } : {}),
  };
}

/** Changed before it came here, as an edit that overtook its Create. */
const wasEdited = ({ publishedAt, updatedAt }: IncomingPost): boolean =>
  publishedAt !== undefined && updatedAt !== undefined && updatedAt > publishedAt;

/** A reply belongs where its parent is; another post where it is addressed to; a community's own posts to itself. */
async function communityOf(house: Needs, incoming: IncomingPost, parent: Post | undefined) {
  if (parent?.community) return house.communities.byIri(parent.community);
  for (const iri of incoming.addressed.slice(0, 20)) {
    if (!house.addresses.isHere(iri)) continue;
    const community = await house.communities.byIri(iri.replace(/\/followers$/, '') as CommunityIri);
    if (community) return community;
  }
  return house.communities.byIri(incoming.author as string as CommunityIri);
}

/** Whether somebody here follows the author, with her leave (PRI-04), is addressed, or wrote what is answered or quoted. */
async function isForSomebody(house: Needs, post: Post, parent: Post | undefined): Promise<boolean> {
  if (parent?.home === 'here' && parent.deletedAt === undefined) return true;
  const quoted = post.details?.quote === undefined ? null : await house.posts.byIri(post.details.quote.post);
  if (quoted?.home === 'here' && quoted.deletedAt === undefined) return true;
  const named = await house.people.byIris(post.to as readonly PersonIri[]);
  if ([...named.values()].some(({ home, goneAt }) => home === 'here' && goneAt === undefined)) return true;
  return house.follows.hasFollowerAt(post.author, house.addresses.host);
}

/** A public post outside of any community. */
async function keep(house: Needs, post: Post): Promise<Result<Received>> {
  return accepted((await house.posts.add(post, relating(post))) === 'added' ? 'kept' : 'known');
}

/** A post of a community elsewhere, shown here because somebody here belongs to it. */
async function mirror(
  house: Needs,
  post: Post,
  community: CommunityIri,
  { addressed }: IncomingPost,
): Promise<Result<Received>> {
  if (!(await house.follows.hasFollowerAt(community, house.addresses.host))) return accepted('not-for-us');
  const follows = [...relating(post), ...fromTheWork(post)];
  if ((await house.posts.add({ ...post, community }, follows)) === 'added') return accepted('kept');
  // It came by its author first, to somebody who follows her. It is the community's if she addressed it to that.
  const [known, { followers } = {}] = await Promise.all([
    house.posts.byIri(post.iri),
    house.communities.byIri(community).then((found) => found ?? undefined),
  ]);
  const isMeant = addressed.some((iri) => iri === community || iri === followers);
  if (known !== null && known.community === undefined && known.author === post.author && isMeant)
    await house.posts.edit(post.iri, { community }, []);
  return accepted('known');
}

/** A direct post is kept as a message to each reader here, and nowhere else; a community answers what it can. */
async function message(house: Needs, post: Post): Promise<Result<Received>> {
  let kept = false;
  for (const reader of post.to) {
    const person = await house.people.byIri(reader as string as PersonIri);
    if (person === null && (await answerWithLink(house, post, reader as string as CommunityIri)).ok) kept = true;
    if (person?.home !== 'here' || person.goneAt) continue;
    await keepMessage(house, { post, to: person.iri });
    kept = true;
  }
  return kept ? accepted('message') : refused('no-reader', 'None of the people addressed is here.');
}

/** A community elsewhere passed on a post of somebody here: it is in that community now. */
export async function confirmPassedOn(
  house: Pick<House, 'posts'>,
  { post, community }: { readonly post: PostIri; readonly community: CommunityIri },
): Promise<boolean> {
  const known = await house.posts.byIri(post);
  return known?.community === community;
}
