import { randomBytes } from 'node:crypto';
import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActorIri, CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import { TELL_EVERYTHING } from '../community/notification-policy.ts';
import type { Stores } from '../ports/index.ts';
import type { Keepsakes } from '../ports/keepsakes.ts';
import type { MarkKind } from '../ports/marks.ts';
import type { Reader, Readers, Towards } from '../ports/readers.ts';
import { RecentlyUsed } from '../recently-used.ts';
import type { ActorCollections } from './actors.ts';
import { readsById } from './by-id.ts';
import { text } from './fields.ts';
import { type FollowDocument, followCollection } from './follows.ts';
import { upserting } from './writing.ts';

export const readerSchema = z.object({
  /** Somebody here. */
  _id: text<PersonIri>(),
  /** Another one after anything that her lists rest on was written: at random, so that it says nothing of how often. */
  edition: text(),
  /** Something is being written, or whoever wrote it stopped in the middle. */
  open: text().exactOptional(),
});
type ReaderDocument = z.infer<typeof readerSchema>;

/** So many readers are kept at hand, with so many posts each, and none who keeps more than so much. */
const MOST_READERS = 500;
const MOST_POSTS_EACH = 200;
const MOST_KEPT = 4000;
/** So long it is not looked again whether another process has written something. */
const TRUSTED_MS = 1000;

/** Marks that shape what she is shown. */
const SHAPING: readonly MarkKind[] = ['mute', 'block', 'domain', 'tag', 'muted-thread'];
const NOTHING: Towards = { shared: false, bookmarked: false, pinned: false };

/** As they are in the database: an edition does not have to outlast what it tells of. */
const BESIDE = { writeConcern: { w: 1, journal: false } } as const;

type Sources = Pick<
  Stores,
  'marks' | 'filters' | 'ownLists' | 'gestures' | 'notificationMarks' | 'notificationPolicies'
>;

interface Kept {
  readonly edition: string;
  readonly reader: Promise<Reader>;
  checkedAt: number;
}

export interface StoredReaders extends Readers {
  /** Writes something that somebody's lists rest on. */
  changing<Answer>(person: ActorIri, write: () => Promise<Answer>): Promise<Answer>;
}

/**
 * Each reader has an edition in the database, which is another one from before such a write begins until after it has
 * ended: while one is under way nothing is kept at hand, and what was read before is kept no longer. So whatever stops
 * in between, in whichever process, nothing outdated is taken for what stands; and what is kept needs no end but this.
 */
export function createReaders(
  db: Db,
  sources: Sources,
  { actors, isHere }: { readonly actors: ActorCollections; readonly isHere: (iri: string) => boolean },
): StoredReaders {
  const editions: Collection<ReaderDocument> = db.collection('readers');
  const editionOf = readsById(editions);
  const follows = followCollection(db);
  const kept = new RecentlyUsed<PersonIri, Kept>({ limit: MOST_READERS });
  /** How many writes of this process are under way. */
  const writing = new Map<PersonIri, number>();
  const load = (person: PersonIri) => readAll(sources, { follows, actors, person });

  function keep(person: PersonIri, edition: string, checkedAt: number): Promise<Reader> {
    const reader = load(person);
    kept.set(person, { edition, reader, checkedAt });
    const end = () => {
      if (kept.get(person)?.reader === reader) kept.delete(person);
    };
    reader.then(({ people, marks }) => people.length + marks.length > MOST_KEPT && end(), end);
    return reader;
  }
  const say = (person: PersonIri, update: object) =>
    upserting(() => editions.updateOne({ _id: person }, [{ $set: update }], { upsert: true, ...BESIDE }));

  return {
    async of(person) {
      if (!isHere(person)) return load(person);
      const now = performance.now();
      const known = kept.get(person);
      if (known !== undefined && now - known.checkedAt < TRUSTED_MS) return known.reader;
      const { edition, open } = (await editionOf(person)) ?? { edition: '' };
      if (open !== undefined || writing.has(person)) return load(person);
      const still = kept.get(person);
      if (still?.edition !== edition) return keep(person, edition, now);
      still.checkedAt = Math.max(still.checkedAt, now);
      return still.reader;
    },
    lookAgain: (person) => kept.delete(person as PersonIri),
    async changing(actor, write) {
      if (!isHere(actor)) return write();
      const person = actor as PersonIri;
      const [begin, end] = [newEdition(), newEdition()];
      writing.set(person, (writing.get(person) ?? 0) + 1);
      kept.delete(person);
      try {
        await say(person, { edition: begin, open: begin });
        return await write();
      } finally {
        // Another one that is still under way stays open; where this cannot be said, nothing is kept at hand meanwhile.
        const open = { $cond: [{ $eq: ['$open', begin] }, '$$REMOVE', '$open'] };
        await say(person, { edition: end, open }).catch(() => {});
        const left = (writing.get(person) ?? 1) - 1;
        if (left > 0) writing.set(person, left);
        else writing.delete(person);
        kept.delete(person);
      }
    },
  };
}

const newEdition = (): string => randomBytes(9).toString('base64url');

