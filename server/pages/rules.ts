import { rulesPage } from '../../views/pages/rules.ts';
import type { Routes } from './context.ts';
import { pageHandle, shellOf, show } from './context.ts';
import { governedBy } from './governed.ts';
import { ruleModels } from './models/rules.ts';

/** The rules in force, and every version that ever was. */
export const rulesRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/rules', async (request, response) => {
    const { community, brief, state, now } = await governedBy(parts, request, { open: true });
    const citing = { state, pages: parts.house.addresses.page, handle: pageHandle(community) };
    show(response, rulesPage({ shell: shellOf(parts, request), community: brief, ...ruleModels(citing, now) }));
  });
};
