import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import type { Explore, ListedPeople } from '../ports/explore.ts';
import type { ActorCollections } from './actors.ts';
import { toCommunity } from './actors.ts';
import { checked, text } from './fields.ts';
import type { PostDocument } from './posts.ts';
import { EVERYBODY, NOT_DELETED, SHOWN_TO_ALL } from './seen-by.ts';
import { insertNew } from './writing.ts';

/** So many posts with hashtags, the newest, are looked through. */
const MOST_LOOKED_THROUGH = 5000;
const MOST_INTERESTS = 60;
const MOST_COMMUNITIES = 100;
const MOST_LISTED = 200;

export function createExplore(posts: Collection<PostDocument>, { communities }: ActorCollections): Explore {
  return {
    async interests(people) {
      const found = await posts
        .aggregate<{ _id: string }>([
          { $match: { tags: { $exists: true }, ...NOT_DELETED, ...EVERYBODY, ...SHOWN_TO_ALL } },
          { $sort: { receivedAt: -1 } },
          { $limit: MOST_LOOKED_THROUGH },
          { $project: { tags: 1, author: 1 } },
          { $unwind: '$tags' },
          { $group: { _id: { tag: '$tags', author: '$author' } } },
          { $group: { _id: '$_id.tag', people: { $sum: 1 } } },
          { $match: { people: { $gte: people } } },
          // By name and by nothing else: those left out are the last of the alphabet, not the least used.
          { $sort: { _id: 1 } },
          { $limit: MOST_INTERESTS },
          { $project: { _id: 1 } },
        ])
        .toArray();
      return found.map(({ _id }) => _id);
    },
    async communitiesAt(hosts) {
      const found = await communities
        .find({ type: 'community', home: 'elsewhere', host: { $in: [...hosts] } })
        .sort({ title: 1, _id: 1 })
        .limit(MOST_COMMUNITIES)
        .toArray();
      return found.map(toCommunity);
    },
  };
}

export const listedPersonSchema = z.object({
  /** The person who wants to be found. */
  _id: text<PersonIri>(),
});
type ListedPersonDocument = z.infer<typeof listedPersonSchema>;

export function createListedPeople(db: Db): ListedPeople {
  const listed: Collection<ListedPersonDocument> = db.collection('listedPeople');
  return {
    isListed: async (person) => (await listed.findOne({ _id: person })) !== null,
    async set(person, wanted) {
      if (wanted) await insertNew(listed, checked(listedPersonSchema, { _id: person }));
      else await listed.deleteOne({ _id: person });
    },
    async all() {
      const found = await listed.find().sort({ _id: 1 }).limit(MOST_LISTED).toArray();
      return found.map(({ _id }) => _id);
    },
    async forget(person) {
      await listed.deleteOne({ _id: person });
    },
  };
}
