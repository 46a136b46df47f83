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
import type { PushSubscription } from '../ports/push.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'pushSubscriptions' | 'clock'>;
type PushRefusal = 'bad-endpoint' | 'bad-key' | 'too-many' | 'no-such-token';

/**
 * Somebody's app asks to be told through a push service, from now on; its token has one subscription, so an earlier one
 * ends.
 *
 * @param ask.mayBeSentTo whether this server sends anything to such an address
 */
export async function subscribeToPush(
  { pushSubscriptions, clock }: Needs,
  ask: {
    readonly token: string;
    readonly person: PersonIri;
    readonly accessToken: string;
    readonly endpoint: string;
    readonly p256dh: string;
    readonly auth: string;
    readonly standard: boolean;
    readonly alerts: readonly Alert[];
    readonly policy: PushPolicy;
    readonly mayBeSentTo: (endpoint: string) => boolean;
  },
): Promise<Result<PushSubscription, PushRefusal>> {
  const { token, person, accessToken, endpoint, standard, alerts, policy } = ask;
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
  if ((await pushSubscriptions.get(token)) === null) {
    if ((await pushSubscriptions.countOf(person)) >= MOST_SUBSCRIPTIONS) {
      return refused('too-many', 'Too many of your apps get notifications. Take some off the list of apps first.');
    }
  }
  const address = { endpoint, p256dh, auth, accessToken };
  const subscription: PushSubscription = { token, person, address, standard, alerts, policy };
  if (await pushSubscriptions.put(subscription, clock.now())) return accepted(subscription);
  return refused('no-such-token', 'This app may not act for you any more. Sign in again.');
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
  { token, ...wanted }: { readonly token: string; readonly alerts?: readonly Alert[]; readonly policy?: PushPolicy },
): Promise<PushSubscription | null> {
  await pushSubscriptions.change(token, wanted);
  return pushSubscriptions.get(token);
}

/** Nothing is sent any more. */
export async function endPush({ pushSubscriptions }: Needs, { token }: { readonly token: string }): Promise<void> {
  await pushSubscriptions.remove(token);
}
