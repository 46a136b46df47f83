import type { Request } from 'express';
import { deletePostPage, editPostPage } from '../../views/pages/edit-post.ts';
import { audience } from '../../views/parts/audience.ts';
import { speaker } from '../../views/words/speaking.ts';
import type { Community } from '../community/community.ts';
import type { Post } from '../community/post.ts';
import { sentenceOf } from '../community/result.ts';
import { quoted } from '../community/said.ts';
import type { PagesParts, Routes } from './context.ts';
import {
  communityBy,
  field,
  goTo,
  leaveNotice,
  NotFound,
  pageHandle,
  requireViewer,
  shellOf,
  show,
} from './context.ts';
import { param } from './governed.ts';
import { languageOf } from './language-of.ts';
import { audienceOf, audienceOfPost, widening } from './models/audience.ts';
import { isOwn } from './models/post.ts';
import { findThread } from './models/thread.ts';
import { refusedForm } from './posts.ts';

/** Changing and deleting what one wrote. */
export const ownPostsRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/threads/:key/edit', async (request, response) => {
    const { post, path, community } = await ownPost(parts, request);
    const form = { values: { title: post.title ?? '', text: post.source ?? '' }, errors: {} };
    const around = await editing(parts, community, post, path);
    show(response, editPostPage({ ...around, shell: shellOf(parts, request), form }));
  });

  router.post('/communities/:handle/threads/:key/edit', async (request, response) => {
    const { post, path, viewer, community } = await ownPost(parts, request);
    const values = { title: field(request, 'title'), text: field(request, 'text') };
    const edited = await parts.actions.editPost({ post: post.iri, by: viewer.iri, ...values });
    if (!edited.ok) {
      const form = refusedForm(values, edited.refusal);
      const around = await editing(parts, community, post, path);
      return show(response, editPostPage({ ...around, shell: shellOf(parts, request), form }), 422);
    }
    await parts.settle();
    leaveNotice(request, 'done', 'Saved.');
    goTo(response, path);
  });

  router.post('/communities/:handle/threads/:key/widen', async (request, response) => {
    const { post, path, viewer, community } = await ownPost(parts, request);
    const widened = await parts.actions.widenPost({ post: post.iri, by: viewer.iri, to: field(request, 'to') });
    await parts.settle();
    if (widened.ok) {
      const say = speaker(languageOf(request));
      leaveNotice(request, 'done', quoted(audience(await audienceOf(parts.house, community, widened.value), say)));
    } else leaveNotice(request, 'refused', sentenceOf(widened.refusal));
    goTo(response, path);
  });

  router.get('/communities/:handle/threads/:key/delete', async (request, response) => {
    const { post, path } = await ownPost(parts, request);
    const shell = shellOf(parts, request);
    show(response, deletePostPage({ shell, action: `${path}/delete`, back: path, text: post.source ?? '' }));
  });

  router.post('/communities/:handle/threads/:key/delete', async (request, response) => {
    const { post, path, viewer } = await ownPost(parts, request);
    const deleted = await parts.actions.deletePost({ post: post.iri, by: viewer.iri });
    await parts.settle();
    if (deleted.ok) leaveNotice(request, 'done', 'Your post is deleted here; other servers are asked to follow.');
    else leaveNotice(request, 'refused', sentenceOf(deleted.refusal));
    goTo(response, path);
  });
};

const editing = async ({ house }: PagesParts, community: Community, post: Post, path: string) => ({
  action: `${path}/edit`,
  back: path,
  supersede: `${path}/supersede`,
  hasTitle: post.inReplyTo === undefined,
  audience: await audienceOfPost(house, community, post),
  wider: await widening(house, community, post),
  widen: `${path}/widen`,
});

/** The post that an address names, if it is the viewer's own; other people's are not found here. */
async function ownPost(parts: PagesParts, request: Request) {
  const viewer = requireViewer(request);
  const community = await communityBy(parts, param(request, 'handle'));
  const { asked: post } = await findThread(parts, { community, key: param(request, 'key'), viewer });
  if (!isOwn(post, viewer)) throw new NotFound('There is no post of yours at this address.');
  return { post, viewer, community, path: parts.house.addresses.page.thread(pageHandle(community), post.iri) };
}
