import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nameAsked } from '../../../federation/serve/well-known.ts';
import { NOON, type ServedWorld, servedWorld } from './served-world.ts';

let world: ServedWorld;
beforeAll(async () => {
  world = await servedWorld();
});
afterAll(() => world.close());

const webfinger = (resource: string) =>
  world.get(`/.well-known/webfinger?resource=${encodeURIComponent(resource)}`, 'application/jrd+json');

const TYPES: Record<string, string> = { alice: 'Person', guild: 'Group', 'server.actor': 'Application' };
const PAGES: Record<string, string> = { alice: '/people/alice', guild: '/communities/guild', 'server.actor': '/' };

describe('WebFinger', () => {
  it('finds alice, the guild and the server, however their names are asked for', async () => {
    const { addresses } = world;
    const asked = {
      [`acct:alice@${addresses.host}`]: 'alice',
      [`acct:ALICE@${addresses.host}`]: 'alice',
      [`acct:@guild@${addresses.host}`]: 'guild',
      [`acct:server.actor@${addresses.host}`]: 'server.actor',
      [`${addresses.origin}/actors/guild`]: 'guild',
    };
    for (const [resource, name] of Object.entries(asked)) {
      const answer = await webfinger(resource);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(/^application\/jrd\+json/);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(await answer.json()).toEqual({
        subject: `acct:${name}@${addresses.host}`,
        links: [
          {
            rel: 'self',
            type: 'application/activity+json',
            href: `${addresses.origin}/actors/${name}`,
            properties: { 'https://www.w3.org/ns/activitystreams#type': TYPES[name] },
          },
          {
            rel: 'http://webfinger.net/rel/profile-page',
            type: 'text/html',
            href: addresses.origin + PAGES[name],
          },
        ],
      });
    }
  });

  it('answers 400 when nobody is named', async () => {
    for (const query of ['', '?resource=', '?resource=a&resource=b', '?resource[$ne]=x']) {
      expect([query, (await world.get(`/.well-known/webfinger${query}`)).status]).toEqual([query, 400]);
    }
  });

  it('answers 404 for everybody else, without repeating who', async () => {
    const { origin, host } = world.addresses;
    world.person('mallory', { goneAt: NOON });
    const others = [
      `acct:nobody@${host}`,
      `acct:mallory@${host}`,
      'acct:alice@elsewhere.example',
      `acct:alice@${host}.evil.test`,
      `acct:alice@evil.test@${host}`,
      `acct:alice@${host}@evil.test`,
      `acct:alice@${host}.`,
      `xacct:alice@${host}`,
      `acct:alice@${host}\nacct:eve@evil.test`,
      `${origin}.evil.test/actors/alice`,
      `${origin}@evil.test/actors/alice`,
      `${origin}/actors/alice?x`,
      `${origin}/actors/../actors/alice`,
      `${origin}/posts/alice`,
      'acct:alice',
      '<script>alert(1)</script>',
      `acct:__proto__@${host}`,
    ];
    for (const resource of others) {
      const answer = await webfinger(resource);
      expect([resource, answer.status]).toEqual([resource, 404]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(await answer.text()).not.toContain('evil');
    }
  });

  it('takes no look-alike of the host for ours (ORI-18)', () => {
    const here = { origin: 'https://s.test', host: 's.test' };
    expect(nameAsked('https://s.test/actors/alice', here)).toBe('alice');
    const alike = [
      'https://s.test.evil.test',
      'https://s.test@evil.test',
      'https://S.TEST:443',
      'https://s.test.',
      'https://ѕ.test',
    ];
    for (const origin of alike) {
      expect(nameAsked(`${origin}/actors/alice`, here)).toBeUndefined();
    }
    for (const host of ['s.test.evil.test', 's.test.', 'ѕ.test', 's.test:443', 'xn--s.test']) {
      expect(nameAsked(`acct:alice@${host}`, here)).toBeUndefined();
    }
  });
});

describe('NodeInfo and host-meta', () => {
  it('leads to a NodeInfo 2.0 that says nothing of people', async () => {
    const links = (await world.json('/.well-known/nodeinfo')).links as { rel: string; href: string }[];
    const link = links.find(({ rel }) => rel === 'http://nodeinfo.diaspora.software/ns/schema/2.0');
    expect(link?.href).toBe(`${world.addresses.origin}/nodeinfo/2.0`);
    const answer = await world.get('/nodeinfo/2.0', '*/*');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('content-type')).toContain('http://nodeinfo.diaspora.software/ns/schema/2.0#');
    expect(await answer.json()).toEqual({
      version: '2.0',
      software: { name: 'folkmoot', version: '0.1.0' },
      protocols: ['activitypub'],
      services: { inbound: [], outbound: [] },
      openRegistrations: false,
      usage: { users: {} },
      metadata: { nodeName: 'North', nodeDescription: expect.stringContaining('belong to their members') },
    });
  });

  it('says where WebFinger is', async () => {
    const answer = await world.get('/.well-known/host-meta', '*/*');
    expect(answer.headers.get('content-type')).toMatch(/^application\/xrd\+xml/);
    expect(await answer.text()).toContain(`template="${world.addresses.origin}/.well-known/webfinger?resource={uri}"`);
  });
});
