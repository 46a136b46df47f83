import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Router } from 'express';

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

/** Changes when the stylesheet does. */
export const styleHash: string = createHash('sha256')
  .update(ASSETS['look.css'].content)
  .digest('base64url')
  .slice(0, 12);

/** GET /assets/…: what is asked for by its hash never changes, so it is kept for a year; the rest for an hour. */
export function assets(): Router {
  const router = Router({ caseSensitive: true });
  for (const [name, { type, content }] of Object.entries(ASSETS)) {
    router.get(`/assets/${name}`, (request, response) => {
      const lasting = request.query.v === styleHash;
      response.set('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
      response
        .set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' })
        .type(type)
        .send(content);
    });
  }
  // At the root, because a worker stands beside the pages below its own address; asked for anew each time.
  router.get('/sw.js', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('text/javascript; charset=utf-8').send(WORKER);
  });
  return router;
}
