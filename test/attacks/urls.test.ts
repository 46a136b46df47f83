import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personIri } from '../../server/community/ids.ts';
import { activity, note, post, unique } from '../support/attacker.ts';
import { type Canary, privateAddress, startCanary } from '../support/canary.ts';
import { type Cast, openCast } from '../support/cast.ts';
import type { Page, RemoteActor, RemoteOrigin } from '../support/remote-origin.ts';
import type { Stage } from '../support/stage.ts';
import { Visitor } from '../support/visitor.ts';

/** Loopback is allowed here, so that there is an origin that leads astray; every other private network is not. */
let cast: Cast;
let stage: Stage;
let evil: RemoteOrigin;
let eve: RemoteActor;
let coven: RemoteActor;
let bait: Canary;

beforeAll(async () => {
  [cast, bait] = await Promise.all([openCast(), startCanary()]);
  ({ stage, evil, eve, coven } = cast);
});
afterAll(async () => {
  await Promise.all([cast, bait].map((one) => one?.close()));
});

/** Every place from which a federated activity makes this server fetch; each with a page of its own. */
const PLACES: readonly (readonly [where: string, ask: (page: Page) => Promise<string | undefined>])[] = [
  ['the object of a Create', (page) => outcomeOf(eve, 'Create', served(page))],
  ['the object of an Update of a note that is known', updateOfKnown],
  ['an announced post', (page) => outcomeOf(coven, 'Announce', served(page))],
  [
    'a post in an announced Create',
    (page) => outcomeOf(coven, 'Announce', activity('Create', { iri: elsewhere }, served(page))),
  ],
  ['a post in an announced Delete', announcedDelete],
  ['the author of an announced post', announcedAuthor],
  ['a key', (page) => keyAt(served(page))],
  ['the owner that a key names', ownerOfKey],
  ['a community that a person looks up', (page) => lookedUp(served(page))],
  ['WebFinger', webFinger],
  [
    'the address to which WebFinger leads',
    (page) => webFinger({ body: finger(served(page)), type: 'application/jrd+json' }),
  ],
];
const elsewhere = 'http://elsewhere.localhost:1/users/x';

function served(page: Page): string {
  const path = `/${unique('page')}`;
  evil.serve(path, page);
  return evil.origin + path;
}

async function outcomeOf(actor: RemoteActor, type: string, object: unknown): Promise<string | undefined> {
  const sent = activity(type, actor, object);
  expect((await post(stage.sharedInbox, actor, sent)).status).toBe(202);
  await stage.quiet();
  return stage.outcome(sent.id);
}

async function updateOfKnown(page: Page): Promise<string | undefined> {
  const written = note(eve, stage.guild, 'Before');
  await outcomeOf(eve, 'Create', written);
  evil.serve(new URL(written.id).pathname, page);
  return outcomeOf(eve, 'Update', written.id);
}

async function announcedDelete(page: Page): Promise<string | undefined> {
  // Of another origin than the community's, so that it has to be looked at.
  const address = served(page).replace('eve.localhost', 'eve2.localhost');
  return outcomeOf(coven, 'Announce', activity('Delete', { iri: elsewhere }, address));
}

async function announcedAuthor(page: Page): Promise<string | undefined> {
  const author = served(page);
  return outcomeOf(coven, 'Announce', note({ iri: author }, coven.iri, 'By somebody'));
}

async function keyAt(keyId: string): Promise<string> {
  const answer = await post(stage.sharedInbox, eve, activity('Like', { iri: keyId }, 'x'), { keyId });
  expect(answer.status).toBe(401);
  return `refused: ${answer.text}`;
}

function ownerOfKey(page: Page): Promise<string> {
  const owner = served(page);
  const path = `/${unique('key')}`;
  evil.serve(path, { body: { id: evil.origin + path, type: 'Key', owner, publicKeyPem: eve.publicKeyPem } });
  return keyAt(evil.origin + path);
}

async function lookedUp(address: string): Promise<string> {
  const alice = await stage.visitor('alice');
  const answer = await alice.submit('/communities/lookup', { address });
  expect(answer.status).toBeLessThan(500);
  return answer.status === 303 ? 'found' : `refused: ${answer.status}`;
}

function webFinger(page: Page): Promise<string> {
  const name = unique('guild');
  const resource = encodeURIComponent(`acct:${name}@${evil.host}`);
  evil.serve(`/.well-known/webfinger?resource=${resource}`, page);
  return lookedUp(`@${name}@${evil.host}`);
}

const finger = (href: string) => ({ links: [{ rel: 'self', type: 'application/activity+json', href }] });

const own = privateAddress();
const FORBIDDEN = ['10.0.0.1', '169.254.169.254', '[::ffff:10.0.0.1]', ...(own === undefined ? [] : [own])];

