import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import type { House } from '../../../server/actions/house.ts';
import { type Actions, createActions } from '../../../server/actions/index.ts';
import { openHouse } from '../../../server/compose.ts';
import { readConfig } from '../../../server/config.ts';
import { EMBEDDED_CLIENT } from '../../../server/database/connect.ts';
import { connectToRunningEngine, startEngine } from '../../../server/database/embedded/engine.ts';
import { silentLog } from '../../../server/log.ts';
import { ENGINE_CACHE } from '../../support/engine.ts';

/** A hand in the server's database, beside the server or while it is down. */
export interface Hand {
  readonly db: Db;
  readonly house: House;
  readonly actions: Actions;
  close(): Promise<void>;
}

/** Through the socket of the engine that a running server keeps. */
export async function besideServer(env: NodeJS.ProcessEnv): Promise<Hand> {
  const uri = await connectToRunningEngine(env.DATA_DIR ?? '');
  if (uri === null) throw new Error('the engine of the server cannot be reached');
  return hand(uri, env, async () => {});
}

/** With an engine of our own on the data of a server that is down. */
export async function withoutServer(env: NodeJS.ProcessEnv): Promise<Hand> {
  const dataDir = env.DATA_DIR ?? '';
  const engine = await startEngine({ dataDir, log: silentLog, engineCacheDir: ENGINE_CACHE });
  return hand(engine.uri, env, () => engine.stop());
}

async function hand(uri: string, env: NodeJS.ProcessEnv, stop: () => Promise<void>): Promise<Hand> {
  const read = readConfig(env);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const client = await new MongoClient(uri, EMBEDDED_CLIENT).connect();
  const db = client.db('folkmoot');
  const house = openHouse(read.config, { db }, silentLog);
  return {
    db,
    house,
    actions: createActions(house),
    async close() {
      await client.close(true);
      await stop();
    },
  };
}

/** Who works on a data directory: the server and its engine, from the server's lock file. */
export function pidsOf(dataDir: string): { readonly server: number; readonly engine: number } {
  const lock = JSON.parse(readFileSync(path.join(dataDir, 'folkmoot.lock'), 'utf8')) as {
    owner: { pid: number };
    engine: { pid: number };
  };
  return { server: lock.owner.pid, engine: lock.engine.pid };
}

const PENDING = ['actors', 'follows', 'posts', 'entries', 'ballots', 'notices', 'sentVotes', 'gestures'];

/** How much the server has still to do: carry out, pass on, deliver. */
export async function leftToDo(db: Db): Promise<number> {
  const waiting = (name: string, field: string) => db.collection(name).countDocuments({ [field]: { $exists: true } });
  const counts = await Promise.all([
    waiting('received', 'dueAt'),
    waiting('deliveries', 'nextAt'),
    ...PENDING.map((name) => waiting(name, 'pendingAt')),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}
