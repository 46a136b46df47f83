import type { ThreadModel } from '../../../views/pages/thread.ts';
import type { PostModel } from '../../../views/parts/post.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import { postKey } from '../../community/addresses.ts';
import type { Community } from '../../community/community.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { isUnwanted } from '../../community/unwanted.ts';
import type { PagesParts } from '../context.ts';
import { briefOf, NotFound, pageHandle } from '../context.ts';
import { audienceOfPost } from './audience.ts';
import { membershipOf } from './community.ts';
import { postModels } from './post.ts';
import { movedModels } from './related.ts';
import { sessionsOfThread } from './session.ts';
import { threadPages } from './thread-pages.ts';

/** A post by the key in a page's address, with what of its thread the viewer may see, oldest first. */
export interface FoundThread {
  readonly asked: Post;
  readonly posts: readonly [Post, ...Post[]];
}

/** Finds a thread by the key of any post in it. What the viewer may not see is not found. */
export async function findThread(
  { house }: PagesParts,
  { community, key, viewer }: { readonly community: Community; readonly key: string; readonly viewer: Person | null },
): Promise<FoundThread> {
  const asked = await house.posts.byKey(key);
  if (asked === null || asked.community !== community.iri) throw new NotFound('There is no such post.');
  const [all, unwanted] = await Promise.all([
    house.timelines.thread(asked.thread, viewer?.iri ?? null),
    unwantedBy(house, viewer?.iri, 'thread'),
  ]);
  // What she follows a link to is there, whoever wrote it, and what the thread is about.
  const isShown = (post: Post) =>
    unwanted === undefined || [asked.iri, asked.thread].includes(post.iri) || !isUnwanted(unwanted, post);
  const shown = all.filter((post) => post.community === community.iri && isShown(post));
  // What was put together with it may be older than what opened it.
  const [first, ...others] = [...shown.filter(isRoot), ...shown.filter((post) => !isRoot(post))];
  if (first === undefined || ![first, ...others].some(({ iri }) => iri === asked.iri)) {
    throw new NotFound('There is no such post.');
  }
  return { asked, posts: [first, ...others] };
}

/** The page of its thread on which a post stands; the first is 1. */
export function pageWith(posts: FoundThread['posts'], key: string): number {
  const at = threadPages(posts).findIndex((page) => page.some(({ iri }) => postKey(iri) === key));
  return at < 1 ? 1 : at + 1;
}

/** The address of one page of a thread. */
export const pageOfThread = (thread: string, page: number): string => (page === 1 ? thread : `${thread}?page=${page}`);

/** Where a post stands in its thread. */
export function placeInThread(thread: string, posts: FoundThread['posts'], { iri }: Post): string {
  const key = postKey(iri);
  return `${pageOfThread(thread, pageWith(posts, key))}#p-${key}`;
}

const isRoot = ({ iri, thread }: Post): boolean => iri === thread;

