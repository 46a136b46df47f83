import { createHash } from 'node:crypto';
import type { ActorIri, PersonIri, PostIri } from '../community/ids.ts';
import { plainText } from './content.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'people' | 'posts' | 'communities' | 'reports' | 'addresses' | 'clock'>;

const LONGEST_TEXT = 5000;
const MOST_POSTS = 50;

/** A report as another server sent it. */
export interface IncomingReport {
  /** The activity's id: the same report twice is one. */
  readonly activity: string;
  /** The host that signed for it. */
  readonly from: string;
  /** Everything it names, accounts and posts in any order. */
  readonly about: readonly string[];
  /** May be HTML. */
  readonly text: string;
}

/**
 * Keeps a report about somebody here, or about what somebody wrote in a community here; who made it is not kept. One
 * report may be about several people: each gets a document of her own.
 *
 * @returns about how many people it was
 */
export async function report(house: Needs, { activity, from, about, text }: IncomingReport): Promise<number> {
  const named = [...new Set(about)].slice(0, MOST_POSTS);
  const found = await Promise.all(named.map((iri) => whoseIsIt(house, iri)));
  const posts = new Map<ActorIri, PostIri[]>();
  for (const one of found.filter((each) => each !== null)) {
    posts.set(one.actor, [...(posts.get(one.actor) ?? []), ...(one.post === undefined ? [] : [one.post])]);
  }
  for (const [actor, theirs] of posts) {
    const id = createHash('sha256').update(`report\n${activity}\n${actor}`).digest('base64url').slice(0, 27);
    const said = plainText(text).slice(0, LONGEST_TEXT).toWellFormed();
    await house.reports.add({ id, from, about: actor, posts: theirs, text: said, at: house.clock.now() });
  }
  return posts.size;
}

/** Somebody or a community here; or the author of a post that is by somebody here, or in a community here. */
async function whoseIsIt(house: Needs, iri: string): Promise<{ actor: ActorIri; post?: PostIri } | null> {
  const post = await house.posts.byIri(iri as PostIri);
  if (post !== null) {
    const community = post.community && (await house.communities.byIri(post.community));
    return post.home === 'here' || community?.home === 'here' ? { actor: post.author, post: post.iri } : null;
  }
  if (!house.addresses.isHere(iri)) return null;
  const known = (await house.people.byIri(iri as PersonIri)) ?? (await house.communities.byIri(iri as never));
  return known === null ? null : { actor: known.iri };
}
