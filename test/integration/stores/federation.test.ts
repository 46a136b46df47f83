import { describe, expect, it } from '@jest/globals';
import { activityIri, actorIri, personIri } from '../../../server/community/ids.ts';
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
    for (let claim = await inbox.claim(T0, LEASE_MS); claim; claim = await inbox.claim(T0, LEASE_MS)) {
      expect(claim.attempts).toBe(0);
      order.push(claim.body);
      if (claim.body.includes('2')) await inbox.retry(claim.activity, at(5), 'no database');
      else await inbox.done(claim.activity, 'kept');
    }
    expect(order).toEqual(['1', '2', '3', '4'].map((name) => `{"id":"${name}"}`));
    expect(await inbox.claim(at(4), LEASE_MS)).toBeNull();
    expect(await inbox.claim(at(5), LEASE_MS)).toEqual({ ...received('2'), attempts: 1 });
    await inbox.done(received('2').activity, 'kept');
    expect(await inbox.waiting()).toBe(0);

    expect(await inbox.accept([received('1')])).toBe(0);
    const kept = await world().db.collection('received').find().toArray();
    expect(kept.every((document) => document.body === undefined && document.outcome === 'kept')).toBe(true);
    wall.now = at(9 * 86_400);
    expect(await stores.purge()).toEqual({ received: 4, deliveries: 0 });
    wall.now = T0;
  });

  it('two workers never get the same, and what a dead one held comes back', async () => {
    const { stores, another } = world();
    await stores.inbox.accept([received('5')]);
    const claims = await Promise.all([stores, another(), another()].map(({ inbox }) => inbox.claim(T0, LEASE_MS)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect((await stores.inbox.claim(at(60), LEASE_MS))?.activity).toBe(received('5').activity);
  });
});

describe('deliveries', () => {
  const news = activityIri('https://north.example/activities/news');
  const ask = { now: T0, leaseMs: LEASE_MS, limit: 100, perHost: 2, without: [] as string[] };

  it('queues each inbox once, and gives each host its share however long another’s queue is', async () => {
    const { deliveries } = world().stores;
    const crowd = Array.from({ length: 1500 }, (_, nth) => `https://crowd.example/users/${nth}/inbox`);
    await deliveries.enqueue(news, guild, crowd, at(-10));
    const small = ['https://one.example/inbox', 'https://two.example/inbox', 'https://paused.example/inbox'];
    await Promise.all([1, 2, 3].map(() => deliveries.enqueue(news, guild, [...small, ...small], T0)));
    expect(await deliveries.counts()).toEqual({ waiting: 1503, dead: 0 });

    const claimed = await deliveries.claim({ ...ask, without: ['paused.example'] });
    expect(claimed.map(({ host }) => host).toSorted()).toEqual([
      'crowd.example',
      'crowd.example',
      'one.example',
      'two.example',
    ]);
    expect(claimed.find(({ host }) => host === 'one.example')).toMatchObject({
      activity: news,
      actor: guild,
      inbox: 'https://one.example/inbox',
      attempts: 0,
    });
    expect(await deliveries.claim({ ...ask, limit: 1 })).toHaveLength(1);
  });

  it('two workers never hold the same delivery', async () => {
    const { stores, another } = world();
    const workers = [stores, another(), another(), another()];
    const claims = await Promise.all(workers.map((worker) => worker.deliveries.claim({ ...ask, perHost: 20 })));
    const ids = claims.flat().map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is done once, tried again at its time, or given up; done again it adds nothing', async () => {
    const { stores, wall, db } = world();
    const { deliveries } = stores;
    await db.collection('deliveries').deleteMany({});
    const inboxes = ['https://one.example/inbox', 'https://two.example/inbox', 'https://three.example/inbox'];
    await deliveries.enqueue(news, guild, inboxes, T0);
    const claimed = await deliveries.claim(ask);
    const idOf = (host: string) => `${claimed.find((one) => one.host === host)?.id}`;
    await deliveries.done(idOf('one.example'));
    await deliveries.retry(idOf('two.example'), at(30), '503');
    await deliveries.dead(idOf('three.example'), 'gone');
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
    expect(await activities.outbox(alice, { limit: 10, before: at(3) })).toEqual([sent(1)]);
    expect(await activities.countOutbox(alice)).toBe(2);
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
