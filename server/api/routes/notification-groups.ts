import type { Request } from 'express';
import { z } from 'zod';
import type { Person } from '../../community/person.ts';
import { askedBy } from '../bearer.ts';
import { flag, many, read } from '../bodies.ts';
import { accountsOf } from '../entities/account.ts';
import { groupsEntity } from '../entities/notification-group.ts';
import { notFound } from '../errors.ts';
import { groupsPage, inGroup, readGroupKey } from '../groups.ts';
import { linkPages, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { tellingTo, toldBy } from '../telling.ts';
import { TOLD_TYPES, type Told } from '../told.ts';
import { askedAbout } from './notifications.ts';

const grouping = z.object({
  grouped_types: many(z.string().max(40)).optional(),
  expand_accounts: z.enum(['full', 'partial_avatars']).default('full').catch('full'),
  include_filtered: flag.default(false),
});

/** What somebody was told, with what many did towards one thing told together. */
export const notificationGroupsRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/api/v2/notifications', async (request, response) => {
    const viewer = askedBy(request, 'read:notifications');
    const wanted = wantedBy(request, 40, 80);
    const { grouped_types = [], expand_accounts, include_filtered } = read(request, grouping);
    const asked = await askedAbout(parts, request);
    const grouped = TOLD_TYPES.filter((type) => grouped_types.length === 0 || grouped_types.includes(type));
    const telling = await tellingTo(parts, viewer, { ...asked, apart: include_filtered ? 'too' : 'not' });
    const { groups, ends, isFull } = await groupsPage(telling, wanted, new Set(grouped));
    // There is a next page where something is left, however many groups this one has.
    linkPages(request, response, {
      origin: house.addresses.origin,
      shown: ends,
      limit: isFull || wanted.min !== undefined ? 0 : Number.POSITIVE_INFINITY,
    });
    const partly = expand_accounts === 'partial_avatars';
    response.json(await groupsEntity(house, groups, { viewer, pages: true, partly }));
  });

  router.get('/api/v2/notifications/unread_count', (request, response) => {
    // Nothing keeps what somebody has read, so nothing can be counted as unread.
    askedBy(request, 'read:notifications');
    response.json({ count: 0 });
  });

  router.get('/api/v2/notifications/:key', async (request, response) => {
    const viewer = askedBy(request, 'read:notifications');
    const all = await groupOf(parts, request, viewer);
    const group = { key: String(request.params.key), all, inPage: all };
    const entity = await groupsEntity(house, [group], { viewer, pages: false, partly: false });
    if (entity.notification_groups.length === 0) throw notFound();
    response.json(entity);
  });

  router.get('/api/v2/notifications/:key/accounts', async (request, response) => {
    const viewer = askedBy(request, 'read:notifications');
    const from = [...new Set((await groupOf(parts, request, viewer)).map((one) => one.from))];
    response.json(from.map(await accountsOf(house, from)));
  });

  router.post('/api/v2/notifications/:key/dismiss', async (request, response) => {
    const viewer = askedBy(request, 'write:notifications');
    for (const { number } of await groupOf(parts, request, viewer)) {
      await actions.dismissNotification({ person: viewer.iri, number: number.toString() });
    }
    response.json({});
  });
};

/** Everything in a group that she has not put away, newest first; a group with nothing in it is not there. */
async function groupOf(parts: ApiParts, request: Request, viewer: Person): Promise<readonly Told[]> {
  const key = String(request.params.key);
  const said = readGroupKey(key);
  if (said === null) throw notFound();
  if ('number' in said) return [await toldBy(parts, said.number, viewer)];
  const telling = await tellingTo(parts, viewer, { types: new Set([said.type]), apart: 'too' });
  const all = await inGroup(telling, key, said.day);
  if (all.length === 0) throw notFound();
  return all;
}
