import { describe, expect, it } from '@jest/globals';
import { activityIri, actorIri, personIri } from '../../../server/community/ids.ts';
import type { Delivery, Parcel, Settled } from '../../../server/ports/federation.ts';
import type { Follow } from '../../../server/ports/follows.ts';
import {
  addresses,
  alice,
  at,
  bob,
  communityHere,
  dora,
  guild,
  KEYS,
  personElsewhere,
  personHere,
  storeWorld,
  T0,
} from './world.ts';

const world = storeWorld('federation');
const LEASE_MS = 60_000;

describe('follows', () => {
  const follow = (follower: Follow['follower'], changes: Partial<Follow> = {}): Follow => ({
    follower,
    target: guild,
    activity: activityIri(`${follower}#follow`),
    state: 'accepted',
    at: T0,
    ...changes,
  });

  it('knows who follows, and each place that wants a copy once', async () => {
    const { follows, people, communities } = world().stores;
    await communities.addHere(communityHere('guild'), KEYS);
    await people.addHere(personHere('alice'), KEYS, '-');
    const others = ['a', 'b', 'c', 'gone', 'asking', 'left'].map((name) =>
      personIri(`https://south.example/users/${name}`),
    );
    const [a, b, c, gone, asking, left] = others as [
      typeof dora,
      typeof dora,
      typeof dora,
      typeof dora,
      typeof dora,
      typeof dora,
    ];
    for (const iri of [a, b, asking, left]) await people.keepElsewhere(personElsewhere(iri, 'x'));
    const { sharedInbox, ...alone } = personElsewhere(c, 'c');
    await people.keepElsewhere(alone);
    await people.keepElsewhere({ ...personElsewhere(gone, 'gone'), inbox: 'https://gone.example/', goneAt: T0 });
    for (const iri of [alice, a, b, c, gone]) await follows.put(follow(iri), []);
    await follows.put(follow(asking, { state: 'requested' }), []);
    await follows.put(follow(left), []);
    await follows.put(follow(left, { state: 'ended' }), []);

    expect(await follows.get(a, guild)).toEqual(follow(a));
    expect(await follows.sentBy(`${b}#follow`)).toEqual(follow(b));
    expect(await follows.get(guild, a)).toBeNull();
    expect(new Set(await follows.followersOf(guild))).toEqual(new Set([alice, a, b, c, gone]));
    expect(await follows.countFollowers(guild)).toBe(5);
    expect((await follows.inboxesOf(guild)).toSorted()).toEqual(['https://south.example/inbox', `${c}/inbox`]);
  });

  it('alice’s communities are those she is in or has asked, and no people', async () => {
    const { follows } = world().stores;
    await follows.put(follow(alice, { target: dora }), []);
    expect(await follows.communitiesOf(alice)).toEqual([follow(alice)]);
    expect(await follows.communitiesOf(bob)).toEqual([]);
  });
});

describe('the inbox', () => {
  const received = (name: string, second = 0) => ({
    activity: activityIri(`https://south.example/activities/${name}`),
    sender: dora,
    body: `{"id":"${name}"}`,
    receivedAt: at(second),
  });

  it('takes each activity once, gives it out in order, and remembers what was done', async () => {
    const { stores, wall } = world();
    const { inbox } = stores;
    expect(await inbox.accept([])).toBe(0);
    expect(await inbox.accept(['1', '2', '3'].map((name) => received(name)))).toBe(3);
    expect(await inbox.accept([received('3'), received('4'), received('4')])).toBe(1);
    expect(await inbox.waiting()).toBe(4);
    const order: string[] = [];
    for (const waiting of await inbox.due(T0, { limit: 10 })) {
      expect(waiting.attempts).toBe(0);
      order.push(waiting.body);
      if (waiting.body.includes('2')) await inbox.retry(waiting.activity, at(5), 'no database');
      else await inbox.done(waiting.activity, 'kept');
    }
    expect(order).toEqual(['1', '2', '3', '4'].map((name) => `{"id":"${name}"}`));
    expect(await inbox.due(at(4), { limit: 10 })).toEqual([]);
    expect(await inbox.due(at(5), { limit: 10 })).toEqual([{ ...received('2'), dueAt: at(5), attempts: 1 }]);
    await inbox.done(received('2').activity, 'kept');
    expect(await inbox.waiting()).toBe(0);

    expect(await inbox.accept([received('1')])).toBe(0);
    const kept = await world().db.collection('received').find().toArray();
    expect(kept.every((document) => document.body === undefined && document.outcome === 'kept')).toBe(true);
    wall.now = at(9 * 86_400);
    expect(await stores.purge()).toEqual({ received: 4, deliveries: 0 });
    wall.now = T0;
  });

  it('of three workers one leads, as long as it says so; then another may', async () => {
    const { stores, another } = world();
    const workers = [stores, another(), another()].map(({ inbox }) => inbox);
    const led = await Promise.all(workers.map((inbox, nth) => inbox.lead(`worker ${nth}`, T0, LEASE_MS)));
    expect(led.filter((leads) => leads)).toHaveLength(1);
    const [leader, other] = [led.indexOf(true), led.indexOf(false)].map((nth) => `worker ${nth}`) as [string, string];
    expect(await stores.inbox.lead(leader, at(30), LEASE_MS)).toBe(true);
    expect(await stores.inbox.lead(other, at(60), LEASE_MS)).toBe(false);
    expect(await stores.inbox.lead(other, at(90), LEASE_MS)).toBe(true);
    await stores.inbox.letGo(leader);
    expect(await stores.inbox.lead(leader, at(91), LEASE_MS)).toBe(false);
    await stores.inbox.letGo(other);
    expect(await stores.inbox.lead(leader, at(91), LEASE_MS)).toBe(true);
  });
});

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

