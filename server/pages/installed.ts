import type { Request, Response } from 'express';
import { offlinePage } from '../../views/pages/offline.ts';
import { directionOf } from '../../views/words/language.ts';
import { SHELL } from '../../views/words/shell.ts';
import { speaker } from '../../views/words/speaking.ts';
import type { PagesParts, Routes } from './context.ts';
import { shellOf, show } from './context.ts';
import { languageOf } from './language-of.ts';

/** What lets a browser install the site (W3C Web Application Manifest), and the page for when there is no network. */
export const installedRoutes: Routes = (parts, router) => {
  router.get('/manifest.webmanifest', (request, response) => sendManifest(parts, request, response));

  router.get('/offline', (request, response) => {
    // Kept by the browser for whoever sits there: nobody's name may stand on it.
    show(response, offlinePage({ shell: { ...shellOf(parts, request), viewer: null } }));
  });
};

function sendManifest({ house }: PagesParts, request: Request, response: Response): void {
  const say = speaker(languageOf(request));
  const icon = (size: number) => ({
    src: `/assets/icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable',
  });
  response.type('application/manifest+json').json({
    id: '/',
    name: house.addresses.host,
    short_name: 'Folkmoot',
    description: say.text(SHELL.belongs, { host: house.addresses.host }),
    lang: say.language,
    dir: directionOf(say.language),
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbf7ef',
    theme_color: '#12605a',
    icons: [icon(192), icon(512)],
    // What other programs hand over is shown in a form first: nothing is kept or said by it alone.
    share_target: { action: '/capture', method: 'GET', params: { title: 'title', text: 'text', url: 'url' } },
    shortcuts: [
      { name: say.text(SHELL.decisions), url: '/decisions' },
      { name: say.text(SHELL.communities), url: '/communities' },
      { name: say.text(SHELL.notebook), url: '/notebook' },
    ],
  });
}
