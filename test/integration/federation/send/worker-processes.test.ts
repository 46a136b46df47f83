import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createActivities } from '../../../../server/stores/activities.ts';
import { createDeliveries, deliveryCollection } from '../../../../server/stores/deliveries.ts';
import { emptyDatabase, openTestDatabase, SEALER } from '../../../support/engine.ts';
import { memoryQueue } from '../../../support/memory-queue.ts';
import { until } from '../../../support/wait.ts';
import { KEY_ID, privateKeyPem } from './north.ts';
import { inbox, north } from './stage.ts';

const database = await openTestDatabase();
const collection = deliveryCollection(database.db);
const queue = {
  ...memoryQueue(),
  activities: createActivities(database.db, SEALER),
  deliveries: createDeliveries(collection, () => new Date()),
};
const LEASE_MS = 3000;
const WORKER = fileURLToPath(new URL('worker-process.ts', import.meta.url));
const started: ReturnType<typeof fork>[] = [];

async function workerProcess() {
  const uri = process.env.TEST_MONGODB_URI ?? '';
  const worker = fork(WORKER, [uri, database.db.databaseName, `${LEASE_MS}`, KEY_ID, privateKeyPem], { execArgv: [] });
  started.push(worker);
  await once(worker, 'message');
  return worker;
}

beforeEach(async () => {
  await emptyDatabase(database.db);
});
afterEach(() => {
  for (const worker of started.splice(0)) worker.kill('SIGKILL');
});
afterAll(() => database.close());

const HOSTS = 20;
const ON_EACH = 30;
const quick = () => new Promise<{ status: number }>((resolve) => setTimeout(resolve, 20, { status: 202 }));

/** Twenty hosts, and the paths that arrived at them. */
async function elsewhere() {
  const hosts = await Promise.all(Array.from({ length: HOSTS }, () => inbox(quick)));
  const all = hosts.flatMap((host) => Array.from({ length: ON_EACH }, (_, nth) => host.url(`/${nth}`)));
  const arrived = () => hosts.flatMap((host) => host.arrived.map(({ path }) => host.url(path)));
  return { all, arrived };
}
const waiting = async () => (await queue.deliveries.counts()).waiting;

describe('several worker processes on one queue (DAT-13)', () => {
  it('share it, and each delivery is made by one of them', async () => {
    const { all, arrived } = await elsewhere();
    const { post } = north({ queue });
    for (const number of [1, 2, 3, 4]) await post(`${number}`, all.slice((number - 1) * 150, number * 150));
    await Promise.all([workerProcess(), workerProcess()]);
    await until('everything is done', async () => (await waiting()) === 0);
    expect(arrived().toSorted()).toEqual(all.toSorted());
  });

  it('what one held when it was killed is delivered by the other when the lease is over', async () => {
    const { all, arrived } = await elsewhere();
    const { post } = north({ queue });
    const first = await workerProcess();
    for (const number of [1, 2, 3, 4]) await post(`${number}`, all.slice((number - 1) * 150, number * 150));
    await until('the first is at work', () => arrived().length > 20);
    first.kill('SIGKILL');
    const [second] = await Promise.all([workerProcess(), once(first, 'exit')]);
    expect(second.connected).toBe(true);
    await until('everything is done', async () => (await waiting()) === 0);
    expect([...new Set(arrived())].toSorted()).toEqual(all.toSorted());
  });
});
