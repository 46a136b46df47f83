import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateKeys } from '../../../federation/signatures/keys.ts';
import { freePort } from '../../support/server-process.ts';
import type { Contestant } from '../contestant.ts';
import type { CrowdMember } from '../support/crowd.ts';
import type { Counts, Targets } from '../support/deck.ts';
import type { Tidy } from '../support/tidy.ts';
import type { ReferencePlan } from './server.ts';

const PROGRAM = fileURLToPath(new URL('./server.ts', import.meta.url));
const HOST = 'reference.localhost';

/** The reference on an engine of its own; it knows the crowd's keys from the start. */
export async function theReference(parts: {
  readonly tidy: Tidy;
  readonly crowd: readonly CrowdMember[];
  readonly targets: (origin: string) => Targets;
  readonly audiences: Readonly<Record<string, readonly string[]>>;
}): Promise<Contestant> {
  const { tidy, crowd, audiences } = parts;
  const port = await freePort();
  const origin = `http://${HOST}:${port}`;
  const actor = `${origin}/users/reference`;
  const { privateKeyPem } = await generateKeys();
  const prepared = path.join(tidy.dir, 'reference', 'prepared');
  await mkdir(prepared, { recursive: true });
  let copies = 0;
  return {
    name: 'reference',
    origin,
    targets: parts.targets(origin),
    durableWith: 'answer',
    looksAt: 'the count of its one collection',
    inbox: `${origin}/inbox`,
    actor,
    outboxPage: `${actor}/outbox`,
    async start() {
      copies += 1;
      const dataDir = path.join(tidy.dir, 'reference', `run-${copies}`);
      await cp(prepared, dataDir, { recursive: true });
      const program = tidy.program(PROGRAM);
      const keys = crowd.map(({ keyId, publicKeyPem }) => ({ keyId, publicKeyPem }));
      const plan: ReferencePlan = { dataDir, port, host: `${HOST}:${port}`, keys, actor, privateKeyPem, audiences };
      const { engine } = await program.ask<{ engine?: number }>('open', plan);
      return {
        pids: { server: program.pid, ...(engine === undefined ? {} : { engine }) },
        standing: () => program.ask<number>('all'),
        counts: () => program.ask<Counts>('counts'),
        quiet: async () => {},
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
