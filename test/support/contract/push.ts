import { z } from 'zod';
import { sent } from '../pictures.ts';
import { PushReader } from '../push-service.ts';
import type { Asked, Endpoint, World } from './endpoint.ts';

const alert = z.boolean();
/** Mastodon's `WebPushSubscription`. */
const subscriptionEntity = z.strictObject({
  id: z.int(),
  endpoint: z.url(),
  standard: z.boolean(),
  alerts: z.strictObject({
    mention: alert,
    status: alert,
    reblog: alert,
    follow: alert,
    follow_request: alert,
    favourite: alert,
    poll: alert,
    update: alert,
    quote: alert,
    quoted_update: alert,
    'admin.sign_up': alert,
    'admin.report': alert,
  }),
  policy: z.enum(['all', 'followed', 'follower', 'none']),
  server_key: z.string().regex(/^[\w-]{87}$/),
});

const PATH = '/api/v1/push/subscription';
const { keys } = new PushReader();
/** An address that nothing is sent to: nothing is asked for. */
const subscribing: Asked = {
  path: PATH,
  body: {
    subscription: { endpoint: 'https://push.invalid/alice', keys, standard: true },
    data: { alerts: { mention: false, poll: false }, policy: 'none' },
  },
};
async function subscribed({ alice }: World): Promise<void> {
  const answer = await alice.post(PATH, subscribing.body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
}

/** Web push, and taking back what was sent for a post. */
export const pushEndpoints: readonly Endpoint[] = [
  { method: 'post', path: PATH, for: 'push', asks: () => subscribing, answers: subscriptionEntity },
  {
    method: 'get',
    path: PATH,
    for: 'push',
    asks: async (world) => {
      await subscribed(world);
      return { path: PATH };
    },
    answers: subscriptionEntity,
  },
  {
    method: 'put',
    path: PATH,
    for: 'push',
    asks: async (world) => {
      await subscribed(world);
      return { path: PATH, body: { data: { alerts: { poll: false }, policy: 'none' } } };
    },
    answers: subscriptionEntity,
  },
  {
    method: 'delete',
    path: PATH,
    for: 'push',
    asks: async (world) => {
      await subscribed(world);
      return { path: PATH };
    },
    answers: z.strictObject({}),
  },
  {
    method: 'delete',
    path: '/api/v1/media/:id',
    for: 'write:media',
    asks: async ({ alice }) => ({ path: `/api/v1/media/${(await sent(alice)).id}` }),
    answers: z.strictObject({}),
  },
];
