import { randomUUID } from 'node:crypto';
import type { Db, Document, Filter } from 'mongodb';
import type { PersonIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import type { PushAddress, PushHolder, PushSubscription, PushSubscriptions } from '../ports/push.ts';
import { checked } from './fields.ts';
import { browserPushSchema, type PushFields, pushSchema } from './push-fields.ts';
import { advance, claim, concern, free, HAS_PUSH, type PushPlace, settle, type WithPush } from './push-place.ts';

/** The port, and what only the one who starts the server may do. */
export interface StoredPushSubscriptions extends PushSubscriptions {
  /** Ends every lease, whoever holds it. */
  free(): Promise<void>;
}

const idOf = (holder: PushHolder): string => (holder.kind === 'app' ? holder.token : holder.session);

/** Subscriptions of apps stand in their tokens' documents, those of browsers in their sessions'. */
export function createPushSubscriptions(db: Db, sealer: Sealer, wall: () => Date): StoredPushSubscriptions {
  const sealedFor = (id: string) => `push ${id}`;
  const read = (holder: PushHolder, person: PersonIri | undefined, push: PushFields): PushSubscription => {
    if (person === undefined) throw new Error('A subscription names nobody.');
    const address = JSON.parse(sealer.unseal(push.sealed, sealedFor(idOf(holder)))) as PushAddress;
    const { standard, alerts, policy } = push;
    return { holder, person, address, standard, alerts, policy };
  };
  const apps: PushPlace = {
    collection: db.collection<WithPush>('accessTokens'),
    person: 'person',
    current: () => ({}),
    read: ({ _id, person, push }) => read({ kind: 'app', token: _id }, person, push),
  };
  const browsers: PushPlace = {
    collection: db.collection<WithPush>('sessions'),
    person: 'push.person',
    // A session that is over is swept later; nothing is sent for it any more.
    current: () => ({ expires: { $gt: wall() } }) as Filter<WithPush>,
    read: ({ _id, push }) => read({ kind: 'browser', session: _id }, (push as { person?: PersonIri }).person, push),
  };
  const places = [apps, browsers];
  const placeOf = ({ kind }: PushHolder): PushPlace => (kind === 'app' ? apps : browsers);
  const one = (holder: PushHolder) => ({ _id: idOf(holder), ...placeOf(holder).current() }) as Filter<WithPush>;
  const hers = (place: PushPlace, person: PersonIri) =>
    ({ [place.person]: person, ...HAS_PUSH, ...place.current() }) as Filter<WithPush>;

  return {
    async put({ holder, person, address, standard, alerts, policy }, from) {
      const fields = {
        sealed: sealer.seal(JSON.stringify(address), sealedFor(idOf(holder))),
        standard,
        alerts,
        policy,
        from,
        since: from,
        handled: [],
        dueAt: wall(),
        restUntil: wall(),
        failures: 0,
      };
      const push =
        holder.kind === 'app' ? checked(pushSchema, fields) : checked(browserPushSchema, { ...fields, person });
      return (await placeOf(holder).collection.updateOne(one(holder), { $set: { push } })).matchedCount > 0;
    },
    async get(holder) {
      const place = placeOf(holder);
      const found = await place.collection.findOne({ ...one(holder), ...HAS_PUSH } as Filter<WithPush>);
      return found?.push === undefined ? null : place.read({ ...found, push: found.push });
    },
    async countOf(person) {
      const counts = places.map((place) => place.collection.countDocuments(hers(place, person)));
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },
    async browsersOf(person) {
      const found = await browsers.collection.find(hers(browsers, person)).sort({ 'push.from': -1 }).toArray();
      return found.flatMap(({ _id: session, push }) => (push === undefined ? [] : [{ session, from: push.from }]));
    },
    async change(holder, { alerts, policy }) {
      const set = {
        ...(alerts === undefined ? {} : { 'push.alerts': alerts }),
        ...(policy === undefined ? {} : { 'push.policy': policy }),
      };
      if (Object.keys(set).length === 0) return;
      const which = { ...one(holder), ...HAS_PUSH } as Filter<WithPush>;
      await placeOf(holder).collection.updateOne(which, { $set: set } as Document);
    },
    async remove(holder) {
      await placeOf(holder).collection.updateOne({ _id: idOf(holder) }, { $unset: { push: 1 } });
    },
    async concern(people) {
      await Promise.all(places.map((place) => concern(place, people, wall())));
    },
    async concernAll() {
      await Promise.all(places.map((place) => concern(place, 'all', wall())));
    },
    async free() {
      await Promise.all(places.map((place) => free(place, wall())));
    },
    async claim(leaseMs, limit) {
      const by = { claim: randomUUID(), now: wall(), leaseMs, limit };
      // Those of browsers have what places apps leave over.
      const ofApps = await claim(apps, by);
      const left = limit - ofApps.length;
      return left > 0 ? [...ofApps, ...(await claim(browsers, { ...by, limit: left }))] : ofApps;
    },
    advance: (claimed, progress) =>
      advance(placeOf(claimed.subscription.holder), idOf(claimed.subscription.holder), claimed, progress),
    settle: (claimed, outcome) =>
      settle(placeOf(claimed.subscription.holder), idOf(claimed.subscription.holder), claimed, outcome),
  };
}
