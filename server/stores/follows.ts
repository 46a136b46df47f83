import type { Collection, Db, Filter } from 'mongodb';
import { z } from 'zod';
import type { ActivityIri, ActorIri, CommunityIri, PersonIri } from '../community/ids.ts';
import type { Changes } from '../ports/changes.ts';
import type { Follow, FollowEffect, Follows } from '../ports/follows.ts';
import { RecentlyUsed } from '../recently-used.ts';
import type { ActorCollections } from './actors.ts';
import { readsById } from './by-id.ts';
import { checked, type FieldsOf, oneOf, pendingFields, text } from './fields.ts';
import { otherEffects } from './pending.ts';
import { inOrder, withinBy } from './stretch.ts';
import { literally, upserting } from './writing.ts';

const followFields = {
  follower: text<ActorIri>(),
  target: text<ActorIri>(),
  activity: text<ActivityIri>(),
  state: oneOf('requested', 'accepted', 'severed', 'ended'),
  at: z.date(),
  severedAt: z.date().exactOptional(),
  admittedBy: text<PersonIri>().exactOptional(),
} satisfies FieldsOf<Follow>;

export const followSchema = z.object({
  /** `follower target`: one document per pair. */
  _id: text(),
  ...followFields,
  ...pendingFields,
});
export type FollowDocument = z.infer<typeof followSchema>;

export const followCollection = (db: Db): Collection<FollowDocument> => db.collection('follows');

const toFollow = (document: FollowDocument): Follow => {
  const { follower, target, activity, state, at, severedAt, admittedBy } = document;
  return {
    follower,
    target,
    activity,
    state,
    at,
    ...(severedAt === undefined ? {} : { severedAt }),
    ...(admittedBy === undefined ? {} : { admittedBy }),
  };
};

export const toFollowWork = (document: FollowDocument) => ({
  follow: toFollow(document),
  effects: (document.pending ?? []) as readonly FollowEffect[],
});

/** Actors are asked for so many at a time: far faster than a `$lookup`, which asks for each by itself. */
const BATCH = 2000;
/** Where the followers of so many actors are is kept at hand; what other processes write is seen by then. */
const MOST_AT_HAND = 20;
const OLDEST_AT_HAND_MS = 2000;
const PLACE = { _id: 0, inbox: 1, sharedInbox: 1 } as const;

export function createFollows(
  follows: Collection<FollowDocument>,
  { all: actors, followers }: ActorCollections,
  { wall, changes }: { readonly wall: () => Date; readonly changes: Changes },
): Follows {
  const byId = readsById(follows);
  const one = async (filter: Parameters<typeof follows.findOne>[0]) => {
    const found = await follows.findOne(filter);
    return found === null ? null : toFollow(found);
  };
  const followersOf = async (target: ActorIri) => {
    const accepted = follows.find({ target, state: 'accepted' }, { projection: { _id: 0, follower: 1 } });
    return (await accepted.sort({ at: 1 }).toArray()).map(({ follower }) => follower);
  };
  const idOf = (follower: ActorIri, target: ActorIri) => `${follower} ${target}`;
  async function inboxesOf(target: ActorIri): Promise<readonly string[]> {
    const accepted = await followersOf(target);
    const inboxes = new Set<string>();
    for (let from = 0; from < accepted.length; from += BATCH) {
      const elsewhere = { _id: { $in: accepted.slice(from, from + BATCH) }, home: 'elsewhere' } as const;
      const places = followers.find({ ...elsewhere, goneAt: { $exists: false } }, { projection: PLACE });
      for await (const { sharedInbox, inbox } of places) inboxes.add(sharedInbox ?? inbox);
    }
    return [...inboxes];
  }
  /** What somebody follows, or has asked to, of one kind of actor; oldest first. */
  async function targetsOf<Target extends ActorIri>(follower: PersonIri, type: 'community' | 'person') {
    const found = await follows
      .find({ follower, state: { $ne: 'ended' } })
      .sort({ at: 1 })
      .toArray();
    const targets = found.map(({ target }) => target);
    const those = actors.find({ _id: { $in: targets }, type }, { projection: { _id: 1 } });
    const known = new Set<string>((await those.toArray()).map(({ _id }) => _id));
    return found
      .filter(({ target }) => known.has(target))
      .map((document) => ({ ...toFollow(document), target: document.target as Target }));
  }
  const atHand = new RecentlyUsed<ActorIri, { at: number; seen: number; inboxes: Promise<readonly string[]> }>({
    limit: MOST_AT_HAND,
  });
  /** A community with many followers is not read anew for every post, as long as nobody comes, goes or moves. */
  function inboxesAtHand(target: ActorIri): Promise<readonly string[]> {
    const now = wall().getTime();
    const seen = changes.of(['follows', 'actors']);
    const known = atHand.get(target);
    if (known !== undefined && known.seen === seen && now - known.at < OLDEST_AT_HAND_MS) return known.inboxes;
    const inboxes = inboxesOf(target);
    inboxes.catch(() => atHand.delete(target));
    atHand.set(target, { at: now, seen, inboxes });
    return inboxes;
  }
  return {
    async get(follower, target) {
      const found = await byId(idOf(follower, target));
      return found === null ? null : toFollow(found);
    },
    sentBy: (activity) => one({ activity: activity as ActivityIri }),
    async put(follow, pending) {
      const { _id, ...fields } = checked(followSchema, { _id: idOf(follow.follower, follow.target), ...follow });
      // A new state overtakes what an older one asked for: who left before her joining was recorded need not join first.
      const over = (['severedAt', 'admittedBy'] as const).filter((name) => follow[name] === undefined);
      const update = [{ $set: literally(fields) }, { $unset: over }, ...otherEffects(pending, wall())].filter(
        (stage) => !('$unset' in stage) || over.length > 0,
      );
      await upserting(() => follows.updateOne({ _id }, update, { upsert: true }));
    },
    followersOf,
    async of(target, state) {
      return (await follows.find({ target, state }).sort({ at: 1 }).toArray()).map(toFollow);
    },
    async followersWithin(target, stretch) {
      const found = follows.find({ target, state: 'accepted', ...withinBy({ at: 'at', who: 'follower' }, stretch) });
      return (await inOrder(found, stretch, 'at', 'follower')).map(toFollow);
    },
    async hasFollowerAt(target, host) {
      // Ids of one host are a stretch of the index: what begins with its origin and a slash ('0' comes after '/').
      const at = (origin: string) =>
        ({ follower: { $gte: `${origin}/`, $lt: `${origin}0` } }) as Filter<FollowDocument>;
      const there = { $or: [at(`https://${host}`), at(`http://${host}`)] };
      return (await follows.findOne({ target, state: 'accepted', ...there }, { projection: { _id: 1 } })) !== null;
    },
    countFollowers: (target) => follows.countDocuments({ target, state: 'accepted' }),
    communitiesOf: (person) => targetsOf<CommunityIri>(person, 'community'),
    peopleFollowedBy: (person) => targetsOf<PersonIri>(person, 'person'),
    inboxesOf: inboxesAtHand,
    async followersAt(inbox, limit) {
      const living = { home: 'elsewhere', goneAt: { $exists: false } } as const;
      const there = { $or: [{ inbox }, { sharedInbox: inbox }], ...living };
      const found = await followers
        .find(there, { projection: { _id: 1 } })
        .limit(limit)
        .toArray();
      return found.map(({ _id }) => _id);
    },
  };
}
