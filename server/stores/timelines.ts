import type { Collection, Filter } from 'mongodb';
import type { ActorIri, CommunityIri, PersonIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { Unwanted } from '../community/unwanted.ts';
import type { Page, Stretch, Timelines } from '../ports/posts.ts';
import type { Readers } from '../ports/readers.ts';
import { readsById } from './by-id.ts';
import type { FollowDocument } from './follows.ts';
import { listed } from './listed.ts';
import type { PostDocument } from './posts.ts';
import { toPost } from './posts.ts';
import { type PostsAtHand, SHOWN } from './posts-at-hand.ts';
import type { RecentPosts } from './recent-posts.ts';
import { EVERYBODY, membershipsOf, NOT_DELETED, SHOWN_TO_ALL, seenBy, toStrangers } from './seen-by.ts';
import { ordered, within } from './stretch.ts';
import { wanted } from './unwanted.ts';

type Where = Filter<PostDocument>;

/** So many posts are looked through, at most, for one that was written to somebody. */
const MOST_LOOKED_THROUGH = 1000;
/** So many answers make up what came of problems on one page. */
const MOST_ANSWERS = 2000;
/** And so many for hashtags that begin with some letters. */
const MOST_POSTS_OF_TAGS = 5000;
const sought = (unwanted: Unwanted | undefined): readonly Where[] =>
  unwanted === undefined ? [] : [wanted(unwanted) as Where];
const before = ({ before }: Page): Where => (before === undefined ? {} : { receivedAt: { $lt: before } });

/** So much of a thread comes in one answer of the database. */
const MOST_AT_ONCE = 1000;

export function createTimelines(
  posts: Collection<PostDocument>,
  follows: Collection<FollowDocument>,
  readers: Readers,
  { atHand, recent }: { readonly atHand: PostsAtHand; readonly recent: RecentPosts },
): Timelines {
  const followById = readsById(follows);
  /** Of some communities, those that somebody is a member of. */
  async function memberOf(
    viewer: PersonIri | null,
    communities: readonly CommunityIri[],
  ): Promise<readonly CommunityIri[]> {
    if (viewer === null || communities.length === 0) return [];
    const ids = communities.map((community) => `${viewer} ${community}`);
    const found = follows.find({ _id: { $in: ids }, state: 'accepted' }, { projection: { _id: 0, target: 1 } });
    return (await found.toArray()).map(({ target }) => target as CommunityIri);
  }

  const memberships = (viewer: PersonIri | null) => membershipsOf(follows, viewer);

  /**
   * What somebody may see, read by the memberships that are at hand. Those that let her see anything are looked at
   * again: if one of them is over, everything is read anew by those that there are now.
   */
  async function bySupposed(
    viewer: PersonIri | null,
    among: readonly CommunityIri[] | undefined,
    read: (memberOf: readonly CommunityIri[]) => Promise<readonly Post[]>,
  ): Promise<readonly Post[]> {
    if (viewer === null) return read([]);
    const { memberships: supposed } = await readers.of(viewer);
    const found = await read(among === undefined ? supposed : supposed.filter((iri) => among.includes(iri)));
    const forMembers = found.filter(({ audience, author }) => audience === 'members' && author !== viewer);
    const places = [...new Set(forMembers.map(({ community }) => community))];
    const standing = await Promise.all(places.map((community) => followById(`${viewer} ${community}`)));
    if (standing.every((follow) => follow?.state === 'accepted')) return found;
    return read(among === undefined ? await memberships(viewer) : await memberOf(viewer, among));
  }

  const newest = async (where: Where, { limit }: Page): Promise<readonly Post[]> => {
    const found = await posts.find(where).sort({ receivedAt: -1, _id: -1 }).limit(limit).toArray();
    return found.map(toPost);
  };
  /** Everything of a kind in a stretch, by one of its times. */
  async function sorted(where: Where, field: 'receivedAt' | 'editedAt' | 'poll.closedAt', stretch: Stretch) {
    const found = posts.find({ $and: [where, within(field, stretch)] }, { ...SHOWN, raw: true });
    return atHand.all(ordered(found, stretch, field, '_id'));
  }
  return {
    async community(iri, viewer, page, unwanted) {
      const seen = seenBy(viewer, await memberOf(viewer, [iri]));
      const openings: Where = { community: iri, opening: true };
      return newest({ $and: [openings, before(page), NOT_DELETED, seen, ...sought(unwanted)] }, page);
    },
    async ofTags(iri, { all, any }, viewer, page, unwanted) {
      const seen = seenBy(viewer, await memberOf(viewer, [iri]));
      const tags: Where[] = [
        ...all.map((tag): Where => ({ tags: tag })),
        ...(any.length === 0 ? [] : [{ tags: { $in: [...any] } }]),
      ];
      const inThis: Where = { community: iri, tags: { $exists: true } };
      return newest({ $and: [inThis, ...tags, before(page), NOT_DELETED, seen, ...sought(unwanted)] }, page);
    },
    async openingsWith(communities, tag, viewer, page, unwanted) {
      const seen = seenBy(viewer, await memberOf(viewer, communities));
      const openings: Where = { community: { $in: [...communities] }, tags: tag, opening: true };
      return newest({ $and: [openings, before(page), NOT_DELETED, seen, ...sought(unwanted)] }, page);
    },
    async answersWith(threads, tags, viewer, unwanted) {
      if (threads.length === 0) return [];
      const seen = seenBy(viewer, await memberships(viewer));
      const answers: Where = { thread: { $in: [...threads] }, tags: { $in: [...tags] }, inReplyTo: { $exists: true } };
      const found = posts
        .find({ $and: [answers, NOT_DELETED, seen, ...toStrangers(viewer), ...sought(unwanted)] }, SHOWN)
        .sort({ receivedAt: 1, _id: 1 })
        .limit(MOST_ANSWERS);
      return (await found.toArray()).map(toPost);
    },
    async openlyTagged(thread, tags) {
      const openly: Where = { audience: { $in: ['public', 'members'] }, 'standing.state': 'visible' };
      const found = posts
        .find({ $and: [{ thread, tags: { $in: [...tags] } } as Where, openly, NOT_DELETED] }, SHOWN)
        .sort({ receivedAt: 1, _id: 1 })
        .limit(MOST_ANSWERS);
      return (await found.toArray()).map(toPost);
    },
    thread(root, viewer) {
      return bySupposed(viewer, undefined, async (memberOf) => {
        const seen = seenBy(viewer, memberOf);
        const where = { $and: [{ thread: root }, seen, ...toStrangers(viewer)] };
        const found = posts.find(where, { ...SHOWN, raw: true }).sort({ receivedAt: 1, _id: 1 });
        return atHand.all(found.batchSize(MOST_AT_ONCE));
      });
    },
    author: (iri, page) =>
      newest({ $and: [{ author: iri }, before(page), NOT_DELETED, EVERYBODY, SHOWN_TO_ALL] }, page),
    async lately(communities, viewer, page, unwanted) {
      const seen = seenBy(viewer, await memberOf(viewer, communities));
      const inThese: Where = { community: { $in: [...communities] } };
      return newest({ $and: [inThese, before(page), NOT_DELETED, seen, ...sought(unwanted)] }, page);
    },
    async tagsBeginning(letters, viewer, { offset, limit }) {
      const begin = { $gte: letters, $lt: `${letters}\u{10FFFF}` };
      const found = posts.aggregate<{ _id: string }>([
        { $match: { $and: [{ tags: { $elemMatch: begin } }, NOT_DELETED, EVERYBODY, ...toStrangers(viewer)] } },
        { $limit: MOST_POSTS_OF_TAGS },
        { $project: { tags: 1 } },
        { $unwind: '$tags' },
        { $match: { tags: begin } },
        { $group: { _id: '$tags' } },
        { $sort: { _id: 1 } },
        { $skip: offset },
        { $limit: limit },
      ]);
      return (await found.toArray()).map(({ _id }) => _id);
    },
    async quoting(post, viewer, stretch, unwanted) {
      const seen = seenBy(viewer, await memberships(viewer));
      const quotes: Where = { 'details.quote.post': post };
      return sorted({ $and: [quotes, NOT_DELETED, seen, ...sought(unwanted)] }, 'receivedAt', stretch);
    },
    stretch(of, viewer, stretch, unwanted) {
      const where = [listed(of), NOT_DELETED, ...toStrangers(viewer), ...sought(unwanted)];
      return bySupposed(
        viewer,
        'communities' in of ? of.communities : undefined,
        async (memberOf) =>
          (await recent.stretch({ of, viewer, memberOf, stretch, unwanted })) ??
          sorted({ $and: [...where, seenBy(viewer, memberOf)] }, 'receivedAt', stretch),
      );
    },
    addressing(person, stretch, unwanted) {
      // Named as the index is: it holds what is addressed to anybody at all.
      const addressed: Where = { to: person, 'to.0': { $exists: true } };
      const author: Where = { author: { $ne: person, ...(stretch.from === undefined ? {} : { $eq: stretch.from }) } };
      return bySupposed(person, undefined, (memberOf) =>
        sorted(
          { $and: [addressed, author, NOT_DELETED, seenBy(person, memberOf), ...sought(unwanted)] },
          'receivedAt',
          stretch,
        ),
      );
    },
    among(person, stretch, unwanted) {
      // Named as the indexes are: they hold what is for some alone.
      const forSome: Where = { audience: { $in: ['circle', 'direct'] } };
      const hers: Where = { $or: [{ author: person }, { to: person, 'standing.state': 'visible' }] };
      return sorted({ $and: [forSome, hers, NOT_DELETED, ...sought(unwanted)] }, 'receivedAt', stretch);
    },
    edited(iris, stretch) {
      if (iris.length === 0) return Promise.resolve([]);
      const { from } = stretch;
      const changed: Where = { _id: { $in: [...iris] }, editedAt: { $exists: true }, ...EVERYBODY };
      const by: readonly Where[] = from === undefined ? [] : [{ author: from }];
      return sorted({ $and: [changed, NOT_DELETED, ...by] }, 'editedAt', stretch);
    },
    closedPolls(communities, stretch) {
      const closed: Where = { community: { $in: [...communities] }, 'poll.closedAt': { $exists: true } };
      return sorted({ $and: [closed, NOT_DELETED] }, 'poll.closedAt', stretch);
    },
    async lastPosts(community, since) {
      const last = posts.aggregate<{ _id: PersonIri; at: Date }>([
        { $match: { community, receivedAt: { $gte: since } } },
        { $group: { _id: '$author', at: { $max: '$receivedAt' } } },
      ]);
      return new Map((await last.toArray()).map(({ _id, at }) => [_id, at]));
    },
    async postsByAuthor(community, since) {
      const counts = posts.aggregate<{ _id: ActorIri; count: number }>([
        { $match: { community, receivedAt: { $gte: since } } },
        { $group: { _id: '$author', count: { $sum: 1 } } },
      ]);
      return new Map((await counts.toArray()).map(({ _id, count }) => [_id, count]));
    },
    // Deleted ones count as well, or deleting would be a way around a limit.
    // A voice without a name is no author, but what it said is counted as its own.
    countSince: (community, author, since) =>
      posts.countDocuments({
        community,
        ...(author.startsWith(`${community}#`) ? { author: community, voice: author } : { author }),
        receivedAt: { $gte: since },
      }),
    async hasWritten(community, by, to) {
      const last = posts
        .find({ author: { $in: [...by] }, community }, { projection: { _id: 0, to: 1 } })
        .sort({ receivedAt: -1 })
        .limit(MOST_LOOKED_THROUGH);
      for await (const post of last) if ('to' in post && post.to.includes(to)) return true;
      return false;
    },
    async *own(author) {
      const found = posts
        .find({ author, ...NOT_DELETED })
        .sort({ receivedAt: 1, _id: 1 })
        .batchSize(200);
      for await (const post of found) yield toPost(post);
    },
    async *everything(community, since, limit) {
      const found = posts
        .find(
          { community, receivedAt: { $gte: since }, ...NOT_DELETED },
          { projection: { source: 0, restrictions: 0 } },
        )
        .sort({ receivedAt: -1, _id: -1 })
        .limit(limit)
        .batchSize(500);
      for await (const post of found) yield toPost(post);
    },
    async receivedBefore(community, { before, after, limit }) {
      const rest: Where =
        after === undefined
          ? {}
          : { $or: [{ receivedAt: { $gt: after.at } }, { receivedAt: after.at, _id: { $gt: after.post } }] };
      const from = after === undefined ? {} : { $gte: after.at };
      const found = posts
        .find(
          { $and: [{ community, receivedAt: { $lt: before, ...from } }, rest, NOT_DELETED] },
          { projection: { source: 0, restrictions: 0 } },
        )
        .sort({ receivedAt: 1, _id: 1 })
        .limit(limit);
      return (await found.toArray()).map(toPost);
    },
  };
}
