import type { Request, Response } from 'express';
import { z } from 'zod';
import type { CommunityIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import type { Listed } from '../../ports/posts.ts';
import { askedBy, readBy } from '../bearer.ts';
import { flag, read } from '../bodies.ts';
import { statusEntities } from '../entities/status.ts';
import { postsPage } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

/** Lists of posts, newest first, nothing ranked. */
export const timelinesRoutes: ApiRoutes = (parts, router) => {
  const { house } = parts;

  router.get('/api/v1/timelines/home', async (request, response) => {
    const viewer = askedBy(request, 'read:statuses');
    const follows = await house.follows.communitiesOf(viewer.iri);
    const communities = follows.filter(({ state }) => state === 'accepted').map(({ target }) => target as CommunityIri);
    await show(parts, request, response, { of: { communities, authors: [viewer.iri] }, viewer });
  });

  router.get('/api/v1/timelines/public', async (request, response) => {
    const viewer = readBy(request, 'read:statuses');
    const { local } = read(request, z.object({ local: flag.optional() }));
    await show(parts, request, response, { of: { public: local ? 'here' : 'everywhere' }, viewer });
  });

  // Hashtags are not gathered, and no lists are kept yet.
  router.get(
    ['/api/v1/timelines/tag/:tag', '/api/v1/timelines/list/:id', '/api/v1/timelines/link'],
    (request, response) => {
      readBy(request, 'read:statuses');
      response.json([]);
    },
  );
};

async function show(
  { house }: ApiParts,
  request: Request,
  response: Response,
  { of, viewer }: { readonly of: Listed; readonly viewer: Person | null },
): Promise<void> {
  const posts = await postsPage(request, response, { house, of, viewer });
  response.json(await statusEntities(house, posts, viewer));
}
