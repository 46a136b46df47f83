import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Router } from 'express';

const DIST = new URL('../verifiers/dist/', import.meta.url);

/**
 * Programs that run in a browser or on a member's own machine, each one readable file built from our sources
 * (`npm run verifiers`): `*.js` for pages, under /assets/; `*.mjs` to be downloaded, such as /verify-election.mjs.
 * Anybody gets the same file, without a session.
 */
export function builtFiles(): Router {
  const router = Router({ caseSensitive: true });
  for (const name of readdirSync(DIST)) {
    const path = name.endsWith('.mjs') ? `/${name}` : `/assets/${name}`;
    router.get(path, async (_request, response) => {
      // Read when asked for: a megabyte that hardly anybody wants.
      const content = await readFile(new URL(name, DIST));
      response.set('Cache-Control', 'public, no-cache').type('text/javascript; charset=utf-8');
      if (name.endsWith('.mjs')) response.attachment(name);
      response.send(content);
    });
  }
  return router;
}
