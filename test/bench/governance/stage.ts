import { type Db, MongoClient } from 'mongodb';
import type { House } from '../../../server/actions/house.ts';
import { openHouse } from '../../../server/compose.ts';
import { readConfig } from '../../../server/config.ts';
import { EMBEDDED_CLIENT } from '../../../server/database/connect.ts';
import { ensureIndexes } from '../../../server/database/indexes.ts';
import { silentLog } from '../../../server/log.ts';
import { sharedEngine } from '../../support/engine.ts';

/** The house on a database of its own: stores and decisions as on a server, without its workers. */
export interface BenchHouse {
  readonly db: Db;
  readonly house: House;
  close(): Promise<void>;
}

/** On an engine of its own, or on the one that a whole test run shares. */
export async function openBenchHouse(dir: string): Promise<BenchHouse> {
  const engine = await sharedEngine();
  const client = await new MongoClient(engine.uri, EMBEDDED_CLIENT).connect();
  const db = client.db(`bench_governance_${process.pid}`);
  await db.dropDatabase();
  await ensureIndexes(db);
  const config = readConfig({ PUBLIC_URL: 'http://bench.localhost:8080', DATA_DIR: dir, LISTEN: '127.0.0.1' });
  if (!config.ok) throw new Error(JSON.stringify(config.faults));
  return {
    db,
    house: openHouse(config.config, { db }, silentLog),
    async close() {
      await db.dropDatabase();
      await client.close(true);
      await engine.stop();
    },
  };
}

/** Documents in parcels, so that none is too large for a message; the next is made while one is written. */
export async function insertAll(db: Db, collection: string, documents: Iterable<object>): Promise<void> {
  const most = 2000;
  let parcel: object[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  async function send(): Promise<void> {
    await writing;
    writing = db.collection(collection).insertMany(parcel, { ordered: false, writeConcern: { w: 1, journal: false } });
    // Answered below; a failure waits there to be noticed.
    writing.catch(() => {});
    parcel = [];
    // Lets what was handed over go out before the next is made.
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const document of documents) {
    parcel.push(document);
    if (parcel.length === most) await send();
  }
  if (parcel.length > 0) await send();
  await writing;
}

/** What something took: by the wall, and of this process's processors. */
export interface Took {
  readonly ms: number;
  readonly cpuMs: number;
}

/** Does something and says how long it took. */
export async function timed<Value>(deed: () => Value | Promise<Value>): Promise<Took & { readonly value: Value }> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const value = await deed();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { value, ms, cpuMs: (user + system) / 1000 };
}
