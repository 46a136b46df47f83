import ActivitypubExpress, { type Apex, type ApexObject, type ApexRoute } from 'activitypub-express';
import type { RequestHandler } from 'express';
import type { Addresses } from '../../server/community/addresses.ts';
import type { Log } from '../../server/log.ts';
import type { ReadOnlyStore } from './store.ts';

/** Items on a page of an outbox. */
const PAGE_SIZE = 20;

export interface ApexParts {
  readonly addresses: Addresses;
  readonly store: ReadOnlyStore;
  readonly title: string;
  readonly version: string;
  readonly log: Log;
  /** Whether anybody may open an account here. */
  readonly isOpen: () => Promise<boolean>;
}

const DESCRIPTION = 'A server for communities that belong to their members: they make the rules, in an open book.';

/** activitypub-express over our store, set up so that its GET side says what is true (security.md §3). */
export function createApex({ addresses, store, title, version, log, isOpen }: ApexParts): Apex {
  const apex = ActivitypubExpress({
    baseUrl: addresses.origin,
    name: 'folkmoot',
    version,
    openRegistrations: false,
    nodeInfoMetadata: { nodeName: title, nodeDescription: DESCRIPTION },
    actorParam: 'name',
    objectParam: 'id',
    itemsPerPage: PAGE_SIZE,
    offlineMode: true,
    logger: loggerOver(log),
    store,
    routes: ROUTES,
  });
  // The package puts every id into lower case; ours are exact.
  apex.utils.usernameToIRI = (name) => addresses.person(name);
  apex.utils.objectIdToIRI = (id) => addresses.post(id);
  apex.utils.activityIdToIRI = (id) => `${addresses.origin}/activities/${id}`;
  serveAsSent(apex);
  countOnly(apex, addresses);
  sayNothingOfUsers(apex, isOpen);
  return apex;
}

/**
 * The package's steps for a GET, without two: its negotiation, which refuses HEAD, a wildcard and Mastodon's
 * `text/html;q=0.1`, and its look for a signed-in owner, since here everybody sees the same, and answers are cached.
 */
export function chainOf(apex: Apex, route: ApexRoute): RequestHandler[] {
  const left = [apex.net.validators.jsonld, apex.net.security.verifyAuthorization];
  return apex.net[route].get.filter((step) => !left.includes(step));
}

/** Where the package believes things to be. Those of the second half are neither mounted nor named in any document. */
const ROUTES = {
  actor: '/actors/:name',
  object: '/posts/:id',
  activity: '/activities/:id',
  inbox: '/actors/:name/inbox',
  outbox: '/actors/:name/outbox',
  followers: '/actors/:name/followers',
  following: '/actors/:name/following',

  liked: '/actors/:name/liked',
  collections: '/actors/:name/collections/:id',
  blocked: '/actors/:name/blocked',
  rejections: '/actors/:name/rejections',
  rejected: '/actors/:name/rejected',
  shares: '/activities/:id/shares',
  likes: '/activities/:id/likes',
} as const;

/**
 * Documents of ours leave as they stand: what is served is what was sent, and others' documents inside our activities
 * are never put through JSON-LD. What the package makes itself, collections and their pages, it turns into JSON-LD
 * itself, with the two contexts it brings; any other context is refused instead of fetched (A11).
 */
function serveAsSent(apex: Apex): void {
  const compact = apex.toJSONLD;
  apex.toJSONLD = async (object) => {
    if (object._meta !== undefined) return object._meta.document;
    const { orderedItems, ...collection } = object;
    const document = await compact(collection);
    if (orderedItems === undefined) return document;
    return { ...Object(document), orderedItems: orderedItems.map(({ _meta }) => _meta?.document) };
  };
  const load = apex.jsonldContextLoader;
  apex.jsonldContextLoader = async (url) => {
    if (!apex.consts.ASContext.includes(url)) throw new Error(`the context ${url} is not at hand, and none is fetched`);
    return load(url);
  };
}

/** Followers and followed are counted, not listed: only an outbox has pages. */
function countOnly(apex: Apex, addresses: Addresses): void {
  const build = apex.buildCollection;
  apex.buildCollection = async (id, ordered, totalItems): Promise<ApexObject> => {
    const collection = await build(id, ordered, totalItems);
    if (id.startsWith(`${addresses.origin}/`) && id.endsWith('/outbox')) return collection;
    const { first: _pages, ...counted } = collection;
    return counted as ApexObject;
  };
}

/** The package's user count is shared by all instances in a process, kept for a day, and wrong if it once failed. */
function sayNothingOfUsers(apex: Apex, isOpen: () => Promise<boolean>): void {
  const generate = apex.generateNodeInfo;
  apex.generateNodeInfo = async (version) => ({
    ...(await generate(version)),
    openRegistrations: await isOpen(),
    usage: { users: {} },
  });
}

function loggerOver(log: Log) {
  const at =
    (level: 'error' | 'warn' | 'info') =>
    (message: unknown, ...details: unknown[]) =>
      log[level]({ details: details.map(String) }, `activitypub-express: ${String(message)}`);
  return { error: at('error'), warn: at('warn'), info: at('info') };
}
