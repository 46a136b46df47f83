import { trustPage } from '../../views/pages/trust.ts';
import type { Routes } from './context.ts';
import { shellOf, show } from './context.ts';

export const trustRoutes: Routes = (parts, router) => {
  router.get('/trust', (request, response) => {
    show(response, trustPage({ shell: shellOf(parts, request) }));
  });
  // Its address before: others' programs know it as the page about this server.
  router.get('/about', (_request, response) => response.redirect(301, '/trust'));
};
