import { z } from 'zod';
import { actorNamed } from '../../actions/actor-named.ts';
import { searchPosts } from '../../actions/search-posts.ts';
import { readTag, tagKey } from '../../community/hashtags.ts';
import type { PostIri } from '../../community/ids.ts';
import { postNumber, readNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { readBy } from '../bearer.ts';
import { flag, read, whole } from '../bodies.ts';
import { statusEntities } from '../entities/status.ts';
import { ApiError, refusalError } from '../errors.ts';
import { actorBy, iriOf, postBy } from '../find.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { accountEntity } from './accounts.ts';
import { tagEntity } from './tags.ts';

const searching = z.object({
  q: z.string().max(2000),
  type: z.enum(['accounts', 'hashtags', 'statuses']).optional().catch(undefined),
  resolve: flag.optional(),
  limit: whole(1, 80).optional().catch(undefined),
  offset: whole(0, 10_000).optional().catch(undefined),
  account_id: z.string().max(30).optional().catch(undefined),
  max_id: z.string().transform(readNumber).optional().catch(undefined),
  min_id: z.string().transform(readNumber).optional().catch(undefined),
});
type Searching = z.output<typeof searching>;

/**
 * Finds people and communities by their handle, posts by their address or by what stands in them (`searchPosts`), and
 * hashtags by how they begin; `resolve` asks other servers.
 */
export const searchRoutes: ApiRoutes = (parts, router) => {
  const { house } = parts;
  for (const path of ['/api/v2/search', '/api/v1/search']) {
    router.get(path, async (request, response) => {
      const viewer = readBy(request, 'read:search');
      const asked = read(request, searching);
      const { q, type, resolve } = asked;
      needsSomebody(viewer, resolve);
      const wants = (what: typeof type) => type === undefined || type === what;
      const [accounts, statuses, hashtags] = await Promise.all([
        wants('accounts') ? accountsFor(parts, q, resolve === true) : [],
        wants('statuses') ? statusesFor(parts, asked, viewer) : [],
        wants('hashtags') ? hashtagsFor(parts, asked, viewer) : [],
      ]);
      response.json({ accounts, statuses: await statusEntities(house, statuses, viewer), hashtags });
    });
  }
  router.get('/api/v1/accounts/search', async (request, response) => {
    const viewer = readBy(request, 'read:accounts');
    const { q, resolve } = read(request, searching);
    needsSomebody(viewer, resolve);
    response.json(await accountsFor(parts, q, resolve === true));
  });
};

/** Other servers are asked for members here alone: nobody else makes this server fetch anything. */
function needsSomebody(viewer: Person | null, resolve: boolean | undefined): void {
  if (resolve && viewer === null) throw new ApiError(401, 'Sign in first: only members ask other servers from here.');
}

async function accountsFor(parts: ApiParts, q: string, resolve: boolean) {
  const known = await actorNamed(parts.house, q);
  if (known !== null) return [await accountEntity(parts, known)];
  if (!resolve || !/@.+\..+|@localhost|^https?:\/\//.test(q)) return [];
  const found = await parts.lookUpActor(q.trim());
  return found.ok ? [await accountEntity(parts, found)] : [];
}

function statusesFor(parts: ApiParts, asked: Searching, viewer: Person | null): Promise<readonly Post[]> {
  if (/^https?:\/\//.test(asked.q)) return statusAt(parts, asked, viewer);
  // What is there for anybody to read, strangers find by reading: nobody outside makes this server look through it.
  return viewer === null || isHandle(asked.q) ? Promise.resolve([]) : statusesWith(parts, asked, viewer);
}

const isHandle = (text: string): boolean => /^\s*@[^\s@]+(@[^\s@]+)?\s*$/.test(text);

/** Hashtags that begin so. Nothing says which of them many use. */
async function hashtagsFor(parts: ApiParts, { q, type, offset = 0, limit = 20 }: Searching, viewer: Person | null) {
  const name = readTag(q);
  if (name === null) return [];
  const part = { offset: type === undefined ? 0 : offset, limit: Math.min(limit, 40) };
  const found = await parts.house.timelines.tagsBeginning(tagKey(name), viewer?.iri ?? null, part);
  return Promise.all(found.map((tag) => tagEntity(parts, tag, viewer)));
}

/** Posts in which something stands, for somebody who may see them. */
async function statusesWith(
  { house }: ApiParts,
  { q, type, offset = 0, limit = 20, account_id, max_id, min_id }: Searching,
  viewer: Person,
): Promise<readonly Post[]> {
  const named = async (handle: string) => {
    const actor = await actorNamed(house, handle);
    return actor && iriOf(actor);
  };
  const found = await searchPosts(house, {
    text: q,
    by: viewer,
    ...(account_id === undefined ? {} : { author: iriOf(await actorBy(house, account_id)) }),
    part: {
      // Beside accounts there is one page only.
      offset: type === undefined ? 0 : offset,
      limit: Math.min(limit, 40),
      ...(max_id ? { max: max_id } : {}),
      ...(min_id ? { min: min_id } : {}),
    },
    named,
  });
  if (found.ok) return found.value;
  if (found.refusal.code === 'nothing-to-find') return [];
  throw refusalError(found.refusal);
}

async function statusAt(
  { house, lookUpPost }: ApiParts,
  { q, resolve }: Searching,
  viewer: Person | null,
): Promise<readonly Post[]> {
  const known = await house.posts.byIri(q.trim() as PostIri);
  const fetched = known === null && resolve ? await lookUpPost(q.trim()) : null;
  const post = fetched === null ? known : await house.posts.byIri(fetched);
  if (post === null) return [];
  // By the same way as by its number, so that whoever may not see it finds nothing.
  return postBy(house, postNumber(post), viewer).then(
    (found) => [found],
    () => [],
  );
}
