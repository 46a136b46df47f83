import type { Request } from 'express';
import { z } from 'zod';
import type { FilterSaid } from '../../actions/own/filters.ts';
import { FILTER_ACTIONS, FILTER_CONTEXTS, type Filter } from '../../community/filter.ts';
import type { Person } from '../../community/person.ts';
import type { Keepsake } from '../../ports/keepsakes.ts';
import { askedBy } from '../bearer.ts';
import { flag, many, read, whole } from '../bodies.ts';
import { filterEntity, filteredPostEntities, keywordEntity } from '../entities/filter.ts';
import { notFound, refusalError } from '../errors.ts';
import { postBy } from '../find.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

/** Ten years, in seconds. */
const LONGEST = 315_360_000;
/** Seconds from now; nothing, or 0, is “without end”. */
export const expiry = z
  .preprocess((said) => (said === null || said === '' ? 0 : said), whole(0, LONGEST))
  .transform((seconds) => (seconds === 0 ? null : seconds));
export const contexts = many(z.enum(FILTER_CONTEXTS), 10);

const keyword = z.object({
  id: z.string().max(20).optional(),
  keyword: z.string().max(1000).optional(),
  whole_word: flag.optional(),
  _destroy: flag.optional(),
});
const filtering = z.object({
  title: z.string().max(1000).optional(),
  context: contexts,
  filter_action: z.preprocess((said) => (said === 'blur_media' ? 'blur' : said), z.enum(FILTER_ACTIONS)).optional(),
  expires_in: expiry.optional(),
  keywords_attributes: many(keyword),
});
const oneKeyword = z.object({ keyword: z.string('Write the word to look for').max(1000), whole_word: flag.optional() });

function saidOf({ title, context, filter_action, expires_in, keywords_attributes }: z.output<typeof filtering>) {
  const said: FilterSaid = {
    ...(title === undefined ? {} : { title }),
    ...(context.length === 0 ? {} : { context }),
    ...(filter_action === undefined ? {} : { action: filter_action }),
    ...(expires_in === undefined ? {} : { expiresInSeconds: expires_in }),
    keywords: keywords_attributes.map(({ id, keyword: word, whole_word, _destroy }) => ({
      ...(id === undefined ? {} : { id }),
      ...(word === undefined ? {} : { keyword: word }),
      ...(whole_word === undefined ? {} : { wholeWord: whole_word }),
      ...(_destroy ? { remove: true } : {}),
    })),
  };
  return said;
}

const idIn = (request: Request): string => String(request.params.id);

/** Filters that the server applies and the app carries out (Mastodon 4.0 and later). */
export const filtersRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v2/filters', async (request, response) => {
    const kept = await house.filters.of(askedBy(request, 'read:filters').iri);
    response.json(await Promise.all(kept.map((one) => filterEntity(house, one))));
  });
  router.post('/api/v2/filters', async (request, response) => {
    const viewer = askedBy(request, 'write:filters');
    const done = await actions.addFilter({ by: viewer.iri, said: saidOf(read(request, filtering)) });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(await filterEntity(house, done.value));
  });
  router.get('/api/v2/filters/:id', async (request, response) => {
    const viewer = askedBy(request, 'read:filters');
    response.json(await filterEntity(house, await filterBy(parts, viewer, idIn(request))));
  });
  router.put('/api/v2/filters/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:filters');
    const changed = await change(parts, viewer, idIn(request), saidOf(read(request, filtering)));
    response.json(await filterEntity(house, changed));
  });
  router.delete('/api/v2/filters/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:filters');
    if (!(await actions.removeFilter({ by: viewer.iri, id: idIn(request) }))) throw notFound();
    response.json({});
  });

  keywordRoutes(parts, router);
  filteredPostRoutes(parts, router);
};

