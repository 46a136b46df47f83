import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** An answer that everybody gets, ready to be written. */
export interface Finished {
  readonly status: number;
  /** Names and values in turn, as `writeHead` takes them fastest. */
  readonly headers: readonly string[];
  /** The same without what describes the body: what goes with 304. */
  readonly shortHeaders: readonly string[];
  readonly body: Buffer;
  /** Strong: the very bytes. */
  readonly etag: string;
}

const OF_THE_BODY: ReadonlySet<string> = new Set(['content-type', 'content-length', 'content-encoding']);

/** What was answered, if it says of itself that it may be kept by anybody, and carries nothing for one caller. */
export function finishedAnswer(status: number, given: OutgoingHttpHeaders, body: Buffer): Finished | undefined {
  const mayBeKept = String(given['cache-control'] ?? '').startsWith('public');
  if ((status !== 200 && status !== 410) || !mayBeKept || given['set-cookie'] !== undefined) return undefined;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = { ...given, 'content-length': String(body.length), etag };
  const flat = (names: readonly string[]) =>
    names.flatMap((name) => [name, String((headers as OutgoingHttpHeaders)[name])]);
  const names = Object.keys(headers);
  return {
    status,
    headers: flat(names),
    shortHeaders: flat(names.filter((name) => !OF_THE_BODY.has(name))),
    body,
    etag,
  };
}

/** Answers with it: the document, its headers alone to HEAD, 304 to whoever has these bytes (RFC 9110 §13.1.2). */
export function writeFinished(answer: Finished, request: IncomingMessage, response: ServerResponse): void {
  if (answer.status === 200 && hasAlready(answer.etag, request)) {
    response.writeHead(304, answer.shortHeaders as string[]).end();
    return;
  }
  response.writeHead(answer.status, answer.headers as string[]);
  if (request.method === 'HEAD') response.end();
  else response.end(answer.body);
}

function hasAlready(etag: string, { headers }: IncomingMessage): boolean {
  const known = headers['if-none-match'];
  if (known === undefined || headers['cache-control']?.includes('no-cache')) return false;
  if (known === etag || known.trim() === '*') return true;
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
