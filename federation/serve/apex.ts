import type { ApexRoute } from 'activitypub-express';
import { type RequestHandler, Router } from 'express';
import type { Addresses } from '../../server/community/addresses.ts';
import { type ActivityIri, type ActorIri, activityIri, type PostIri } from '../../server/community/ids.ts';
import type { Log } from '../../server/log.ts';
import type { Follows } from '../../server/ports/follows.ts';
import { isSigned, type RequesterOf } from '../signatures/incoming-get.ts';
import { goneActorDocument } from '../vocabulary/objects/gone-actor.ts';
import { type ActivitySources, createActivityLookup } from './activities.ts';
import { type ActorSources, createActorLookup } from './actors.ts';
import {
  answerDocument,
  answerGone,
  answerNotReadable,
  answerPage,
  answerReader,
  answersOfApex,
  answerUnknown,
  readableEverywhere,
  wantsPage,
} from './answers.ts';
import { type CaseSources, createCaseLookup } from './cases.ts';
import { type CollectedSources, createCollected } from './collected.ts';
import { type CollectionSources, createCollections, type FoundCollection } from './collections.ts';
import { chainOf, createApex } from './configure.ts';
import { followersThere } from './followers-there.ts';
import { type Found, UNKNOWN } from './found.ts';
import { isActorName, isLocalId, isPage } from './names.ts';
import { createPostLookup, type May } from './posts.ts';
import { createMayRead, type ReaderSources } from './readers.ts';
import { createStampLookup, type StampSources } from './stamps.ts';
import { type Lookups, ReadOnlyStore } from './store.ts';
import { wellKnown } from './well-known.ts';

export interface ServeParts {
  readonly stores: ActorSources &
    ActivitySources &
    CollectionSources &
    CaseSources &
    StampSources &
    CollectedSources &
    ReaderSources & { readonly follows: Pick<Follows, 'followersOf' | 'countFollowers' | 'communitiesOf'> };
  readonly addresses: Addresses;
  /** Who signed a request to read, if anybody did soundly. */
  readonly requesterOf: RequesterOf;
  /** Whether anybody may open an account here. */
  readonly isOpen: () => Promise<boolean>;
  /** The community's time. */
  readonly now: () => Date;
  /** What the server is called. */
  readonly title: string;
  /** The key that this server's records are signed with, 32 bytes. */
  readonly recordKey?: Buffer;
  /** Of the software. */
  readonly version: string;
  readonly log: Log;
}

/**
 * What other servers may GET: actors, their outboxes and counts, posts, activities, WebFinger, host-meta, NodeInfo.
 * Documents are found, guarded and redirected here, and answered by activitypub-express's GET side. Nothing else of
 * the package is mounted. Everybody is answered alike, signed or not; but for posts that are for some alone, and
 * activities that carry them: these are given to requests that their readers signed, and to everybody else they are
 * not there. What is none of these paths, or no GET, falls through.
 */
export function createServe(parts: ServeParts): Router {
  const { stores, addresses, title, version, log, isOpen } = parts;
  const lookups = createLookups(parts);
  const store = new ReadOnlyStore({ addresses, lookups, activities: stores.activities, follows: stores.follows });
  const apex = createApex({ addresses, store, title, version, log, isOpen });
  const leave = (name: string) => goneActorDocument(addresses.person(name));
  const chain = (route: ApexRoute) => [apex, answersOfApex(leave), ...chainOf(apex, route)];
  const plainChain = (route: ApexRoute) => [apex, ...chainOf(apex, route)];
  const people = (find: (part: string) => Promise<Found>) => pageForPeople(find, addresses);
  const readers = (find: (id: string, may?: May) => Promise<Found>) => forReaders(find, parts);
  const collections = createCollections(stores, parts);
  const cases = createCaseLookup(stores, addresses);
  const stamps = createStampLookup(stores, { addresses, post: lookups.post });
  const collected = createCollected(stores, parts);

  const router = Router({ caseSensitive: true });
  router.get(['/inbox', '/actors/:name/inbox'], (_request, response) => answerNotReadable(response));
  router.get(SERVED, readableEverywhere, possible);
  router.get(
    '/actors/:name',
    people((name) => lookups.actor(addresses.person(name))),
    ...chain('actor'),
  );
  router.get('/actors/:name/outbox', paged, ...chain('outbox'));
  router.get('/actors/:name/followers', unpaged, ...chain('followers'));
  router.get('/actors/:name/following', unpaged, ...chain('following'));
  router.get('/actors/:name/followers_synchronization', unpaged, followersThere(parts));
  router.get('/actors/:name/moderators', unpaged, listing(collections.moderators, addresses));
  router.get('/actors/:name/featured', unpaged, listing(collections.featured, addresses));
  router.get(
    '/posts/:id',
    people((id) => lookups.post(addresses.post(id))),
    readers((id, may) => lookups.post(addresses.post(id), may)),
    ...chain('object'),
  );
  router.get(
    '/activities/:id',
    people((id) => lookups.activity(activityOf(id))),
    readers((id, may) => lookups.activity(activityOf(id), may)),
    ...chain('activityStream'),
  );
  router.get(
    '/cases/:id',
    people((id) => cases(id)),
    answering(cases),
  );
  router.get(
    '/stamps/:id',
    people((id) => stamps(id)),
    answering(stamps),
  );
  router.get('/actors/:name/collections', unpaged, listing(collected.by, addresses));
  router.get(
    '/collections/:id',
    people((id) => collected.collection(id)),
    answering(collected.collection),
  );
  router.use(
    wellKnown({
      addresses,
      chains: {
        webfinger: plainChain('webfinger'),
        nodeInfo: plainChain('nodeInfo'),
        nodeInfoLocation: plainChain('nodeInfoLocation'),
      },
    }),
  );
  return router;

  function activityOf(id: string): ActivityIri {
    return activityIri(`${addresses.origin}/activities/${id}`);
  }
}

