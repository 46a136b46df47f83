import { mayBeSentTo } from '../../federation/fetch/fetch-url.ts';
import type { GuardedFetch } from '../../federation/fetch/guarded-fetch.ts';
import type { House } from '../actions/house.ts';
import type { ApiParts } from '../api/parts.ts';
import { tellPushQueue } from '../api/push/tell-queue.ts';
import { createPushWorker } from '../api/push/worker.ts';
import type { Config } from '../config.ts';
import type { Loop } from '../loop.ts';
import type { Secrets } from '../secrets.ts';

interface Parts {
  readonly house: House;
  readonly fetch: Pick<GuardedFetch, 'post'>;
  readonly secrets: Pick<Secrets, 'push'>;
  readonly wall: () => Date;
}

/** Sends apps what people are told, by the one guarded way out; and what the API says of that. */
export function composePush(
  config: Config,
  { house, fetch, secrets, wall }: Parts,
): { readonly worker: Loop; readonly queue: { close(): Promise<void> }; readonly said: ApiParts['push'] } {
  const { firstRetryMs } = config;
  const worker = createPushWorker({
    house,
    post: ({ url, ...request }) => fetch.post(url, request),
    vapid: { ...secrets.push, subject: `https://${house.addresses.host}/` },
    wall,
    ...(firstRetryMs === undefined ? {} : { limits: { pauseMs: firstRetryMs, quietMs: firstRetryMs, firstRetryMs } }),
  });
  const { publicKey } = secrets.push;
  const queue = tellPushQueue(house, () => worker.wake());
  return { worker, queue, said: { publicKey, mayBeSentTo: (endpoint) => mayBeSentTo(endpoint, config) } };
}
