import { z } from 'zod';
import { actorNamed } from '../../actions/actor-named.ts';
import type { PostIri } from '../../community/ids.ts';
import { postNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import { readBy } from '../bearer.ts';
import { flag, read, whole } from '../bodies.ts';
import { statusEntities } from '../entities/status.ts';
import { ApiError } from '../errors.ts';
import { postBy } from '../find.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { accountEntity } from './accounts.ts';

const searching = z.object({
  q: z.string().max(2000),
  type: z.enum(['accounts', 'hashtags', 'statuses']).optional().catch(undefined),
  resolve: flag.optional(),
  limit: whole(1, 80).optional().catch(undefined),
});

/** Finds people and communities by their handle, and posts by their address; `resolve` asks other servers. */
export const searchRoutes: ApiRoutes = (parts, router) => {
  const { house } = parts;
  for (const path of ['/api/v2/search', '/api/v1/search']) {
    router.get(path, async (request, response) => {
      const viewer = readBy(request, 'read:search');
      const { q, type, resolve } = read(request, searching);
      needsSomebody(viewer, resolve);
      const wants = (what: typeof type) => type === undefined || type === what;
      const [accounts, statuses] = await Promise.all([
        wants('accounts') ? accountsFor(parts, q, resolve === true) : [],
        wants('statuses') ? statusesFor(parts, q, { viewer, resolve: resolve === true }) : [],
      ]);
      response.json({ accounts, statuses: await statusEntities(house, statuses, viewer), hashtags: [] });
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

async function statusesFor(
  { house, lookUpPost }: ApiParts,
  q: string,
  { viewer, resolve }: { readonly viewer: Person | null; readonly resolve: boolean },
) {
  if (!/^https?:\/\//.test(q)) return [];
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