/** A thread as somebody sees it. `replyTo`: the key of the post she wants to answer. */
export async function threadModel(
  parts: PagesParts,
  ask: {
    readonly community: Community;
    readonly posts: FoundThread['posts'];
    readonly viewer: Person | null;
    readonly replyTo: string;
    /** What the reply says of it, where it says more than an answer. */
    readonly replyAs?: string;
    /** Which page of it; the nearest that there is. */
    readonly page: number;
  },
): Promise<Omit<ThreadModel, 'shell' | 'reply'>> {
  const { community, viewer } = ask;
  const path = parts.house.addresses.page.thread(pageHandle(community), ask.posts[0].iri);
  const { page, pages, shown } = cut(ask.posts, ask.page);
  const thread = pageOfThread(path, page);
  const [models, membership, sessions] = await Promise.all([
    postModels(parts.house, shown, { viewer, named: false, thread, among: ask.posts }),
    membershipOf(parts, community, viewer),
    sessionsOfThread(parts, ask.posts[0], viewer),
  ]);
  const closed = models[0]?.lockedAt !== undefined;
  const [first, ...others] = closed ? models.map(withoutReply) : models;
  if (first === undefined) throw new Error(`${path} has no posts`);
  const answered = models.find(({ key, state }) => key === ask.replyTo && state.kind !== 'deleted');
  const asked = ask.posts.find(({ iri }) => answered !== undefined && postKey(iri) === answered.key) ?? ask.posts[0];
  const [audience, replyAudience] = await Promise.all([
    audienceOfPost(parts.house, community, ask.posts[0]),
    audienceOfPost(parts.house, community, asked),
  ]);
  return {
    community: briefOf(parts, community),
    audience: first.state.kind === 'removed' ? { kind: 'author' } : (first.audience ?? audience),
    replyAudience,
    path,
    isPublic: ask.posts[0].audience === 'public' && first.state.kind === 'visible',
    posts: [first, ...others],
    ...(ask.replyAs === 'triedit' || ask.replyAs === 'correction'
      ? { replyAs: { kind: ask.replyAs, own: isBy(ask, answered?.key ?? first.key) } }
      : {}),
    moved: onPage(await movedModels(parts.house, { community, root: ask.posts[0], viewer }), shown, { page, pages }),
    page,
    pages,
    ...(page > 1 ? { earlier: pageOfThread(path, page - 1) } : {}),
    ...(page < pages ? { later: pageOfThread(path, page + 1) } : {}),
    sessions,
    ...(answered && answered !== first ? { replyTo: { key: answered.key, name: answered.author.name } } : {}),
    ...mayReply({ membership, first, answered }),
  };
}

/** What opened a thread, and the replies of one of its pages. */
function cut(posts: FoundThread['posts'], asked: number) {
  const all = threadPages(posts);
  const page = Math.min(Math.max(1, asked), all.length);
  const shown: FoundThread['posts'] = [posts[0], ...(all[page - 1] ?? [])];
  return { page, pages: all.length, shown };
}

/** Parts that went elsewhere are said on the page of the time in which they did; before it on the first, after it on the last. */
function onPage<Moved extends { readonly at: Date }>(
  moved: readonly Moved[],
  [, ...replies]: FoundThread['posts'],
  { page, pages }: { readonly page: number; readonly pages: number },
): readonly Moved[] {
  const from = page === 1 ? undefined : replies[0]?.receivedAt;
  const until = page === pages ? undefined : replies.at(-1)?.receivedAt;
  return moved.filter(({ at }) => (from === undefined || at >= from) && (until === undefined || at < until));
}

/** Whether the viewer wrote one of the posts. */
const isBy = ({ posts, viewer }: { readonly posts: readonly Post[]; readonly viewer: Person | null }, key: string) =>
  posts.some(({ iri, author }) => author === viewer?.iri && postKey(iri) === key);

/** In a thread that is closed as a whole, nobody is led to an answer. */
function withoutReply({ acts: { reply: _, tried, correct, ...acts }, ...model }: PostModel): PostModel {
  return { ...model, acts };
}

function mayReply({
  membership,
  first,
  answered,
}: {
  readonly membership: Awaited<ReturnType<typeof membershipOf>>;
  readonly first: PostModel;
  readonly answered: PostModel | undefined;
}): Pick<ThreadModel, 'mayReply' | 'whyNot'> {
  switch (membership) {
    case 'signed-out':
      return { mayReply: false, whyNot: { kind: 'signed-out' } };
    case 'outside':
      return { mayReply: false, whyNot: { kind: 'outside' } };
    case 'asked':
      return { mayReply: false, whyNot: { kind: 'asked' } };
    case 'member':
      if (first.lockedAt ?? answered?.lockedAt) return { mayReply: false, whyNot: { kind: 'closed' } };
      if (first.state.kind === 'removed') return { mayReply: false, whyNot: { kind: 'taken-out' } };
      return first.state.kind === 'deleted' && answered === undefined
        ? { mayReply: false, whyNot: { kind: 'deleted' } }
        : { mayReply: true };
  }
}
