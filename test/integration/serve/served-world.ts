import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createServe } from '../../../federation/serve/apex.ts';
import { type Addresses, createAddresses } from '../../../server/community/addresses.ts';
import type { Community } from '../../../server/community/community.ts';
import { type ActorIri, activityIri } from '../../../server/community/ids.ts';
import type { Person } from '../../../server/community/person.ts';
import type { Post } from '../../../server/community/post.ts';
import { silentLog } from '../../../server/log.ts';
import { type MemoryStores, memoryStores } from '../../support/memory-stores.ts';

export const NOON = new Date('2026-03-01T12:00:00.000Z');
export const ACTIVITY_JSON = 'application/activity+json';
/** What Chromium sends for a page. */
export const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
/** What Mastodon's FetchResourceService sends. */
export const MASTODON = `${ACTIVITY_JSON}, application/ld+json; profile="https://www.w3.org/ns/activitystreams", text/html;q=0.1`;

/** A server with alice, bob and their guild on it, over real HTTP on loopback. */
export interface ServedWorld {
  readonly addresses: Addresses;
  readonly stores: MemoryStores;
  readonly alice: Person;
  readonly guild: Community;
  /** The public and the private key that every actor here has. */
  readonly publicKeyPem: string;
  get(path: string, accept?: string, init?: RequestInit): Promise<Response>;
  json(path: string, accept?: string): Promise<Record<string, unknown>>;
  person(name: string, more?: Partial<Person>): Person;
  post(id: string, more?: Partial<Post>): Post;
  close(): Promise<void>;
}

export async function servedWorld(): Promise<ServedWorld> {
  const app = express();
  const server = await listening(createServer(app));
  const addresses = createAddresses(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const stores = memoryStores();
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

  // Nobody signs here, and no record has begun: see signed-reading.test.ts and collections.test.ts for those.
  const nobody = { requesterOf: async () => null, isOpen: async () => false, now: () => NOON };
  const states = { load: async () => null };
  app.use(
    createServe({
      stores: {
        ...stores,
        states,
        quoteLeaves: { byStamp: async () => null },
        collections: { published: async () => null, publishedBy: async () => [] },
      },
      addresses,
      title: 'North',
      version: '0.1.0',
      log: silentLog,
      ...nobody,
    }),
  );
  app.use((_request, response) => void response.status(404).send('the house has no such page'));

  const person = (name: string, more: Partial<Person> = {}): Person => {
    const iri = addresses.person(name);
    stores.kept.publicKeys.set(iri, publicKeyPem);
    return kept(stores.kept.people, {
      iri,
      username: name,
      host: addresses.host,
      displayName: name.toUpperCase(),
      summary: '',
      home: 'here',
      inbox: addresses.inbox(iri),
      since: NOON,
      ...more,
    });
  };
  const alice = person('alice');
  const guild = foundGuild(stores, addresses, publicKeyPem);
  stores.kept.publicKeys.set(addresses.server, publicKeyPem);

  const post = (id: string, more: Partial<Post> = {}): Post => {
    const iri = addresses.post(id);
    return kept(stores.kept.posts, {
      ...plainPost(addresses, id, alice.iri),
      community: guild.iri,
      thread: iri,
      ...more,
    });
  };
  const get = (path: string, accept = ACTIVITY_JSON, init: RequestInit = {}) =>
    fetch(`${addresses.origin}${path}`, { ...init, headers: { accept }, redirect: 'manual' });
  const json = async (path: string, accept?: string) =>
    (await (await get(path, accept)).json()) as Record<string, unknown>;
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections());
  return { addresses, stores, alice, guild, publicKeyPem, get, json, person, post, close };
}

function foundGuild(stores: MemoryStores, addresses: Addresses, publicKeyPem: string): Community {
  const iri = addresses.community('guild');
  stores.kept.publicKeys.set(iri, publicKeyPem);
  return kept(stores.kept.communities, {
    iri,
    name: 'guild',
    host: addresses.host,
    title: 'The Guild',
    purpose: 'Makers & menders <of things>',
    home: 'here',
    foundedAt: NOON,
    inbox: addresses.inbox(iri),
  });
}

function plainPost(addresses: Addresses, id: string, author: ActorIri): Post {
  const iri = addresses.post(id);
  return {
    iri,
    activity: addresses.activity('create', iri),
    author,
    thread: iri,
    html: '<p>Good morning.</p>',
    audience: 'public',
    to: [],
    home: 'here',
    publishedAt: NOON,
    receivedAt: NOON,
    standing: { state: 'visible' },
    labels: [],
  };
}

/** Keeps an activity as the sending side does: its text, under its id. */
export async function sent(
  { stores, addresses, alice }: ServedWorld,
  id: string,
  {
    minute = 0,
    isPublic = true,
    ...more
  }: { minute?: number; isPublic?: boolean; type?: string; object?: unknown } = {},
): Promise<string> {
  const iri = activityIri(`${addresses.origin}/activities/${id}`);
  const { type = 'Create', object = {} } = more;
  const document = { '@context': 'https://www.w3.org/ns/activitystreams', id: iri, type, actor: alice.iri, object };
  const about = typeof object === 'string' ? object : (object as { id?: string }).id;
  await stores.activities.keep({
    iri,
    actor: alice.iri,
    type,
    ...(about === undefined ? {} : { object: about }),
    body: JSON.stringify(document),
    public: isPublic,
    at: new Date(NOON.getTime() + minute * 60_000),
  });
  return iri;
}

function kept<Value extends { readonly iri: string }>(map: Map<string, Value>, value: Value): Value {
  map.set(value.iri, value);
  return value;
}

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return server;
}
