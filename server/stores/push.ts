import { randomUUID } from 'node:crypto';
import type { Collection, Db, Document, Filter } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import { ALERTS, PUSH_POLICIES } from '../community/push.ts';
import type { Sealer } from '../database/sealing.ts';
import type { ClaimedPush, PushAddress, PushProgress, PushSubscription, PushSubscriptions } from '../ports/push.ts';
import { checked, count, type FieldsOf, list, oneOf, text } from './fields.ts';

const progressFields = {
  from: z.date(),
  since: z.date(),
  handled: list(text()),
} satisfies FieldsOf<PushProgress>;

/** What a token has where its app wants to be told: in the token's own document, so that it ends with it. */
export const pushSchema = z.object({
  /** A `PushAddress` as JSON, sealed. */
  sealed: text(),
  standard: z.boolean(),
  alerts: list(oneOf(...ALERTS)),
  policy: oneOf(...PUSH_POLICIES),
  ...progressFields,
  /** When a worker looks at it next, or its lease is over (the machine's time). */
  dueAt: z.date(),
  /** No look before. */
  restUntil: z.date(),
  claim: text().exactOptional(),
  /** There may be something that the look under way has not seen. */
  concerned: z.boolean().exactOptional(),
  failures: count,
  failingSince: z.date().exactOptional(),
} satisfies FieldsOf<
  Omit<PushSubscription, 'token' | 'person' | 'address'> &
    PushProgress &
    Pick<ClaimedPush, 'claim' | 'failures' | 'failingSince'> & {
      sealed: string;
      dueAt: Date;
      restUntil: Date;
      concerned: boolean;
    }
>);
type PushFields = z.infer<typeof pushSchema>;

interface WithPush {
  readonly _id: string;
  readonly person: PersonIri;
  readonly push?: PushFields;
}

const HAS_PUSH = { push: { $exists: true } } as const;

/** The port, and what only the one who starts the server may do. */
export interface StoredPushSubscriptions extends PushSubscriptions {
  /** Ends every lease, whoever holds it. */
  free(): Promise<void>;
}

export function createPushSubscriptions(db: Db, sealer: Sealer, wall: () => Date): StoredPushSubscriptions {
  const tokens: Collection<WithPush> = db.collection('accessTokens');
  const sealedFor = (token: string) => `push ${token}`;

  function read(token: string, person: PersonIri, { sealed, standard, alerts, policy }: PushFields): PushSubscription {
    const address = JSON.parse(sealer.unseal(sealed, sealedFor(token))) as PushAddress;
    return { token, person, address, standard, alerts, policy };
  }

  const heldBy = ({ subscription, claim }: ClaimedPush): Filter<WithPush> => ({
    _id: subscription.token,
    'push.claim': claim,
  });

  /** Due at once, or as soon as it has rested; whoever is at work on it finishes first. */
  async function concern(whose: Filter<WithPush>): Promise<void> {
    const now = wall();
    const isLeased = { $and: [{ $ne: [{ $type: '$push.claim' }, 'missing'] }, { $gt: ['$push.dueAt', now] }] };
    const rested = { $max: [now, '$push.restUntil'] };
    const soon: Document = { $cond: [isLeased, '$push.dueAt', { $min: ['$push.dueAt', rested] }] };
    await tokens.updateMany({ ...whose, ...HAS_PUSH } as Filter<WithPush>, [
      { $set: { 'push.concerned': true, 'push.dueAt': soon } },
    ]);
  }

  return {
    async put({ token, address, standard, alerts, policy }, from) {
      const push = checked(pushSchema, {
        sealed: sealer.seal(JSON.stringify(address), sealedFor(token)),
        standard,
        alerts,
        policy,
        from,
        since: from,
        handled: [],
        dueAt: wall(),
        restUntil: wall(),
        failures: 0,
      });
      return (await tokens.updateOne({ _id: token }, { $set: { push } })).matchedCount > 0;
    },
    async get(token) {
      const found = await tokens.findOne({ _id: token, ...HAS_PUSH } as Filter<WithPush>);
      return found?.push === undefined ? null : read(token, found.person, found.push);
    },
    countOf: (person) => tokens.countDocuments({ person, ...HAS_PUSH } as Filter<WithPush>),
    async change(token, { alerts, policy }) {
      const set = {
        ...(alerts === undefined ? {} : { 'push.alerts': alerts }),
        ...(policy === undefined ? {} : { 'push.policy': policy }),
      };
      if (Object.keys(set).length === 0) return;
      await tokens.updateOne({ _id: token, ...HAS_PUSH } as Filter<WithPush>, { $set: set } as Document);
    },
    async remove(token) {
      await tokens.updateOne({ _id: token }, { $unset: { push: 1 } });
    },
    concern: (people) => concern({ person: { $in: [...people] } }),
    concernAll: () => concern({}),
    async free() {
      const leased: Filter<WithPush> = { 'push.claim': { $exists: true }, 'push.dueAt': { $gt: wall() } };
      await tokens.updateMany(leased, { $set: { 'push.dueAt': wall() }, $unset: { 'push.claim': 1 } } as Document);
    },
    async claim(leaseMs, limit) {
      const now = wall();
      const due: Filter<WithPush> = { 'push.dueAt': { $lte: now } };
      const found = await tokens.find(due).project({ _id: 1 }).sort({ 'push.dueAt': 1 }).limit(limit).toArray();
      if (found.length === 0) return [];
      const claim = randomUUID();
      const lease = { 'push.claim': claim, 'push.dueAt': new Date(now.getTime() + leaseMs) };
      const these = { _id: { $in: found.map(({ _id }) => _id as string) } };
      await tokens.updateMany({ ...these, ...due }, { $set: lease, $unset: { 'push.concerned': 1 } } as Document);
      const mine = await tokens.find({ ...these, 'push.claim': claim }).toArray();
      return mine.flatMap(({ _id, person, push }): ClaimedPush[] => {
        if (push === undefined) return [];
        const { from, since, handled, failures, failingSince } = push;
        return [
          {
            subscription: read(_id, person, push),
            progress: { from, since, handled },
            failures,
            ...(failingSince === undefined ? {} : { failingSince }),
            claim,
          },
        ];
      });
    },
    async advance(claimed, { since, handled }) {
      const set = { 'push.since': since, 'push.handled': handled, 'push.failures': 0 };
      const change = { $set: set, $unset: { 'push.failingSince': 1 } } as Document;
      return (await tokens.updateOne(heldBy(claimed), change)).matchedCount > 0;
    },
    async settle(claimed, { progress, next, soonest, failed }) {
      const isConcerned = { $eq: ['$push.concerned', true] };
      const set = {
        'push.dueAt': failed === undefined ? { $cond: [isConcerned, soonest, next] } : next,
        'push.restUntil': soonest,
        'push.failures': failed?.failures ?? 0,
        ...(failed === undefined ? {} : { 'push.failingSince': failed.since }),
        ...(progress === undefined
          ? {}
          : { 'push.since': progress.since, 'push.handled': { $literal: progress.handled } }),
      };
      const gone = ['push.claim', ...(failed === undefined ? ['push.failingSince'] : [])];
      await tokens.updateOne(heldBy(claimed), [{ $set: set }, { $unset: gone }]);
    },
  };
}
