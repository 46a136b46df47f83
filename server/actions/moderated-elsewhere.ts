import type { CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { onDay, said, together } from '../community/said.ts';
import type { House } from './house.ts';
import { tell } from './tell.ts';

type Needs = Pick<House, 'communities' | 'posts' | 'follows' | 'people' | 'notices' | 'clock' | 'wake'>;

/** A post, and the community elsewhere that says something about it; the caller has made sure that it says so itself. */
interface About {
  readonly post: PostIri;
  readonly community: CommunityIri;
}

/** The post, if that community has a say over it here: it stands in it, and the community is not of this server. */
async function theirs(house: Needs, { post, community }: About): Promise<Post | null> {
  const [found, place] = await Promise.all([house.posts.byIri(post), house.communities.byIri(community)]);
  return place?.home === 'elsewhere' && found?.community === community ? found : null;
}

/** A community elsewhere closes one of its threads for answers, or opens it again. */
export async function lockElsewhere(
  house: Needs,
  { locked, ...about }: About & { readonly locked: boolean },
): Promise<boolean> {
  const post = await theirs(house, about);
  if (post === null || post.deletedAt) return false;
  await house.posts.lock(post.iri, locked ? house.clock.now() : null);
  return true;
}

/** A community elsewhere puts a post first, or no longer. */
export async function pinElsewhere(
  house: Needs,
  { pinned, ...about }: About & { readonly pinned: boolean },
): Promise<boolean> {
  const post = await theirs(house, about);
  if (post === null || post.deletedAt) return false;
  await house.posts.pin(post.iri, pinned ? house.clock.now() : null);
  return true;
}

/**
 * A community elsewhere takes a post out, by its own rules: here too it is seen by its author only from then on, who is
 * told if she is of this server. Her post itself stays hers.
 */
export async function removedElsewhere(house: Needs, { why, ...about }: About & { readonly why?: string }) {
  const post = await theirs(house, about);
  if (post === null || post.deletedAt) return false;
  if (post.standing.state === 'removed') return true;
  const reason = why === undefined ? {} : { why };
  const standing = { state: 'removed', by: about.community, at: house.clock.now(), ...reason } as const;
  await house.posts.edit(post.iri, { standing }, []);
  if (post.home === 'here') await tellAuthor(house, post, about.community, why);
  return true;
}

async function tellAuthor(house: Needs, post: Post, community: CommunityIri, why: string | undefined): Promise<void> {
  const title = (await house.communities.byIri(community))?.title ?? 'The community';
  const reason = why === undefined ? 'No reason was given.' : said`The reason given: ${why}`;
  await tell(house, {
    to: post.author,
    from: community,
    kind: 'statement-of-reasons',
    about: ['removed', post.iri, post.receivedAt.toISOString()],
    text: together(said`${title} took out a post of yours, by its own rules; it is on another server.`, reason),
    inReplyTo: post.iri,
  });
}

/** It puts a post back that it took out. */
export async function restoredElsewhere(house: Needs, about: About): Promise<boolean> {
  const post = await theirs(house, about);
  if (post?.standing.state !== 'removed') return false;
  await house.posts.restore(post.iri, about.community);
  return true;
}

/** A community elsewhere bans somebody of this server: she is no longer part of it, and is told. */
export async function bannedElsewhere(
  house: Needs,
  ban: { readonly community: CommunityIri; readonly person: PersonIri; readonly activity: string } & {
    readonly why?: string;
    readonly until?: Date;
  },
): Promise<boolean> {
  const [community, person, follow] = await Promise.all([
    house.communities.byIri(ban.community),
    house.people.byIri(ban.person),
    house.follows.get(ban.person, ban.community),
  ]);
  if (community?.home !== 'elsewhere' || person?.home !== 'here') return false;
  if (follow === null || follow.state === 'ended') return false;
  await house.follows.put({ ...follow, state: 'ended', at: house.clock.now() }, []);
  const { title } = community;
  const banned =
    ban.until === undefined
      ? said`${title} has banned you; you are no longer part of it.`
      : said`${title} has banned you until ${onDay(ban.until)}; you are no longer part of it.`;
  const rules = 'It is on another server and has rules of its own.';
  const why = ban.why === undefined ? 'No reason was given.' : said`The reason given: ${ban.why}`;
  await tell(house, {
    to: person.iri,
    from: ban.community,
    kind: 'statement-of-reasons',
    about: ['banned', ban.activity],
    text: together(banned, rules, why),
  });
  return true;
}
