import { hasTag } from './hashtags.ts';
import type { ActorIri, PostIri } from './ids.ts';
import { KIND_TAGS } from './kinds.ts';
import type { Happening, Post } from './post.ts';

/** What an answer does to a learning session, each a hashtag. Nobody names anybody but herself. */
export const SESSION_TAGS = { host: 'Hosting', stepBack: 'SteppingBack' } as const;

/** How what was learned turned out at work: the relation of a thread to a session, and the hashtag that says it. */
export const OUTCOMES_AT_WORK = {
  worked: KIND_TAGS.works,
  'did-not-work': KIND_TAGS.doesnotwork,
} as const;
export type OutcomeAtWork = keyof typeof OUTCOMES_AT_WORK;
export const isOutcomeAtWork = (said: string): said is OutcomeAtWork => Object.hasOwn(OUTCOMES_AT_WORK, said);

/** Whether a post opens a learning session. */
export const isSession = (post: Pick<Post, 'details' | 'inReplyTo'>): boolean =>
  post.inReplyTo === undefined && hasTag(post, KIND_TAGS.learningsession);

/** How it turned out at work, by the hashtags of an answer; of both, that it worked and that it did not. */
export const outcomesIn = (post: Pick<Post, 'details'>): readonly OutcomeAtWork[] =>
  (['worked', 'did-not-work'] as const).filter((outcome) => hasTag(post, OUTCOMES_AT_WORK[outcome]));

/** A learning session, as its thread tells it. Nothing of it is kept beside the posts, and nobody who came is written down. */
export interface Session {
  readonly post: Post;
  /** Who named herself: whoever opened it, and who said so in an answer, in this order. */
  readonly hosts: readonly ActorIri[];
  /** What people think of it, oldest first. */
  readonly reflections: readonly Post[];
  /** Whatever else was answered. */
  readonly answers: readonly Post[];
}

/**
 * What everybody gets to see of a session, whoever looks: her part in it makes no difference. What is held, or for some
 * alone, is therefore not on its page. That the post which opened it was deleted takes nothing away from others' words.
 *
 * @param answers posts of its thread (`answersTo`), oldest first
 */
export function sessionOf(post: Post, answers: readonly Post[]): Session {
  const hosts = new Set<ActorIri>(post.deletedAt === undefined ? [post.author] : []);
  const there = answers.filter(
    ({ deletedAt, standing, audience }) =>
      deletedAt === undefined && standing.state === 'visible' && audience !== 'circle',
  );
  const others: Post[] = [];
  for (const answer of there) {
    if (hasTag(answer, SESSION_TAGS.host)) hosts.add(answer.author);
    else if (hasTag(answer, SESSION_TAGS.stepBack)) hosts.delete(answer.author);
    else if (!hasTag(answer, KIND_TAGS.reflection)) others.push(answer);
  }
  const reflections = there.filter((answer) => hasTag(answer, KIND_TAGS.reflection));
  return { post, hosts: [...hosts], reflections, answers: others };
}

/**
 * Of some posts those that answer one, or an answer to it, in whatever thread they stand now: ordering threads takes
 * nothing off a session's page.
 */
export function answersTo(post: Pick<Post, 'iri'>, posts: readonly Post[]): readonly Post[] {
  const inTime = posts.toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
  const known = new Set<PostIri>([post.iri]);
  // An answer can be there before what it answers.
  for (let size = 0; size !== known.size; ) {
    size = known.size;
    for (const { iri, inReplyTo, thread } of inTime)
      if (thread === post.iri || (inReplyTo !== undefined && known.has(inReplyTo))) known.add(iri);
  }
  return inTime.filter(({ iri }) => iri !== post.iri && known.has(iri));
}

/** Whether a session is over: when it has ended, or, where no end is known, a day after it began. One without a time is to come. */
export function isGoneBy({ startsAt, endsAt }: Happening, now: Date): boolean {
  if (endsAt !== undefined) return endsAt < now;
  return startsAt !== undefined && startsAt.getTime() + DAY_MS < now.getTime();
}
const DAY_MS = 24 * 60 * 60_000;
