import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../support/server-process.ts';
import { until } from '../../support/wait.ts';
import type { Contestant } from '../contestant.ts';
import type { Counts, Targets } from '../support/deck.ts';
import type { Program } from '../support/program.ts';
import type { Tidy } from '../support/tidy.ts';
import type { PeerData, PeerPlan } from './peer.ts';

const PROGRAM = fileURLToPath(new URL('./peer.ts', import.meta.url));
const HOST = 'fedify.localhost';
const QUIET_MS = 300_000;

/** A server on Fedify with a durable SQLite store. It answers 202 before it has processed an activity. */
export async function theFedifyPeer(parts: {
  readonly tidy: Tidy;
  readonly targets: (origin: string) => Targets;
  readonly data: PeerData;
}): Promise<Contestant> {
  const { tidy } = parts;
  const port = await freePort();
  const origin = `http://${HOST}:${port}`;
  const dir = path.join(tidy.dir, 'fedify');
  const prepared = path.join(dir, 'prepared');
  await mkdir(prepared, { recursive: true });
  const open = async (dataDir: string): Promise<Program> => {
    const program = tidy.program(PROGRAM);
    await program.ask('open', { file: path.join(dataDir, 'peer.sqlite'), port, origin } satisfies PeerPlan);
    return program;
  };
  const filling = await open(prepared);
  await filling.ask('fill', parts.data);
  await filling.stop();
  let copies = 0;
  return {
    name: 'fedify',
    origin,
    targets: parts.targets(origin),
    durableWith: 'processing',
    looksAt: 'the rows of its tables notes, likes and votes, as it reads them itself',
    inbox: `${origin}/inbox`,
    actor: `${origin}/users/bench`,
    outboxPage: `${origin}/users/bench/outbox?cursor=0`,
    async start() {
      copies += 1;
      const dataDir = path.join(dir, `run-${copies}`);
      await cp(prepared, dataDir, { recursive: true });
      const program = await open(dataDir);
      return {
        pids: { server: program.pid },
        standing: () => program.ask<number>('standing'),
        counts: () => program.ask<Counts>('counts'),
        quiet: async () => {
          await until('the Fedify peer is done', async () => (await program.ask('left')) === 0, QUIET_MS);
          const faults = await program.ask<string[]>('faults');
          if (faults.length > 0) throw new Error(`the Fedify peer failed ${faults.length} times, first: ${faults[0]}`);
        },
        ready: async () => {},
        publish: (audience) => program.ask('publish', audience),
        async stop() {
          await program.stop();
          await rm(dataDir, { recursive: true, force: true });
        },
      };
    },
  };
}
