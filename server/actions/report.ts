import { createHash } from 'node:crypto';
import type { ActorIri, CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { plainWords } from '../governance/plain-words.ts';
import { plainText } from './content.ts';
import { keepPost } from './evidence.ts';
import type { House } from './house.ts';

type Needs = Pick<
  House,
  'people' | 'posts' | 'communities' | 'follows' | 'reports' | 'evidence' | 'addresses' | 'clock' | 'wake'
>;

const LONGEST_TEXT = 5000;
const MOST_POSTS = 50;

/** A report as another server sent it. */
export interface IncomingReport {
  /** The activity's id: the same report twice is one. */
  readonly activity: string;
  /** The actor that signed it: kept sealed, and named to its own server alone. */
  readonly sender: string;
  /** The host that signed for it. */
  readonly from: string;
  /** Everything it names, accounts and posts in any order. */
  readonly about: readonly string[];
  /** May be HTML. */
  readonly text: string;
  /** The inbox of that server, shared by everybody there: what became of it is told there, and to nobody by name. */
  readonly replyTo?: string;
}

/**
 * Keeps a report about somebody here, or about what somebody wrote in a community here; who sent it is sealed. One
 * report may be about several people, and several communities' members: each gets a document of her own. It names no
 * rule, so a clerk of the community finds one.
 *
 * @returns about how many people it was
 */
export async function report(house: Needs, incoming: IncomingReport): Promise<number> {
  const named = [...new Set(incoming.about)].slice(0, MOST_POSTS);
  const found = (await Promise.all(named.map((iri) => whoseIsIt(house, iri)))).filter((each) => each !== null);
  const matters = new Map<string, { actor: ActorIri; community?: CommunityIri | undefined; posts: Post[] }>();
  for (const { actor, community, post } of found) {
    // Somebody who is named beside posts of hers is named because of them.
    if (post === undefined && found.some((other) => other.actor === actor && other.post !== undefined)) continue;
    for (const place of post === undefined ? await communitiesOf(house, actor) : [community]) {
      const key = `${actor}\n${place ?? ''}`;
      const matter = matters.get(key) ?? { actor, community: place, posts: [] };
      if (post !== undefined) matter.posts.push(post);
      matters.set(key, matter);
    }
  }
  for (const [key, matter] of matters) await keep(house, incoming, key, matter);
  house.wake();
  return new Set([...matters.values()].map(({ actor }) => actor)).size;
}

async function keep(
  house: Needs,
  { activity, sender, from, about, text, replyTo }: IncomingReport,
  key: string,
  { actor, community, posts }: { actor: ActorIri; community?: CommunityIri | undefined; posts: readonly Post[] },
): Promise<void> {
  const id = createHash('sha256').update(`report\n${activity}\n${key}`).digest('base64url').slice(0, 27);
  const acts =
    community === undefined ? [] : await Promise.all(posts.map((post) => keepPost(house, { ...post, community })));
  const kept = {
    id,
    from,
    about: actor,
    posts: posts.map(({ iri }) => iri),
    text: plainWords(plainText(text), LONGEST_TEXT),
    at: house.clock.now(),
    ...(community === undefined ? {} : { community }),
    ...(acts.length === 0 ? {} : { acts }),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
  await house.reports.add(kept, { flag: { id: activity, actor: sender, objects: about.slice(0, MOST_POSTS) } }, [
    'reconsider',
  ]);
}

/** Where it may be looked at what somebody is said to have done: in the communities here that she is a member of. */
async function communitiesOf(house: Needs, actor: ActorIri): Promise<readonly (CommunityIri | undefined)[]> {
  const all = await house.follows.communitiesOf(actor as PersonIri);
  const here = all.filter(({ state, target }) => state === 'accepted' && house.addresses.isHere(target));
  return here.length === 0 ? [undefined] : here.map(({ target }) => target);
}

/** Somebody or a community here; or the author of a post that is by somebody here, or in a community here. */
async function whoseIsIt(
  house: Needs,
  iri: string,
): Promise<{ actor: ActorIri; community?: CommunityIri | undefined; post?: Post } | null> {
  const post = await house.posts.byIri(iri as PostIri);
  if (post !== null) {
    const community = post.community && (await house.communities.byIri(post.community));
    if (post.home !== 'here' && community?.home !== 'here') return null;
    return {
      actor: post.voice ?? post.author,
      post,
      community: community?.home === 'here' ? community.iri : undefined,
    };
  }
  if (!house.addresses.isHere(iri)) return null;
  const known = (await house.people.byIri(iri as PersonIri)) ?? (await house.communities.byIri(iri as never));
  return known === null ? null : { actor: known.iri };
}
