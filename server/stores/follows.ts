import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActivityIri, ActorIri, CommunityIri } from '../community/ids.ts';
import type { Follow, FollowEffect, Follows } from '../ports/follows.ts';
import type { ActorCollections } from './actors.ts';
import { checked, type FieldsOf, oneOf, pendingFields, text } from './fields.ts';
import { otherEffects } from './pending.ts';
import { literally, upserting } from './writing.ts';

const followFields = {
  follower: text<ActorIri>(),
  target: text<ActorIri>(),
  activity: text<ActivityIri>(),
  state: oneOf('requested', 'accepted', 'ended'),
  at: z.date(),
} satisfies FieldsOf<Follow>;

export const followSchema = z.object({
  /** `follower target`: one document per pair. */
  _id: text(),
  ...followFields,
  ...pendingFields,
});
export type FollowDocument = z.infer<typeof followSchema>;

export const followCollection = (db: Db): Collection<FollowDocument> => db.collection('follows');

const toFollow = ({ follower, target, activity, state, at }: FollowDocument): Follow => ({
  follower,
  target,
  activity,
  state,
  at,
});

export const toFollowWork = (document: FollowDocument) => ({
  follow: toFollow(document),
  effects: (document.pending ?? []) as readonly FollowEffect[],
});

/** Actors are asked for so many at a time: far faster than a `$lookup`, which asks for each by itself. */
const BATCH = 2000;
const PLACE = { _id: 0, inbox: 1, sharedInbox: 1 } as const;

export function createFollows(
  follows: Collection<FollowDocument>,
  { all: actors, followers }: ActorCollections,
  wall: () => Date,
): Follows {
  const one = async (filter: Parameters<typeof follows.findOne>[0]) => {
    const found = await follows.findOne(filter);
    return found === null ? null : toFollow(found);
  };
  const followersOf = async (target: ActorIri) => {
    const accepted = follows.find({ target, state: 'accepted' }, { projection: { _id: 0, follower: 1 } });
    return (await accepted.sort({ at: 1 }).toArray()).map(({ follower }) => follower);
  };
  const idOf = (follower: ActorIri, target: ActorIri) => `${follower} ${target}`;
  return {
    get: (follower, target) => one({ _id: idOf(follower, target) }),
    sentBy: (activity) => one({ activity: activity as ActivityIri }),
    async put(follow, pending) {
      const { _id, ...fields } = checked(followSchema, { _id: idOf(follow.follower, follow.target), ...follow });
      // A new state overtakes what an older one asked for: who left before her joining was recorded need not join first.
      const update = [{ $set: literally(fields) }, ...otherEffects(pending, wall())];
      await upserting(() => follows.updateOne({ _id }, update, { upsert: true }));
    },
    followersOf,
    countFollowers: (target) => follows.countDocuments({ target, state: 'accepted' }),
    async communitiesOf(person) {
      const found = await follows
        .find({ follower: person, state: { $ne: 'ended' } })
        .sort({ at: 1 })
        .toArray();
      const targets = found.map(({ target }) => target);
      const communities = await actors
        .find({ _id: { $in: targets }, type: 'community' }, { projection: { _id: 1 } })
        .toArray();
      const known = new Set<string>(communities.map(({ _id }) => _id));
      return found
        .filter(({ target }) => known.has(target))
        .map((document) => ({ ...toFollow(document), target: document.target as CommunityIri }));
    },
    async inboxesOf(target) {
      const accepted = await followersOf(target);
      const inboxes = new Set<string>();
      for (let from = 0; from < accepted.length; from += BATCH) {
        const elsewhere = { _id: { $in: accepted.slice(from, from + BATCH) }, home: 'elsewhere' } as const;
        const places = followers.find({ ...elsewhere, goneAt: { $exists: false } }, { projection: PLACE });
        for await (const { sharedInbox, inbox } of places) inboxes.add(sharedInbox ?? inbox);
      }
      return [...inboxes];
    },
  };
}
