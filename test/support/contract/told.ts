import { z } from 'zod';
import { accountEntity, nothing } from '../api-schemas.ts';
import {
  conversationEntity,
  groupedNotificationsResults,
  markerEntity,
  notificationPolicyEntity,
  notificationRequestEntity,
  olderNotificationPolicyEntity,
  scheduledStatusEntity,
} from '../api-schemas-tiers.ts';
import type { Endpoint, World } from './endpoint.ts';
import { made } from './filters.ts';

const at = (path: string) => () => ({ path });
let nth = 0;

/** Somebody whom alice does not follow writes to her, and is kept apart: the number of that request. */
async function requested({ stage, alice }: World): Promise<string> {
  await alice.patch('/api/v2/notifications/policy', { for_not_following: 'filter' });
  nth += 1;
  const author = await stage.settle(`stranger${nth}`, { join: false });
  const written = await stage.actions.publishOwn({
    author,
    to: [stage.person('alice')],
    audience: 'direct',
    text: 'psst',
  });
  if (!written.ok) throw new Error(written.refusal.text);
  await stage.quiet();
  return (await alice.get('/api/v1/notifications/requests')).json[0].id;
}
async function group({ stage, bob, alice, post }: World): Promise<string> {
  await bob.post('/api/v1/statuses', { status: '@alice yes', in_reply_to_id: post.id });
  await stage.quiet();
  return (await alice.get('/api/v2/notifications?limit=1')).json.notification_groups[0].group_key;
}
async function conversation({ stage, bob, alice }: World): Promise<string> {
  await bob.post('/api/v1/statuses', { status: '@alice a word', visibility: 'direct' });
  await stage.quiet();
  return (await alice.get('/api/v1/conversations')).json[0].id;
}
const hence = ({ stage }: World, hours: number) =>
  new Date(stage.house.clock.now().getTime() + hours * 3_600_000).toISOString();
/** In the place of those before, because there is a limit to how many wait. */
async function scheduled(world: World, keep = 0): Promise<string> {
  const waiting = (await world.alice.get('/api/v1/scheduled_statuses')).json;
  for (const { id } of waiting.slice(keep)) await world.alice.delete(`/api/v1/scheduled_statuses/${id}`);
  const said = { status: '@guild later', scheduled_at: hence(world, 2) };
  return (await made(world, '/api/v1/statuses', said)).id;
}
const policies: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v2/notifications/policy',
    for: 'read:notifications',
    asks: at('/api/v2/notifications/policy'),
    answers: notificationPolicyEntity,
  },
  ...(['patch', 'put'] as const).map(
    (method): Endpoint => ({
      method,
      path: '/api/v2/notifications/policy',
      for: 'write:notifications',
      asks: () => ({
        path: '/api/v2/notifications/policy',
        body: { for_not_followers: 'accept', for_new_accounts: 'accept' },
      }),
      answers: notificationPolicyEntity,
    }),
  ),
  {
    method: 'get',
    path: '/api/v1/notifications/policy',
    for: 'read:notifications',
    asks: at('/api/v1/notifications/policy'),
    answers: olderNotificationPolicyEntity,
  },
  {
    method: 'put',
    path: '/api/v1/notifications/policy',
    for: 'write:notifications',
    asks: () => ({ path: '/api/v1/notifications/policy', body: { filter_new_accounts: false } }),
    answers: olderNotificationPolicyEntity,
  },
  {
    method: 'get',
    path: '/api/v1/notifications/requests',
    for: 'read:notifications',
    async asks(world) {
      for (let times = 0; times < 2; times += 1) await requested(world);
      return { path: '/api/v1/notifications/requests' };
    },
    answers: z.array(notificationRequestEntity).min(1),
    pages: [40, 80],
  },
  {
    method: 'get',
    path: '/api/v1/notifications/requests/merged',
    for: 'read:notifications',
    asks: at('/api/v1/notifications/requests/merged'),
    answers: z.strictObject({ merged: z.boolean() }),
  },
  {
    method: 'get',
    path: '/api/v1/notifications/requests/:id',
    for: 'read:notifications',
    asks: async (world) => ({ path: `/api/v1/notifications/requests/${await requested(world)}` }),
    answers: notificationRequestEntity,
  },
  ...['accept', 'dismiss'].flatMap((word): Endpoint[] => [
    {
      method: 'post',
      path: `/api/v1/notifications/requests/${word}`,
      for: 'write:notifications',
      asks: async (world) => ({
        path: `/api/v1/notifications/requests/${word}`,
        body: { id: [await requested(world)] },
      }),
      answers: nothing,
    },
    {
      method: 'post',
      path: `/api/v1/notifications/requests/:id/${word}`,
      for: 'write:notifications',
      asks: async (world) => ({ path: `/api/v1/notifications/requests/${await requested(world)}/${word}`, body: {} }),
      answers: nothing,
    },
  ]),
];

