import { hasTag, tagKey } from './hashtags.ts';
import type { ActorIri, PostIri } from './ids.ts';
import type { Post } from './post.ts';

/**
 * What an answer does to a sticky problem: each is a hashtag, so that whoever takes part from her own server does the
 * same. Nobody names anybody but herself: an owner is who says so.
 */
export const PROBLEM_TAGS = {
  /** She takes it on, with whoever else does. */
  own: 'CoOwning',
  stepBack: 'SteppingBack',
  /** What changed because of it, by one of its owners. */
  changed: 'WhatChanged',
  setAside: 'SetAside',
  openAgain: 'OpenAgain',
} as const;
export type ProblemMove = keyof typeof PROBLEM_TAGS;
export const PROBLEM_MOVES = Object.keys(PROBLEM_TAGS) as readonly ProblemMove[];

/** Hashtags (`tagKey`) that bring an answer to a problem into what it has come to. */
export const TAGS_OF_ANSWERS: readonly string[] = [...Object.values(PROBLEM_TAGS), 'TriedIt', 'Reflection'].map(tagKey);

/** `open`: nobody tried anything yet; `tried`; what changed, or why it was set aside, says one of its owners. */
export type ProblemState = 'open' | 'tried' | 'changed' | 'set-aside';

/** A sticky problem, as its thread tells it. Nothing of it is kept beside the posts. */
export interface Problem {
  readonly post: Post;
  readonly state: ProblemState;
  /** Since when it stands so. */
  readonly since: Date;
  /** In the order in which they took it on. */
  readonly owners: readonly { readonly actor: ActorIri; readonly since: Date }[];
  readonly tries: readonly Post[];
  /** What people learned from it. */
  readonly learned: readonly Post[];
  /** What changed, newest first. */
  readonly changes: readonly Post[];
  /** Why it was set aside, where it is. */
  readonly aside?: Post;
}

/** What an answer does, by its hashtags; of several the first in the order above. */
export const moveIn = (post: Post): ProblemMove | undefined =>
  PROBLEM_MOVES.find((move) => hasTag(post, PROBLEM_TAGS[move]));

/**
 * What has come of a problem.
 *
 * Owners alone say what changed, set it aside and open it again; as long as there is none, whoever opened it. What
 * others say with the same hashtags is an answer like any other. What its author deleted never was.
 *
 * @param answers posts of its thread, oldest first, that the viewer may see
 */
export function problemOf(post: Post, answers: readonly Post[]): Problem {
  const owners = new Map<ActorIri, Date>();
  const said: Said = { state: 'open', since: post.receivedAt, changes: [] };
  const there = answers.filter(({ deletedAt, standing }) => deletedAt === undefined && standing.state === 'visible');
  const tries = there.filter((one) => hasTag(one, 'TriedIt'));
  for (const answer of there) {
    const move = moveIn(answer);
    if (move === 'own' && !owners.has(answer.author)) owners.set(answer.author, answer.receivedAt);
    else if (move === 'stepBack') owners.delete(answer.author);
    else if (owners.size === 0 ? answer.author === post.author : owners.has(answer.author)) tell(said, answer, move);
    if (hasTag(answer, 'TriedIt') && said.state === 'open')
      Object.assign(said, { state: 'tried', since: answer.receivedAt });
  }
  return {
    ...{ post, state: said.state, since: said.since, tries },
    learned: there.filter((one) => hasTag(one, 'Reflection')),
    changes: said.changes.toReversed(),
    owners: [...owners].map(([actor, since]) => ({ actor, since })),
    ...(said.state === 'set-aside' && said.aside !== undefined ? { aside: said.aside } : {}),
  };
}

interface Said {
  state: ProblemState;
  since: Date;
  readonly changes: Post[];
  aside?: Post;
}

function tell(said: Said, answer: Post, move: ProblemMove | undefined): void {
  const since = answer.receivedAt;
  if (move === 'changed') {
    said.changes.push(answer);
    Object.assign(said, { state: 'changed', since });
  }
  if (move === 'setAside') Object.assign(said, { state: 'set-aside', since, aside: answer });
  if (move === 'openAgain') Object.assign(said, { state: 'open', since });
}

/** Whether somebody may say what changed, set it aside, or open it again. */
export const mayTell = ({ owners, post }: Problem, person: ActorIri): boolean =>
  owners.length === 0 ? post.author === person : owners.some(({ actor }) => actor === person);

/** Threads and what was answered in them, put together. @param posts in any order */
export function problemsOf(openings: readonly Post[], posts: readonly Post[]): readonly Problem[] {
  const byThread = new Map<PostIri, Post[]>();
  for (const post of posts) byThread.set(post.thread, [...(byThread.get(post.thread) ?? []), post]);
  const inTime = (some: readonly Post[]) =>
    some.toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
  return openings.map((post) => problemOf(post, inTime(byThread.get(post.iri) ?? [])));
}
