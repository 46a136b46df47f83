import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Db } from 'mongodb';
import { MongoClient } from 'mongodb';
import { EMBEDDED_CLIENT } from '../../server/database/connect.ts';
import { startEngine } from '../../server/database/embedded/engine.ts';
import { createSealer } from '../../server/database/sealing.ts';
import { silentLog } from '../../server/log.ts';

/** Kept between runs, so that the newer glibc is downloaded once per checkout (`engineCacheDir`). */
export const ENGINE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/folkmoot/engine', import.meta.url));

/** The program as servers under test keep it compiled (`server/footprint.ts`), so that not each compiles all of it. */
export const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/folkmoot/compiled', import.meta.url));

/** An engine that one whole test run shares. */
export interface SharedEngine {
  readonly uri: string;
  stop(): Promise<void>;
}

/** Starts the engine on a directory that is removed afterwards, or takes the server that TEST_MONGODB_URI names. */
export async function sharedEngine(): Promise<SharedEngine> {
  const given = process.env.TEST_MONGODB_URI;
  if (given !== undefined && given !== '') return { uri: given, stop: async () => {} };
  const dataDir = await mkdtemp(join(tmpdir(), 'folkmoot-test-'));
  const engine = await startEngine({
    dataDir,
    // An engine that ends in the middle of a run explains failures that nothing else would.
    log: { ...silentLog, error: (facts, text) => console.error(text, facts) },
    onProgress: console.error,
    engineCacheDir: ENGINE_CACHE,
  });
  return {
    uri: engine.uri,
    async stop() {
      await engine.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

let servers = 0;

/**
 * A database on the shared engine for a server under test, as the MONGODB_URL that names it: most tests are not about
 * the engine, and starting one for each server would cost more than what is tested. Undefined outside of a test run.
 */
export function sharedMongodbUrl(): string | undefined {
  const uri = process.env.TEST_MONGODB_URI;
  if (uri === undefined) return undefined;
  const { 1: server = '', 2: query = '' } = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(?:\?(.*))?$/.exec(uri) ?? [];
  servers += 1;
  // The embedded engine has no sessions, so that the driver cannot try again by itself.
  return `${server}/server_${process.pid}_${servers}?${query === '' ? '' : `${query}&`}retryWrites=false`;
}

/** Removes what `sharedMongodbUrl` named, once its server has stopped. */
export async function dropDatabase(url: string | undefined): Promise<void> {
  if (url === undefined) return;
  const client = await new MongoClient(url).connect();
  await client.db().dropDatabase();
  await client.close();
}

/** One test file's own, empty database on the shared engine. */
export interface TestDatabase {
  readonly db: Db;
  readonly client: MongoClient;
  /** Drops the database and disconnects. */
  close(): Promise<void>;
}

/** Opens a database that no other test file uses: `name` says whose it is. */
export async function openTestDatabase(name: string): Promise<TestDatabase> {
  const uri = process.env.TEST_MONGODB_URI;
  if (uri === undefined) throw new Error('TEST_MONGODB_URI is not set: run this test with jest and its global setup');
  const client = await new MongoClient(uri, EMBEDDED_CLIENT).connect();
  const db = client.db(`test_${name}`);
  await db.dropDatabase();
  return {
    db,
    client,
    async close() {
      await db.dropDatabase();
      await client.close();
    },
  };
}

/** For stores that are opened without a server around them; whatever opens one database must have the same. */
export const SEALER = createSealer(Buffer.alloc(32, 7));
