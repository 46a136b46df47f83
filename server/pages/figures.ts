import { figuresPage } from '../../views/pages/figures.ts';
import { moderationFigures } from '../governance/cases/figures.ts';
import type { Routes } from './context.ts';
import { pageHandle, shellOf, show } from './context.ts';
import { governedBy } from './governed.ts';

/** What came of reports, in figures, from the record alone. */
export const figuresRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/figures', async (request, response) => {
    const { community, brief, state } = await governedBy(parts, request);
    const rules = parts.house.addresses.page.rules(pageHandle(community));
    const figures = moderationFigures(state).map((one) => ({ ...one, path: rules }));
    show(response, figuresPage({ shell: shellOf(parts, request), community: brief, figures }));
  });
};
