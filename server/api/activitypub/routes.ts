import express, { type Request, type RequestHandler, Router } from 'express';
import { isActivityType } from '../../../federation/vocabulary/media-type.ts';
import { parseJsonObject } from '../../../federation/vocabulary/read.ts';
import type { Person } from '../../community/person.ts';
import { askedBy, bearer } from '../bearer.ts';
import { readableFromAnywhere } from '../cors.ts';
import { ApiError, answerApiErrors } from '../errors.ts';
import { createLimits } from '../limits.ts';
import type { ApiParts } from '../parts.ts';
import { CARRY } from './acts.ts';
import { inboxOf, inboxPage } from './inbox.ts';
import { readSaid } from './said.ts';

const OUTBOX = '/actors/:name/outbox';
const INBOX = '/actors/:name/inbox';

/** What a page on another origin may look at, or say, with a token or without one. */
const READABLE = [
  '/actors/:name',
  OUTBOX,
  INBOX,
  '/posts/:id',
  '/activities/:id',
  '/.well-known/webfinger',
  '/.well-known/host-meta',
  '/.well-known/nodeinfo',
  '/nodeinfo/:version',
];
const LARGEST = '256kb';

/**
 * ActivityPub's own client interface (§6): an app acts by posting to its person's outbox, and reads what reached her in
 * her inbox. Who asks is proven by the same tokens as in the Mastodon API, and everything goes through the same actions.
 */
export function createClientToServer(parts: ApiParts): Router {
  const router = Router({ caseSensitive: true });
  const limits = createLimits({ perAccount: parts.requestsPerAccount, wall: parts.wall });
  const proven = [limits.byAddress, bearer(parts.house), limits.byAsker];
  router.options(READABLE, readableFromAnywhere);

  router.post(OUTBOX, readableFromAnywhere, notKept, ...proven, express.raw({ type: () => true, limit: LARGEST }));
  router.post(OUTBOX, async (request, response) => {
    const person = ownerOf(parts, request);
    const said = readSaid(bodyOf(request), person);
    const { scope, carry } = CARRY[said.act];
    const must = (wanted: string) => void askedBy(request, wanted);
    if (scope !== undefined) must(scope);
    const { location } = await carry(parts, person, said, must);
    await parts.settle();
    if (location !== undefined) response.location(location);
    response.status(201).end();
  });

  router.get(INBOX, leftToOthers, readableFromAnywhere, notKept, ...proven, async (request, response) => {
    const person = ownerOf(parts, request);
    for (const scope of ['read:statuses', 'read:notifications']) askedBy(request, scope);
    const document =
      request.query.page === undefined ? inboxOf(parts, person) : await inboxPage(parts, request, person);
    response.type('application/activity+json').send(JSON.stringify(document));
  });

  router.use([OUTBOX, INBOX], answerApiErrors(parts.house));
  return router;
}

/** Without a token it is the inbox of other servers, which nobody reads. */
const leftToOthers: RequestHandler = (request, _response, next) =>
  request.get('Authorization') === undefined ? next('router') : next();

const notKept: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-store').vary('Authorization');
  next();
};

/** Whose box it is, if that is who asks: nobody acts by another's, nor looks into it. */
function ownerOf({ house }: ApiParts, request: Request): Person {
  const person = request.asking?.person ?? askedBy(request, 'read');
  if (house.addresses.person(String(request.params.name)) === person.iri) return person;
  throw new ApiError(403, 'This is not yours. You can act in your own name, and read what came to you.');
}

function bodyOf(request: Request) {
  if (!isActivityType(request.get('Content-Type'))) {
    throw new ApiError(415, 'Send it as application/activity+json.');
  }
  const read = Buffer.isBuffer(request.body) ? parseJsonObject(request.body) : undefined;
  if (read === undefined) throw new ApiError(400, 'What was sent could not be read: it is no JSON object.');
  return read;
}
