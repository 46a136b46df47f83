import { createHash } from 'node:crypto';
import { type ActorIri, activityIri, type CommunityIri, type PostIri, postIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import { ensureIndexes } from '../../../server/database/indexes.ts';
import { insertAll } from '../governance/stage.ts';
import type { Hand } from '../ours/open-house.ts';
import { manyAtOnce } from '../ours/settle.ts';

/** Of ten posts so many stand in the community; the others their authors wrote to everybody. */
const IN_COMMUNITY = 7;
/** Of so many posts one is by the reader herself. */
const HERS_EVERY = 100;
/** So many of the newest posts of hers are liked, each by several: what her notifications are made of. */
const LIKED = 40;
const LIKES_EACH = 5;
/** So many posts are many. */
const CROWD = 50_000;
const DAYS = 300;
const DAY = 86_400_000;

/** Who lives there: the reader whose app asks, and everybody else who writes. */
export interface Writers {
  readonly reader: ActorIri;
  readonly others: readonly ActorIri[];
  readonly community: CommunityIri;
}

/** A number that looks like chance and is the same each time. */
const drawn = (seed: string): number => createHash('sha256').update(seed).digest().readUInt32BE(0);

/**
 * Posts from number `from` on, spread over 300 days, in the shape in which the store keeps one: the document of a post
 * that was published through the action is the pattern. Inserted in parcels: a million through the action would take
 * longer than everything else.
 */
export async function addPosts(
  { db, house }: Hand,
  { reader, others, community }: Writers,
  { from, until, pattern }: { readonly from: number; readonly until: number; readonly pattern: PostIri },
): Promise<void> {
  const shape = await db.collection<{ _id: string }>('posts').findOne({ _id: pattern });
  if (shape === null) throw new Error('the pattern of a post is missing');
  const { pending, pendingAt, title, community: _, ...like } = shape as Record<string, unknown>;
  const now = Date.now();
  function* documents() {
    for (let number = from; number < until; number += 1) {
      const author =
        number % HERS_EVERY === 0 ? reader : (others[drawn(`author ${number}`) % others.length] as ActorIri);
      const iri = postIri(`${house.addresses.origin}/posts/bench-${number}`);
      const at = new Date(now - (drawn(`time ${number}`) % (DAYS * DAY)));
      const inCommunity = number % 10 < IN_COMMUNITY;
      yield {
        ...like,
        _id: iri,
        key: `bench${number}`,
        activity: activityIri(`${iri}/create`),
        author,
        thread: iri,
        html: `<p>What happened in week ${number}: the second press stood still on Tuesday, and we know why now.</p>`,
        publishedAt: at,
        receivedAt: at,
        ...(inCommunity ? { community, title: `Shift report ${number}` } : {}),
      };
    }
  }
  // Many at once are indexed afterwards, all together: one by one that takes several times as long as the rest.
  const isCrowd = until - from >= CROWD;
  if (isCrowd) await db.collection('posts').dropIndexes();
  await insertAll(db, 'posts', documents());
  if (isCrowd) await ensureIndexes(db);
}

/** A thread of so many answers, through the store. */
export async function addThread(
  { house }: Hand,
  { others, community }: Writers,
  { answers, pattern }: { readonly answers: number; readonly pattern: Post },
): Promise<PostIri> {
  const { title, ...untitled } = pattern;
  const root = postIri(`${house.addresses.origin}/posts/long-thread`);
  const nameOf = (number: number) => (number === 0 ? root : postIri(`${root}-${number}`));
  for (let number = 0; number <= answers; number += 1) {
    const at = new Date(Date.now() - DAYS * DAY - DAY + number * 60_000);
    // Half of them answer the first post, the others one another.
    const inReplyTo = number % 2 === 0 || number === 1 ? root : nameOf(number - 1);
    const post: Post = {
      ...untitled,
      ...(number === 0 ? { title: 'A long thread' } : { inReplyTo }),
      iri: nameOf(number),
      activity: activityIri(`${nameOf(number)}/create`),
      author: others[number % others.length] as ActorIri,
      community,
      thread: root,
      html: `<p>Answer ${number}: it was the same with us, and oil helped.</p>`,
      publishedAt: at,
      receivedAt: at,
    };
    await house.posts.add(post, []);
  }
  return root;
}

/** Others like the reader's newest posts. */
export async function addLikes({ db, house }: Hand, { reader, others }: Writers): Promise<void> {
  const newest = await db
    .collection<{ _id: PostIri }>('posts')
    .find({ author: reader })
    .sort({ receivedAt: -1 })
    .limit(LIKED)
    .toArray();
  await manyAtOnce(newest, async ({ _id: post }) => {
    for (let number = 0; number < LIKES_EACH; number += 1) {
      const actor = others[drawn(`${post} ${number}`) % others.length] as ActorIri;
      const at = new Date(Date.now() - (drawn(`like ${post} ${number}`) % DAY));
      const activity = `${post}#liked-${number}`;
      await house.reactions.add({ actor, post, kind: 'like', activity, author: reader, at });
    }
  });
}
