import { sayIn } from '../../views/layout.ts';
import { decisionsPage, proposalsPage } from '../../views/pages/proposals.ts';
import type { Community } from '../community/community.ts';
import type { Person } from '../community/person.ts';
import { type Sentence, said } from '../community/said.ts';
import { memberOf } from '../governance/membership.ts';
import { actsAsFounder } from '../governance/roles/role.ts';
import type { CommunityState } from '../governance/state.ts';
import type { PagesParts, Routes } from './context.ts';
import { shellOf, show, viewerOf } from './context.ts';
import type { Governed } from './governed.ts';
import { governedBy } from './governed.ts';
import { whyNotPropose } from './models/draft.ts';
import { briefsOf } from './models/proposal-brief.ts';
import type { Stages } from './models/stages.ts';
import { createStages } from './models/stages.ts';
import { type Standing, waitingFor } from './models/waiting.ts';

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
    const viewer = viewerOf(request);
    const shell = shellOf(parts, request);
    const communities = await across(parts, stages, viewer);
    const waiting = viewer === null ? [] : await waitingFor(parts, viewer, communities, sayIn(shell));
    const proposals = communities.flatMap(({ briefs }) => briefs);
    show(response, decisionsPage({ shell, proposals, waiting }));
  });
};

function whyNotHer({ state, viewer, now }: Governed): Sentence | null {
  if (viewer === null) return said`Members propose changes. Sign in, if you are one.`;
  // She may adopt changes provisionally before she may propose any.
  if (actsAsFounder(state, viewer.iri, now)) return null;
  return whyNotPropose(state, viewer.iri, now);
}

/** To a visitor every community that is open to everybody, to somebody who is signed in those that are hers. */
const isShown = ({ membersOnly }: Community, state: CommunityState, viewer: Person | null): boolean =>
  viewer === null ? membersOnly !== true : memberOf(state, viewer.iri) !== null;

/** The communities here to which the viewer belongs, with their proposals; for a visitor, all that show them to her. */
export async function across(
  { house }: PagesParts,
  stages: Stages,
  viewer: Person | null,
): Promise<readonly Standing[]> {
  const found = await Promise.all(
    (await house.communities.here()).map(async (community): Promise<readonly Standing[]> => {
      const state = await house.states.load(community.iri);
      if (state === null || !isShown(community, state, viewer)) return [];
      const listing = { state, community, viewer: viewer?.iri ?? null, began: await stages(community.iri) };
      return [{ community, state, briefs: await briefsOf(house, listing) }];
    }),
  );
  return found.flat();
}
