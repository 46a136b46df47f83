import type { Db, MongoClientOptions } from 'mongodb';
import { MongoClient } from 'mongodb';
import type { Log } from '../log.ts';
import { endWritesOnBrokenConnections } from './broken-connections.ts';
import { type Engine, startEngine } from './embedded/engine.ts';
import { connectServer } from './server.ts';

/** The database, ready for use. */
export interface Database {
  readonly db: Db;
  readonly client: MongoClient;
  /** `embedded`: the engine in its own process. `server`: what MONGODB_URL names. */
  readonly kind: 'embedded' | 'server';
  /** Carries the password where MONGODB_URL does: not for the log. */
  readonly uri: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A MongoDB server to use instead of the embedded engine. */
  readonly mongodbUrl?: string;
  /** Where the embedded engine keeps its files. */
  readonly dataDir: string;
  /** When absent, the name in `mongodbUrl`, or `folkmoot`. */
  readonly dbName?: string;
  readonly log: Log;
  readonly onProgress?: (step: string) => void;
  /** Where downloads for the engine are kept; inside the data directory when absent. */
  readonly engineCacheDir?: string;
  /** The embedded engine, already being started on the data directory; closed with the database. */
  readonly engine?: Promise<Engine>;
}

/**
 * For every client of the embedded engine: it has no sessions, so nothing can be retried by the driver itself; a write
 * is acknowledged when it is in the journal. While the engine restarts (5 s at the most) some operations wait and some
 * are refused at once: workers try again, and pages answer 503.
 */
export const EMBEDDED_CLIENT: MongoClientOptions = {
  retryWrites: false,
  writeConcern: { w: 1, journal: true },
  serverSelectionTimeoutMS: 5_000,
  // One that stands still is noticed by its heartbeat, so that nobody waits for it for ever; long operations may be long.
  heartbeatFrequencyMS: 1_000,
  // A Unix socket on the same machine answers at once or not at all.
  connectTimeoutMS: 3_000,
};

/**
 * How long what nobody waits for may stand in the engine's journal before it is on disk: 100 ms by default, which keeps a
 * thread awake. Whoever waits for a write has it written at once, with all that was written before.
 */
const JOURNAL_EVERY_MS = 500;

/** Connects to the server named by MONGODB_URL, or starts the embedded engine. Throws `DatabaseFailure`. */
export async function connectDatabase(options: DatabaseOptions): Promise<Database> {
  const { mongodbUrl, dbName } = options;
  endWritesOnBrokenConnections();
  return mongodbUrl === undefined ? connectEmbedded(options) : connectServer(mongodbUrl, dbName);
}

async function connectEmbedded(options: DatabaseOptions): Promise<Database> {
  const engine = await (options.engine ?? startEngine(options));
  const client = new MongoClient(engine.uri, EMBEDDED_CLIENT);
  const close = async () => {
    await client.close();
    await engine.stop();
  };
  try {
    await client.connect();
    await client.db('admin').command({ setParameter: 1, journalCommitInterval: JOURNAL_EVERY_MS });
  } catch (error) {
    await close();
    throw error;
  }
  return { db: client.db(options.dbName ?? 'folkmoot'), client, kind: 'embedded', uri: engine.uri, close };
}
