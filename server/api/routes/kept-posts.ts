import type { Request, Response } from 'express';
import type { PostIri } from '../../community/ids.ts';
import { numberAt } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import type { Stretch } from '../../ports/posts.ts';
import { askedBy } from '../bearer.ts';
import { isSeen, statusEntities } from '../entities/status.ts';
import { refusalError } from '../errors.ts';
import { postBy } from '../find.ts';
import { linkPages, pageBy, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

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
      response.json((await statusEntities(house, [post], viewer))[0]);
    });
    router.post(`/api/v1/statuses/:id/un${kind}`, async (request, response) => {
      const viewer = askedBy(request, scope);
      const post = await postBy(house, String(request.params.id), viewer);
      await actions.takeMarkAway({ by: viewer.iri, kind, subject: post.iri });
      response.json((await statusEntities(house, [post], viewer))[0]);
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

/** Of some posts those that still stand and that somebody may see, in their order. */
export async function seenBy(
  house: ApiParts['house'],
  iris: readonly PostIri[],
  viewer: Person | null,
): Promise<readonly Post[]> {
  const found = await Promise.all(iris.map((iri) => house.posts.byIri(iri)));
  const standing = found.filter((post) => post !== null && post.deletedAt === undefined) as readonly Post[];
  const seen = await Promise.all(standing.map((post) => isSeen(house, post, viewer)));
  return standing.filter((_, at) => seen[at]);
}
