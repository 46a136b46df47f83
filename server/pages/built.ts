import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Response, Router } from 'express';
import { type Compressed, compressed, sendCompressed } from './compressed.ts';

const DIST = new URL('../verifiers/dist/', import.meta.url);

/**
 * Programs that run in a browser or on a member's own machine, each one readable file built from our sources
 * (`npm run verifiers`): `*.js` for pages, under /assets/; `*.mjs` to be downloaded, such as /verify-election.mjs.
 * Anybody gets the same file, without a session.
 */
export function builtFiles(): Router {
  const router = Router({ caseSensitive: true });
  for (const name of readdirSync(DIST)) {
    const content = () => readFile(new URL(name, DIST));
    if (name.endsWith('.mjs')) {
      router.get(`/${name}`, async (_request, response) => {
        asScript(response).attachment(name);
        // Read when asked for, and not compressed: a megabyte that hardly anybody wants.
        response.send(await content());
      });
      continue;
    }
    let file: Promise<Compressed> | undefined;
    router.get(`/assets/${name}`, async (request, response) => {
      file ??= content().then(compressed);
      sendCompressed(request, asScript(response), await file);
    });
  }
  return router;
}

const asScript = (response: Response): Response =>
  response.set('Cache-Control', 'public, no-cache').type('text/javascript; charset=utf-8');
