/**
 * "A naive neighbour": a server on unmodified activitypub-express, with its own inbox, outbox, store, queue and signatures.
 *   node test/peers/apex/peer.ts --host naive.localhost --mongodb mongodb://… --db test_naive --person nia --group choir
 * The first line on stdout says where it is: {"origin":…,"control":…}. It ends when stdin does.
 */
import '../fedify/localhost-names.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { EMBEDDED_CLIENT } from '../../../server/database/connect.ts';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: 'naive.localhost' },
    mongodb: { type: 'string', default: '' },
    db: { type: 'string', default: 'test_naive' },
    person: { type: 'string', multiple: true, default: [] },
    group: { type: 'string', multiple: true, default: [] },
  },
});

const server = createServer();
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const origin = `http://${values.host}:${port}`;
const client = await new MongoClient(values.mongodb, EMBEDDED_CLIENT).connect();
const db = client.db(values.db);
await db.dropDatabase();

/** The database may be gone already. */
async function end(): Promise<void> {
  setTimeout(() => process.exit(0), 2000);
  await db.dropDatabase().catch(() => {});
  process.exit(0);
}

const { buildServer } = await import('./server.ts');
server.on('request', await buildServer({ origin, db, people: values.person, groups: values.group }));
process.once('SIGTERM', () => void end());
process.stdin.resume().once('end', () => void end());
console.log(JSON.stringify({ origin, control: `http://127.0.0.1:${port}` }));
