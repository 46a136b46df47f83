import { randomInt } from 'node:crypto';
import type { Collection, Db, Document, Filter, UpdateFilter } from 'mongodb';
import type { Pending, PlacesWithDue } from '../ports/pending.ts';
import { gatherWrites } from './gathering.ts';

/** The fields of a document that carries effects (`pendingFields` says what they mean). */
export interface WithPending {
  readonly _id: string;
  readonly pending?: readonly string[];
  readonly pendingAt?: Date;
  readonly pendingLeased?: boolean;
  readonly pendingAttempts?: number;
  readonly pendingWhy?: string;
  readonly pendingFrom?: number;
}

/** For a new document: what follows from it, due at once. Nothing when nothing follows. */
export function firstEffects(effects: readonly string[], now: Date): Pick<WithPending, 'pending' | 'pendingAt'> {
  return effects.length === 0 ? {} : { pending: effects, pendingAt: now };
}

/** For an update pipeline: these effects follow, after those that are still pending. */
export function moreEffects(effects: readonly string[], now: Date): Document[] {
  if (effects.length === 0) return [];
  return [{ $set: { pending: { $concatArrays: [PENDING, { $literal: effects }] }, ...dueUnlessLeased(now) } }];
}

/** For an update pipeline: these effects follow, and what was pending before has been overtaken by them. */
export function otherEffects(effects: readonly string[], now: Date): Document[] {
  if (effects.length === 0) return [];
  const pendingFrom = { $add: [FROM, { $size: PENDING }] };
  return [{ $set: { pending: { $literal: effects }, pendingFrom, ...dueUnlessLeased(now) } }];
}

const PENDING = { $ifNull: ['$pending', []] };
const FROM = { $ifNull: ['$pendingFrom', 0] };

/** Whoever is at work on the document finishes first: one document's effects are never carried out twice at once. */
function dueUnlessLeased(now: Date): Document {
  const leased = { $and: [{ $eq: ['$pendingLeased', true] }, { $gt: ['$pendingAt', now] }] };
  return { pendingAt: { $cond: [leased, '$pendingAt', now] }, pendingLeased: leased };
}

/** A claim's name: the lease it holds, how far its effects reach, and the document. */
interface Claim {
  readonly until: Date;
  readonly upTo: number;
  readonly id: string;
}
const nameOf = ({ until, upTo, id }: Claim): string => `${until.getTime()} ${upTo} ${id}`;

function claimNamed(name: string): Claim {
  const [, until, upTo, id] = /^(\d+) (\d+) (.*)$/s.exec(name) ?? [];
  if (until === undefined || upTo === undefined || id === undefined) throw new Error(`not the id of a claim: ${name}`);
  return { until: new Date(Number(until)), upTo: Number(upTo), id };
}

/** Leases end at different milliseconds, so that two workers' claims are not mistaken for one another. */
const SPREAD_MS = 1000;

/** The same, with what only the one who starts the server may do. */
export interface StoredPending<Work> extends Pending<Work> {
  /** Ends every lease, whoever holds it: what was claimed is due at once. */
  free(): Promise<void>;
}

/**
 * The pending effects of one collection's documents, by leases of the machine's time. Only the holder of a lease can
 * end it, and ending it takes away just those effects that were there when it was taken.
 *
 * @param only narrows the collection down where several kinds of document share it
 */
