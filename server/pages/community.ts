import type { Request, Response } from 'express';
import type { CommunityModel } from '../../views/pages/community.ts';
import { communityPage } from '../../views/pages/community.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Community } from '../community/community.ts';
import { personIri } from '../community/ids.ts';
import { sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { PagesParts, Routes } from './context.ts';
import { briefOf, communityBy, field, goTo, leaveNotice, requireViewer, shellOf, show, viewerOf } from './context.ts';
import { param } from './governed.ts';
import { communityModel } from './models/community.ts';
import { pageAsked } from './models/paging.ts';

export const communityRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle', async (request, response) => {
    const community = await communityBy(parts, param(request, 'handle'));
    await showCommunity(parts, request, response, community);
  });

  router.post('/communities/:handle/join', async (request, response) => {
    const viewer = requireViewer(request);
    const community = await communityBy(parts, param(request, 'handle'));
    const joined = await parts.actions.joinCommunity({ person: viewer.iri, community: community.iri });
    await parts.settle();
    if (!joined.ok) leaveNotice(request, 'refused', sentenceOf(joined.refusal));
    else if (joined.value.state === 'accepted')
      leaveNotice(request, 'done', said`You are a member of ${community.title}.`);
    else if (community.home === 'here') leaveNotice(request, 'done', 'You asked to join. A member has to let you in.');
    else leaveNotice(request, 'done', said`${community.title} was asked to take you in.`);
    goTo(response, briefOf(parts, community).path);
  });

  router.post('/communities/:handle/requests', async (request, response) => {
    const viewer = requireViewer(request);
    const community = await communityBy(parts, param(request, 'handle'));
    const ask = { community: community.iri, person: personIri(field(request, 'person')), by: viewer.iri };
    const admits = field(request, 'answer') === 'admit';
    const answered = await (admits ? parts.actions.admitMember(ask) : parts.actions.declineMember(ask));
    await parts.settle();
    if (!answered.ok) leaveNotice(request, 'refused', sentenceOf(answered.refusal));
    else leaveNotice(request, 'done', admits ? 'They are a member now.' : 'They were turned away.');
    goTo(response, briefOf(parts, community).path);
  });

  router.post('/communities/:handle/leave', async (request, response) => {
    const viewer = requireViewer(request);
    const community = await communityBy(parts, param(request, 'handle'));
    const left = await parts.actions.leaveCommunity({ person: viewer.iri, community: community.iri });
    await parts.settle();
    if (left.ok) leaveNotice(request, 'done', said`You are no longer in ${community.title}.`);
    else leaveNotice(request, 'refused', sentenceOf(left.refusal));
    goTo(response, briefOf(parts, community).path);
  });
};

/** The community's page; with the form as it was sent, when something is wrong with it. */
export async function showCommunity(
  parts: PagesParts,
  request: Request,
  response: Response,
  community: Community,
  write?: CommunityModel['write'],
): Promise<void> {
  const viewer = viewerOf(request);
  const model = await communityModel(parts, { community, viewer, page: pageAsked(request) });
  const page = communityPage({ ...model, shell: shellOf(parts, request), write: write ?? EMPTY_FORM });
  show(response, page, write === undefined ? 200 : 422);
}
