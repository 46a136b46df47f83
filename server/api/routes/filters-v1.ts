import { z } from 'zod';
import type { FilterSaid } from '../../actions/own/filters.ts';
import type { Filter } from '../../community/filter.ts';
import { askedBy } from '../bearer.ts';
import { flag, read } from '../bodies.ts';
import { olderFilterEntity } from '../entities/filter.ts';
import { ApiError, refusalError } from '../errors.ts';
import type { ApiRoutes } from '../parts.ts';
import { change, contexts, expiry, withKeyword } from './filters.ts';

const phrasing = z.object({
  phrase: z.string('Write the word to look for').max(1000),
  context: contexts,
  irreversible: flag.optional(),
  whole_word: flag.optional(),
  expires_in: expiry.optional(),
});
type Phrasing = z.output<typeof phrasing>;

/** Filters as apps knew them before Mastodon 4.0: each keyword is one. */
export const olderFiltersRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;
  const idIn = ({ params }: { readonly params: Readonly<Record<string, unknown>> }) => String(params.id);

  router.get('/api/v1/filters', async (request, response) => {
    const all = await house.filters.of(askedBy(request, 'read:filters').iri);
    response.json(all.flatMap((kept) => kept.content.keywords.map((keyword) => olderFilterEntity(kept, keyword))));
  });
  router.post('/api/v1/filters', async (request, response) => {
    const viewer = askedBy(request, 'write:filters');
    const { phrase, whole_word, ...rest } = read(request, phrasing);
    const keywords = [{ keyword: phrase, wholeWord: whole_word ?? false }];
    const done = await actions.addFilter({ by: viewer.iri, said: { title: phrase, ...saidOf(rest), keywords } });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(olderFilterEntity(done.value, done.value.content.keywords[0] as Filter['keywords'][number]));
  });
  router.get('/api/v1/filters/:id', async (request, response) => {
    const viewer = askedBy(request, 'read:filters');
    const { kept, keyword } = await withKeyword(parts, viewer, idIn(request));
    response.json(olderFilterEntity(kept, keyword));
  });
  router.put('/api/v1/filters/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:filters');
    const id = idIn(request);
    const { kept } = await withKeyword(parts, viewer, id);
    const { phrase, whole_word: wholeWord = false, ...rest } = read(request, phrasing);
    refuseForMany(kept.content, rest);
    const alone = kept.content.keywords.length === 1;
    const said = alone ? { title: phrase, ...saidOf(rest) } : {};
    const changed = await change(parts, viewer, kept.id, { ...said, keywords: [{ id, keyword: phrase, wholeWord }] });
    response.json(olderFilterEntity(changed, (await withKeyword(parts, viewer, id)).keyword));
  });
  router.delete('/api/v1/filters/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:filters');
    const { kept } = await withKeyword(parts, viewer, idIn(request));
    const { keywords, posts } = kept.content;
    // An empty filter would stay behind with the word as its title, and such apps could not show it.
    if (keywords.length === 1 && posts.length === 0) await actions.removeFilter({ by: viewer.iri, id: kept.id });
    else await change(parts, viewer, kept.id, { keywords: [{ id: idIn(request), remove: true }] });
    response.json({});
  });
};

function saidOf({ context, irreversible, expires_in }: Omit<Phrasing, 'phrase' | 'whole_word'>): FilterSaid {
  return {
    ...(context.length === 0 ? {} : { context }),
    ...(irreversible === undefined ? {} : { action: irreversible ? 'hide' : 'warn' }),
    ...(expires_in === undefined ? {} : { expiresInSeconds: expires_in }),
  };
}

/** What such an app says of one keyword would change the others that are in the same filter. */
function refuseForMany(
  { keywords, context, action }: Filter,
  { context: wanted, irreversible, expires_in }: Omit<Phrasing, 'phrase' | 'whole_word'>,
): void {
  if (keywords.length < 2) return;
  const sameContext = wanted.length === 0 || wanted.toSorted().join() === context.toSorted().join();
  const sameAction = irreversible === undefined || irreversible === (action === 'hide');
  if (sameContext && sameAction && (expires_in === undefined || expires_in === null)) return;
  throw new ApiError(
    422,
    'This keyword shares its filter with others. Change the filter in an app that shows it whole.',
  );
}
