import { MongoClient } from 'mongodb';
import { EMBEDDED_CLIENT } from '../../../server/database/connect.ts';
import { World } from '../../simulation/world.ts';

/** A worker in a process of its own, whose clock goes on by half a day at a time: URI, database, key, from, days. */
const [uri = '', name = '', secretKey = '', from = '', days = ''] = process.argv.slice(2);
const client = await new MongoClient(uri, EMBEDDED_CLIENT).connect();
const world = await World.open(client.db(name), `worker ${process.pid}`, secretKey);
process.on('exit', () => world.close());
world.set(new Date(from));
process.send?.({ at: world.now().toISOString() });
for (let half = 0; half < 2 * Number(days); half += 1) {
  world.pass(0.5);
  await world.advance();
  process.send?.({ at: world.now().toISOString() });
}
process.exit(0);
