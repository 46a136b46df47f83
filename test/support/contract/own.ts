import { z } from 'zod';
import type { Json } from '../api-client.ts';
import { accountEntity, nothing, notificationEntity, reportEntity, searchEntity } from '../api-schemas.ts';
import { listEntity, tagEntity } from '../api-schemas-own.ts';
import type { Endpoint, World } from './endpoint.ts';
import { made } from './filters.ts';

const at = (path: string) => () => ({ path });
/** In the place of the one before, because there is a limit to how many there are. */
async function list(world: World): Promise<Json> {
  for (const { id, title } of (await world.alice.get('/api/v1/lists')).json) {
    if (title !== 'Guild' && title !== 'Kept') await world.alice.delete(`/api/v1/lists/${id}`);
  }
  return made(world, '/api/v1/lists', { title: 'Roofers' });
}

const lists: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/lists',
    for: 'read:lists',
    asks: at('/api/v1/lists'),
    answers: z.array(listEntity).min(2),
  },
  {
    method: 'post',
    path: '/api/v1/lists',
    for: 'write:lists',
    asks: () => ({ path: '/api/v1/lists', body: { title: 'Masons', replies_policy: 'followed', exclusive: false } }),
    answers: listEntity,
  },
  {
    method: 'get',
    path: '/api/v1/lists/:id',
    for: 'read:lists',
    asks: ({ account }) => ({ path: `/api/v1/lists/${account.guild}` }),
    answers: listEntity,
  },
  {
    method: 'put',
    path: '/api/v1/lists/:id',
    for: 'write:lists',
    asks: async (world) => ({
      path: `/api/v1/lists/${(await list(world)).id}`,
      body: { title: 'Slaters', exclusive: true },
    }),
    answers: listEntity.refine(({ title, exclusive }) => title === 'Slaters' && exclusive),
  },
  {
    method: 'delete',
    path: '/api/v1/lists/:id',
    for: 'write:lists',
    asks: async (world) => ({ path: `/api/v1/lists/${(await list(world)).id}` }),
    answers: nothing,
  },
  {
    method: 'get',
    path: '/api/v1/lists/:id/accounts',
    for: 'read:lists',
    async asks(world) {
      const { id } = await list(world);
      const { bob, guild } = world.account;
      await world.alice.post(`/api/v1/lists/${id}/accounts`, { account_ids: [bob, guild] });
      return { path: `/api/v1/lists/${id}/accounts` };
    },
    answers: z.array(accountEntity).min(1),
    pages: [40, 80],
  },
  {
    method: 'post',
    path: '/api/v1/lists/:id/accounts',
    for: 'write:lists',
    asks: async (world) => ({
      path: `/api/v1/lists/${(await list(world)).id}/accounts`,
      body: { account_ids: [world.account.bob, world.account.guild] },
    }),
    answers: nothing,
  },
  {
    method: 'delete',
    path: '/api/v1/lists/:id/accounts',
    for: 'write:lists',
    asks: async (world) => ({
      path: `/api/v1/lists/${(await list(world)).id}/accounts?account_ids[]=${world.account.bob}`,
    }),
    answers: nothing,
  },
];

const told = async ({ stage, bob, alice, post }: World): Promise<string> => {
  await bob.post('/api/v1/statuses', { status: '@alice yes', in_reply_to_id: post.id });
  await stage.quiet();
  return (await alice.get('/api/v1/notifications?limit=1')).json[0].id;
};

/** What somebody keeps for herself, what she is told, what she looks for and what she reports. */
export const ownEndpoints: readonly Endpoint[] = [
  ...lists,
  {
    method: 'get',
    path: '/api/v1/tags/:name',
    for: 'anybody?read:follows',
    asks: at('/api/v1/tags/roofs'),
    answers: tagEntity,
  },
  ...['follow', 'unfollow'].map(
    (what): Endpoint => ({
      method: 'post',
      path: `/api/v1/tags/:name/${what}`,
      for: 'write:follows',
      asks: () => ({ path: `/api/v1/tags/gutters/${what}`, body: {} }),
      answers: tagEntity.required({ following: true }),
    }),
  ),
  {
    method: 'get',
    path: '/api/v1/followed_tags',
    for: 'read:follows',
    async asks({ alice }) {
      for (const tag of ['roofs', 'ladders']) await alice.post(`/api/v1/tags/${tag}/follow`);
      return { path: '/api/v1/followed_tags' };
    },
    answers: z.array(tagEntity.required({ following: true })).min(1),
    pages: [100, 200],
  },
  {
    method: 'get',
    path: '/api/v1/notifications',
    for: 'read:notifications',
    async asks(world) {
      await told(world);
      return { path: '/api/v1/notifications' };
    },
    answers: z.array(notificationEntity).min(1),
    pages: [40, 80],
  },
  {
    method: 'get',
    path: '/api/v1/notifications/unread_count',
    for: 'read:notifications',
    asks: at('/api/v1/notifications/unread_count'),
    answers: z.strictObject({ count: z.int().min(0) }),
  },
  {
    method: 'get',
    path: '/api/v1/notifications/:id',
    for: 'read:notifications',
    asks: async (world) => ({ path: `/api/v1/notifications/${await told(world)}` }),
    answers: notificationEntity.required({ status: true }),
  },
  {
    method: 'post',
    path: '/api/v1/notifications/:id/dismiss',
    for: 'write:notifications',
    asks: async (world) => ({ path: `/api/v1/notifications/${await told(world)}/dismiss`, body: {} }),
    answers: nothing,
  },
  {
    method: 'post',
    path: '/api/v1/notifications/clear',
    for: 'write:notifications',
    asks: () => ({ path: '/api/v1/notifications/clear', body: {} }),
    answers: nothing,
  },
  {
    method: 'post',
    path: '/api/v1/reports',
    for: 'write:reports',
    asks: ({ account, answer }) => ({
      path: '/api/v1/reports',
      body: { account_id: account.bob, status_ids: [answer.id], comment: 'It is an advertisement.', category: 'legal' },
    }),
    answers: reportEntity.refine(({ category, status_ids }) => category === 'legal' && status_ids?.length === 1),
  },
  ...['/api/v2/search', '/api/v1/search'].map(
    (path): Endpoint => ({
      method: 'get',
      path,
      for: 'anybody?read:search',
      asks: at(`${path}?q=bob`),
      answers: searchEntity.refine(({ accounts }) => accounts.some(({ acct }) => acct === 'bob')),
    }),
  ),
  {
    method: 'get',
    path: '/api/v1/follow_requests',
    for: 'read:follows',
    asks: at('/api/v1/follow_requests'),
    answers: z.array(accountEntity),
  },
  {
    method: 'get',
    path: '/api/v1/endorsements',
    for: 'read:accounts',
    asks: at('/api/v1/endorsements'),
    answers: z.array(accountEntity),
  },
];
