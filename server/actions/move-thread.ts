import type { CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { Result } from '../community/result.ts';
import { refused } from '../community/result.ts';
import { mergeThreads as decideMerge, splitThread as decideSplit } from '../governance/conversation/threads.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'posts' | 'states' | 'record' | 'clock' | 'random' | 'wake'>;
interface Ask {
  readonly community: CommunityIri;
  readonly by: PersonIri;
}

/** A reply and what answers it become a thread of their own, with a title. */
export async function splitThread(
  house: Needs,
  ask: Ask & { readonly post: PostIri; readonly title: string },
): Promise<Result<unknown>> {
  const post = await movable(house, ask.community, ask.post);
  const opening = post && (await house.posts.byIri(post.thread));
  if (!post || !opening) return refused('no-such-post', GONE);
  const facts = { by: ask.by, thread: opening.iri, opener: opening.author, post: post.iri, title: ask.title };
  return decideAndRecord(house, ask.community, (state, now) => decideSplit({ ...facts, state, now }));
}

/** Everything in a thread goes on in another one of the same community, which as many people see. */
export async function mergeThreads(
  house: Needs,
  ask: Ask & { readonly thread: PostIri; readonly into: PostIri },
): Promise<Result<unknown>> {
  const [thread, named] = await Promise.all([
    movable(house, ask.community, ask.thread),
    movable(house, ask.community, ask.into),
  ]);
  const into = named && (await movable(house, ask.community, named.thread));
  if (!thread || !into) return refused('no-such-post', GONE);
  if (thread.audience !== into.audience) {
    return refused(
      'other-audience',
      'Not the same people see the two threads. Only what as many see can be put together.',
    );
  }
  const facts = { by: ask.by, thread: thread.iri, into: into.iri, openers: [thread.author, into.author] as const };
  return decideAndRecord(house, ask.community, (state, now) => decideMerge({ ...facts, state, now }));
}

const GONE = 'There is no such post in this community, or not any more. Copy the address of one.';

/** A post that can be put elsewhere: in this community, there, for more than a circle, and no poll. */
async function movable({ posts }: Needs, community: CommunityIri, iri: PostIri): Promise<Post | null> {
  const post = await posts.byIri(iri);
  const may = post?.community === community && !post.deletedAt && !post.poll && post.standing.state === 'visible';
  return may && post.audience !== 'circle' ? post : null;
}

/**
 * Carries out what the record says: a part of a thread that begins with `to`, or, where that is in another one, the
 * whole thread `from`, stands in the thread `to` from now on. May be done twice.
 */
export async function moveThread(
  house: Pick<House, 'posts' | 'relations'>,
  {
    from,
    to,
    title,
    by,
    at,
  }: {
    readonly from: PostIri;
    readonly to: PostIri;
    /** Of the thread that begins; without it, the whole of a thread goes on in another. */
    readonly title?: string;
    readonly by: PersonIri;
    readonly at: Date;
  },
): Promise<void> {
  if (title === undefined) await house.posts.joinThread(from, to);
  else await house.posts.partThread(from, to, title);
  await house.relations.remove({ from: to, to: from, kind: 'moved-to' });
  await house.relations.add({ from, to, kind: 'moved-to', by, at });
}
