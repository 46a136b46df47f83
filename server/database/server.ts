import type { WriteConcern } from 'mongodb';
import { MongoClient } from 'mongodb';
import type { Database } from './connect.ts';
import { DatabaseFailure, mongodbTooOld, mongodbUnreachable } from './failures.ts';

/** The oldest major version of MongoDB that is supported. */
const OLDEST_VERSION = 7;

/**
 * Connects to the MongoDB server, replica set or sharded cluster at `url`.
 * Throws `mongodb-unreachable` (within 5 s, also for a wrong address or password) or `mongodb-too-old`.
 */
export async function connectServer(url: string, dbName = nameIn(url)): Promise<Database> {
  const client = clientFor(url);
  try {
    const admin = client.db('admin');
    const { version } = await admin.command({ buildInfo: 1 });
    if (Number.parseInt(version, 10) < OLDEST_VERSION) throw mongodbTooOld(version, OLDEST_VERSION);
    const writeConcern = strongest(await admin.command({ hello: 1 }));
    // Asked of the database itself, so that a wrong password or a missing right shows now.
    const db = client.db(dbName, { writeConcern });
    await db.listCollections({}, { nameOnly: true }).toArray();
    return { db, client, kind: 'server', uri: url, close: () => client.close() };
  } catch (error) {
    await client.close();
    throw error instanceof DatabaseFailure ? error : mongodbUnreachable(hosts(client), error);
  }
}

function clientFor(url: string): MongoClient {
  try {
    const noticing = { heartbeatFrequencyMS: 2_000, connectTimeoutMS: 5_000 };
    return new MongoClient(url, { serverSelectionTimeoutMS: 5_000, ...noticing });
  } catch (error) {
    throw mongodbUnreachable('an address that cannot be read', error);
  }
}

/** What is acknowledged is on disk: of the majority, where there are several. */
function strongest(hello: { setName?: string; msg?: string }): Pick<WriteConcern, 'w' | 'journal'> {
  const replicated = hello.setName !== undefined || hello.msg === 'isdbgrid';
  return replicated ? { w: 'majority', journal: true } : { w: 1, journal: true };
}

/** The address without user and password. */
function hosts(client: MongoClient): string {
  return client.options.srvHost ?? client.options.hosts.join(',');
}

/** `mongodb://user@host:1/name?…` → `name`; the driver itself would fall back to `test`. */
function nameIn(url: string): string {
  return /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(url)?.[1] ?? 'folkmoot';
}
