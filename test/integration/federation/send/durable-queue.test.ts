import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createActivities } from '../../../../server/stores/activities.ts';
import { createDeliveries, deliveryCollection } from '../../../../server/stores/deliveries.ts';
import { emptyDatabase, openTestDatabase, SEALER } from '../../../support/engine.ts';
import { memoryQueue } from '../../../support/memory-queue.ts';
import { gate, inbox, north } from './stage.ts';

/** The same worker on the queue in the database. */
const MINUTE = 60_000;
const database = await openTestDatabase();
const collection = deliveryCollection(database.db);
const queue = {
  ...memoryQueue(),
  activities: createActivities(database.db, SEALER),
  deliveries: createDeliveries(collection, () => new Date()),
};

beforeEach(async () => {
  await emptyDatabase(database.db);
});
afterAll(() => database.close());

describe('deliveries in the database', () => {
  it('each of 120 followers on six hosts gets a post once, whoever else hangs, from two workers', async () => {
    const { opened, open } = gate();
    const hanging = await inbox(() => opened.then(() => ({ status: 202 })));
    const living = [await inbox(), await inbox(), await inbox(), await inbox(), await inbox(), await inbox()];
    const { post, deliverer, worker } = north({ queue });
    const followers = Array.from({ length: 20 }, (_, number) => `/${number}`);
    await post(
      '1',
      [hanging, ...living].flatMap((host) => followers.map((path) => host.url(path))),
    );
    await post(
      '1',
      living.flatMap((host) => followers.map((path) => host.url(path))),
    );
    const second = worker();
    deliverer.start();
    second.start();
    await Promise.all(living.map((host) => host.has(20)));
    open();
    await hanging.has(20);
    await Promise.all([deliverer.stop(), second.stop()]);
    for (const host of [hanging, ...living]) {
      expect(host.arrived.map(({ path }) => path).sort()).toEqual([...followers].sort());
    }
    expect(await queue.deliveries.counts()).toEqual({ waiting: 0, dead: 0 });
  });

  it('what was on its way when the worker was cut off arrives after the restart', async () => {
    const { opened, open } = gate();
    const south = await inbox(() => opened.then(() => ({ status: 202 })));
    const { post, worker, later } = north({ queue });
    const followers = Array.from({ length: 10 }, (_, number) => `/${number}`);
    await post(
      '1',
      followers.map((path) => south.url(path)),
    );
    const first = worker({ limits: { stopMs: 10 } });
    first.start();
    await south.has(2);
    await first.stop();
    expect((await queue.deliveries.counts()).waiting).toBe(10);

    open();
    later(MINUTE + 1000);
    const second = worker();
    while ((await second.tick()) > 0);
    expect(new Set(south.arrived.map(({ path }) => path)).size).toBe(10);
    expect(await queue.deliveries.counts()).toEqual({ waiting: 0, dead: 0 });
    expect(await collection.countDocuments({ attempts: { $gt: 0 } })).toBe(0);
  });

  it('a failure waits longer each time, and is given up when bob is gone', async () => {
    const south = await inbox((_, number) => ({ status: number < 3 ? 401 : 410 }));
    const { post, deliverer, later } = north({ queue });
    await post('1', [south.url('/inbox')]);
    const ticks: number[] = [];
    for (const wait of [0, 59_000, 2000, 2 * MINUTE, MINUTE]) {
      later(wait);
      ticks.push(await deliverer.tick());
    }
    expect(ticks).toEqual([1, 0, 1, 0, 1]);
    expect(await collection.findOne({})).toMatchObject({ attempts: 2, why: 'gone', deadAt: expect.any(Date) });
  });
});
