import type { Request, Response } from 'express';
import { kindPage, kindsPage } from '../../views/pages/kinds.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import type { Community } from '../community/community.ts';
import { tagKey } from '../community/hashtags.ts';
import { sentenceOf } from '../community/result.ts';
import type { PagesParts, Routes } from './context.ts';
import {
  briefOf,
  communityBy,
  field,
  goTo,
  leaveNotice,
  NotFound,
  requireViewer,
  shellOf,
  show,
  viewerOf,
} from './context.ts';
import { param, query } from './governed.ts';
import { shownTo } from './models/community.ts';
import { kindModel, kindsModel } from './models/kinds.ts';
import { pageAsked } from './models/paging.ts';

/** What posts are meant as: the kinds of a community, and what was written of each. */
export const kindsRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/kinds', async (request, response) => {
    const asked = await communityBy(parts, param(request, 'handle'));
    await showKinds(parts, request, response, await shownTo(parts, asked, viewerOf(request)));
  });

  router.get('/communities/:handle/kinds/:kind', async (request, response) => {
    const asked = await communityBy(parts, param(request, 'handle'));
    const community = await shownTo(parts, asked, viewerOf(request));
    const which = query(request, 'which') === 'open' ? 'open' : 'all';
    const ask = { community, kind: tagKey(param(request, 'kind')), which, viewer: viewerOf(request) } as const;
    const model = await kindModel(parts, { ...ask, page: pageAsked(request) });
    if (model === null) throw new NotFound('This community knows no such kind.');
    show(response, kindPage({ ...model, shell: shellOf(parts, request) }));
  });

  router.post('/communities/:handle/kinds', async (request, response) => {
    const viewer = requireViewer(request);
    const community = await communityBy(parts, param(request, 'handle'));
    const tag = field(request, 'tag');
    const named = await parts.actions.nameKind({ community: community.iri, by: viewer.iri, tag });
    if (!named.ok) {
      return showKinds(parts, request, response, community, {
        values: { tag },
        errors: { tag: sentenceOf(named.refusal) },
      });
    }
    await parts.settle();
    leaveNotice(request, 'done', 'Everybody here can use this kind now.');
    goTo(response, `${briefOf(parts, community).path}/kinds`);
  });

  router.post('/communities/:handle/kinds/drop', async (request, response) => {
    const viewer = requireViewer(request);
    const community = await communityBy(parts, param(request, 'handle'));
    const ask = { community: community.iri, by: viewer.iri, tag: field(request, 'tag') };
    const dropped = await parts.actions.dropKind(ask);
    await parts.settle();
    if (dropped.ok) leaveNotice(request, 'done', 'It is off the list. Posts keep it as a hashtag.');
    else leaveNotice(request, 'refused', sentenceOf(dropped.refusal));
    goTo(response, `${briefOf(parts, community).path}/kinds`);
  });
};

async function showKinds(
  parts: PagesParts,
  request: Request,
  response: Response,
  community: Community,
  form: Form<'tag'> = EMPTY_FORM,
): Promise<void> {
  const model = await kindsModel(parts, { community, viewer: viewerOf(request) });
  show(response, kindsPage({ ...model, shell: shellOf(parts, request), form }), form === EMPTY_FORM ? 200 : 422);
}