interface Place {
  readonly follows: Collection<FollowDocument>;
  readonly actors: ActorCollections;
  readonly person: PersonIri;
}

async function readAll(sources: Sources, place: Place): Promise<Reader> {
  const { person } = place;
  const [followed, marks, filters, ownLists] = await Promise.all([
    followedBy(place),
    sources.marks.of(person, SHAPING),
    sources.filters.of(person),
    sources.ownLists.of(person),
  ]);
  const telling = once(() => readTelling(sources, person));
  return { ...followed, marks, filters, ownLists, telling, towards: createTowards(sources, person) };
}

async function readTelling(
  { notificationMarks, notificationPolicies }: Sources,
  person: PersonIri,
): ReturnType<Reader['telling']> {
  const [policies, putAway] = await Promise.all([notificationPolicies.of(person), notificationMarks.of(person)]);
  return { policy: policies[0]?.content ?? TELL_EVERYTHING, putAway };
}

/** Reads when it is first asked; what failed is read again. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => {
    if (reading !== undefined) return reading;
    const begun = read();
    begun.catch(() => {
      reading = undefined;
    });
    reading = begun;
    return begun;
  };
}

async function followedBy({
  follows,
  actors,
  person,
}: Place): Promise<Pick<Reader, 'communities' | 'people' | 'memberships'>> {
  const found = follows.find({ follower: person, state: 'accepted' }, { projection: { _id: 0, target: 1, at: 1 } });
  const targets = (await found.sort({ at: 1 }).batchSize(MOST_KEPT).toArray()).map(({ target }) => target);
  const known = actors.all.find({ _id: { $in: targets } }, { projection: { type: 1 } });
  const types = new Map<ActorIri, string>(
    (await known.batchSize(MOST_KEPT).toArray()).map(({ _id, type }) => [_id, type]),
  );
  const ofType = (type: string) => targets.filter((target) => types.get(target) === type);
  return {
    communities: ofType('community') as CommunityIri[],
    people: ofType('person') as PersonIri[],
    memberships: targets.filter((target) => types.get(target) !== 'person') as readonly ActorIri[] as CommunityIri[],
  };
}

/** What she has done to posts, kept as long as she herself is. */
function createTowards({ gestures, marks }: Sources, person: PersonIri): Reader['towards'] {
  const known = new RecentlyUsed<PostIri, Towards>({ limit: MOST_POSTS_EACH });
  return async (posts) => {
    const asked = new Map(posts.map(({ iri }) => [iri, known.get(iri)]));
    const missing = [...asked].filter(([, towards]) => towards === undefined).map(([iri]) => iri);
    if (missing.length > 0) {
      const [done, noted] = await Promise.all([
        gestures.by(person, missing),
        marks.about(person, ['bookmark', 'pin'], missing),
      ]);
      const keeps = new Set(noted.map(({ kind, subject }) => `${kind} ${subject}`));
      for (const iri of missing) {
        const towards = {
          ...NOTHING,
          ...done.get(iri),
          bookmarked: keeps.has(`bookmark ${iri}`),
          pinned: keeps.has(`pin ${iri}`),
        };
        asked.set(iri, towards);
        known.set(iri, towards);
      }
    }
    return (iri) => asked.get(iri) ?? NOTHING;
  };
}

type Written = Sources & Pick<Stores, 'follows'>;

/** The same ports, and whatever somebody's lists rest on is written as `StoredReaders.changing` wants it. */
export function changingReaders<Ports extends Written>(stores: Ports, { changing }: StoredReaders): Ports {
  const { follows, gestures, marks, notificationMarks } = stores;
  return {
    ...stores,
    follows: { ...follows, put: (follow, pending) => changing(follow.follower, () => follows.put(follow, pending)) },
    gestures: { ...gestures, put: (gesture, pending) => changing(gesture.actor, () => gestures.put(gesture, pending)) },
    marks: {
      ...marks,
      put: (mark) => changing(mark.person, () => marks.put(mark)),
      remove: (person, kind, subject) => changing(person, () => marks.remove(person, kind, subject)),
      forget: (person) => changing(person, () => marks.forget(person)),
    },
    notificationMarks: {
      ...notificationMarks,
      clear: (person, at) => changing(person, () => notificationMarks.clear(person, at)),
      dismiss: (person, number) => changing(person, () => notificationMarks.dismiss(person, number)),
      forget: (person) => changing(person, () => notificationMarks.forget(person)),
    },
    notificationPolicies: changingKeepsakes(stores.notificationPolicies, changing),
    filters: changingKeepsakes(stores.filters, changing),
    ownLists: changingKeepsakes(stores.ownLists, changing),
  };
}

function changingKeepsakes<Content>(
  keepsakes: Keepsakes<Content>,
  changing: StoredReaders['changing'],
): Keepsakes<Content> {
  const { add, change, remove, forget } = keepsakes;
  return {
    ...keepsakes,
    add: (keepsake) => changing(keepsake.person, () => add(keepsake)),
    change: (keepsake, content) => changing(keepsake.person, () => change(keepsake, content)),
    remove: (person, id) => changing(person, () => remove(person, id)),
    forget: (person) => changing(person, () => forget(person)),
  };
}
