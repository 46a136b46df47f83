import { sayIn } from '../../views/layout.ts';
import { guidePage, guidesPage } from '../../views/pages/learn.ts';
import { GUIDES } from '../../views/words/guides.ts';
import type { Say } from '../../views/words/speaking.ts';
import type { Routes } from './context.ts';
import { NotFound, shellOf, show } from './context.ts';
import { param } from './governed.ts';

/** Practice guides: short, for anybody, signed in or not. */
export const learnRoutes: Routes = (parts, router) => {
  router.get('/learn', (request, response) => {
    const shell = shellOf(parts, request);
    show(response, guidesPage({ shell, guides: guidesIn(sayIn(shell)) }));
  });

  router.get('/learn/:slug', (request, response) => {
    const slug = param(request, 'slug');
    const which = GUIDES.findIndex((one) => one.slug === slug);
    if (which < 0) throw new NotFound('There is no such guide.');
    const shell = shellOf(parts, request);
    show(response, guidePage({ shell, which, guides: guidesIn(sayIn(shell)) }));
  });
};

/** What guides there are, by their titles and paths. */
export const guidesIn = (say: Say): readonly { readonly title: string; readonly path: string }[] =>
  GUIDES.map(({ slug, title }) => ({ title: say.text(title), path: `/learn/${slug}` }));
