import type { Request } from 'express';
import { charterPage } from '../../views/pages/charter.ts';
import type { PagesParts, Routes } from './context.ts';
import { pageHandle, shellOf, show } from './context.ts';
import { governedBy } from './governed.ts';
import { charterData, charterModel } from './models/charter.ts';

/** How a community decides: for people, and for programs. */
export const charterRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/charter', async (request, response) => {
    const { community, brief, citing, now } = await charterOf(parts, request);
    const { foundedAt } = community;
    const model = charterModel(citing, { foundedAt, now });
    show(response, charterPage({ shell: shellOf(parts, request), community: brief, ...model }));
  });

  router.get('/communities/:handle/charter.json', async (request, response) => {
    const { community, citing } = await charterOf(parts, request);
    response.type('json').send(`${JSON.stringify(charterData(citing, community.foundedAt), null, 2)}\n`);
  });
};

async function charterOf(parts: PagesParts, request: Request) {
  const governed = await governedBy(parts, request, { open: true });
  const { state, community } = governed;
  return { ...governed, citing: { state, pages: parts.house.addresses.page, handle: pageHandle(community) } };
}
