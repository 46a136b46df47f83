import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ENGINE_CACHE } from '../../support/engine.ts';
import { send } from '../../support/http-client.ts';
import type { Village } from '../ours/prepare.ts';
import { now } from '../support/usage.ts';

/** Milliseconds from the start of the process to its first 200 answer. */
export interface Started {
  readonly node: readonly number[];
  readonly npm: readonly number[];
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 5;

/** Starts our server on existing data several times, as `node server/main.js` and as `npm start`. */
export async function measureStart(village: Village, prepared: string, times: number): Promise<Started> {
  const dataDir = path.join(prepared, '..', 'run-start');
  await cp(prepared, dataDir, { recursive: true });
  const node: number[] = [];
  const npm: number[] = [];
  // Once unmeasured: what a first start does is not what every start does.
  await startOnce(village, dataDir, [process.execPath, 'server/main.js']);
  for (let time = 0; time < times; time += 1) {
    node.push(await startOnce(village, dataDir, [process.execPath, 'server/main.js']));
    npm.push(await startOnce(village, dataDir, ['npm', 'start']));
  }
  await rm(dataDir, { recursive: true, force: true });
  return { node, npm };
}

async function startOnce({ origin, port }: Village, dataDir: string, [program = '', ...args]: readonly string[]) {
  const began = now();
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: 'ignore',
    // A group of its own, so that npm and the server below it can be told to stop together.
    detached: true,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PUBLIC_URL: origin,
      PORT: String(port),
      DATA_DIR: dataDir,
      ENGINE_CACHE_DIR: ENGINE_CACHE,
      ALLOW_LOOPBACK: 'true',
      LOG_LEVEL: 'warn',
    },
  });
  const ended = once(child, 'exit');
  try {
    while (!(await answers(origin, port))) {
      if (child.exitCode !== null) throw new Error(`${program} ended with code ${child.exitCode}`);
      if (now() - began > PATIENCE_MS) throw new Error(`${program} did not come up`);
      await pass(LOOK_EVERY_MS);
    }
    return now() - began;
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
    await untilFree(dataDir);
  }
}

async function answers(origin: string, port: number): Promise<boolean> {
  const headers = { Host: new URL(origin).host, Accept: 'application/activity+json' };
  const answer = await send(port, { path: '/actors/alice', headers }).catch(() => null);
  return answer?.status === 200;
}

/** npm may be gone a moment before the server under it. */
async function untilFree(dataDir: string): Promise<void> {
  const deadline = now() + PATIENCE_MS;
  while (existsSync(path.join(dataDir, 'folkmoot.lock'))) {
    if (now() > deadline) throw new Error('the server did not stop');
    await pass(LOOK_EVERY_MS);
  }
}
