import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTIVITY_JSON, BROWSER, MASTODON, NOON, type ServedWorld, sent, servedWorld } from './served-world.ts';

const TYPE = 'application/activity+json; charset=utf-8';
let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld();
});
afterAll(() => world.close());

/** Asks without tidying up the path first, as `fetch` would. */
async function askAsWritten(path: string, accept: string) {
  const asked = request(world.addresses.origin, { path, headers: { accept }, agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, type: answer.headers['content-type'], body: await text(answer) };
}

describe('actors', () => {
  it('shows alice with everything that Mastodon reads', async () => {
    const answer = await world.get('/actors/alice');
    const { addresses, publicKeyPem } = world;
    const id = `${addresses.origin}/actors/alice`;
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(TYPE);
    expect(answer.headers.get('vary')).toMatch(/\bAccept\b/);
    expect(await answer.json()).toMatchObject({
      id,
      type: 'Person',
      preferredUsername: 'alice',
      name: 'ALICE',
      url: `${addresses.origin}/people/alice`,
      inbox: `${id}/inbox`,
      outbox: `${id}/outbox`,
      followers: `${id}/followers`,
      endpoints: {
        sharedInbox: `${addresses.origin}/inbox`,
        oauthAuthorizationEndpoint: `${addresses.origin}/oauth/authorize`,
        oauthTokenEndpoint: `${addresses.origin}/oauth/token`,
      },
      publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem },
    });
  });

  it('shows the guild as an open Group, its purpose as harmless HTML', async () => {
    expect(await world.json('/actors/guild')).toMatchObject({
      type: 'Group',
      preferredUsername: 'guild',
      name: 'The Guild',
      summary: '<p>Makers &amp; menders &lt;of things&gt;</p>',
      url: `${world.addresses.origin}/communities/guild`,
      manuallyApprovesFollowers: false,
      postingRestrictedToMods: false,
    });
  });

  it('shows the server itself as an Application', async () => {
    expect(await world.json('/actors/server.actor')).toMatchObject({ type: 'Application', id: world.addresses.server });
  });

  it('takes a browser to the page, and answers Mastodon, HEAD and curl with the document', async () => {
    const page = await world.get('/actors/guild', BROWSER);
    expect([page.status, page.headers.get('location')]).toEqual([303, `${world.addresses.origin}/communities/guild`]);
    expect(page.headers.get('vary')).toMatch(/\bAccept\b/);
    expect((await world.get('/actors/guild', MASTODON)).headers.get('content-type')).toBe(TYPE);
    expect((await world.get('/actors/guild', '*/*')).headers.get('content-type')).toBe(TYPE);
    const head = await world.get('/actors/guild', ACTIVITY_JSON, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, TYPE, '']);
  });

  it('answers 304 to who has it already', async () => {
    const etag = (await world.get('/actors/alice')).headers.get('etag') ?? '';
    const again = await fetch(`${world.addresses.origin}/actors/alice`, {
      headers: { accept: ACTIVITY_JSON, 'if-none-match': etag, 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  it('never shows a private key', async () => {
    for (const path of ['/actors/alice', '/actors/guild', '/actors/server.actor', '/actors/alice/outbox?page=true']) {
      expect(await (await world.get(path)).text()).not.toMatch(/private/i);
    }
  });

  it('says 410 with a Tombstone of mallory, who left, wherever one asks', async () => {
    const { iri } = world.person('mallory', { goneAt: NOON });
    const answer = await world.get('/actors/mallory');
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({ id: iri, type: 'Tombstone' });
    expect((await world.get('/actors/mallory', BROWSER)).status).toBe(410);
    expect((await world.get('/actors/mallory/outbox')).status).toBe(410);
    expect((await world.get('/actors/mallory/followers')).status).toBe(410);
  });
});

describe('what nobody may read', () => {
  it('refuses to show an inbox, whoever asks and whosever it is', async () => {
    for (const path of ['/inbox', '/actors/alice/inbox', '/actors/alice/inbox?page=true', '/actors/nobody/inbox']) {
      const answer = await world.get(path);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(await answer.text()).not.toContain('orderedItems');
    }
  });

  it.each([
    '/actors/nobody',
    '/actors/__proto__',
    '/actors/constructor',
    '/actors/Alice',
    '/actors/alice%00',
    '/actors/%2e%2e',
    '/actors/%3Cscript%3E',
    '/actors/$where',
    '/posts/%2e%2e',
    '/posts/__proto__',
    '/posts/%2e%2e%2factors%2falice',
    '/posts/none',
    '/activities/none',
    '/activities/%24%26',
    '/actors/nobody/outbox',
    '/actors/alice/outbox?page=1%27',
    '/actors/alice/outbox?page=true&page=1',
    '/actors/alice/followers?page=true',
    '/nodeinfo/3.0',
  ])('answers %s like anything that is not there', async (path) => {
    const accepts = /page|nodeinfo/.test(path) ? [ACTIVITY_JSON] : [ACTIVITY_JSON, BROWSER];
    for (const accept of accepts) {
      const { status, type, body } = await askAsWritten(path, accept);
      expect([status, type]).toEqual([404, 'text/plain; charset=utf-8']);
      expect(body).toBe('There is nothing at this address, or it is not public.\n');
    }
  });

  it('leaves other paths and other methods to the rest of the house', async () => {
    for (const path of ['/', '/people/alice', '/actors/alice/liked', '/actors/alice/blocked', '/activities/x/likes']) {
      expect(await (await world.get(path)).text()).toBe('the house has no such page');
    }
    for (const path of ['/inbox', '/actors/alice/inbox', '/actors/alice/outbox', '/proxy']) {
      const answer = await world.get(path, ACTIVITY_JSON, { method: 'POST', body: '{}' });
      expect(await answer.text()).toBe('the house has no such page');
    }
  });

  it('survives a path that cannot be decoded', async () => {
    expect((await world.get('/posts/%ff')).status).toBe(400);
  });
});

describe('collections', () => {
  it('counts followers and followed, and lists neither', async () => {
    const { alice, guild, addresses, stores } = world;
    const activity = addresses.activity('follow', alice.iri);
    await stores.follows.put({ follower: alice.iri, target: guild.iri, activity, state: 'accepted', at: NOON }, []);
    const followers = await world.json('/actors/guild/followers');
    expect(followers).toMatchObject({ id: `${guild.iri}/followers`, type: 'OrderedCollection', totalItems: 1 });
    expect(followers).not.toHaveProperty('first');
    expect(JSON.stringify(followers)).not.toContain('alice');
    expect(await world.json('/actors/alice/following')).toMatchObject({ totalItems: 1 });
    expect(await world.json('/actors/guild/following')).toMatchObject({ totalItems: 0 });
  });

  it('pages through an outbox of 45 public activities, newest first, each once', async () => {
    for (let minute = 0; minute < 45; minute++) {
      world.post(`n${minute}`);
      await sent(world, `create-N${minute}`, { minute, object: { id: `${world.addresses.origin}/posts/n${minute}` } });
    }
    await sent(world, 'secret', { isPublic: false });
    const outbox = await world.json('/actors/alice/outbox');
    expect(outbox).toMatchObject({ type: 'OrderedCollection', totalItems: 45 });
    const ids: string[] = [];
    let next = outbox.first as string | undefined;
    while (next !== undefined) {
      const page = await world.json(next.slice(world.addresses.origin.length));
      expect(page).toMatchObject({ id: next, type: 'OrderedCollectionPage', partOf: outbox.id });
      ids.push(...(page.orderedItems as { id: string }[]).map(({ id }) => id));
      next = page.next as string | undefined;
    }
    const expected = Array.from(
      { length: 45 },
      (_, index) => `${world.addresses.origin}/activities/create-N${44 - index}`,
    );
    expect(ids).toEqual(expected);
  });

  it('skips nothing and repeats nothing where a page ends in the middle of a moment', async () => {
    const bob = world.person('bob');
    for (let number = 0; number < 50; number++) {
      await sent({ ...world, alice: bob }, `same-moment-${number}`, { minute: number < 3 ? 1 : 0, type: 'Like' });
    }
    const ids: string[] = [];
    let next: string | undefined = '/actors/bob/outbox?page=true';
    while (next !== undefined) {
      const page = await world.json(next.replace(world.addresses.origin, ''));
      ids.push(...(page.orderedItems as { id: string }[]).map(({ id }) => id));
      next = page.next as string | undefined;
    }
    expect([ids.length, new Set(ids).size]).toEqual([50, 50]);
  });
});
