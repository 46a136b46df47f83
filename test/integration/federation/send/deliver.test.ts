import { verifyRequest as verifyByFedify } from '@fedify/fedify/sig';
import { describe, expect, it } from '@jest/globals';
import { createGuardedFetch } from '../../../../federation/fetch/guarded-fetch.ts';
import { ACTOR_CONTEXT } from '../../../../federation/vocabulary/contexts.ts';
import { actorIri, personIri } from '../../../../server/community/ids.ts';
import { startInbox } from './inbox.ts';
import { addresses, alice, KEY_ID, publicKeyPem } from './north.ts';
import { closing, gate, inbox, north } from './stage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('what arrives', () => {
  it('is signed so that Fedify takes it', async () => {
    const south = await inbox();
    const { post, deliverer } = north();
    await post('1', [south.url('/u/bob/inbox')]);
    expect(await deliverer.tick()).toBe(1);

    const [arrived] = south.arrived;
    if (arrived === undefined) throw new Error('nothing arrived');
    expect(arrived.headers).toMatchObject({ host: south.host, 'content-type': 'application/activity+json' });
    expect(Math.abs(Date.parse(arrived.headers.date ?? '') - Date.now())).toBeLessThan(MINUTE);
    const headers = Object.entries(arrived.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const urls = { inbox: `${alice}/inbox`, outbox: `${alice}/outbox` };
    const key = { id: KEY_ID, owner: alice, publicKeyPem };
    const document = { '@context': ACTOR_CONTEXT, id: alice, type: 'Person', ...urls, publicKey: key };
    const documentLoader = async (documentUrl: string) => ({ document, documentUrl, contextUrl: null });
    const verdict = (body: Uint8Array<ArrayBuffer>) =>
      verifyByFedify(new Request(south.url(arrived.path), { method: 'POST', headers, body }), { documentLoader });
    expect((await verdict(new Uint8Array(arrived.body)))?.id?.href).toBe(KEY_ID);
    expect(await verdict(new TextEncoder().encode('{}'))).toBeNull();
  });

  it('is the text that is kept, at every inbox, read once', async () => {
    const [south, west] = [await inbox(), await inbox()];
    const { post, deliverer, queue } = north();
    let reads = 0;
    const { byIri } = queue.activities;
    queue.activities.byIri = (iri) => {
      reads += 1;
      return byIri(iri);
    };
    await post('1', [south.url('/inbox'), west.url('/inbox')]);
    await deliverer.tick();
    const body = (await byIri(queue.to(south.url('/inbox')).activity))?.body;
    expect([...south.arrived, ...west.arrived].map((one) => one.body.toString())).toEqual([body, body]);
    expect(reads).toBe(1);
  });

  it('arrives once, as first said, when its effect is carried out twice', async () => {
    const south = await inbox();
    const { post, deliverer } = north();
    await post('1', [south.url('/inbox')], 'first');
    await post('1', [south.url('/inbox')], 'second');
    await deliverer.tick();
    await post('1', [south.url('/inbox')], 'third');
    expect(await deliverer.tick()).toBe(0);
    expect(south.arrived.map(({ body }) => JSON.parse(body.toString()).object.content)).toEqual(['first']);
  });
});

describe('answers (DAT-07)', () => {
  it.each([
    [202, {}, 'done', 0],
    [410, {}, 'dead', 0],
    [404, {}, 'dead', 0],
    [403, {}, 'dead', 0],
    [302, { location: '/elsewhere' }, 'dead', 0],
    [401, {}, 'waiting', MINUTE],
    [408, {}, 'waiting', MINUTE],
    [429, { 'retry-after': '7200' }, 'waiting', 2 * HOUR],
    [500, {}, 'waiting', MINUTE],
    [503, { 'retry-after': '600' }, 'waiting', 10 * MINUTE],
  ] as const)('%i %j: %s', async (status, headers, state, wait) => {
    const south = await inbox(() => ({ status, headers }));
    const { post, deliverer, queue, later } = north();
    await post('1', [south.url('/inbox')]);
    await deliverer.tick();
    expect(south.arrived).toHaveLength(1);
    expect(queue.to('/inbox').state).toBe(state);
    if (state !== 'waiting') return;
    later(wait - 10_000);
    expect(await deliverer.tick()).toBe(0);
    later(11_000);
    expect(await deliverer.tick()).toBe(1);
    expect(south.arrived).toHaveLength(2);
    expect(queue.to('/inbox')).toMatchObject({ state: 'waiting', attempts: 2 });
  });

  it('a dead host and a hanging one are tried again; a private address is not', async () => {
    const closed = await startInbox();
    await closed.close();
    const { opened, open } = gate();
    const hanging = await inbox(() => opened.then(() => ({ status: 202 })));
    const { post, worker, queue } = north();
    const fetch = createGuardedFetch({ allowLoopback: true, userAgent: 'north', limits: { deadlineMs: 300 } });
    closing.push(fetch);
    await post('1', [closed.url('/dead'), hanging.url('/hanging'), 'http://198.51.100.1/private']);
    await worker({ fetch }).tick();
    open();
    expect(queue.to('/dead')).toMatchObject({ state: 'waiting', attempts: 1, why: expect.stringContaining('reached') });
    expect(queue.to('/hanging')).toMatchObject({ state: 'waiting', attempts: 1, why: expect.stringContaining('time') });
    expect(queue.to('/private')).toMatchObject({ state: 'dead', why: expect.stringContaining('private') });
  });

  it('is given up when it still fails after seven days', async () => {
    const south = await inbox(() => ({ status: 401 }));
    const { post, deliverer, queue, later } = north();
    await post('1', [south.url('/inbox')]);
    await deliverer.tick();
    later(7 * 24 * HOUR);
    await deliverer.tick();
    expect(queue.to('/inbox')).toMatchObject({ state: 'dead', why: expect.stringContaining('7 days') });
  });

  it('nothing is sent in the name of somebody without a key', async () => {
    const south = await inbox();
    const { queue, deliverer, outbox } = north();
    const mallory = actorIri(personIri(addresses.person('mallory')));
    const activity = { '@context': '', id: addresses.activity('x'), type: 'Create', actor: mallory };
    await outbox.send({ activity, actor: mallory, to: { inboxes: [south.url('/inbox')] }, public: true });
    await deliverer.tick();
    expect(south.arrived).toEqual([]);
    expect(queue.to('/inbox').state).toBe('dead');
  });
});

