import { z } from 'zod';
import { invite } from '../../../server/accounts/sign-up.ts';
import { errorEntity, tokenEntity } from '../api-schemas.ts';
import { PASSWORD } from '../visitor.ts';
import type { Endpoint } from './endpoint.ts';

let nth = 0;

/** Signing up out of an app; what letters bring about is tried where there is a mail server (`sign-up.test.ts`). */
export const doorsEndpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/api/v1/accounts',
    for: 'app',
    async asks({ stage, appToken }) {
      nth += 1;
      // From one address only so many are taken in an hour.
      await stage.db.collection('throttle').deleteMany({});
      const invite_code = await invite(stage.house, { purpose: 'join' });
      const said = { username: `newcomer${nth}`, password: PASSWORD, agreement: true, locale: 'en', invite_code };
      return { path: '/api/v1/accounts', body: said, token: appToken };
    },
    answers: tokenEntity,
  },
  {
    method: 'post',
    path: '/api/v1/emails/confirmations',
    for: 'person',
    asks: () => ({ path: '/api/v1/emails/confirmations', body: {} }),
    // Alice has nothing to confirm.
    status: 403,
    answers: errorEntity,
  },
  {
    method: 'get',
    path: '/api/v1/emails/check_confirmation',
    for: 'person',
    asks: () => ({ path: '/api/v1/emails/check_confirmation' }),
    answers: z.literal(true),
  },
];

const stream = (name: string, scope: `read:${string}`, query = ''): Endpoint => ({
  method: 'get',
  path: `/api/v1/streaming/${name}`,
  for: scope,
  asks: ({ account }) => ({ path: `/api/v1/streaming/${name}${query.replace('GUILD', account.guild)}` }),
  answers: z.never(),
  streams: 'text/event-stream',
});

/** What is told as it happens: it has no end, so only how it begins is part of this contract. */
export const streamingEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/v1/streaming/health',
    for: 'anybody',
    asks: () => ({ path: '/api/v1/streaming/health' }),
    answers: z.never(),
    streams: 'text/plain',
  },
  stream('user', 'read:statuses'),
  stream('user/notification', 'read:notifications'),
  stream('public', 'read:statuses'),
  stream('public/local', 'read:statuses'),
  stream('public/remote', 'read:statuses'),
  stream('hashtag', 'read:statuses', '?tag=roofs'),
  stream('hashtag/local', 'read:statuses', '?tag=roofs'),
  stream('list', 'read:lists', '?list=GUILD'),
  stream('direct', 'read:statuses'),
];
