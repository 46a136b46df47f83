import type { Request } from 'express';
import { z } from 'zod';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import { readNumber, timeIn } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Stretch } from '../../ports/posts.ts';
import { askedBy } from '../bearer.ts';
import { many, read } from '../bodies.ts';
import { notificationEntities } from '../entities/notification.ts';
import { notFound } from '../errors.ts';
import { actorBy, iriOf } from '../find.ts';
import { linkPages, pageBy, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { isHeard, TOLD_TYPES, type Told, type ToldType, toldIn } from '../told.ts';

const narrowing = z.object({
  types: many(z.string().max(40)),
  exclude_types: many(z.string().max(40)),
  account_id: z.string().max(20).optional().catch(undefined),
});

/** What somebody was told. Each can be put away, or all of it; nothing keeps what of it she has read. */
export const notificationsRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v1/notifications', async (request, response) => {
    const viewer = askedBy(request, 'read:notifications');
    const wanted = wantedBy(request, 40, 80);
    const { account_id } = read(request, narrowing);
    const from = account_id === undefined ? {} : { from: iriOf(await actorBy(house, account_id)) };
    const types = typesIn(request);
    const unwanted = await unwantedBy(house, viewer.iri, 'notices');
    const { isShown, within } = await leftOf(parts, viewer);
    const told = await pageBy<Told>(
      wanted,
      ({ number }) => number,
      (stretch) => toldIn(house, viewer, { types, stretch: { ...within(stretch), ...from }, unwanted }),
      (one) => isShown(one) && isHeard(one, unwanted),
    );
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

/** The types asked for: all, or some, less those left out. Types that do not exist here stand for nothing. */
function typesIn(request: Request): ReadonlySet<ToldType> {
  const { types, exclude_types } = read(request, narrowing);
  const asked = TOLD_TYPES.filter((type) => types.length === 0 || types.includes(type));
  return new Set(asked.filter((type) => !exclude_types.includes(type)));
}

/** What she has not put away. */
async function leftOf({ house }: ApiParts, viewer: Person) {
  const { clearedBefore, dismissed } = await house.notificationMarks.of(viewer.iri);
  return {
    isShown: ({ at, number }: Told): boolean =>
      (clearedBefore === undefined || at > clearedBefore) && !dismissed.has(number.toString()),
    /** Nothing is looked for where nothing is left. */
    within: (stretch: Stretch): Stretch => {
      const { notBefore } = stretch;
      if (clearedBefore === undefined || (notBefore !== undefined && notBefore > clearedBefore)) return stretch;
      return { ...stretch, notBefore: clearedBefore };
    },
  };
}

async function toldBy(parts: ApiParts, text: string, viewer: Person): Promise<Told> {
  const number = readNumber(text);
  if (number === null) throw notFound();
  const at = timeIn(number);
  const then = await toldIn(parts.house, viewer, {
    types: new Set(TOLD_TYPES),
    stretch: { notAfter: at, notBefore: at, oldestFirst: false, limit: 1000 },
  });
  const { isShown } = await leftOf(parts, viewer);
  const found = then.find((one) => one.number === number && isShown(one));
  if (found === undefined) throw notFound();
  return found;
}
