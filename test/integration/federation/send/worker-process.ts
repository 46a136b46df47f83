import { MongoClient } from 'mongodb';
import { createGuardedFetch } from '../../../../federation/fetch/guarded-fetch.ts';
import { createDeliverer } from '../../../../federation/send/deliver.ts';
import { privateKeyFromPem } from '../../../../federation/signatures/keys.ts';
import { EMBEDDED_CLIENT } from '../../../../server/database/connect.ts';
import { silentLog } from '../../../../server/log.ts';
import { createActivities } from '../../../../server/stores/activities.ts';
import { createDeliveries, deliveryCollection } from '../../../../server/stores/deliveries.ts';
import { SEALER } from '../../../support/engine.ts';

/** A worker in a process of its own on the queue of the test that starts it: URI, database, lease, key. */
const [uri = '', name = '', leaseMs = '', keyId = '', privateKeyPem = ''] = process.argv.slice(2);
const client = await new MongoClient(uri, EMBEDDED_CLIENT).connect();
const db = client.db(name);
const privateKey = privateKeyFromPem(privateKeyPem);
const deliverer = createDeliverer({
  deliveries: createDeliveries(deliveryCollection(db), () => new Date()),
  activities: createActivities(db, SEALER),
  keys: { signingKey: async () => ({ keyId, privateKey }) },
  fetch: createGuardedFetch({ allowLoopback: true, userAgent: 'north' }),
  wall: { now: () => new Date() },
  log: silentLog,
  limits: { leaseMs: Number(leaseMs), claim: 100 },
});
deliverer.start();
process.send?.('started');