describe('lanes', () => {
  it('a hanging host and a dead one do not hold up the others', async () => {
    const order: string[] = [];
    const { opened, open } = gate();
    const hanging = await inbox(async () => {
      order.push('hanging asked');
      await opened;
      order.push('hanging answers');
      return { status: 202 };
    });
    const dead = await startInbox();
    await dead.close();
    const living = await inbox(({ path }) => {
      order.push(path);
      return { status: 202 };
    });
    // Two places are taken by the host that hangs, and two are left for all others that are new.
    const { post, deliverer } = north({ limits: { inFlight: 4, inFlightDoubtful: 4 } });
    const posts = [1, 2, 3, 4, 5, 6];
    for (const number of posts) {
      await post(`${number}`, [hanging.url(`/${number}`), dead.url(`/${number}`), living.url(`/living-${number}`)]);
    }
    deliverer.start();
    await living.has(posts.length);
    await hanging.has(2);
    open();
    await hanging.has(posts.length);
    expect(order.indexOf('hanging answers')).toBeGreaterThan(order.indexOf('/living-6'));
    expect(order.slice(0, order.indexOf('hanging answers')).filter((one) => one === 'hanging asked')).toHaveLength(2);
  });

  it('a host that was fine and begins to hang gives its places back after a moment', async () => {
    const { opened, open } = gate();
    let well = true;
    const hanging = await inbox(() => (well ? { status: 202 } : opened.then(() => ({ status: 202 }))));
    const living = await inbox();
    const { post, deliverer } = north({ limits: { inFlight: 2, slowMs: 50 } });
    await post('0', [hanging.url('/0'), living.url('/0')]);
    deliverer.start();
    await Promise.all([hanging.has(1), living.has(1)]);
    well = false;
    // Both places go to the host that hangs.
    await post('1', [hanging.url('/1'), hanging.url('/2'), hanging.url('/3')]);
    await hanging.has(3);
    await post('2', [living.url('/1'), living.url('/2'), living.url('/3')]);
    await living.has(4);
    expect(hanging.arrived).toHaveLength(3);
    open();
    await hanging.has(4);
  });

  it('at most two at once for one host', async () => {
    let [now, most] = [0, 0];
    const south = await inbox(async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      return { status: 202 };
    });
    const { post, deliverer } = north();
    const inboxes = Array.from({ length: 15 }, (_, number) => south.url(`/${number}`));
    await post('1', inboxes);
    deliverer.start();
    await south.has(15);
    expect(most).toBe(2);
    expect(new Set(south.arrived.map(({ path }) => path)).size).toBe(15);
  });

  it('a host that keeps failing is left alone, then probed once, then served again', async () => {
    let well = false;
    const south = await inbox(() => ({ status: well ? 202 : 503 }));
    const west = await inbox();
    const { post, deliverer, later } = north();
    for (let number = 1; number <= 6; number += 1) await post(`${number}`, [south.url(`/${number}`)]);
    while ((await deliverer.tick()) > 0);
    // Two at once, then, as they failed, one: the pause begins with the third failure.
    expect(south.arrived).toHaveLength(3);
    await post('west', [west.url('/inbox')]);
    expect(await deliverer.tick()).toBe(1);
    expect(west.arrived).toHaveLength(1);

    later(MINUTE + 1000);
    await deliverer.tick();
    expect(south.arrived).toHaveLength(4);
    expect(await deliverer.tick()).toBe(0);

    well = true;
    later(5 * MINUTE);
    while ((await deliverer.tick()) > 0);
    expect(new Set(south.arrived.slice(4).map(({ path }) => path)).size).toBe(6);
  });

  it('of a host that has been away for a week, old deliveries are given up without asking', async () => {
    const south = await inbox(() => ({ status: 500 }));
    const { post, deliverer, later, queue } = north();
    const inboxes = Array.from({ length: 20 }, (_, number) => south.url(`/${number}`));
    await post('1', inboxes);
    while ((await deliverer.tick()) > 0);
    later(8 * 24 * HOUR);
    while ((await deliverer.tick()) > 0);
    expect(south.arrived).toHaveLength(3);
    expect(await queue.deliveries.counts()).toEqual({ waiting: 0, dead: 20 });
  });
});
