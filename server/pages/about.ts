import { aboutPage } from '../../views/pages/about.ts';
import type { Routes } from './context.ts';
import { shellOf, show } from './context.ts';

export const aboutRoutes: Routes = (parts, router) => {
  router.get('/about', (request, response) => {
    show(response, aboutPage({ shell: shellOf(parts, request) }));
  });
};
