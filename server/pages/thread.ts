import type { Request, Response } from 'express';
import type { ThreadModel } from '../../views/pages/thread.ts';
import { threadPage } from '../../views/pages/thread.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { postKey } from '../community/addresses.ts';
import type { Community } from '../community/community.ts';
import type { PagesParts, Routes } from './context.ts';
import { communityBy, goTo, pageHandle, shellOf, show, viewerOf } from './context.ts';
import { param, query } from './governed.ts';
import { answering } from './models/conversation-acts.ts';
import type { FoundThread } from './models/thread.ts';
import { findThread, pageOfThread, pageWith, placeInThread, threadModel } from './models/thread.ts';

export const threadRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/threads/:key', async (request, response) => {
    const viewer = viewerOf(request);
    const community = await communityBy(parts, param(request, 'handle'));
    const found = await findThread(parts, { community, key: param(request, 'key'), viewer });
    const [first] = found.posts;
    const replyTo = query(request, 'to');
    const page = Number(query(request, 'page'));
    if (found.asked.iri === first.iri) {
      return showThread(parts, request, response, {
        ...{ community, posts: found.posts },
        replyTo: replyTo ?? '',
        replyAs: query(request, 'as') ?? '',
        ...(Number.isSafeInteger(page) ? { page } : {}),
      });
    }
    // A reply's own address leads to its place in the thread.
    const key = postKey(found.asked.iri);
    const path = parts.house.addresses.page.thread(pageHandle(community), first.iri);
    const thread = pageOfThread(path, pageWith(found.posts, key));
    const as = query(request, 'as');
    const answer = answering(thread, found.asked, as === undefined ? undefined : encodeURIComponent(as));
    goTo(response, replyTo === key ? answer : placeInThread(path, found.posts, found.asked));
  });
};

/** A thread's page; with the reply as it was sent, when something is wrong with it. */
export async function showThread(
  parts: PagesParts,
  request: Request,
  response: Response,
  {
    community,
    posts,
    replyTo,
    replyAs = '',
    reply,
    page = pageWith(posts, replyTo),
  }: {
    readonly community: Community;
    readonly posts: FoundThread['posts'];
    /** The key of the post to answer; any other text stands for the first. */
    readonly replyTo: string;
    readonly replyAs?: string;
    readonly reply?: ThreadModel['reply'];
    /** Which page of it; else the one where the post stands that is answered. */
    readonly page?: number;
  },
): Promise<void> {
  const model = await threadModel(parts, { community, posts, viewer: viewerOf(request), replyTo, replyAs, page });
  const shown = threadPage({ ...model, shell: shellOf(parts, request), reply: reply ?? EMPTY_FORM });
  show(response, shown, reply === undefined ? 200 : 422);
}
