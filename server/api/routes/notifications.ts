import type { Request } from 'express';
import { z } from 'zod';
import type { ActorIri } from '../../community/ids.ts';
import { askedBy } from '../bearer.ts';
import { flag, many, read } from '../bodies.ts';
import { notificationEntities } from '../entities/notification.ts';
import { notFound } from '../errors.ts';
import { actorBy, iriOf } from '../find.ts';
import { linkPages, pageBy, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { tellingTo, toldBy } from '../telling.ts';
import { TOLD_TYPES, type Told, type ToldType } from '../told.ts';

const narrowing = z.object({
  types: many(z.string().max(40)),
  exclude_types: many(z.string().max(40)),
  account_id: z.string().max(20).optional().catch(undefined),
  include_filtered: flag.default(false),
});

/** What somebody was told. Each can be put away, or all of it; nothing keeps what of it she has read. */
export const notificationsRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v1/notifications', async (request, response) => {
    const viewer = askedBy(request, 'read:notifications');
    const wanted = wantedBy(request, 40, 80);
    const { include_filtered } = read(request, narrowing);
    const asked = await askedAbout(parts, request);
    const { fetch, isShown } = await tellingTo(parts, viewer, { ...asked, apart: include_filtered ? 'too' : 'not' });
    const told = await pageBy<Told>(wanted, ({ number }) => number, fetch, isShown);
    const shown = told.map(({ number }) => number.toString());
    linkPages(request, response, { origin: house.addresses.origin, shown, limit: wanted.limit });
    response.json(await notificationEntities(house, told, viewer));
  });

  router.get('/api/v1/notifications/unread_count', (request, response) => {
    // Nothing keeps what somebody has read, so nothing can be counted as unread.
    askedBy(request, 'read:notifications');
    response.json({ count: 0 });
  });

  router.post('/api/v1/notifications/clear', async (request, response) => {
    const viewer = askedBy(request, 'write:notifications');
    await actions.clearNotifications({ person: viewer.iri });
    response.json({});
  });

  router.get('/api/v1/notifications/:id', async (request, response) => {
    const viewer = askedBy(request, 'read:notifications');
    const found = await toldBy(parts, String(request.params.id), viewer);
    const [entity] = await notificationEntities(house, [found], viewer);
    if (entity === undefined) throw notFound();
    response.json(entity);
  });

  router.post('/api/v1/notifications/:id/dismiss', async (request, response) => {
    const viewer = askedBy(request, 'write:notifications');
    const { number } = await toldBy(parts, String(request.params.id), viewer);
    await actions.dismissNotification({ person: viewer.iri, number: number.toString() });
    response.json({});
  });
};

/**
 * What was asked for: the types, all or some, less those left out, and whose doing alone. Types that do not exist here
 * stand for nothing.
 */
export async function askedAbout(
  { house }: ApiParts,
  request: Request,
): Promise<{ readonly types: ReadonlySet<ToldType>; readonly from?: ActorIri }> {
  const { types, exclude_types, account_id } = read(request, narrowing);
  const asked = TOLD_TYPES.filter((type) => types.length === 0 || types.includes(type));
  return {
    types: new Set(asked.filter((type) => !exclude_types.includes(type))),
    ...(account_id === undefined ? {} : { from: iriOf(await actorBy(house, account_id)) }),
  };
}