/** A hundred mebibytes in a tenth of one. */
const BOMB = gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '), { level: 9 });

describe.each(PLACES)('%s', (_where, ask) => {
  it('that redirects into a private network is not followed there (NET-03)', async () => {
    for (const host of FORBIDDEN) {
      const began = performance.now();
      const outcome = await ask({ status: 302, headers: { Location: `http://${host}:${bait.port}/` } });
      expect(outcome).toMatch(/^refused/);
      expect(performance.now() - began).toBeLessThan(5000);
    }
    expect(bait.connections()).toBe(0);
  });

  it('that redirects for ever is left after a few steps (NET-06)', async () => {
    const path = `/${unique('ring')}`;
    evil.serve(path, { status: 302, headers: { Location: evil.origin + path } });
    const before = evil.gets(path);
    expect(await ask({ status: 302, headers: { Location: evil.origin + path } })).toMatch(/^refused/);
    expect(evil.gets(path) - before).toBeLessThanOrEqual(5);
  });

  it('that is packed, though nobody asked for it, is not unpacked (NET-07)', async () => {
    const outcome = await ask((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/activity+json', 'Content-Encoding': 'gzip' });
      response.end(BOMB);
    });
    expect(outcome).toMatch(/^refused/);
    expect((await new Visitor(stage.server).get('/health')).ms).toBeLessThan(1000);
  });

  it.each([
    ['no JSON', 'hello'],
    ['nested without end', `{"id":${'['.repeat(200_000)}`],
    ['a hundred thousand keys', `{${Array.from({ length: 100_000 }, (_, one) => `"k${one}":1`).join()}}`],
    ['null', 'null'],
    ['a list', '[{"id":"x"}]'],
    ['nothing', ''],
  ])('that answers with %s brings nothing (LD-06)', async (_what, body) => {
    const before = evil.gets();
    expect(await ask({ body })).toMatch(/^refused/);
    expect(evil.gets()).toBeGreaterThan(before);
  });

  it('that names another origin as its own is not believed (ORI-14)', async () => {
    const stranger = { ...eve.document, id: `${cast.honest.origin}/users/vic`, type: 'Group' };
    expect(await ask({ body: stranger })).toMatch(/^refused/);
  });
});

it('nothing here takes addresses from strangers and fetches them (NET-15)', async () => {
  const anonymous = new Visitor(stage.server);
  const asked = evil.gets();
  const url = encodeURIComponent(`${evil.origin}/fetched`);
  for (const path of [
    '/proxy',
    '/media_proxy',
    '/api/v1/search',
    '/api/v2/search',
    '/authorize_interaction',
    '/oembed',
  ]) {
    for (const query of [`?url=${url}`, `?q=${url}&resolve=true`, `?uri=${url}`, `/${url}`]) {
      const answer = await anonymous.get(path + query);
      expect([401, 403, 404, 422]).toContain(answer.status);
      expect(answer.headers.location ?? '').not.toContain('eve.localhost');
    }
    const posted = await anonymous.submit(path, { id: `${evil.origin}/fetched`, url: `${evil.origin}/fetched` });
    expect([401, 403, 404, 415, 422]).toContain(posted.status);
  }
  expect(evil.gets()).toBe(asked);
});

it('a stranger cannot make the server look communities up', async () => {
  const asked = evil.gets();
  const answer = await new Visitor(stage.server).submit('/communities/lookup', {
    address: `${evil.origin}/users/coven`,
  });
  expect([303, 401, 403]).toContain(answer.status);
  expect(evil.gets()).toBe(asked);
});

it('of a server that is met, only the actor is asked for: no pictures, no collections, no NodeInfo', async () => {
  const rich = await evil.actor('rich');
  const at = (what: string) => `${evil.origin}/rich/${what}`;
  const picture = { type: 'Image', mediaType: 'image/png', url: at('icon') };
  const document = { ...rich.document, icon: picture, image: picture, featured: at('featured'), url: at('profile') };
  evil.serve(new URL(rich.iri).pathname, { body: document });
  const before = evil.arrivals.length;
  await stage.join(rich);
  const attachment = [{ type: 'Document', mediaType: 'image/png', url: at('attached') }];
  const written = note(rich, stage.guild, `<img src="${at('img')}"><a href="${at('link')}">x</a>`, { attachment });
  await outcomeOf(rich, 'Create', written);
  const pages = ['/communities/guild', `/people/rich@${evil.host}`];
  for (const path of pages) expect((await new Visitor(stage.server).get(path)).text).not.toMatch(/src="[^"]*\/rich\//);
  const asked = evil.arrivals.slice(before).filter(({ method }) => method === 'GET');
  expect(new Set(asked.map(({ path }) => path))).toEqual(new Set([new URL(rich.iri).pathname]));
  expect(await stage.house.people.byIri(personIri(rich.iri))).not.toBeNull();
});
