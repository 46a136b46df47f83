import type { Collection, Filter } from 'mongodb';
import type { PersonIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { Page, Timelines } from '../ports/posts.ts';
import type { PostDocument } from './posts.ts';
import { toPost } from './posts.ts';

type Where = Filter<PostDocument>;

/** Public posts that stand; held and direct ones besides, for those whom they are for. */
function seenBy(viewer: PersonIri | null): Where {
  const everybody: Where = { audience: 'public', 'standing.state': 'visible' };
  if (viewer === null) return everybody;
  return { $or: [everybody, { author: viewer }, { to: viewer, 'standing.state': 'visible' }] };
}

const NOT_DELETED: Where = { deletedAt: { $exists: false } };
const before = ({ before }: Page): Where => (before === undefined ? {} : { receivedAt: { $lt: before } });

export function createTimelines(posts: Collection<PostDocument>): Timelines {
  const newest = async (where: Where, { limit }: Page): Promise<readonly Post[]> => {
    const found = await posts.find(where).sort({ receivedAt: -1, _id: -1 }).limit(limit).toArray();
    return found.map(toPost);
  };
  return {
    community: (iri, viewer, page) =>
      newest({ $and: [{ community: iri, opening: true }, before(page), NOT_DELETED, seenBy(viewer)] }, page),
    async thread(root, viewer) {
      const found = posts.find({ $and: [{ thread: root }, seenBy(viewer)] }).sort({ receivedAt: 1, _id: 1 });
      return (await found.toArray()).map(toPost);
    },
    author: (iri, page) => newest({ $and: [{ author: iri }, before(page), NOT_DELETED, seenBy(null)] }, page),
    lately: (communities, viewer, page) =>
      newest({ $and: [{ community: { $in: [...communities] } }, before(page), NOT_DELETED, seenBy(viewer)] }, page),
    async lastPosts(community, since) {
      const last = posts.aggregate<{ _id: PersonIri; at: Date }>([
        { $match: { community, receivedAt: { $gte: since } } },
        { $group: { _id: '$author', at: { $max: '$receivedAt' } } },
      ]);
      return new Map((await last.toArray()).map(({ _id, at }) => [_id, at]));
    },
    // Deleted ones count as well, or deleting would be a way around a limit.
    countSince: (community, author, since) => posts.countDocuments({ community, author, receivedAt: { $gte: since } }),
  };
}
