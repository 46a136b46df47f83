import type { House } from '../actions/house.ts';
import type { ActorIri, PostIri } from '../community/ids.ts';
import { numberAt, numberOf, postNumber } from '../community/numbers.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import type { Unwanted } from '../community/unwanted.ts';
import type { Notice } from '../ports/notices.ts';
import { accountsOf } from './entities/account.ts';
import { noticeAsPost } from './entities/notice.ts';
import { type StatusEntity, statusEntities } from './entities/status.ts';

/** Something said among some people alone: a post here, or a message from elsewhere. */
type Said = { readonly post: Post } | { readonly notice: Notice };

/** What some people say to each other, as its newest part shows it. */
export interface Conversation {
  /** What its parts have in common: a thread, or who wrote. */
  readonly key: string;
  readonly last: Said;
  /** Of its newest part: what was put away before may come back. */
  readonly at: Date;
  /** The number of its newest part: lists are cut by it. */
  readonly number: bigint;
}

/** So many of the latest posts, and of the latest messages, are looked through. */
const MOST_LOOKED_THROUGH = 1000;

type Needs = Pick<House, 'timelines' | 'notices' | 'posts' | 'marks' | 'addresses'>;

/** A conversation's number: it follows from what it is about. */
export const conversationNumber = (key: string): string => numberOf(`conversation ${key}`).toString();

/**
 * Somebody's conversations, the newest first, without those that she has put away and in which nothing has been said
 * since. They follow from the posts; nothing is kept of what she has read in them.
 */
export async function conversationsOf(
  house: Needs,
  viewer: Person,
  unwanted?: Unwanted,
): Promise<readonly Conversation[]> {
  const latest = { oldestFirst: false, limit: MOST_LOOKED_THROUGH };
  const [posts, notices, away] = await Promise.all([
    house.timelines.among(viewer.iri, latest, unwanted),
    house.notices.stretch(viewer.iri, latest, unwanted),
    house.marks.of(viewer.iri, ['conversation']),
  ]);
  const messages = notices.filter(({ kind, from }) => kind === 'message' && from !== house.addresses.server);
  const answered = await Promise.all(
    messages.map(({ inReplyTo }) => (inReplyTo === undefined ? null : house.posts.byIri(inReplyTo as PostIri))),
  );
  const all: Conversation[] = [
    ...posts.map((post) => ({
      key: post.thread,
      last: { post },
      at: post.receivedAt,
      number: BigInt(postNumber(post)),
    })),
    ...messages.map((notice, nth) => ({
      // Without a thread that is known here it belongs to whoever wrote it.
      key: answered[nth]?.thread ?? notice.from,
      last: { notice },
      at: notice.at,
      number: numberAt(notice.at, notice.id),
    })),
  ];
  const newest = new Map<string, Conversation>();
  for (const one of all.toSorted((a, b) => (a.number < b.number ? 1 : -1))) {
    if (!newest.has(one.key)) newest.set(one.key, one);
  }
  const putAway = new Map(away.map(({ subject, at }) => [subject, at]));
  return [...newest.values()].filter(({ key, at }) => at > (putAway.get(key) ?? new Date(0)));
}

/** Mastodon's `Conversation`. Nothing keeps what somebody has read, so nothing can be said to be unread. */
export interface ConversationEntity {
  readonly id: string;
  readonly unread: false;
  readonly accounts: readonly unknown[];
  readonly last_status: StatusEntity;
}

export async function conversationEntities(
  house: Parameters<typeof statusEntities>[0],
  conversations: readonly Conversation[],
  viewer: Person,
): Promise<readonly ConversationEntity[]> {
  const posts = conversations.map(({ last }) => ('post' in last ? last.post : noticeAsPost(house, last.notice)));
  const others = posts.map(({ author, to }) => othersOf([author, ...to], viewer));
  const [statuses, accountOf] = await Promise.all([
    statusEntities(house, posts, viewer),
    accountsOf(house, others.flat()),
  ]);
  return conversations.map(({ key, number }, nth) => ({
    id: conversationNumber(key),
    unread: false,
    accounts: (others[nth] ?? []).map(accountOf),
    last_status: { ...(statuses[nth] as StatusEntity), id: number.toString() },
  }));
}

/** Everybody in it but herself; herself, where there is nobody else. */
function othersOf(all: readonly ActorIri[], { iri }: Person): readonly ActorIri[] {
  const others = [...new Set(all)].filter((one) => one !== iri);
  return others.length === 0 ? [iri] : others;
}
