import type { Request, Response } from 'express';
import { z } from 'zod';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import type { CommunityIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import type { Unwanted } from '../../community/unwanted.ts';
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
    const unwanted = await unwantedBy(house, viewer.iri, 'home');
    await showPosts(parts, request, response, { of: { communities, authors: [viewer.iri] }, viewer, unwanted });
  });

  router.get('/api/v1/timelines/public', async (request, response) => {
    const viewer = readBy(request, 'read:statuses');
    const { local } = read(request, z.object({ local: flag.optional() }));
    const unwanted = await unwantedBy(house, viewer?.iri, 'public');
    await showPosts(parts, request, response, { of: { public: local ? 'here' : 'everywhere' }, viewer, unwanted });
  });

  // Hashtags are not gathered yet.
  router.get(['/api/v1/timelines/tag/:tag', '/api/v1/timelines/link'], (request, response) => {
    readBy(request, 'read:statuses');
    response.json([]);
  });
};

interface Shown {
  readonly of: Listed;
  readonly viewer: Person | null;
  readonly unwanted: Unwanted | undefined;
}

/** Answers with a page of a list of posts. */
export async function showPosts(
  { house }: ApiParts,
  request: Request,
  response: Response,
  { of, viewer, unwanted }: Shown,
): Promise<void> {
  const posts = await postsPage(request, response, { house, of, viewer, unwanted });
  response.json(await statusEntities(house, posts, viewer));
}
