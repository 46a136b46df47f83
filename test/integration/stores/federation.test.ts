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

const world = storeWorld();
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
    expect(await stores.purge()).toMatchObject({ received: 4, deliveries: 0, juries: 0 });
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

  it('what is said to one person alone is sealed, and what was kept before that is read as it was', async () => {
    const { db, stores } = world();
    const { activities, notices } = stores;
    const link = 'https://north.example/act/e30.bWFj';
    const notice = { id: 'n-1', to: dora, from: guild, kind: 'message', text: `Yours: ${link}`, link, at: T0 } as const;
    await notices.add(notice);
    const letter = { iri: activityIri('https://north.example/activities/letter'), actor: guild, type: 'Create' };
    await activities.keep({ ...letter, body: JSON.stringify({ link }), public: false, at: T0 });
    const kept = [await db.collection('notices').find().toArray(), await db.collection('activities').find().toArray()];
    expect(JSON.stringify(kept)).not.toContain('e30');
    expect(await notices.to(dora, 9)).toEqual([notice]);
    expect((await activities.byIri(letter.iri))?.body).toBe(JSON.stringify({ link }));
    const { id: _id, ...before } = { ...notice, id: 'n-0', at: at(-1) };
    await db.collection('notices').insertOne({ _id: _id as never, ...before });
    const old = {
      ...letter,
      iri: activityIri('https://north.example/activities/old'),
      body: '{}',
      public: false,
      at: T0,
    };
    const { iri, ...fields } = old;
    await db.collection('activities').insertOne({ _id: iri as never, ...fields });
    expect(await notices.to(dora, 9)).toEqual([notice, { id: _id, ...before }]);
    expect(await activities.byIri(iri)).toEqual(old);
    // A sealed text that was put into another's document is not opened there.
    const sealed = (await db.collection('notices').findOne({ _id: 'n-1' as never }))?.sealed;
    await db.collection('notices').updateOne({ _id: 'n-0' as never }, { $set: { sealed, to: bob } });
    await expect(notices.to(bob, 9)).rejects.toThrow('was changed');
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
