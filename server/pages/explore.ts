import { explorePage, type SearchModel, searchPage } from '../../views/pages/explore.ts';
import { actorNamed } from '../actions/actor-named.ts';
import { unwantedBy } from '../actions/own/unwanted-by.ts';
import { searchPosts } from '../actions/search-posts.ts';
import type { Community } from '../community/community.ts';
import { readTag, tagKey } from '../community/hashtags.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import type { PagesParts, Routes } from './context.ts';
import { briefOf, shellOf, show, viewerOf } from './context.ts';
import { query } from './governed.ts';
import { authorOf } from './models/person.ts';
import { postModels } from './models/post.ts';

/** So many people have to use a hashtag before it is named as an interest. */
const PEOPLE_OF_AN_INTEREST = 3;
/** Interests are looked up so often at the most: for that many posts are gone through. */
const INTERESTS_MS = 10 * 60 * 1000;
const MOST_FOUND = 20;
const LONGEST_QUERY = 500;

/** Looking around, and looking for something. */
export const exploreRoutes: Routes = (parts, router) => {
  const { house } = parts;
  const interests = remembered(() => house.explore.interests(PEOPLE_OF_AN_INTEREST), parts.wall);

  router.get('/explore', async (request, response) => {
    const here = await house.communities.here();
    const [tags, linked, people] = await Promise.all([interests(), linkedWith(parts, here), listedPeople(parts)]);
    const brief = (community: Community) => briefOf(parts, community);
    show(
      response,
      explorePage({
        shell: shellOf(parts, request),
        interests: tags,
        here: here.map(brief),
        linked: linked.map(brief),
        people: people.map((person) => authorOf(house, person)),
      }),
    );
  });

  router.get('/search', async (request, response) => {
    const q = (query(request, 'q') ?? '').trim().slice(0, LONGEST_QUERY);
    const found = q === '' ? undefined : await search(parts, q, viewerOf(request));
    show(response, searchPage({ shell: shellOf(parts, request), q, ...(found && { found }) }));
  });
};

async function search(parts: PagesParts, q: string, viewer: Person | null): Promise<NonNullable<SearchModel['found']>> {
  const { house } = parts;
  const here = await house.communities.here();
  const [posts, linked, listed, named] = await Promise.all([
    postsFound(parts, q, viewer),
    linkedWith(parts, here),
    listedPeople(parts),
    actorNamed(house, q),
  ]);
  const words = folded(q);
  const has = (...texts: readonly string[]) => texts.some((text) => folded(text).includes(words));
  // By her name only whoever chose to be listed; by the whole handle anybody, since that is known already.
  const people = listed.filter(({ displayName, username }) => has(displayName, username)).slice(0, MOST_FOUND);
  const communities = [...here, ...linked].filter(({ title, name, purpose }) => has(title, name, purpose));
  if (named?.kind === 'person' && !people.some(({ iri }) => iri === named.person.iri)) people.unshift(named.person);
  if (named?.kind === 'community' && !communities.some(({ iri }) => iri === named.community.iri))
    communities.unshift(named.community);
  return {
    communities: communities.slice(0, MOST_FOUND).map((community) => briefOf(parts, community)),
    people: people.map((person) => authorOf(house, person)),
    posts: typeof posts === 'string' ? posts : await postModels(house, posts, { viewer, named: true }),
  };
}

/** Public posts with a hashtag, for anybody; with words in them for members, as far as each may see them. */
async function postsFound(
  { house }: PagesParts,
  q: string,
  viewer: Person | null,
): Promise<readonly Post[] | 'sign-in' | 'refused'> {
  const tag = q.startsWith('#') ? readTag(q) : null;
  if (tag !== null) {
    const unwanted = viewer === null ? undefined : await unwantedBy(house, viewer.iri, 'public');
    const tagged = { tagged: [tagKey(tag)], all: [], none: [], here: false };
    return house.timelines.stretch(tagged, viewer?.iri ?? null, { oldestFirst: false, limit: MOST_FOUND }, unwanted);
  }
  if (viewer === null) return 'sign-in';
  const named = async (handle: string) => {
    const actor = await actorNamed(house, handle);
    return actor && (actor.kind === 'person' ? actor.person.iri : actor.community.iri);
  };
  const found = await searchPosts(house, { text: q, by: viewer, part: { offset: 0, limit: MOST_FOUND }, named });
  if (found.ok) return found.value;
  return found.refusal.code === 'nothing-to-find' ? [] : 'refused';
}

/** Communities elsewhere that one here has decided to be linked with, and others of their servers that are known here. */
async function linkedWith({ house }: PagesParts, here: readonly Community[]): Promise<readonly Community[]> {
  const states = await Promise.all(here.map(({ iri }) => house.states.load(iri).catch(() => null)));
  const links = states.flatMap((state) => [...(state?.links.keys() ?? [])]);
  const hosts = links.filter((iri) => !house.addresses.isHere(iri)).map((iri) => new URL(iri).host);
  return hosts.length === 0 ? [] : house.explore.communitiesAt([...new Set(hosts)]);
}

/** By name, whoever has not left since. */
async function listedPeople({ house }: PagesParts): Promise<Person[]> {
  const people = await house.people.byIris(await house.listedPeople.all());
  return [...people.values()]
    .filter(({ goneAt }) => goneAt === undefined)
    .sort((one, other) => one.displayName.localeCompare(other.displayName) || (one.iri < other.iri ? -1 : 1));
}

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** What was found is used for a while, whoever asks. */
function remembered<Found>(find: () => Promise<Found>, wall: () => Date): () => Promise<Found> {
  let known: { readonly found: Promise<Found>; readonly until: number } | undefined;
  return () => {
    const now = wall().getTime();
    if (known === undefined || known.until <= now) {
      const found = find();
      known = { found, until: now + INTERESTS_MS };
      found.catch(() => {
        known = undefined;
      });
    }
    return known.found;
  };
}
