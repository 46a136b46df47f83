import { ECDH } from 'node:crypto';
import type { PersonIri } from '../community/ids.ts';
import {
  type Alert,
  AUTH_BYTES,
  LONGEST_ENDPOINT,
  MOST_SUBSCRIPTIONS,
  PUBLIC_KEY_BYTES,
  type PushPolicy,
  readKey,
} from '../community/push.ts';
import { accepted, type Result, refused } from '../community/result.ts';
import type { PushHolder, PushSubscription } from '../ports/push.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'pushSubscriptions' | 'clock'>;
type PushRefusal = 'bad-endpoint' | 'bad-key' | 'too-many' | 'no-such-token';

/**
 * Somebody's app, or a browser of hers, asks to be told through a push service, from now on; its token, or its session,
 * has one subscription, so an earlier one ends.
 *
 * @param ask.mayBeSentTo whether this server sends anything to such an address
 */
export async function subscribeToPush(
  { pushSubscriptions, clock }: Needs,
  ask: {
    readonly holder: PushHolder;
    readonly person: PersonIri;
    readonly accessToken?: string;
    readonly endpoint: string;
    readonly p256dh: string;
    readonly auth: string;
    readonly standard: boolean;
    readonly alerts: readonly Alert[];
    readonly policy: PushPolicy;
    readonly mayBeSentTo: (endpoint: string) => boolean;
  },
): Promise<Result<PushSubscription, PushRefusal>> {
  const { holder, person, accessToken, endpoint, standard, alerts, policy } = ask;
  if (endpoint.length > LONGEST_ENDPOINT || !ask.mayBeSentTo(endpoint)) {
    return refused(
      'bad-endpoint',
      'This is no address of a push service: it must begin with https:// and be on the public internet.',
    );
  }
  const p256dh = publicKeyIn(ask.p256dh);
  const auth = readKey(ask.auth, AUTH_BYTES);
  if (p256dh === null || auth === null) {
    return refused('bad-key', 'The keys of this subscription cannot be read. Switch notifications off and on again.');
  }
  if ((await pushSubscriptions.get(holder)) === null) {
    if ((await pushSubscriptions.countOf(person)) >= MOST_SUBSCRIPTIONS) {
      return refused(
        'too-many',
        'Too many of your apps and browsers get notifications. Take some off their lists first.',
      );
    }
  }
  const address = { endpoint, p256dh, auth, ...(accessToken === undefined ? {} : { accessToken }) };
  const subscription: PushSubscription = { holder, person, address, standard, alerts, policy };
  if (await pushSubscriptions.put(subscription, clock.now())) return accepted(subscription);
  return refused('no-such-token', 'You are not signed in there any more. Sign in again.');
}

/** A key is a point on the curve, or nothing can be sealed with it. */
function publicKeyIn(text: string): string | null {
  const key = readKey(text, PUBLIC_KEY_BYTES);
  if (key === null) return null;
  try {
    ECDH.convertKey(key, 'prime256v1', 'base64url');
    return key;
  } catch {
    return null;
  }
}

/** What of it is wanted now; what is not said stays. `null` where the app has no subscription. */
export async function changePush(
  { pushSubscriptions }: Needs,
  {
    holder,
    ...wanted
  }: { readonly holder: PushHolder; readonly alerts?: readonly Alert[]; readonly policy?: PushPolicy },
): Promise<PushSubscription | null> {
  await pushSubscriptions.change(holder, wanted);
  return pushSubscriptions.get(holder);
}

/** Nothing is sent any more. */
export async function endPush(
  { pushSubscriptions }: Needs,
  { holder }: { readonly holder: PushHolder },
): Promise<void> {
  await pushSubscriptions.remove(holder);
}
