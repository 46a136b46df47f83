import type { Collection } from 'mongodb';
import type { CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import { isListed, isShownTo, type Listed } from '../community/listing.ts';
import type { Post } from '../community/post.ts';
import { isUnwanted, type Unwanted } from '../community/unwanted.ts';
import type { Stores } from '../ports/index.ts';
import type { Stretch } from '../ports/posts.ts';
import { isOpening, type PostDocument } from './posts.ts';
import { type PostsAtHand, SHOWN } from './posts-at-hand.ts';

/** So many of the newest posts of the whole server are known, and so long; they are read again before that is over. */
const MOST_KNOWN = 240;
const OLDEST_MS = 1000;
const RENEWED_AFTER = 0.7;
/** Where many ask, and what they want is sparse among the newest, so many more are known, step by step. */
const MOST_OF_ALL = 960;
const MANY_ASK = 8;
/** So many that this process has written are looked at one by one; more, and all are read anew. */
const MOST_CHANGED = 60;

interface Window {
  /** Newest first. */
  posts: readonly Post[];
  /** It knows everything that is newer than this; absent: everything there is. */
  readonly reachesTo?: number;
}

interface AtHand {
  readonly at: number;
  readonly window: Promise<Window>;
  /** What this process has written since, with a number that is another one for each write. */
  readonly changed: Map<PostIri, number>;
  /** How often it was asked, and how often in vain. */
  asked: number;
  inVain: number;
}

/** What is asked for: as `Timelines.stretch`, by somebody who is a member of some communities. */
export interface AskedLately {
  readonly of: Listed;
  readonly viewer: PersonIri | null;
  readonly memberOf: readonly CommunityIri[];
  readonly stretch: Stretch;
  readonly unwanted?: Unwanted | undefined;
}

export interface RecentPosts {
  /** The same as the database finds; `null` where it has to be asked: for what is older, or seldom. */
  stretch(asked: AskedLately): Promise<readonly Post[] | null>;
  /** This process has written these; `undefined`: any. */
  changed(iris?: readonly PostIri[]): void;
}

/**
 * The newest posts, for lists that are made of many people's posts: everybody's *home* is mostly made of the same few.
 * Known is only which posts there are. Which of them somebody may see, and what they say, is read each time, together
 * with all that this process has written meanwhile; so what was hidden, deleted or changed is so at once, whoever did
 * it. What another process has added is there a second later at most.
 */
export function createRecentPosts(
  posts: Collection<PostDocument>,
  atHand: PostsAtHand,
  { most = MOST_KNOWN, mostOfAll = MOST_OF_ALL, oldestMs = OLDEST_MS } = {},
): RecentPosts {
  let size = most;
  let known: AtHand | undefined;
  let coming: AtHand | undefined;
  let writes = 0;

  async function read(limit: number): Promise<Window> {
    const newest = posts
      .find({}, { ...SHOWN, raw: true })
      .sort({ receivedAt: -1, _id: -1 })
      .limit(limit);
    const found = await atHand.all(newest.batchSize(limit + 1));
    const last = found.at(-1);
    return { posts: found, ...(last === undefined || found.length < limit ? {} : { reachesTo: timeOf(last) }) };
  }

  function knownNow(): AtHand {
    const now = performance.now();
    const age = now - (known?.at ?? Number.NEGATIVE_INFINITY);
    if (known !== undefined && age < oldestMs * RENEWED_AFTER) return known;
    coming ??= renewed(now);
    // Nobody waits for the next ones as long as these may be used.
    return known !== undefined && age < oldestMs ? known : coming;
  }

  /** More are read where many ask in vain, and as few as before where hardly anybody asks. */
  function sizeAfter({ asked, inVain }: AtHand): number {
    if (asked < MANY_ASK) return most;
    return inVain * 2 > asked ? Math.min(size * 2, mostOfAll) : size;
  }

  function renewed(now: number): AtHand {
    if (known !== undefined) size = sizeAfter(known);
    const next: AtHand = { at: now, window: read(size), changed: new Map<PostIri, number>(), asked: 0, inVain: 0 };
    const end = (isRead: boolean) => {
      if (coming !== next) return;
      coming = undefined;
      if (isRead) known = next;
    };
    next.window.then(
      () => end(true),
      () => end(false),
    );
    return next;
  }

  return {
    async stretch(asked) {
      const { of, stretch } = asked;
      if (stretch.oldestFirst || 'author' in of) return null;
      const isWanted = wanting(asked);
      const now = knownNow();
      const { window, changed } = now;
      const newest = await window;
      const supposed = some(newest.posts, isWanted, stretch.limit);
      now.asked += 1;
      if (!isAll(supposed, newest, stretch)) {
        now.inVain += 1;
        return null;
      }
      const written = new Map(changed);
      const fresh = await atHand.byIris([...supposed.map(({ iri }) => iri), ...written.keys()]);
      learn(newest, fresh);
      for (const [iri, write] of written) if (changed.get(iri) === write) changed.delete(iri);
      const found = some(newest.posts, isWanted, stretch.limit);
      const areFresh = found.every((post) => fresh.get(post.iri) === post);
      return areFresh && isAll(found, newest, stretch) ? found : null;
    },
    changed(iris) {
      for (const { changed } of [known, coming].filter((one) => one !== undefined)) {
        for (const iri of iris ?? []) changed.set(iri, ++writes);
        if (iris !== undefined && changed.size <= MOST_CHANGED) continue;
        known = undefined;
        coming = undefined;
      }
    },
  };
}

/** Takes over what was read since. */
function learn(newest: Window, fresh: ReadonlyMap<PostIri, Post>): void {
  const { posts: before, reachesTo = Number.NEGATIVE_INFINITY } = newest;
  const all = new Map(before.map((post) => [post.iri, post]));
  let isOther = false;
  for (const [iri, post] of fresh) {
    if (all.get(iri) === post) continue;
    all.set(iri, post);
    isOther = true;
  }
  if (isOther) newest.posts = [...all.values()].filter((post) => timeOf(post) >= reachesTo).toSorted(byNewest);
}

/** The first of them that are wanted, so many at the most. */
function some(posts: readonly Post[], isWanted: (post: Post) => boolean, limit: number): readonly Post[] {
  const found: Post[] = [];
  for (const post of posts) {
    if (found.length === limit) break;
    if (isWanted(post)) found.push(post);
  }
  return found;
}

const timeOf = ({ receivedAt }: Post): number => receivedAt.getTime();

/** As the database sorts them: by time, then by id. */
const byNewest = (one: Post, other: Post): number => timeOf(other) - timeOf(one) || (one.iri < other.iri ? 1 : -1);

/** Whether nothing can be missing: older ones than those that are known are not asked for. */
function isAll(found: readonly Post[], { reachesTo }: Window, { limit, notBefore }: Stretch): boolean {
  if (reachesTo === undefined || (notBefore !== undefined && notBefore.getTime() > reachesTo)) return true;
  const last = found.at(-1);
  return found.length === limit && last !== undefined && timeOf(last) > reachesTo;
}

function wanting({ of, viewer, memberOf, stretch, unwanted }: AskedLately): (post: Post) => boolean {
  const { notAfter, notBefore } = stretch;
  const [from, until] = [notBefore?.getTime() ?? Number.NEGATIVE_INFINITY, notAfter?.getTime() ?? Infinity];
  return (post) => {
    const at = timeOf(post);
    return (
      at >= from &&
      at <= until &&
      isShownTo(post, viewer, memberOf) &&
      isListed(of, post, viewer, isOpening(post)) &&
      !(unwanted !== undefined && isUnwanted(unwanted, post))
    );
  };
}

type Written = Pick<Stores, 'posts'>;

/** The same ports, and what is written to posts is known to have changed, whatever came of the write. */
export function knownToRecent<Ports extends Written>(stores: Ports, { changed }: RecentPosts): Ports {
  const { posts } = stores;
  const writing = async <Answer>(write: () => Promise<Answer>, iris?: readonly PostIri[]): Promise<Answer> => {
    try {
      return await write();
    } finally {
      changed(iris);
    }
  };
  return {
    ...stores,
    posts: {
      ...posts,
      add: (post, pending) => writing(() => posts.add(post, pending), [post.iri]),
      edit: (iri, ...how) => writing(() => posts.edit(iri, ...how), [iri]),
      bury: (iri, ...how) => writing(() => posts.bury(iri, ...how), [iri]),
      release: (iri, ...how) => writing(() => posts.release(iri, ...how), [iri]),
      restore: (iri, ...how) => writing(() => posts.restore(iri, ...how), [iri]),
      partThread: (...how) => writing(() => posts.partThread(...how)),
      joinThread: (...how) => writing(() => posts.joinThread(...how)),
    },
  };
}
