import type { Request } from 'express';
import { z } from 'zod';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import { postNumber } from '../../community/numbers.ts';
import type { Post } from '../../community/post.ts';
import { QUOTE_POLICIES, quoteState } from '../../community/quote.ts';
import { askedBy } from '../bearer.ts';
import { read } from '../bodies.ts';
import { statusEntities, statusEntityOf } from '../entities/status.ts';
import { notFound, refusalError } from '../errors.ts';
import { postBy } from '../find.ts';
import { linkPages, pageBy, wantedBy } from '../paging.ts';
import type { ApiRoutes } from '../parts.ts';

const numberIn = (request: Request): string => String(request.params.id ?? '');

/** Who quotes a post, who may, and taking that back. */
export const quotesRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v1/statuses/:id/quotes', async (request, response) => {
    const viewer = askedBy(request, 'read:statuses');
    const quoted = await postBy(house, numberIn(request), viewer);
    const unwanted = await unwantedBy(house, viewer.iri, 'thread');
    const wanted = wantedBy(request);
    const page = await pageBy<Post>(
      wanted,
      (post) => BigInt(postNumber(post)),
      (stretch) => house.timelines.quoting(quoted.iri, viewer.iri, stretch, unwanted),
      (post) => post.details?.quote !== undefined && quoteState(post, post.details.quote, quoted) === 'accepted',
    );
    const shown = page.map(postNumber);
    linkPages(request, response, { origin: house.addresses.origin, shown, limit: wanted.limit });
    response.json(await statusEntities(house, page, viewer));
  });

  router.post('/api/v1/statuses/:id/quotes/:quoting/revoke', async (request, response) => {
    const viewer = askedBy(request, 'write:statuses');
    const quoted = await postBy(house, numberIn(request), viewer);
    const quoting = await postBy(house, String(request.params.quoting ?? ''), viewer);
    const done = await actions.takeQuoteBack({ by: viewer.iri, quoted: quoted.iri, quoting: quoting.iri });
    if (!done.ok) throw refusalError(done.refusal);
    await parts.settle();
    response.json(await statusEntityOf(house, (await house.posts.byIri(quoting.iri)) ?? quoting, viewer));
  });

  router.put('/api/v1/statuses/:id/interaction_policy', async (request, response) => {
    const viewer = askedBy(request, 'write:statuses');
    const post = await postBy(house, numberIn(request), viewer);
    const { quote_approval_policy: policy } = read(
      request,
      z.object({ quote_approval_policy: z.enum(QUOTE_POLICIES) }),
    );
    const done = await actions.setQuotePolicy({ post: post.iri, by: viewer.iri, policy });
    // As the documentation has it: another's post is not there to be changed.
    if (!done.ok) throw notFound();
    await parts.settle();
    response.json(await statusEntityOf(house, (await house.posts.byIri(post.iri)) ?? post, viewer));
  });
};
