import { describe, expect, it } from '@jest/globals';
import { activityIri } from '../../../server/community/ids.ts';
import type { Delivery, Parcel, Settled } from '../../../server/ports/federation.ts';
import { at, guild, storeWorld, T0 } from './world.ts';

const world = storeWorld();
const LEASE_MS = 60_000;

describe('deliveries', () => {
  const news = activityIri('https://north.example/activities/news');
  const ask = { by: 'worker', now: T0, leaseMs: LEASE_MS, limit: 1000, perHost: 2, without: [] as string[] };
  const crowd = Array.from({ length: 1500 }, (_, nth) => `https://crowd.example/users/${nth}/inbox`);
  /** Each inbox of parcels as a delivery. */
  const unpacked = (parcels: readonly Parcel[]): readonly Delivery[] =>
    parcels.flatMap(({ id: parcel, inboxes, ...common }) => inboxes.map((inbox) => ({ parcel, inbox, ...common })));
  const done = { is: 'done' } as const;

  it('queues each inbox once, and gives each host its share however long another’s queue is', async () => {
    const { deliveries } = world().stores;
    await deliveries.enqueue(news, guild, crowd, at(-10));
    const small = ['https://one.example/inbox', 'https://two.example/inbox', 'https://paused.example/inbox'];
    await Promise.all([1, 2, 3].map(() => deliveries.enqueue(news, guild, [...small, ...small], T0)));
    // Done again, when a part is there already.
    await deliveries.enqueue(news, guild, [...crowd.slice(70, 130), ...small, 'https://four.example/inbox'], T0);
    expect(await deliveries.counts()).toEqual({ waiting: 1504, dead: 0 });

    const claimed = await deliveries.claim({ ...ask, without: ['paused.example', 'four.example'] });
    const sizes = claimed.map(({ host, inboxes }) => [host, inboxes.length]);
    expect(sizes.toSorted()).toEqual([
      ['crowd.example', 100],
      ['one.example', 1],
      ['two.example', 1],
    ]);
    expect(claimed.find(({ host }) => host === 'one.example')).toMatchObject({
      activity: news,
      actor: guild,
      inboxes: ['https://one.example/inbox'],
      alone: true,
      attempts: 0,
    });
    expect(await deliveries.claim({ ...ask, limit: 1 })).toHaveLength(1);
  });

  it('two workers never hold the same delivery', async () => {
    const { stores, another } = world();
    const workers = [stores, another(), another(), another()];
    const claims = await Promise.all(
      workers.map((worker, nth) => worker.deliveries.claim({ ...ask, by: `worker ${nth}`, perHost: 250 })),
    );
    const inboxes = unpacked(claims.flat()).map(({ inbox }) => inbox);
    expect(inboxes.length).toBeGreaterThan(0);
    expect(new Set(inboxes).size).toBe(inboxes.length);
  });

  it('is done once, tried again at its time, or given up; done again it adds nothing', async () => {
    const { stores, wall, db } = world();
    const { deliveries } = stores;
    await db.collection('deliveries').deleteMany({});
    const inboxes = ['https://one.example/inbox', 'https://two.example/inbox', 'https://three.example/inbox'];
    await deliveries.enqueue(news, guild, inboxes, T0);
    const claimed = unpacked(await deliveries.claim(ask));
    const of = (host: string) => claimed.find((one) => one.host === host) as Delivery;
    await deliveries.settle([
      { delivery: of('one.example'), outcome: done },
      { delivery: of('two.example'), outcome: { is: 'retry', at: at(30), why: '503' } },
      { delivery: of('three.example'), outcome: { is: 'dead', why: 'gone' } },
    ]);
    await deliveries.enqueue(news, guild, inboxes, T0);
    expect(await deliveries.counts()).toEqual({ waiting: 1, dead: 1 });
    expect(await deliveries.claim({ ...ask, now: at(29) })).toEqual([]);
    expect(await deliveries.claim({ ...ask, now: at(30) })).toMatchObject([{ host: 'two.example', attempts: 1 }]);
    // Not settled: its worker died. It comes back with the lease.
    expect(await deliveries.claim({ ...ask, now: at(89) })).toEqual([]);
    expect(await deliveries.claim({ ...ask, now: at(90) })).toMatchObject([{ host: 'two.example' }]);
    wall.now = at(9 * 86_400);
    expect((await stores.purge()).deliveries).toBe(1);
    wall.now = T0;
  });

  it('of a parcel, some are done, some tried again by themselves, and the rest comes back with the lease', async () => {
    const { stores, db } = world();
    const { deliveries } = stores;
    await db.collection('deliveries').deleteMany({});
    await deliveries.enqueue(news, guild, crowd.slice(0, 5), T0);
    const [first, second, third] = unpacked(await deliveries.claim(ask)) as [Delivery, Delivery, Delivery];
    const settled: readonly Settled[] = [
      { delivery: first, outcome: done },
      { delivery: second, outcome: { is: 'retry', at: at(30), why: '503' } },
      { delivery: third, outcome: { is: 'dead', why: 'gone' } },
    ];
    await deliveries.settle(settled);
    // As after a crash before the mark: the same once more changes nothing.
    await deliveries.settle(settled);
    expect(await deliveries.counts()).toEqual({ waiting: 3, dead: 1 });
    expect(await deliveries.claim({ ...ask, now: at(30) })).toMatchObject([
      { inboxes: [second.inbox], alone: true, attempts: 1 },
    ]);
    const rest = unpacked(await deliveries.claim({ ...ask, now: at(60), by: 'another' }));
    expect(rest.map(({ inbox }) => inbox).toSorted()).toEqual(crowd.slice(3, 5));
    await deliveries.settle(rest.map((delivery) => ({ delivery, outcome: done })));
    await deliveries.enqueue(news, guild, crowd.slice(0, 5), at(70));
    expect(await deliveries.counts()).toEqual({ waiting: 1, dead: 1 });
  });

  it('a lease is prolonged only by the one who holds it', async () => {
    const { stores, db } = world();
    const { deliveries } = stores;
    await db.collection('deliveries').deleteMany({});
    await deliveries.enqueue(news, guild, ['https://one.example/inbox', 'https://two.example/inbox'], T0);
    const ids = (await deliveries.claim(ask)).map(({ id }) => id);
    expect(await deliveries.renew(ids, 'worker', at(100))).toEqual([]);
    expect(await deliveries.claim({ ...ask, by: 'another', now: at(99) })).toEqual([]);
    const [taken] = await deliveries.claim({ ...ask, by: 'another', now: at(100), limit: 1 });
    expect(await deliveries.renew(ids, 'worker', at(200))).toEqual([taken?.id]);
  });

  it('what waits for a host is put off, but not what is in somebody else’s hands', async () => {
    const { stores, db } = world();
    const { deliveries } = stores;
    await db.collection('deliveries').deleteMany({});
    await deliveries.enqueue(activityIri(`${news}/1`), guild, ['https://one.example/inbox'], T0);
    expect(await deliveries.claim({ ...ask, by: 'another' })).toHaveLength(1);
    await deliveries.enqueue(news, guild, ['https://one.example/inbox', 'https://two.example/inbox'], T0);
    await deliveries.enqueue(activityIri(`${news}/2`), guild, ['https://one.example/inbox'], T0);
    expect(await deliveries.claim({ ...ask, limit: 1 })).toHaveLength(1);
    await deliveries.postpone([{ host: 'one.example', until: at(600) }], 'worker');
    const hosts = async (seconds: number) =>
      (await deliveries.claim({ ...ask, now: at(seconds), perHost: 9 })).map(({ host }) => host);
    expect(await hosts(1)).toEqual(['two.example']);
    expect(await hosts(61)).toEqual(['one.example', 'two.example']);
    expect(await hosts(600)).toEqual(expect.arrayContaining(['one.example', 'one.example']));
  });

  it('what a worker took for a host whose pause ends before its lease is due when the pause ends', async () => {
    const { stores, db } = world();
    const { deliveries } = stores;
    await db.collection('deliveries').deleteMany({});
    await deliveries.enqueue(news, guild, ['https://one.example/inbox', ...crowd.slice(0, 3)], T0);
    const taken = unpacked(await deliveries.claim(ask));
    const pause = ['one.example', 'crowd.example'].map((host) => ({ host, until: at(LEASE_MS / 2000) }));
    const arrived = taken.filter(({ host }) => host === 'one.example');
    await deliveries.settle(arrived.map((delivery) => ({ delivery, outcome: done })));
    await deliveries.postpone(pause, 'worker');
    expect(await db.collection('deliveries').countDocuments({ claim: { $exists: true } })).toBe(0);
    const then = await deliveries.claim({ ...ask, by: 'another', now: at(LEASE_MS / 2000) });
    expect(then.map(({ host, inboxes }) => [host, inboxes.length])).toEqual([['crowd.example', 3]]);
  });

  it('what was given up is counted by host and reason, and replayed as if it had been sent now', async () => {
    const { stores, db } = world();
    const { deliveries, deadLetters } = stores;
    await db.collection('deliveries').deleteMany({});
    await deliveries.enqueue(news, guild, [...crowd.slice(0, 3), 'https://one.example/inbox'], T0);
    const claimed = unpacked(await deliveries.claim(ask));
    await deliveries.settle(claimed.map((delivery) => ({ delivery, outcome: { is: 'dead', why: 'gone' } })));
    expect(await deadLetters.counts('all')).toMatchObject([
      { host: 'crowd.example', why: 'gone', count: 3 },
      { host: 'one.example', why: 'gone', count: 1 },
    ]);
    const [one] = await deadLetters.list({ host: 'one.example' }, 10);
    expect(one).toMatchObject({ inbox: 'https://one.example/inbox', activity: news, attempts: 0 });
    expect(await deadLetters.replay({ id: one?.id ?? '' }, at(5))).toBe(1);
    expect(await deadLetters.replay({ host: 'crowd.example' }, at(5))).toBe(3);
    expect(await deadLetters.replay('all', at(5))).toBe(0);
    const again = await deliveries.claim({ ...ask, now: at(5), perHost: 9 });
    expect(again).toHaveLength(4);
    for (const parcel of again) expect(parcel).toMatchObject({ attempts: 0, since: at(5) });
  });
});
