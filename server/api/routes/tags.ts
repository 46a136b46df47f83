import type { Request } from 'express';
import { readTag, tagKey } from '../../community/hashtags.ts';
import { numberAt } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Mark } from '../../ports/marks.ts';
import { askedBy, readBy } from '../bearer.ts';
import { notFound, refusalError } from '../errors.ts';
import { linkPages, pageBy, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

/** Hashtags: what each is, and which somebody follows. Nothing says which of them many use: nothing is ranked here. */
export const tagsRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v1/tags/:name', async (request, response) => {
    response.json(await tagEntity(parts, tagIn(request), readBy(request, 'read:follows')));
  });
  router.post('/api/v1/tags/:name/follow', async (request, response) => {
    const viewer = askedBy(request, 'write:follows');
    const done = await actions.followTag({ by: viewer.iri, tag: tagIn(request) });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(await tagEntity(parts, tagIn(request), viewer));
  });
  router.post('/api/v1/tags/:name/unfollow', async (request, response) => {
    const viewer = askedBy(request, 'write:follows');
    await actions.takeMarkAway({ by: viewer.iri, kind: 'tag', subject: tagKey(tagIn(request)) });
    response.json(await tagEntity(parts, tagIn(request), viewer));
  });

  router.get('/api/v1/followed_tags', async (request, response) => {
    const viewer = askedBy(request, 'read:follows');
    const wanted = wantedBy(request, 100, 200);
    const numberOf = ({ at, subject }: Mark): bigint => numberAt(at, subject);
    const page = await pageBy<Mark>(wanted, numberOf, (stretch) => house.marks.stretch(viewer.iri, 'tag', stretch));
    const shown = page.map((mark) => numberOf(mark).toString());
    linkPages(request, response, { origin: house.addresses.origin, shown, limit: wanted.limit });
    response.json(await Promise.all(page.map(({ subject }) => tagEntity(parts, subject, viewer))));
  });
};

function tagIn(request: Request): string {
  const name = readTag(String(request.params.name));
  if (name === null) throw notFound();
  return name;
}

/** Mastodon's `Tag`, without figures of who used it when. */
export async function tagEntity({ house }: Pick<ApiParts, 'house'>, name: string, viewer: Person | null) {
  const key = tagKey(name);
  const url = `${house.addresses.origin}/tags/${encodeURIComponent(key)}`;
  if (viewer === null) return { id: key, name: key, url, history: [] };
  return { id: key, name: key, url, history: [], following: (await house.marks.get(viewer.iri, 'tag', key)) !== null };
}
