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

/** The program as servers under test keep it compiled (`server/main.js`), so that not each compiles all of it. */
export const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/folkmoot/compiled', import.meta.url));

/**
 * Other programs that tests start, as they are compiled, in the variable by which Node finds them: to take the types
 * off all of the program and compile it is most of what an operator's command takes.
 */
export const KEPT_COMPILED = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/folkmoot/programs', import.meta.url)),
};

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

/**
 * What the databases of this process of the run begin with. A test file finds those that the one before it left, and
 * empties them: databases that are made and dropped by the hundred leave their files open for minutes, and an engine
 * that may open no more of them ends itself.
 */
const OURS = `w${process.env.JEST_WORKER_ID ?? process.pid}`;
let servers = 0;

/** A collection of more documents than this is dropped: that is faster than to delete them one by one. */
const MANY = 5_000;

/** Takes every document out of the database; collections and their indexes stay, as far as emptying them is quick. */
export async function emptyDatabase(db: Db): Promise<void> {
  const collections = await db.listCollections({}, { nameOnly: true }).toArray();
  await Promise.all(
    collections.map(async ({ name }) => {
      const collection = db.collection(name);
      const count = await collection.estimatedDocumentCount();
      if (count > MANY) await collection.drop();
      else if (count > 0) await collection.deleteMany({});
    }),
  );
}

/**
 * An empty database on the shared engine for a server under test, as the MONGODB_URL that names it: most tests are not
 * about the engine, and starting one for each server would cost more than what is tested. Undefined outside of a test
 * run.
 */
export async function sharedMongodbUrl(): Promise<string | undefined> {
  const uri = process.env.TEST_MONGODB_URI;
  if (uri === undefined) return undefined;
  const { 1: server = '', 2: query = '' } = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(?:\?(.*))?$/.exec(uri) ?? [];
  servers += 1;
  // The embedded engine has no sessions, so that the driver cannot try again by itself.
  const url = `${server}/${OURS}_server_${servers}?${query === '' ? '' : `${query}&`}retryWrites=false`;
  const client = await new MongoClient(url).connect();
  await emptyDatabase(client.db());
  await client.close();
  return url;
}

/** One test file's own database on the shared engine, empty at first. */
export interface TestDatabase {
  readonly db: Db;
  readonly client: MongoClient;
  close(): Promise<void>;
}

/** Opens an empty database that no other test file uses meanwhile. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const uri = process.env.TEST_MONGODB_URI;
  if (uri === undefined) throw new Error('TEST_MONGODB_URI is not set: run this test with jest and its global setup');
  const client = await new MongoClient(uri, EMBEDDED_CLIENT).connect();
  const db = client.db(`${OURS}_stores`);
  await emptyDatabase(db);
  return { db, client, close: () => client.close() };
}

/** For stores that are opened without a server around them; whatever opens one database must have the same. */
export const SEALER = createSealer(Buffer.alloc(32, 7));
