import type { PersonIri } from '../community/ids.ts';
import type { Alert, PushPolicy } from '../community/push.ts';

/**
 * What a subscription belongs to and ends with: an app's token, as it is kept (its SHA-256, base64url), or the session
 * of a browser that shows the pages of this site, by its id.
 */
export type PushHolder =
  | { readonly kind: 'app'; readonly token: string }
  | { readonly kind: 'browser'; readonly session: string };

/** What an app, or a browser, asked to be told of through a push service (RFC 8030): one for each holder. */
export interface PushSubscription {
  readonly holder: PushHolder;
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
  /** The token itself: apps find by it whom a message is for. A browser has none. */
  readonly accessToken?: string;
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
  /** In the place of the one that the holder had; `false` where the holder is gone. */
  put(subscription: PushSubscription, from: Date): Promise<boolean>;
  get(holder: PushHolder): Promise<PushSubscription | null>;
  /** Those of her apps and of her browsers together. */
  countOf(person: PersonIri): Promise<number>;
  /** Her browsers that are told, by their sessions, and from when on; the latest first. */
  browsersOf(person: PersonIri): Promise<readonly { readonly session: string; readonly from: Date }[]>;
  change(holder: PushHolder, wanted: Partial<Pick<PushSubscription, 'alerts' | 'policy'>>): Promise<void>;
  /** Gone already is fine. */
  remove(holder: PushHolder): Promise<void>;
  /** There may be something for these people. */
  concern(people: readonly PersonIri[]): Promise<void>;
  /** There may be something for anybody. */
  concernAll(): Promise<void>;
  /** Takes some that are due, those longest due first. */
  claim(leaseMs: number, limit: number): Promise<readonly ClaimedPush[]>;
  /** Writes down, within a look, what has been dealt with; `false` when the lease, or the holder, is gone. */
  advance(claimed: ClaimedPush, progress: Pick<PushProgress, 'since' | 'handled'>): Promise<boolean>;
  settle(claimed: ClaimedPush, outcome: PushOutcome): Promise<void>;
}
