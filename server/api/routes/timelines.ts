import type { Request, Response } from 'express';
import { z } from 'zod';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import { readTag, tagKey } from '../../community/hashtags.ts';
import type { Listed } from '../../community/listing.ts';
import type { Person } from '../../community/person.ts';
import type { Unwanted } from '../../community/unwanted.ts';
import { askedBy, readBy } from '../bearer.ts';
import { flag, many, read } from '../bodies.ts';
import { statusEntities } from '../entities/status.ts';
import { homeOf } from '../home.ts';
import { listPage } from '../listed.ts';
import { postsPage } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

const names = many(z.string().max(100), 20);
const whence = z.object({ local: flag.optional() });
const tagged = z.object({ any: names, all: names, none: names, local: flag.optional(), only_media: flag.optional() });

/** Lists of posts, newest first, nothing ranked. */
export const timelinesRoutes: ApiRoutes = (parts, router) => {
  const { house } = parts;

  router.get('/api/v1/timelines/home', async (request, response) => {
    const viewer = askedBy(request, 'read:statuses');
    const [of, unwanted] = await Promise.all([homeOf(house, viewer.iri), unwantedBy(house, viewer.iri, 'home')]);
    response.json(await listPage(request, response, { house, of, viewer, by: of.followed, unwanted }));
  });

  router.get('/api/v1/timelines/public', async (request, response) => {
    const viewer = readBy(request, 'read:statuses');
    const { local } = read(request, whence);
    const unwanted = await unwantedBy(house, viewer?.iri, 'public');
    await showPosts(parts, request, response, { of: { public: local ? 'here' : 'everywhere' }, viewer, unwanted });
  });

  router.get('/api/v1/timelines/tag/:tag', async (request, response) => {
    const viewer = readBy(request, 'read:statuses');
    const said = read(request, tagged);
    const keys = (names: readonly string[]) => names.flatMap((name) => readTag(name) ?? []).map(tagKey);
    const of = {
      tagged: keys([String(request.params.tag), ...said.any]),
      all: keys(said.all),
      none: keys(said.none),
      here: said.local === true,
    };
    // No files can be added yet.
    if (said.only_media || of.tagged.length === 0) return void response.json([]);
    await showPosts(parts, request, response, { of, viewer, unwanted: await unwantedBy(house, viewer?.iri, 'public') });
  });

  // Links are not gathered.
  router.get('/api/v1/timelines/link', (request, response) => {
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
