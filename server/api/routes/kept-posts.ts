import type { Request, Response } from 'express';
import type { PostIri } from '../../community/ids.ts';
import { numberAt } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Stretch } from '../../ports/posts.ts';
import { askedBy } from '../bearer.ts';
import { statusEntities, statusEntityOf } from '../entities/status.ts';
import { refusalError } from '../errors.ts';
import { postBy } from '../find.ts';
import { linkPages, pageBy, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { seenBy } from '../seen.ts';

/** A post that somebody keeps, and since when: its place in the list is by that time. */
interface KeptPost {
  readonly post: PostIri;
  readonly at: Date;
}

/** Posts that somebody keeps: bookmarks, what she likes, what she shows first on her profile. */
export const keptPostsRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  const keeping = [
    ['bookmark', 'write:bookmarks', actions.bookmark],
    ['pin', 'write:accounts', actions.pinPost],
  ] as const;
  for (const [kind, scope, keep] of keeping) {
    router.post(`/api/v1/statuses/:id/${kind}`, async (request, response) => {
      const viewer = askedBy(request, scope);
      const post = await postBy(house, String(request.params.id), viewer);
      const done = await keep({ by: viewer.iri, post: post.iri });
      if (!done.ok) throw refusalError(done.refusal);
      response.json(await statusEntityOf(house, post, viewer));
    });
    router.post(`/api/v1/statuses/:id/un${kind}`, async (request, response) => {
      const viewer = askedBy(request, scope);
      const post = await postBy(house, String(request.params.id), viewer);
      await actions.takeMarkAway({ by: viewer.iri, kind, subject: post.iri });
      response.json(await statusEntityOf(house, post, viewer));
    });
  }

  router.get('/api/v1/bookmarks', async (request, response) => {
    const viewer = askedBy(request, 'read:bookmarks');
    await show(parts, { request, response, viewer }, async (stretch) =>
      (await house.marks.stretch(viewer.iri, 'bookmark', stretch)).map(({ subject, at }) => ({
        post: subject as PostIri,
        at,
      })),
    );
  });

  router.get('/api/v1/favourites', async (request, response) => {
    const viewer = askedBy(request, 'read:favourites');
    await show(parts, { request, response, viewer }, (stretch) => house.gestures.liked(viewer.iri, stretch));
  });
};

const numberOf = ({ post, at }: KeptPost): bigint => numberAt(at, post);

/** A page of kept posts, newest kept first, without those that are gone or that she may not see any more. */
async function show(
  { house }: ApiParts,
  { request, response, viewer }: { readonly request: Request; readonly response: Response; readonly viewer: Person },
  fetch: (stretch: Stretch) => Promise<readonly KeptPost[]>,
): Promise<void> {
  const wanted = wantedBy(request);
  const page = await pageBy(wanted, numberOf, fetch);
  const shown = page.map((kept) => numberOf(kept).toString());
  linkPages(request, response, { origin: house.addresses.origin, shown, limit: wanted.limit });
  const posts = await seenBy(
    house,
    page.map(({ post }) => post),
    viewer,
  );
  response.json(await statusEntities(house, posts, viewer));
}
