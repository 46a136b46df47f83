import type { GuardedFetch } from '../../federation/fetch/guarded-fetch.ts';
import type { House } from '../actions/house.ts';
import { createPushWorker } from '../api/push/worker.ts';
import type { Config } from '../config.ts';
import type { Secrets } from '../secrets.ts';

interface Parts {
  readonly house: House;
  readonly fetch: Pick<GuardedFetch, 'post'>;
  readonly secrets: Pick<Secrets, 'push'>;
  readonly wall: () => Date;
}

/** Sends apps what people are told, by the one guarded way out. */
export const composePush = ({ firstRetryMs }: Config, { house, fetch, secrets, wall }: Parts) =>
  createPushWorker({
    house,
    post: ({ url, ...request }) => fetch.post(url, request),
    vapid: { ...secrets.push, subject: `https://${house.addresses.host}/` },
    wall,
    ...(firstRetryMs === undefined ? {} : { limits: { pauseMs: firstRetryMs, firstRetryMs } }),
  });
