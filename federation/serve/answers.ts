import type { IncomingMessage } from 'node:http';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { ACTIVITY_JSON, LD_JSON } from '../vocabulary/media-type.ts';
import type { JsonObject } from '../vocabulary/read.ts';
import type { Found } from './found.ts';

/**
 * Short, so that what is deleted is gone from every cache within the minute (PRI-10); afterwards the ETag decides.
 */
const FOR_HALF_A_MINUTE = 'public, max-age=30';

const UNKNOWN_TEXT = 'There is nothing at this address, or it is not public.\n';
const GONE_TEXT = 'What was at this address has been deleted.\n';
const BROKEN_TEXT = 'Something went wrong here. Please try again later.\n';
const INBOX_TEXT = 'An inbox cannot be read. Other servers deliver to it with signed POST requests.\n';

/** Whether a page for people is wanted rather than a document. Whoever accepts everything gets the document. */
export function wantsPage({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return accepts.call({ headers } as Request, TYPES) === 'text/html';
}

/** Express's own negotiation, also for requests that have not come to Express yet. */
const accepts: (this: Request, types: string[]) => string | false = express.request.accepts;

const TYPES = [ACTIVITY_JSON, LD_JSON, 'application/ld+json', 'application/json', 'text/html'];

/** Anybody's script may read what anybody may read. */
export const readableEverywhere: RequestHandler = (_request, response, next) => {
  response.set('Access-Control-Allow-Origin', '*');
  next();
};

/** One answer for what is unknown and for what is not to be seen: same words, same headers. */
export function answerUnknown(response: Response): void {
  plain(response, 404, UNKNOWN_TEXT);
}

export function answerNotReadable(response: Response): void {
  plain(response, 403, INBOX_TEXT);
}

export function answerGone(response: Response, wanted: 'page' | JsonObject): void {
  response.set('Cache-Control', FOR_HALF_A_MINUTE);
  if (wanted === 'page') return void response.status(410).type('text/plain').send(GONE_TEXT);
  response.status(410).type(ACTIVITY_JSON).send(JSON.stringify(wanted));
}

/** A document that anybody may have. */
export function answerDocument(response: Response, document: JsonObject): void {
  response.set('Cache-Control', FOR_HALF_A_MINUTE).type(ACTIVITY_JSON).send(JSON.stringify(document));
}

/** A document for whoever signed the request, or its Tombstone: kept by nobody in between. */
export function answerReader(response: Response, found: Exclude<Found, { state: 'unknown' }>): void {
  response.set('Cache-Control', 'private, no-store').vary('Signature');
  response.status(found.state === 'gone' ? 410 : 200);
  response.type(ACTIVITY_JSON).send(JSON.stringify(found.document));
}

export function answerPage(response: Response, address: string): void {
  response.set('Cache-Control', FOR_HALF_A_MINUTE).redirect(303, address);
}

/**
 * Makes what activitypub-express answers ours: documents as activity+json with cache rules; its refusals, which repeat
 * the caller's words as HTML, as the one plain answer for each status; somebody who left as her Tombstone.
 */
export function answersOfApex(goneActor: (name: string) => JsonObject): RequestHandler {
  return (request, response, next) => {
    response.locals.apex.responseType = ACTIVITY_JSON;
    const { name } = request.params;
    guardSend(response, typeof name === 'string' ? () => goneActor(name) : undefined);
    next();
  };
}

/** For WebFinger and NodeInfo: no negotiation, the type given. */
export function answersAs(type: string): RequestHandler {
  return (_request, response, next) => {
    response.set('Cache-Control', FOR_HALF_A_MINUTE).type(type);
    guardSend(response);
    next();
  };
}

function guardSend(response: Response, goneActor?: () => JsonObject): void {
  const send = response.send.bind(response);
  response.send = (body) => {
    response.send = send;
    const { statusCode } = response;
    if (statusCode < 400 || (statusCode === 410 && body)) {
      return send.call(response.set('Cache-Control', FOR_HALF_A_MINUTE), body);
    }
    if (statusCode === 410 && goneActor) answerGone(response, goneActor());
    else if (statusCode >= 500) plain(response, statusCode, BROKEN_TEXT);
    else answerUnknown(response);
    return response;
  };
}

function plain(response: Response, status: number, text: string): void {
  response.set('Cache-Control', 'no-store').status(status).type('text/plain').send(text);
}