export function createPending<Stored extends WithPending, Work>({
  collection,
  read,
  wall,
  only = {},
}: {
  readonly collection: Collection<Stored>;
  readonly read: (document: Stored) => Work;
  readonly wall: () => Date;
  readonly only?: Filter<Stored>;
}): StoredPending<Work> {
  const markDone = gatherWrites<Claim, void>(async (claims) => {
    // Those of one claim that had as many effects are marked by one update.
    for (const some of Map.groupBy(claims, ({ until, upTo }) => `${until.getTime()} ${upTo}`).values()) {
      const [{ until, upTo }] = some as [Claim];
      const held = { _id: { $in: some.map(({ id }) => id) }, pendingAt: until, pendingLeased: true };
      await collection.updateMany(held as unknown as Filter<Stored>, withoutFirst(upTo, wall()));
    }
    return claims.map(() => undefined);
  });
  const heldBy = ({ id, until }: Claim) => ({ _id: id, pendingAt: until, pendingLeased: true }) as Filter<Stored>;
  return {
    place: collection.collectionName,
    async claim(now, leaseMs, limit) {
      const due = { ...only, pendingAt: { $lte: now } } as Filter<Stored>;
      const found = await collection.find(due).project({ _id: 1 }).sort({ pendingAt: 1 }).limit(limit).toArray();
      if (found.length === 0) return [];
      const order = new Map(found.map(({ _id }, place) => [_id as string, place]));
      // Tells this claim from others that begin in the same millisecond.
      const until = new Date(now.getTime() + leaseMs + randomInt(SPREAD_MS));
      const these = { _id: { $in: [...order.keys()] } };
      const lease = { $set: { pendingAt: until, pendingLeased: true }, $inc: { pendingAttempts: 1 } };
      await collection.updateMany({ ...due, ...these } as Filter<Stored>, lease as unknown as UpdateFilter<Stored>);
      const held = { ...these, pendingAt: until, pendingLeased: true } as unknown as Filter<Stored>;
      const documents = (await collection.find(held).toArray()) as unknown as Stored[];
      documents.sort((a, b) => (order.get(a._id) ?? 0) - (order.get(b._id) ?? 0));
      return documents.map((document) => {
        const { _id, pending = [], pendingFrom = 0, pendingAttempts = 1 } = document;
        const id = nameOf({ until, upTo: pendingFrom + pending.length, id: _id });
        return { id, work: read(document), attempts: pendingAttempts - 1 };
      });
    },
    async free() {
      const now = wall();
      const leased = { ...only, pendingLeased: true, pendingAt: { $gt: now } } as Filter<Stored>;
      const due = { $set: { pendingAt: now, pendingLeased: false } } as unknown as UpdateFilter<Stored>;
      await collection.updateMany(leased, due);
    },
    done: (name) => markDone(claimNamed(name)),
    async retry(name, at, why) {
      const update = { $set: { pendingAt: at, pendingLeased: false, pendingWhy: why } };
      await collection.updateOne(heldBy(claimNamed(name)), update as unknown as UpdateFilter<Stored>);
    },
  };
}

/** Asks all collections in one aggregation: asked one by one they take three times as much of both processors. */
export function createPlacesWithDue(db: Db): PlacesWithDue {
  return async (places, now) => {
    const [first, ...others] = new Set(places);
    if (first === undefined) return new Set();
    const due = (name: string): Document[] => [
      { $match: { pendingAt: { $lte: now } } },
      { $limit: 1 },
      { $project: { _id: 0, name: { $literal: name } } },
    ];
    const asWell = others.map((coll) => ({ $unionWith: { coll, pipeline: due(coll) } }));
    const found = await db
      .collection(first)
      .aggregate<{ name: string }>([...due(first), ...asWell])
      .toArray();
    return new Set(found.map(({ name }) => name));
  };
}

/** Takes away the effects before a place; what was added meanwhile is due now. */
function withoutFirst(upTo: number, now: Date): Document[] {
  const done = { $max: [0, { $subtract: [upTo, FROM] }] };
  // `$slice` takes no length of 0, and a list that ends before the place leaves nothing.
  const rest = { $slice: [PENDING, done, { $max: [1, { $size: PENDING }] }] };
  const unlessEmpty = (value: unknown) => ({ $cond: [{ $eq: [{ $size: '$pending' }, 0] }, '$$REMOVE', value] });
  return [
    { $set: { pending: rest, pendingFrom: { $max: [upTo, FROM] } } },
    { $set: { pendingAt: unlessEmpty(now), pending: unlessEmpty('$pending') } },
    { $unset: ['pendingLeased', 'pendingAttempts', 'pendingWhy'] },
  ];
}
