import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Router } from 'express';
import { type Compressed, compressed, sendCompressed } from './compressed.ts';

const read = (name: string): Buffer => readFileSync(new URL(`../../views/assets/${name}`, import.meta.url));

/** Everything that pages load, read once at start. */
const ASSETS = {
  'look.css': { type: 'text/css; charset=utf-8', content: read('look.css') },
  'mark.svg': { type: 'image/svg+xml', content: read('mark.svg') },
  'passkeys.js': { type: 'text/javascript; charset=utf-8', content: read('passkeys.js') },
  'page.js': { type: 'text/javascript; charset=utf-8', content: read('page.js') },
  'watch.js': { type: 'text/javascript; charset=utf-8', content: read('watch.js') },
  'push.js': { type: 'text/javascript; charset=utf-8', content: read('push.js') },
  'icon-192.png': { type: 'image/png', content: read('icon-192.png') },
  'icon-512.png': { type: 'image/png', content: read('icon-512.png') },
  'zone.js': { type: 'text/javascript; charset=utf-8', content: read('zone.js') },
  // For client apps, which want a picture of everybody.
  'person.png': { type: 'image/png', content: read('person.png') },
  'community.png': { type: 'image/png', content: read('community.png') },
  'header.png': { type: 'image/png', content: read('header.png') },
} as const;

const WORKER = read('sw.js');

/** Pictures are compressed already. What is text is, once somebody has asked for it. */
function sentAs(type: string, content: Buffer): () => Promise<Compressed> {
  let made: Promise<Compressed> | undefined;
  return () => {
    made ??= type === 'image/png' ? Promise.resolve({ plain: content }) : compressed(content);
    return made;
  };
}

/** Changes when the stylesheet does. */
export const styleHash: string = createHash('sha256')
  .update(ASSETS['look.css'].content)
  .digest('base64url')
  .slice(0, 12);

/** GET /assets/…: what is asked for by its hash never changes, so it is kept for a year; the rest for an hour. */
export function assets(): Router {
  const router = Router({ caseSensitive: true });
  for (const [name, { type, content }] of Object.entries(ASSETS)) {
    const file = sentAs(type, content);
    router.get(`/assets/${name}`, async (request, response) => {
      const lasting = request.query.v === styleHash;
      response.set('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
      response.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' }).type(type);
      sendCompressed(request, response, await file());
    });
  }
  // At the root, because a worker stands beside the pages below its own address; asked for anew each time.
  const script = 'text/javascript; charset=utf-8';
  const worker = sentAs(script, WORKER);
  router.get('/sw.js', async (request, response) => {
    response.set('Cache-Control', 'no-cache').type(script);
    sendCompressed(request, response, await worker());
  });
  return router;
}
