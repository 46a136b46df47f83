import type { Request } from 'express';
import { z } from 'zod';
import { numberAt } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { ScheduledPost } from '../../ports/scheduled-posts.ts';
import { askedBy } from '../bearer.ts';
import { read } from '../bodies.ts';
import { scheduledEntities, scheduledEntity } from '../entities/scheduled-status.ts';
import { notFound, refusalError } from '../errors.ts';
import { linkPages, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { moment } from '../writing.ts';

/** What somebody has written for later, until it is posted. */
export const scheduledStatusesRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v1/scheduled_statuses', async (request, response) => {
    const viewer = askedBy(request, 'read:statuses');
    const { max, since, min, limit } = wantedBy(request);
    const after = min ?? since;
    const all = (await house.scheduledPosts.of(viewer.iri)).toSorted((a, b) => (numberOf(a) < numberOf(b) ? 1 : -1));
    const inside = all.filter((post) => {
      const number = numberOf(post);
      return (max === undefined || number < max) && (after === undefined || number > after);
    });
    const page = min === undefined ? inside.slice(0, limit) : inside.slice(-limit);
    const shown = page.map((post) => numberOf(post).toString());
    linkPages(request, response, { origin: house.addresses.origin, shown, limit });
    response.json(await scheduledEntities(house, page));
  });

  router.get('/api/v1/scheduled_statuses/:id', async (request, response) => {
    const viewer = askedBy(request, 'read:statuses');
    response.json(await scheduledEntity(house, await oneOf(parts, request, viewer)));
  });

  router.put('/api/v1/scheduled_statuses/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:statuses');
    const post = await oneOf(parts, request, viewer);
    const { scheduled_at: dueAt } = read(request, z.object({ scheduled_at: moment }));
    const done = await actions.moveScheduledPost({ by: viewer.iri, post: post.iri, dueAt });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(await scheduledEntity(house, { ...post, dueAt }));
  });

  router.delete('/api/v1/scheduled_statuses/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:statuses');
    const { iri } = await oneOf(parts, request, viewer);
    const done = await actions.takeScheduledPostBack({ by: viewer.iri, post: iri });
    if (!done.ok) throw refusalError(done.refusal);
    response.json({});
  });
};

const numberOf = ({ at, iri }: ScheduledPost): bigint => numberAt(at, iri);

async function oneOf({ house }: ApiParts, request: Request, viewer: Person): Promise<ScheduledPost> {
  const all = await house.scheduledPosts.of(viewer.iri);
  const found = all.find((post) => numberOf(post).toString() === request.params.id);
  if (found === undefined) throw notFound();
  return found;
}
