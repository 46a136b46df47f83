import { pipeline } from 'node:stream/promises';
import type { RequestHandler, Response } from 'express';
import type { Log } from '../log.ts';
import type { KeptElsewhere, MediaFiles } from '../ports/media.ts';

/** Nothing that a file holds is ever run, wherever it is opened. */
const HARMLESS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Web clients live on other origins, and some look into what they show.
  'Access-Control-Allow-Origin': '*',
} as const;
const FOR_EVER = 'public, max-age=31536000, immutable';

/** One part of a file: whoever asks for several is sent all of it. */
const PART = /^bytes=(?:\d{1,15}-\d{0,15}|-\d{1,15})$/;

/**
 * GET and HEAD /media/…: what people here sent, whole or in part. A name is random and belongs to one file for ever, so
 * it is kept for a year; who knows it may read it, as everywhere on the fediverse.
 */
export function mediaRoute(files: Pick<MediaFiles, 'open'>, log: Log): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return void response.set('Allow', 'GET, HEAD').status(405).type('text/plain').send('Files here are only read.\n');
    }
    response.set(HARMLESS);
    const headOnly = request.method === 'HEAD';
    const range = request.get('Range');
    const part = !headOnly && range !== undefined && PART.test(range) ? { range } : {};
    const found = await files.open(request.path.slice(1), { headOnly, ...part }).catch((cause: unknown) => {
      log.error({ err: cause }, 'a file could not be read');
      return 'unreachable' as const;
    });
    if (found === 'unreachable') return unreachable(response);
    if (found === null) {
      return void response.set('Cache-Control', 'no-store').status(404).type('text/plain').send('No such file.\n');
    }
    response.type(found.mediaType).set('Cache-Control', FOR_EVER);
    if (!('path' in found)) return passOn(found, response, headOnly);
    // The directory may lie below one whose name begins with a dot.
    response.sendFile(found.path, { cacheControl: false, dotfiles: 'allow' }, (cause) => {
      if (cause && !response.headersSent) next(cause);
    });
  };
}

function unreachable(response: Response): void {
  response.set({ 'Cache-Control': 'no-store', 'Retry-After': '30' }).status(503).type('text/plain');
  response.send('The store of this file cannot be reached. Try again in a moment.\n');
}

/** Sends what a store elsewhere sends; when either side breaks off, both end. */
async function passOn({ status, headers, body }: KeptElsewhere, response: Response, headOnly: boolean): Promise<void> {
  response.status(status).set({ 'Accept-Ranges': 'bytes', ...headers });
  if (status === 416) response.set('Cache-Control', 'no-store').removeHeader('Content-Length');
  if (headOnly) {
    body.destroy();
    return void response.end();
  }
  await pipeline(body, response).catch(() => response.destroy());
}
