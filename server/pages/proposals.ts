import type { Request } from 'express';
import { decisionsPage, proposalsPage } from '../../views/pages/proposals.ts';
import type { ProposalBrief } from '../../views/parts/proposal-list.ts';
import { memberOf } from '../governance/membership.ts';
import { actsAsFounder } from '../governance/roles/role.ts';
import type { PagesParts, Routes } from './context.ts';
import { shellOf, show, viewerOf } from './context.ts';
import type { Governed } from './governed.ts';
import { governedBy } from './governed.ts';
import { whyNotPropose } from './models/draft.ts';
import { briefsOf } from './models/proposal-brief.ts';
import type { Stages } from './models/stages.ts';
import { createStages } from './models/stages.ts';

/** Lists of proposals: of one community, and of all that are the viewer's. */
export const proposalsRoutes: Routes = (parts, router) => {
  const stages = createStages(parts.house.record);

  router.get('/communities/:handle/proposals', async (request, response) => {
    const governed = await governedBy(parts, request);
    const { community, brief, state, viewer } = governed;
    const began = await stages(community.iri);
    const proposals = await briefsOf(parts.house, { state, community, viewer: viewer?.iri ?? null, began });
    const whyNot = whyNotHer(governed);
    const shell = shellOf(parts, request);
    const may = whyNot === null ? { mayPropose: true } : { mayPropose: false, whyNot };
    show(response, proposalsPage({ shell, community: brief, proposals, ...may }));
  });

  router.get('/decisions', async (request, response) => {
    show(response, decisionsPage({ shell: shellOf(parts, request), proposals: await across(parts, stages, request) }));
  });
};

function whyNotHer({ state, viewer, now }: Governed): string | null {
  if (viewer === null) return 'Members propose changes. Sign in, if you are one.';
  // She may adopt changes provisionally before she may propose any.
  if (actsAsFounder(state, viewer.iri, now)) return null;
  return whyNotPropose(state, viewer.iri, now);
}

/** Proposals of the communities here to which the viewer belongs; for a visitor, of all. */
async function across({ house }: PagesParts, stages: Stages, request: Request): Promise<readonly ProposalBrief[]> {
  const viewer = viewerOf(request)?.iri ?? null;
  const lists = await Promise.all(
    (await house.communities.here()).map(async (community) => {
      const state = await house.states.load(community.iri);
      if (state === null || (viewer !== null && memberOf(state, viewer) === null)) return [];
      return briefsOf(house, { state, community, viewer, began: await stages(community.iri) });
    }),
  );
  return lists.flat();
}
