import type { RequestHandler } from 'express';
import type { MediaFiles } from '../ports/media.ts';

/** Nothing that a file holds is ever run, wherever it is opened. */
const HARMLESS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Web clients live on other origins, and some look into what they show.
  'Access-Control-Allow-Origin': '*',
} as const;

/**
 * GET and HEAD /media/…: pictures that people here sent, whole or in part. A name is random and belongs to one picture
 * for ever, so it is kept for a year; who knows it may read it, as everywhere on the fediverse.
 */
export function mediaRoute(files: Pick<MediaFiles, 'find'>): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return void response.set('Allow', 'GET, HEAD').status(405).type('text/plain').send('Files here are only read.\n');
    }
    const found = await files.find(request.path.slice(1));
    response.set(HARMLESS);
    if (found === null) {
      return void response.set('Cache-Control', 'no-store').status(404).type('text/plain').send('No such file.\n');
    }
    response.type(found.mediaType).set('Cache-Control', 'public, max-age=31536000, immutable');
    // The directory may lie below one whose name begins with a dot.
    response.sendFile(found.path, { cacheControl: false, dotfiles: 'allow' }, (cause) => {
      if (cause && !response.headersSent) next(cause);
    });
  };
}