describe('what is kept of the wire', () => {
  it('activities are kept once and listed when public', async () => {
    const { activities } = world().stores;
    const sent = (nth: number) => ({
      iri: activityIri(`https://north.example/activities/${nth}`),
      actor: alice,
      type: 'Create',
      body: `{"n":${nth}}`,
      public: nth !== 2,
      at: at(nth),
    });
    for (const nth of [1, 2, 3]) await activities.keep(sent(nth));
    await activities.keep({ ...sent(1), body: 'other' });
    expect(await activities.byIri(sent(1).iri)).toEqual(sent(1));
    expect(await activities.outbox(alice, { limit: 10 })).toEqual([sent(3), sent(1)]);
    expect(await activities.outbox(alice, { limit: 10, before: { at: at(3) } })).toEqual([sent(1)]);
    expect(await activities.countOutbox(alice)).toBe(2);
    // Two of one moment: after the one comes the other.
    const fourth = { ...sent(4), at: at(3) };
    await activities.keep(fourth);
    expect(await activities.outbox(alice, { limit: 1 })).toEqual([fourth]);
    expect(await activities.outbox(alice, { limit: 2, before: { at: at(3), iri: fourth.iri } })).toEqual([
      sent(3),
      sent(1),
    ]);
    expect(await activities.countOutbox(bob)).toBe(0);
  });

  it('remote keys are replaced by what was fetched later', async () => {
    const { remoteKeys } = world().stores;
    const key = { keyId: `${dora}#main-key`, owner: actorIri(dora), publicKeyPem: 'old', fetchedAt: T0 };
    expect(await remoteKeys.byKeyId(key.keyId)).toBeNull();
    await remoteKeys.keep(key);
    await remoteKeys.keep({ ...key, publicKeyPem: 'new', fetchedAt: at(1) });
    expect(await remoteKeys.byKeyId(key.keyId)).toEqual({ ...key, publicKeyPem: 'new', fetchedAt: at(1) });
  });

  it('an invitation opens the door once, and again for the same name', async () => {
    const { invitations } = world().stores;
    const invitation = { id: 'hash', purpose: 'join', by: alice, createdAt: T0, expiresAt: at(100) } as const;
    await invitations.add(invitation);
    expect(await invitations.get('hash')).toEqual(invitation);
    const answers = await Promise.all(['bob', 'eve', 'bob'].map((name) => invitations.use('hash', name, at(1))));
    expect(answers.filter((answer) => answer === 'used').length).toBe(answers[0] === 'used' ? 2 : 1);
    const { usedBy } = (await invitations.get('hash')) ?? {};
    expect(await invitations.use('hash', `${usedBy}`, at(2))).toBe('used');
    expect(await invitations.use('hash', 'mallory', at(2))).toBe('not-valid');
    expect((await invitations.get('hash'))?.usedAt).toEqual(at(1));
    await invitations.add({ ...invitation, id: 'late' });
    expect(await invitations.use('late', 'bob', at(100))).toBe('not-valid');
    expect(await invitations.use('none', 'bob', at(1))).toBe('not-valid');
    expect(addresses.isHere(alice)).toBe(true);
  });
});
