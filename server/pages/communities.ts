import type { Request, Response } from 'express';
import type { CommunitiesModel } from '../../views/pages/communities.ts';
import { communitiesPage } from '../../views/pages/communities.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { PagesParts, Routes } from './context.ts';
import { briefOf, field, goTo, requireViewer, shellOf, show, viewerOf } from './context.ts';

export const communitiesRoutes: Routes = (parts, router) => {
  router.get('/communities', (request, response) => showCommunities(parts, request, response, EMPTY_FORM));

  router.post('/communities/lookup', async (request, response) => {
    requireViewer(request);
    const address = field(request, 'address').trim();
    const found = await parts.lookUpCommunity(address.slice(0, LONGEST_ADDRESS));
    if (found.ok) return goTo(response, briefOf(parts, found.community).path);
    await showCommunities(parts, request, response, { values: { address }, errors: { address: found.text } });
  });
};

const LONGEST_ADDRESS = 500;

async function showCommunities(
  parts: PagesParts,
  request: Request,
  response: Response,
  lookup: CommunitiesModel['lookup'],
): Promise<void> {
  const { house } = parts;
  const viewer = viewerOf(request);
  const [here, follows] = await Promise.all([
    house.communities.here(),
    viewer === null ? [] : house.follows.communitiesOf(viewer.iri),
  ]);
  const own = await Promise.all(follows.map(({ target }) => house.communities.byIri(target)));
  const elsewhere = own.filter((community) => community?.home === 'elsewhere').filter((one) => one !== null);
  const model: CommunitiesModel = {
    shell: shellOf(parts, request),
    here: here.map((community) => briefOf(parts, community)),
    elsewhere: elsewhere.map((community) => briefOf(parts, community)),
    lookup,
  };
  show(response, communitiesPage(model), lookup === EMPTY_FORM ? 200 : 422);
}
