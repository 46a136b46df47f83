import type { ActorIri, CommunityIri, Organisation, PostIri } from '../ids.ts';
import type { Post } from '../post.ts';
import { ANSWER_MS, endOf, type Month, startOf } from './month.ts';
import type { Fact } from './publishable.ts';

/** A post as it is counted. */
export interface Counted extends Pick<Post, 'iri' | 'author' | 'community' | 'inReplyTo' | 'thread' | 'receivedAt'> {
  readonly ask: boolean;
}

export interface ThreadMarks {
  readonly kind: 'thread';
  readonly community: CommunityIri;
  readonly ask: boolean;
  /** Until somebody else answered, in milliseconds; absent: nobody did within two weeks. */
  readonly answeredAfter?: number;
  readonly organisations: number;
}

export interface ReplyMarks {
  readonly kind: 'reply';
  readonly community: CommunityIri;
  /** Whose it is, and whom it answers. */
  readonly from: Organisation;
  readonly to: Organisation;
}

/** What people wrote in a month, as facts: each thread that began, each reply to somebody else. */
export interface Activity {
  readonly threads: readonly Fact<ThreadMarks>[];
  readonly replies: readonly Fact<ReplyMarks>[];
}

/**
 * @param posts of some communities, for all their members or everybody, oldest first: of the month and of two weeks
 *   after it
 * @param organisationOf of a person; absent for whoever is none (a community that speaks in its own name)
 * @param answered who wrote the posts from before the month that are answered in it
 */
export function activityOf(
  month: Month,
  posts: readonly Counted[],
  {
    organisationOf,
    answered,
  }: {
    readonly organisationOf: (author: ActorIri) => Organisation | undefined;
    readonly answered: ReadonlyMap<PostIri, ActorIri>;
  },
): Activity {
  const [start, end] = [startOf(month), endOf(month)];
  const isWithin = ({ receivedAt }: Counted) => receivedAt >= start && receivedAt < end;
  const byPeople = posts.filter(({ author }) => organisationOf(author) !== undefined);
  const authors = new Map([...answered, ...byPeople.map(({ iri, author }) => [iri, author] as const)]);
  const replies = new Map<PostIri, Counted[]>();
  for (const post of byPeople) {
    if (post.inReplyTo !== undefined) replies.set(post.thread, [...(replies.get(post.thread) ?? []), post]);
  }
  return {
    threads: byPeople
      .filter((post) => post.inReplyTo === undefined && post.community !== undefined && isWithin(post))
      .map((post) => threadFact(post, replies.get(post.iri) ?? [], organisationOf)),
    replies: byPeople.filter(isWithin).flatMap((post) => replyFact(post, authors, organisationOf)),
  };
}

function threadFact(
  opening: Counted,
  replies: readonly Counted[],
  organisationOf: (author: ActorIri) => Organisation | undefined,
): Fact<ThreadMarks> {
  const since = opening.receivedAt.getTime();
  const soon = replies.filter(({ receivedAt }) => receivedAt.getTime() - since < ANSWER_MS);
  const first = soon.find(({ author }) => author !== opening.author);
  const organisations = new Set([opening, ...soon].map(({ author }) => organisationOf(author)));
  return {
    by: [opening.author],
    ...(first && { helper: first.author }),
    marks: {
      kind: 'thread',
      community: opening.community as CommunityIri,
      ask: opening.ask,
      ...(first && { answeredAfter: Math.max(0, first.receivedAt.getTime() - since) }),
      organisations: organisations.size,
    },
  };
}

/** Only answers to somebody else who is known: what one adds to one's own post crosses nothing. */
function replyFact(
  post: Counted,
  authors: ReadonlyMap<PostIri, ActorIri>,
  organisationOf: (author: ActorIri) => Organisation | undefined,
): readonly Fact<ReplyMarks>[] {
  const whom = post.inReplyTo && authors.get(post.inReplyTo);
  if (whom === undefined || whom === post.author || post.community === undefined) return [];
  const [from, to] = [organisationOf(post.author), organisationOf(whom)];
  if (from === undefined || to === undefined) return [];
  return [{ by: [post.author], marks: { kind: 'reply', community: post.community, from, to } }];
}
