import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { setTimeout as pass } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { send } from '../../support/http-client.ts';
import type { Contestant } from '../contestant.ts';
import { cpuMs } from '../support/usage.ts';

/** One document asked for as fast as it is answered. */
export interface Served {
  readonly what: 'actor' | 'outbox page';
  readonly perSecond: number;
  readonly p99: number;
  /** Processor milliseconds a request. */
  readonly cpuServer: number;
  readonly cpuEngine: number;
}

const AUTOCANNON = createRequire(import.meta.url).resolve('autocannon/autocannon.js');
const ACCEPT = 'application/activity+json';
const CONNECTIONS = 32;
const ITEMS = 20;
const WARM_UP_S = 1;
/** Requests, where no time is given: to see that it runs. */
const A_FEW = 64;

const answered = z.object({
  requests: z.object({ total: z.number() }),
  duration: z.number(),
  latency: z.object({ p99: z.number() }),
  non2xx: z.number(),
  errors: z.number(),
});

/** Asks a freshly started contestant for an actor and for an outbox page of 20 items. */
export async function getTurn(
  contestant: Contestant,
  { seconds, restMs }: { readonly seconds: number; readonly restMs: number },
): Promise<readonly Served[]> {
  const running = await contestant.start();
  try {
    await checkPage(contestant);
    await pass(restMs);
    const served: Served[] = [];
    for (const what of ['actor', 'outbox page'] as const) {
      const url = what === 'actor' ? contestant.actor : contestant.outboxPage;
      if (seconds > WARM_UP_S) await cannon(url, WARM_UP_S);
      const { server, engine } = running.pids;
      const cpu = () => ({ server: cpuMs(server), engine: engine === undefined ? 0 : cpuMs(engine) });
      const before = cpu();
      const { requests, duration, latency } = await cannon(url, seconds);
      const after = cpu();
      served.push({
        what,
        perSecond: requests.total / duration,
        p99: latency.p99,
        cpuServer: (after.server - before.server) / requests.total,
        cpuEngine: (after.engine - before.engine) / requests.total,
      });
    }
    return served;
  } finally {
    await running.stop();
  }
}

/** The server is reached on loopback, whatever the name in its address. */
async function cannon(url: string, seconds: number) {
  const { port, host, pathname, search } = new URL(url);
  const target = `http://127.0.0.1:${port}${pathname}${search}`;
  const headers = [`host=${host}`, `accept=${ACCEPT}`].flatMap((header) => ['-H', header]);
  // Without a time it ends at its next look at the clock: by itself after a second.
  const howMuch = seconds === 0 ? ['-a', String(A_FEW), '-L', '50'] : ['-d', String(seconds)];
  const options = ['--json', '--no-progress', '-c', String(CONNECTIONS), ...howMuch, ...headers];
  const { stdout } = await promisify(execFile)(process.execPath, [AUTOCANNON, ...options, target], {
    maxBuffer: 16 * 1024 * 1024,
  });
  const result = answered.parse(JSON.parse(stdout));
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} requests failed`);
  }
  return result;
}

async function checkPage({ name, actor, outboxPage }: Contestant): Promise<void> {
  for (const url of [actor, outboxPage]) {
    const { port, host, pathname, search } = new URL(url);
    const answer = await send(Number(port), { path: pathname + search, headers: { Host: host, Accept: ACCEPT } });
    if (answer.status !== 200) throw new Error(`${name} answers ${answer.status} for ${url}: ${answer.text}`);
    if (url !== outboxPage) continue;
    const { orderedItems = [] } = JSON.parse(answer.text) as { orderedItems?: readonly unknown[] };
    if (orderedItems.length !== ITEMS) throw new Error(`${name} has ${orderedItems.length} items on its outbox page`);
  }
}
