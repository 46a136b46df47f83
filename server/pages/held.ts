import type { Request } from 'express';
import { type HeldModel, heldPage } from '../../views/pages/held.ts';
import { postKey } from '../community/addresses.ts';
import { sentenceOf } from '../community/result.ts';
import { mayRelease } from '../governance/holds.ts';
import type { PagesParts, Routes } from './context.ts';
import { goTo, leaveNotice, NotFound, pageHandle, requireViewer, shellOf, show } from './context.ts';
import { type Governed, governedBy, param } from './governed.ts';
import { postModels } from './models/post.ts';

/** Held posts, for whoever may let them go; for everybody else the page is not there. */
export const heldRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/held', async (request, response) => {
    const { governed, path, as: by } = await releasing(parts, request);
    const { house } = parts;
    const found = await Promise.all([...governed.state.holds.keys()].map((iri) => house.posts.byIri(iri)));
    const posts = found.filter((post) => post !== null && post.deletedAt === undefined).filter((post) => post !== null);
    const models = await postModels(house, posts, { viewer: requireViewer(request), named: false });
    const held = models.map((post) => ({ post: { ...post, acts: {} }, release: `${path}/${post.key}/release` }));
    show(response, heldPage({ shell: shellOf(parts, request), community: governed.brief, by, held }));
  });

  router.post('/communities/:handle/held/:key/release', async (request, response) => {
    const { governed, path } = await releasing(parts, request);
    const key = param(request, 'key');
    const post = [...governed.state.holds.keys()].find((iri) => postKey(iri) === key);
    if (post === undefined) throw new NotFound('This post is not held.');
    const by = requireViewer(request).iri;
    const released = await parts.actions.releaseHold({ community: governed.community.iri, post, by });
    await parts.settle();
    if (released.ok)
      leaveNotice(request, 'done', 'The post is shown to everybody now. The open book says that you let it go.');
    else leaveNotice(request, 'refused', sentenceOf(released.refusal));
    goTo(response, path);
  });
};

async function releasing(
  parts: PagesParts,
  request: Request,
): Promise<{ governed: Governed; path: string; as: HeldModel['by'] }> {
  const viewer = requireViewer(request);
  const governed = await governedBy(parts, request);
  const may = mayRelease({ state: governed.state, by: viewer.iri, now: governed.now });
  if (!may.ok) throw new NotFound('Nothing here.');
  return {
    governed,
    as: may.value,
    path: `${parts.house.addresses.page.community(pageHandle(governed.community))}/held`,
  };
}
