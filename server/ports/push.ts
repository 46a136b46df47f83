import type { PersonIri } from '../community/ids.ts';
import type { Alert, PushPolicy } from '../community/push.ts';

/** What an app asked to be told of through a push service (RFC 8030): one for each token, which it ends with. */
export interface PushSubscription {
  /** The token that it belongs to, as it is kept (its SHA-256, base64url). */
  readonly token: string;
  readonly person: PersonIri;
  readonly address: PushAddress;
  /** RFC 8291; else its fourth draft, which apps from before Mastodon 4.4 read. */
  readonly standard: boolean;
  readonly alerts: readonly Alert[];
  readonly policy: PushPolicy;
}

/** Where to, and how it is sealed on the way. All of it is sealed in the database. */
export interface PushAddress {
  readonly endpoint: string;
  /** The app's public key, and what it shares with us: base64url. */
  readonly p256dh: string;
  readonly auth: string;
  /** The token itself: apps find by it whom a message is for. */
  readonly accessToken: string;
}

/** How far a subscription has come, in the community's time. Nothing of it says what anybody has read. */
export interface PushProgress {
  /** When it began: nothing from before is sent. */
  readonly from: Date;
  /** Nothing much older than this is looked at again. */
  readonly since: Date;
  /** Numbers of what has been dealt with lately. */
  readonly handled: readonly string[];
}

/** One that is looked at now, by a lease. */
export interface ClaimedPush {
  readonly subscription: PushSubscription;
  readonly progress: PushProgress;
  /** How often in a row the push service could not be reached, or refused; and since when (the machine's time). */
  readonly failures: number;
  readonly failingSince?: Date;
  /** Proves the lease. */
  readonly claim: string;
}

/** What came of a look. */
export interface PushOutcome {
  readonly progress?: Pick<PushProgress, 'since' | 'handled'>;
  /** When to look next, by the machine's time; as `soonest` where she is concerned before that. */
  readonly next: Date;
  readonly soonest: Date;
  /** Absent: all went well. */
  readonly failed?: { readonly failures: number; readonly since: Date };
}

/**
 * Subscriptions, and the queue of them: nothing that is to be sent is kept, only for whom there may be something, so
 * that what is sent is what she may see at that moment.
 */
export interface PushSubscriptions {
  /** In the place of the one that the token had; `false` where the token is gone. */
  put(subscription: PushSubscription, from: Date): Promise<boolean>;
  get(token: string): Promise<PushSubscription | null>;
  countOf(person: PersonIri): Promise<number>;
  change(token: string, wanted: Partial<Pick<PushSubscription, 'alerts' | 'policy'>>): Promise<void>;
  /** Gone already is fine. */
  remove(token: string): Promise<void>;
  /** There may be something for these people. */
  concern(people: readonly PersonIri[]): Promise<void>;
  /** There may be something for anybody. */
  concernAll(): Promise<void>;
  /** Takes some that are due, those longest due first. */
  claim(leaseMs: number, limit: number): Promise<readonly ClaimedPush[]>;
  /** Writes down, within a look, what has been dealt with; `false` when the lease, or the token, is gone. */
  advance(claimed: ClaimedPush, progress: Pick<PushProgress, 'since' | 'handled'>): Promise<boolean>;
  settle(claimed: ClaimedPush, outcome: PushOutcome): Promise<void>;
}