const SERVED = [
  '/actors/:name',
  '/actors/:name/outbox',
  '/actors/:name/followers',
  '/actors/:name/following',
  '/actors/:name/followers_synchronization',
  '/actors/:name/moderators',
  '/actors/:name/featured',
  '/actors/:name/collections',
  '/collections/:id',
  '/posts/:id',
  '/activities/:id',
  '/cases/:id',
  '/stamps/:id',
];

function createLookups({ stores, addresses, title, recordKey }: ServeParts): Lookups {
  const actor = createActorLookup(stores, { addresses, title, recordKey });
  const post = createPostLookup(stores, { addresses });
  const { find, shown } = createActivityLookup(stores, { actor, post: (iri) => post(iri as PostIri) });
  return { actor, post, activity: find, shown };
}

/** Refuses what cannot be the address of anything of ours, before it is looked up or repeated anywhere. */
const possible: RequestHandler = (request, response, next) => {
  const { name, id } = request.params;
  response.vary('Accept');
  if (name === undefined ? isLocalId(id) : isActorName(name)) return next();
  answerUnknown(response);
};

const paged: RequestHandler = (request, response, next) => {
  const { page } = request.query;
  if (page === undefined || isPage(page)) return next();
  answerUnknown(response);
};

/** Who follows and who is followed is counted only. */
const unpaged: RequestHandler = (request, response, next) => {
  if (request.query.page === undefined) return next();
  answerUnknown(response);
};

/** A short list of an actor's, answered whole. */
function listing(find: (owner: ActorIri) => Promise<FoundCollection>, { person }: Addresses): RequestHandler {
  return async (request, response) => {
    const found = await find(person(String(request.params.name)));
    if (found === null) return answerUnknown(response);
    if (found.state === 'gone') return answerGone(response, found.document);
    answerDocument(response, found.document);
  };
}

/** A document that anybody may have, or the one answer for everything else. */
function answering(find: (part: string) => Promise<Found>): RequestHandler {
  return async (request, response) => {
    const found = await find(String(request.params.id));
    if (found.state === 'here') answerDocument(response, found.document);
    else answerUnknown(response);
  };
}

/**
 * Gives what is for some alone to those it is for. The signature is looked at whether there is such a thing or not:
 * else the look for its key would tell that there is.
 */
function forReaders(
  find: (id: string, may?: May) => Promise<Found>,
  { stores, requesterOf }: Pick<ServeParts, 'stores' | 'requesterOf'>,
): RequestHandler {
  const mayRead = createMayRead(stores);
  return async (request, response, next) => {
    if (!isSigned(request)) return next();
    const id = String(request.params.id);
    if ((await find(id)).state !== 'unknown') return next();
    const { method, originalUrl: url, headers } = request;
    const reader = await requesterOf({ method, url, headers });
    const found = reader === null ? UNKNOWN : await find(id, (post) => mayRead(post, reader));
    if (found.state === 'unknown') return next();
    answerReader(response, found);
  };
}

/** Takes people with a browser to the page about what they asked for; programs go on to the document. */
function pageForPeople(find: (part: string) => Promise<Found>, { origin }: Addresses): RequestHandler {
  return async (request, response, next) => {
    if (!wantsPage(request)) return next();
    const { name, id } = request.params;
    const found = await find(String(name ?? id));
    switch (found.state) {
      case 'here':
        return answerPage(response, `${origin}${found.page}`);
      case 'gone':
        return answerGone(response, 'page');
      case 'unknown':
        return answerUnknown(response);
    }
  };
}