const keywordRoutes: ApiRoutes = (parts, router) => {
  router.get('/api/v2/filters/:id/keywords', async (request, response) => {
    const viewer = askedBy(request, 'read:filters');
    const { content } = await filterBy(parts, viewer, idIn(request));
    response.json(content.keywords.map(keywordEntity));
  });
  router.post('/api/v2/filters/:id/keywords', async (request, response) => {
    const viewer = askedBy(request, 'write:filters');
    const { keyword: word, whole_word: wholeWord = false } = read(request, oneKeyword);
    const { content } = await change(parts, viewer, idIn(request), { keywords: [{ keyword: word, wholeWord }] });
    response.json(keywordEntity(content.keywords.at(-1) as Filter['keywords'][number]));
  });
  router.get('/api/v2/filters/keywords/:id', async (request, response) => {
    const viewer = askedBy(request, 'read:filters');
    response.json(keywordEntity((await withKeyword(parts, viewer, idIn(request))).keyword));
  });
  router.put('/api/v2/filters/keywords/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:filters');
    const { kept } = await withKeyword(parts, viewer, idIn(request));
    const { keyword: word, whole_word } = read(request, oneKeyword);
    const said = { id: idIn(request), keyword: word, ...(whole_word === undefined ? {} : { wholeWord: whole_word }) };
    const { content } = await change(parts, viewer, kept.id, { keywords: [said] });
    const changed = content.keywords.find(({ id }) => id === idIn(request));
    response.json(keywordEntity(changed as Filter['keywords'][number]));
  });
  router.delete('/api/v2/filters/keywords/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:filters');
    const { kept } = await withKeyword(parts, viewer, idIn(request));
    await change(parts, viewer, kept.id, { keywords: [{ id: idIn(request), remove: true }] });
    response.json({});
  });
};

const filteredPostRoutes: ApiRoutes = (parts, router) => {
  const { house } = parts;
  router.get('/api/v2/filters/:id/statuses', async (request, response) => {
    const viewer = askedBy(request, 'read:filters');
    response.json(await filteredPostEntities(house, (await filterBy(parts, viewer, idIn(request))).content));
  });
  router.post('/api/v2/filters/:id/statuses', async (request, response) => {
    const viewer = askedBy(request, 'write:filters');
    const { status_id } = read(request, z.object({ status_id: z.string().max(20) }));
    const post = await postBy(house, status_id, viewer);
    const { content } = await change(parts, viewer, idIn(request), { addPost: post.iri });
    const named = content.posts.find((one) => one.post === post.iri);
    response.json({ id: named?.id, status_id });
  });
  router.get('/api/v2/filters/statuses/:id', async (request, response) => {
    const viewer = askedBy(request, 'read:filters');
    const kept = await withPost(parts, viewer, idIn(request));
    const entity = (await filteredPostEntities(house, kept.content)).find(({ id }) => id === idIn(request));
    if (entity === undefined) throw notFound();
    response.json(entity);
  });
  router.delete('/api/v2/filters/statuses/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:filters');
    const kept = await withPost(parts, viewer, idIn(request));
    await change(parts, viewer, kept.id, { removePost: idIn(request) });
    response.json({});
  });
};

async function filterBy({ house }: ApiParts, viewer: Person, id: string): Promise<Keepsake<Filter>> {
  const kept = await house.filters.get(viewer.iri, id);
  if (kept === null) throw notFound();
  return kept;
}

/** A keyword by its number, and the filter it is in: of her own filters alone. */
export async function withKeyword({ house }: ApiParts, viewer: Person, id: string) {
  for (const kept of await house.filters.of(viewer.iri)) {
    const found = kept.content.keywords.find((one) => one.id === id);
    if (found !== undefined) return { kept, keyword: found };
  }
  throw notFound();
}

async function withPost({ house }: ApiParts, viewer: Person, id: string): Promise<Keepsake<Filter>> {
  const all = await house.filters.of(viewer.iri);
  const found = all.find(({ content }) => content.posts.some((one) => one.id === id));
  if (found === undefined) throw notFound();
  return found;
}

/** Changes a filter of hers, or says why not. */
export async function change({ actions }: ApiParts, viewer: Person, id: string, said: FilterSaid) {
  const done = await actions.changeFilter({ by: viewer.iri, id, said });
  if (!done.ok) throw refusalError(done.refusal);
  return done.value;
}
