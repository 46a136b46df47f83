import type { Collection, Document, Filter } from 'mongodb';
import type { PersonIri } from '../community/ids.ts';
import type { ClaimedPush, PushOutcome, PushProgress, PushSubscription } from '../ports/push.ts';
import type { PushFields } from './push-fields.ts';

/** A document that holds a subscription. */
export interface WithPush {
  readonly _id: string;
  readonly person?: PersonIri;
  readonly push?: PushFields & { readonly person?: PersonIri };
}

/** Where subscriptions of one kind stand: each in the document of its holder. */
export interface PushPlace {
  readonly collection: Collection<WithPush>;
  /** Where such a document says whose it is. */
  readonly person: 'person' | 'push.person';
  /** Those whose holder still holds. */
  current(): Filter<WithPush>;
  /** What is kept, read; a sealed address is opened. */
  read(document: WithPush & { readonly push: PushFields }): PushSubscription;
}

export const HAS_PUSH = { push: { $exists: true } } as const;

/** May belong to one of these people, or to anybody. */
export async function concern(place: PushPlace, people: readonly PersonIri[] | 'all', now: Date): Promise<void> {
  const whose = people === 'all' ? {} : { [place.person]: { $in: [...people] } };
  // Due at once, or as soon as it has rested; whoever is at work on it finishes first.
  const isLeased = { $and: [{ $ne: [{ $type: '$push.claim' }, 'missing'] }, { $gt: ['$push.dueAt', now] }] };
  const rested = { $max: [now, '$push.restUntil'] };
  const soon: Document = { $cond: [isLeased, '$push.dueAt', { $min: ['$push.dueAt', rested] }] };
  await place.collection.updateMany({ ...whose, ...HAS_PUSH } as Filter<WithPush>, [
    { $set: { 'push.concerned': true, 'push.dueAt': soon } },
  ]);
}

/** Takes some that are due under a lease. */
export async function claim(
  place: PushPlace,
  by: { readonly claim: string; readonly now: Date; readonly leaseMs: number; readonly limit: number },
): Promise<readonly ClaimedPush[]> {
  const { collection } = place;
  const due = { 'push.dueAt': { $lte: by.now }, ...place.current() } as Filter<WithPush>;
  const found = await collection.find(due).project({ _id: 1 }).sort({ 'push.dueAt': 1 }).limit(by.limit).toArray();
  if (found.length === 0) return [];
  const lease = { 'push.claim': by.claim, 'push.dueAt': new Date(by.now.getTime() + by.leaseMs) };
  const these = { _id: { $in: found.map(({ _id }) => _id as string) } };
  const taken = { $set: lease, $unset: { 'push.concerned': 1 } } as Document;
  await collection.updateMany({ ...these, ...due } as Filter<WithPush>, taken);
  const mine = await collection.find({ ...these, 'push.claim': by.claim } as Filter<WithPush>).toArray();
  return mine.flatMap((document): ClaimedPush[] => {
    const { push } = document;
    if (push === undefined) return [];
    const { from, since, handled, failures, failingSince } = push;
    const failing = failingSince === undefined ? {} : { failingSince };
    const subscription = place.read({ ...document, push });
    return [{ subscription, progress: { from, since, handled }, failures, ...failing, claim: by.claim }];
  });
}

const heldBy = (id: string, { claim: by }: ClaimedPush) => ({ _id: id, 'push.claim': by }) as Filter<WithPush>;

/** Writes down how far a look has come; `false` where its lease is over. */
export async function advance(
  { collection }: PushPlace,
  id: string,
  claimed: ClaimedPush,
  { since, handled }: Pick<PushProgress, 'since' | 'handled'>,
): Promise<boolean> {
  const set = { 'push.since': since, 'push.handled': handled, 'push.failures': 0 };
  const change = { $set: set, $unset: { 'push.failingSince': 1 } } as Document;
  return (await collection.updateOne(heldBy(id, claimed), change)).matchedCount > 0;
}

/** Puts one back, with what came of the look. */
export async function settle(
  { collection }: PushPlace,
  id: string,
  claimed: ClaimedPush,
  { progress, next, soonest, failed }: PushOutcome,
): Promise<void> {
  const isConcerned = { $eq: ['$push.concerned', true] };
  const set = {
    'push.dueAt': failed === undefined ? { $cond: [isConcerned, soonest, next] } : next,
    'push.restUntil': soonest,
    'push.failures': failed?.failures ?? 0,
    ...(failed === undefined ? {} : { 'push.failingSince': failed.since }),
    ...(progress === undefined ? {} : { 'push.since': progress.since, 'push.handled': { $literal: progress.handled } }),
  };
  const gone = ['push.claim', ...(failed === undefined ? ['push.failingSince'] : [])];
  await collection.updateOne(heldBy(id, claimed), [{ $set: set }, { $unset: gone }]);
}

/** Ends every lease, whoever holds it. */
export async function free({ collection }: PushPlace, now: Date): Promise<void> {
  const leased = { 'push.claim': { $exists: true }, 'push.dueAt': { $gt: now } } as Filter<WithPush>;
  await collection.updateMany(leased, { $set: { 'push.dueAt': now }, $unset: { 'push.claim': 1 } } as Document);
}
