import type { Request, Response } from 'express';
import { historyPage } from '../../views/pages/history.ts';
import { movePage, supersedePage } from '../../views/pages/order-thread.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import { plainText } from '../actions/content.ts';
import { type PostIri, postIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { sentenceOf } from '../community/result.ts';
import { mayMove } from '../governance/conversation/threads.ts';
import type { PagesParts, Routes } from './context.ts';
import {
  briefOf,
  communityBy,
  field,
  goTo,
  leaveNotice,
  NotFound,
  pageHandle,
  requireViewer,
  shellOf,
  show,
  viewerOf,
} from './context.ts';
import { param } from './governed.ts';
import { historyModel } from './models/history.ts';
import { findThread } from './models/thread.ts';

const AT = '/communities/:handle/threads/:key';

/** What becomes of what was said: how it was changed, what puts it right or comes in its place, where it stands. */
export const conversationRoutes: Routes = (parts, router) => {
  router.get(`${AT}/history`, async (request, response) => {
    const { asked, path, community } = await found(parts, request);
    const model = await historyModel(parts.house, asked, viewerOf(request)?.iri ?? null);
    show(
      response,
      historyPage({ ...model, community: briefOf(parts, community), path, shell: shellOf(parts, request) }),
    );
  });

  router.post(`${AT}/close-invitation`, async (request, response) => {
    const viewer = requireViewer(request);
    const { asked, path } = await found(parts, request);
    const closed = await parts.actions.closeInvitation({ post: asked.iri, by: viewer.iri });
    await parts.settle();
    if (closed.ok) leaveNotice(request, 'done', 'The invitation is closed. Your post stays.');
    else leaveNotice(request, 'refused', sentenceOf(closed.refusal));
    goTo(response, path);
  });

  router.post(`${AT}/correction`, async (request, response) => {
    const viewer = requireViewer(request);
    const { asked, path } = await found(parts, request);
    const correction = await parts.house.posts.byKey(field(request, 'correction'));
    if (correction?.inReplyTo !== asked.iri) throw new NotFound('There is no such answer.');
    const takes = field(request, 'takes') === 'yes';
    const taken = await parts.actions.takeCorrection({ correction: correction.iri, by: viewer.iri, takes });
    if (!taken.ok) leaveNotice(request, 'refused', sentenceOf(taken.refusal));
    else leaveNotice(request, 'done', takes ? 'It stands above your post.' : 'It no longer stands above your post.');
    goTo(response, path);
  });

  router.get(`${AT}/supersede`, (request, response) => showSupersede(parts, request, response, EMPTY_FORM));
  router.post(`${AT}/supersede`, async (request, response) => {
    const viewer = requireViewer(request);
    const { asked, path } = await found(parts, request);
    const address = field(request, 'later').trim();
    const later = address === '' ? {} : { later: await postAt(parts, address) };
    const done = await parts.actions.supersede({ post: asked.iri, by: viewer.iri, ...later });
    if (!done.ok) {
      return showSupersede(parts, request, response, {
        values: { later: address },
        errors: { later: sentenceOf(done.refusal) },
      });
    }
    leaveNotice(
      request,
      'done',
      address === '' ? 'Nothing comes in its place.' : 'The later post is named above yours.',
    );
    goTo(response, path);
  });

  router.get(`${AT}/move`, (request, response) => showMove(parts, request, response, EMPTY_FORM));
  router.post(`${AT}/move`, (request, response) => move(parts, request, response));
};

/** A reply becomes a thread of its own; what opens a thread goes into another one with all that follows. */
async function move(parts: PagesParts, request: Request, response: Response): Promise<void> {
  const viewer = requireViewer(request);
  const { asked, community, path } = await found(parts, request);
  const about = { community: community.iri, by: viewer.iri };
  const [title, into] = [field(request, 'title'), field(request, 'into').trim()];
  const isReply = asked.iri !== asked.thread;
  const moved = isReply
    ? await parts.actions.splitThread({ ...about, post: asked.iri, title })
    : await parts.actions.mergeThreads({ ...about, thread: asked.iri, into: await postAt(parts, into) });
  if (!moved.ok) {
    const errors = isReply ? { title: sentenceOf(moved.refusal) } : { into: sentenceOf(moved.refusal) };
    return showMove(parts, request, response, { values: { title, into }, errors });
  }
  await parts.settle();
  leaveNotice(request, 'done', 'Moved. Old addresses lead here.');
  goTo(response, path);
}

/** The post that an address names: a page here, or the post's own address. What is none names nothing that exists. */
async function postAt({ house }: PagesParts, address: string): Promise<PostIri> {
  const url = URL.parse(address, house.addresses.origin);
  const fragment = /^#p-([\w-]{16})$/.exec(url?.hash ?? '')?.[1];
  const key = fragment ?? /\/threads\/([\w-]{16})$/.exec(url?.pathname ?? '')?.[1];
  const post = key === undefined || url?.origin !== house.addresses.origin ? null : await house.posts.byKey(key);
  return post?.iri ?? postIri(address);
}

async function found(parts: PagesParts, request: Request) {
  const community = await communityBy(parts, param(request, 'handle'));
  const { asked } = await findThread(parts, { community, key: param(request, 'key'), viewer: viewerOf(request) });
  if (asked.deletedAt !== undefined) throw new NotFound('This post is gone.');
  return { asked, community, path: parts.house.addresses.page.thread(pageHandle(community), asked.iri) };
}

/** Enough of a post to know it again. */
const firstWords = ({ html }: Post): string => plainText(html).slice(0, 300);

async function showSupersede(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: Form<'later'>,
): Promise<void> {
  const viewer = requireViewer(request);
  const { asked, community, path } = await found(parts, request);
  if (asked.author !== viewer.iri) throw new NotFound('Only who wrote a post says what comes in its place.');
  const model = { shell: shellOf(parts, request), community: briefOf(parts, community), path, text: firstWords(asked) };
  show(response, supersedePage({ ...model, form }), form === EMPTY_FORM ? 200 : 422);
}

async function showMove(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: Form<'title' | 'into'>,
): Promise<void> {
  const viewer = requireViewer(request);
  const { asked, community, path } = await found(parts, request);
  const [state, opening] = await Promise.all([
    community.home === 'here' ? parts.house.states.load(community.iri) : null,
    parts.house.posts.byIri(asked.thread),
  ]);
  const may = state && opening && mayMove({ state, by: viewer.iri, now: parts.house.clock.now() }, [opening.author]);
  if (!may?.ok) throw new NotFound('Only who opened a thread, or a moderator, orders it.');
  const model = { shell: shellOf(parts, request), community: briefOf(parts, community), path, text: firstWords(asked) };
  show(response, movePage({ ...model, form, isReply: asked.iri !== asked.thread }), form === EMPTY_FORM ? 200 : 422);
}