const groups: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v2/notifications',
    for: 'read:notifications',
    async asks(world) {
      await group(world);
      return { path: '/api/v2/notifications' };
    },
    answers: groupedNotificationsResults,
  },
  {
    method: 'get',
    path: '/api/v2/notifications/unread_count',
    for: 'read:notifications',
    asks: at('/api/v2/notifications/unread_count'),
    answers: z.strictObject({ count: z.int().min(0) }),
  },
  {
    method: 'get',
    path: '/api/v2/notifications/:key',
    for: 'read:notifications',
    asks: async (world) => ({ path: `/api/v2/notifications/${await group(world)}` }),
    answers: groupedNotificationsResults,
  },
  {
    method: 'get',
    path: '/api/v2/notifications/:key/accounts',
    for: 'read:notifications',
    asks: async (world) => ({ path: `/api/v2/notifications/${await group(world)}/accounts` }),
    answers: z.array(accountEntity).min(1),
  },
  {
    method: 'post',
    path: '/api/v2/notifications/:key/dismiss',
    for: 'write:notifications',
    asks: async (world) => ({ path: `/api/v2/notifications/${await group(world)}/dismiss`, body: {} }),
    answers: nothing,
  },
];

const later: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/scheduled_statuses',
    for: 'read:statuses',
    async asks(world) {
      await scheduled(world);
      await scheduled(world, 1);
      return { path: '/api/v1/scheduled_statuses' };
    },
    answers: z.array(scheduledStatusEntity).min(1),
    pages: [20, 40],
  },
  ...(['get', 'put', 'delete'] as const).map(
    (method): Endpoint => ({
      method,
      path: '/api/v1/scheduled_statuses/:id',
      for: method === 'get' ? 'read:statuses' : 'write:statuses',
      asks: async (world) => ({
        path: `/api/v1/scheduled_statuses/${await scheduled(world)}`,
        ...(method === 'put' ? { body: { scheduled_at: hence(world, 3) } } : {}),
      }),
      answers: method === 'delete' ? nothing : scheduledStatusEntity,
    }),
  ),
  {
    method: 'get',
    path: '/api/v1/conversations',
    for: 'read:statuses',
    async asks(world) {
      for (let times = 0; times < 2; times += 1) await conversation(world);
      return { path: '/api/v1/conversations' };
    },
    answers: z.array(conversationEntity).min(1),
    pages: [20, 40],
  },
  {
    method: 'post',
    path: '/api/v1/conversations/:id/read',
    for: 'write:conversations',
    asks: async (world) => ({ path: `/api/v1/conversations/${await conversation(world)}/read`, body: {} }),
    answers: conversationEntity,
  },
  {
    method: 'delete',
    path: '/api/v1/conversations/:id',
    for: 'write:conversations',
    asks: async (world) => ({ path: `/api/v1/conversations/${await conversation(world)}` }),
    answers: nothing,
  },
  {
    method: 'get',
    path: '/api/v1/markers',
    for: 'read:statuses',
    asks: at('/api/v1/markers?timeline[]=home'),
    answers: z.record(z.string(), markerEntity),
  },
  {
    method: 'post',
    path: '/api/v1/markers',
    for: 'write:statuses',
    asks: ({ post }) => ({ path: '/api/v1/markers', body: { home: { last_read_id: post.id } } }),
    answers: z.strictObject({ home: markerEntity }),
  },
];

/** What somebody is told and how, what she writes for later and to some alone. */
export const toldEndpoints: readonly Endpoint[] = [...policies, ...groups, ...later];
