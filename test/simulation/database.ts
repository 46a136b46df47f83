import { type Db, MongoClient } from 'mongodb';
import { EMBEDDED_CLIENT } from '../../server/database/connect.ts';
import { sharedEngine } from '../support/engine.ts';

/** An engine of the simulation's own, and an empty database on it. */
export async function openDatabase(): Promise<{ readonly db: Db; close(): Promise<void> }> {
  const engine = await sharedEngine();
  const client = await new MongoClient(engine.uri, EMBEDDED_CLIENT).connect();
  const db = client.db('simulated_year');
  await db.dropDatabase();
  return {
    db,
    async close() {
      await db.dropDatabase();
      await client.close();
      await engine.stop();
    },
  };
}
