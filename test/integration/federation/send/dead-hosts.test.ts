import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createGuardedFetch } from '../../../../federation/fetch/guarded-fetch.ts';
import { createActivities } from '../../../../server/stores/activities.ts';
import { createDeliveries, deliveryCollection } from '../../../../server/stores/deliveries.ts';
import { emptyDatabase, openTestDatabase, SEALER } from '../../../support/engine.ts';
import { memoryQueue } from '../../../support/memory-queue.ts';
import { until } from '../../../support/wait.ts';
import { startInbox } from './inbox.ts';
import { closing, inbox, north } from './stage.ts';

/** RES-04, smaller: places for 24 at once, and three times as many hosts that hang. */
const PAUSE_MS = 10 * 60_000;
const SMALL = { inFlight: 8, inFlightDoubtful: 16, slowMs: 100, patienceMs: 500, firstPauseMs: PAUSE_MS };
const HANGING = 48;
const ON_EACH = 8;

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

const many = <Thing>(count: number, make: (nth: number) => Thing): Thing[] =>
  Array.from({ length: count }, (_, nth) => make(nth));

/** Never answers; closed without waiting for it. */
async function hangingInbox() {
  const started = await startInbox(() => new Promise(() => {}));
  closing.push(started);
  return started;
}

/** Breaks off every connection. Its port is kept, so that nobody else's server comes to listen there. */
async function refusingHost() {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  closing.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
  return { url: (path: string) => `http://127.0.0.1:${port}${path}` };
}

describe('followers on dead hosts and on living ones', () => {
  it('the living are served soon, the dead are left alone, and nothing of it stays in memory', async () => {
    const hanging = await Promise.all(many(HANGING, hangingInbox));
    const refusing = await Promise.all(many(10, refusingHost));
    const living = await Promise.all(many(10, () => inbox()));
    const fetch = createGuardedFetch({ allowLoopback: true, userAgent: 'north', limits: { deadlineMs: 1000 } });
    closing.push(fetch);
    const { post, deliverer, later } = north({ queue, fetch, limits: SMALL });
    // The dead first: whoever serves in order of arrival gets to the living last.
    for (const [round, hosts] of [[...hanging, ...refusing], living].entries()) {
      const inboxes = hosts.flatMap((host) => many(ON_EACH, (nth) => host.url(`/${nth}`)));
      await post(`${round}`, inboxes);
    }
    const began = Date.now();
    deliverer.start();
    await Promise.all(living.map((host) => host.has(ON_EACH)));
    expect(Date.now() - began).toBeLessThan(10_000);

    // Known to be alive, they do not even wait for that long.
    const again = Date.now();
    await post(
      '2',
      [...hanging, ...living].map((host) => host.url('/again')),
    );
    await Promise.all(living.map((host) => host.has(ON_EACH + 1)));
    expect(Date.now() - again).toBeLessThan(2000);

    // Three failures of a host, and then nothing but one probe after each pause.
    const asked = () => hanging.map(({ arrived }) => arrived.length);
    const inHand = () => collection.countDocuments({ claim: { $exists: true } });
    await until('nothing is in hand any more', async () => (await inHand()) === 0, 50_000);
    expect(Math.max(...asked())).toBeLessThanOrEqual(4);
    const before = asked();
    // What is new for them is put back too, at once, although the lease would last for longer.
    await post(
      '3',
      hanging.map((host) => host.url('/meanwhile')),
    );
    const due = () => collection.countDocuments({ nextAt: { $lt: new Date() } });
    await until('what is new is put off', async () => (await due()) + (await inHand()) === 0, 50_000);
    expect(asked()).toEqual(before);
    later(PAUSE_MS + 1000);
    deliverer.wake();
    const probes = () => asked().map((count, nth) => count - (before[nth] ?? 0));
    // On a busy machine one may be broken off before it has arrived.
    await until('most have been probed', () => probes().filter((count) => count === 1).length > HANGING / 2);
    expect(Math.max(...probes())).toBe(1);
    const { waiting, dead } = await queue.deliveries.counts();
    expect({ waiting, dead }).toEqual({ waiting: (HANGING + 10) * ON_EACH + 2 * HANGING, dead: 0 });
  });
});
