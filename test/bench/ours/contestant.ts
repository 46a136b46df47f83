import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';
import type { Contestant, Running } from '../contestant.ts';
import type { Tidy } from '../support/tidy.ts';
import { besideServer, leftToDo, pidsOf } from './open-house.ts';
import { HOST, type Village } from './prepare.ts';

/** Where a Create, a Like and a vote stand. */
const KINDS = ['posts', 'reactions', 'ballots'];
const QUIET_MS = 300_000;

/** Folkmoot itself, as an operator runs it, on a copy of the prepared data each time. */
export function ourselves(village: Village, { prepared, tidy }: { prepared: string; tidy: Tidy }): Contestant {
  const { origin, targets } = village;
  let copies = 0;
  return {
    name: 'folkmoot',
    origin,
    targets,
    durableWith: 'answer',
    looksAt: 'the counts of its collections posts, reactions and ballots, through a second connection to its engine',
    inbox: `${origin}/inbox`,
    actor: `${origin}/actors/alice`,
    outboxPage: `${origin}/actors/alice/outbox?page=true`,
    async start() {
      copies += 1;
      const dataDir = path.join(prepared, '..', `run-${copies}`);
      await cp(prepared, dataDir, { recursive: true });
      const server = await startServer(serverOptions(village, dataDir));
      const running = await driving(server);
      return tidy.running({
        ...running,
        async stop() {
          await running.stop();
          await rm(dataDir, { recursive: true, force: true });
        },
      });
    },
  };
}

/** As it runs outside of tests: the real times for trying again. */
export const serverOptions = ({ port }: Village, dataDir: string) => ({
  host: HOST,
  port,
  dataDir,
  env: { FIRST_RETRY_MS: '60000' },
});

async function driving(server: ServerProcess): Promise<Running> {
  const hand = await besideServer(server.env);
  const { db } = hand;
  const visitors = new Map<string, Visitor>();
  const everyKind = <Count>(count: (name: string) => Promise<Count>) => Promise.all(KINDS.map(count));

  async function visitor(name: string): Promise<Visitor> {
    const known = visitors.get(name);
    if (known !== undefined) return known;
    const fresh = new Visitor(server);
    const { status } = await fresh.signIn(name);
    if (status !== 303) throw new Error(`${name} could not sign in: ${status}`);
    visitors.set(name, fresh);
    return fresh;
  }

  return {
    pids: pidsOf(server.dataDir),
    async standing() {
      const counts = await everyKind((name) => db.collection(name).estimatedDocumentCount());
      return counts.reduce((sum, count) => sum + count, 0);
    },
    async counts() {
      const [creates = 0, likes = 0, votes = 0] = await everyKind((name) => db.collection(name).countDocuments());
      return { creates, likes, votes };
    },
    async quiet() {
      await until('our server is done', async () => (await leftToDo(db)) === 0, QUIET_MS);
    },
    async ready(audience) {
      await visitor(audience);
    },
    async publish(audience) {
      const text = 'A post to everybody who follows me.';
      const { status } = await (await visitor(audience)).submit('/communities/guild/posts', { title: audience, text });
      if (status !== 303) throw new Error(`publishing answered ${status}`);
    },
    async stop() {
      await hand.close();
      await server.stop();
    },
  };
}
