import { type RuleModel, rulesPage } from '../../views/pages/rules.ts';
import type { CommunityIri } from '../community/ids.ts';
import type { PagesParts, Routes } from './context.ts';
import { pageHandle, shellOf, show } from './context.ts';
import { governedBy } from './governed.ts';
import { ruleModels } from './models/rules.ts';

/** A rule of the whole server, with the name of the community that decided it. */
async function titled({ house }: PagesParts, rule: RuleModel): Promise<RuleModel> {
  const from = rule.server?.from;
  const home = from === undefined ? null : await house.communities.byIri(from as CommunityIri);
  return home === null ? rule : { ...rule, server: { from: home.title } };
}

/** The rules in force, and every version that ever was. */
export const rulesRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/rules', async (request, response) => {
    const { community, brief, state, now } = await governedBy(parts, request, { open: true });
    const citing = { state, pages: parts.house.addresses.page, handle: pageHandle(community) };
    const models = ruleModels(citing, now);
    const instance = await Promise.all(models.instance.map((rule) => titled(parts, rule)));
    show(response, rulesPage({ shell: shellOf(parts, request), community: brief, ...models, instance }));
  });
};
