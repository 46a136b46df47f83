import type { ActivityIri, ActorIri, PersonIri, PostIri } from '../community/ids.ts';

/** An activity as it arrived, its sender proven by signature. The document's key is the activity's id. */
export interface Received {
  readonly activity: ActivityIri;
  readonly sender: ActorIri;
  /** The body as it was sent, UTF-8. */
  readonly body: string;
  readonly receivedAt: Date;
  /** What the sender's server said of her followers here (FEP-8fcf), as it was sent. */
  readonly synchronisation?: string;
}

/** What waits to be carried out. */
export interface Waiting extends Received {
  readonly dueAt: Date;
  /** How often it has failed. */
  readonly attempts: number;
}

/** What arrived and waits to be carried out. Ids are remembered, so that nothing is done twice. */
export interface Inbox {
  /** Durable when it returns; how many of them were new. */
  accept(batch: readonly Received[]): Promise<number>;
  /**
   * Whether this worker carries out what came in, and nobody else, for `leaseMs` from now: only so is the order kept in
   * which it came. Asked again in time, it stays so.
   */
  lead(worker: string, now: Date, leaseMs: number): Promise<boolean>;
  /** Another worker may lead. */
  letGo(worker: string): Promise<void>;
  /** The first that are due, in the order of their arrival; with `from`, none that was due before. */
  due(now: Date, ask: { readonly from?: Date; readonly limit: number }): Promise<readonly Waiting[]>;
  done(activity: ActivityIri, outcome: string): Promise<void>;
  /** Her activity is done with, whether it came already or comes later; one of somebody else's is left alone. */
  undo(activity: Pick<Received, 'activity' | 'sender' | 'receivedAt'>): Promise<void>;
  /** It failed, and is due again later. */
  retry(activity: ActivityIri, at: Date, why: string): Promise<void>;
  /** How many wait. */
  waiting(): Promise<number>;
}

/** An activity of ours, as sent: served under its id, listed in the outbox when public. */
export interface Outgoing {
  readonly iri: ActivityIri;
  readonly actor: ActorIri;
  readonly type: string;
  /** The object's id, where it has one. */
  readonly object?: string;
  /** The JSON text, signed and sent as it stands. */
  readonly body: string;
  readonly public: boolean;
  readonly at: Date;
}

/** A place in an outbox: a moment, and the activity of that moment, where several were sent in it. */
export interface OutboxPlace {
  readonly at: Date;
  readonly iri?: ActivityIri;
}

export interface Activities {
  /** Saving the same id again changes nothing. */
  keep(activity: Outgoing): Promise<void>;
  byIri(iri: ActivityIri): Promise<Outgoing | null>;
  /** An activity that was taken back is no longer served. */
  withdraw(activity: ActivityIri): Promise<void>;
  /** What was sent of an object is no longer kept: the object had words in it that were erased. */
  forget(object: string): Promise<void>;
  /** The same for everything that an actor has sent of which that is so. */
  forgetEach(actor: ActorIri, isGone: (body: string) => boolean): Promise<void>;
  /** Public activities of an actor, newest first; those of one moment by their ids, the last one first. */
  outbox(
    actor: ActorIri,
    page: { readonly before?: OutboxPlace; readonly limit: number },
  ): Promise<readonly Outgoing[]>;
  /** How many of them there are, without what brought posts that are deleted by now. */
  countOutbox(actor: ActorIri): Promise<number>;
}

/**
 * One activity to inboxes of one host: what is queued, claimed and leased together, so that a fan-out costs the
 * database a few documents and not one for each follower.
 */
export interface Parcel {
  readonly id: string;
  readonly activity: ActivityIri;
  readonly actor: ActorIri;
  readonly host: string;
  /** Those that are not settled yet. */
  readonly inboxes: readonly string[];
  /** Whether it was made for one inbox only. */
  readonly alone: boolean;
  /** Tries that failed before. */
  readonly attempts: number;
  /** From when the days until giving up are counted, when that is not when the activity was sent out. */
  readonly since?: Date;
}

/** One activity to one inbox, out of a parcel. */
export interface Delivery extends Omit<Parcel, 'id' | 'inboxes'> {
  readonly parcel: string;
  readonly inbox: string;
}

/** What became of a delivery. `why` is for the operator. */
export type DeliveryOutcome =
  | { readonly is: 'done' }
  | { readonly is: 'retry'; readonly at: Date; readonly why: string }
  /** Gave up: kept, and visible to the operator. */
  | { readonly is: 'dead'; readonly why: string };

export interface Settled {
  readonly delivery: Delivery;
  readonly outcome: DeliveryOutcome;
}

/** The durable queue of deliveries: at least once, by leases, each host in its own lane. */
export interface Deliveries {
  /** Adds the inboxes that this activity is not queued for yet; doing it twice adds nothing. */
  enqueue(activity: ActivityIri, actor: ActorIri, inboxes: readonly string[], now: Date): Promise<void>;
  /**
   * Takes what is due for `leaseMs` in the name of the worker `by`, the longest due first: about `limit` deliveries,
   * about `perHost` for one host, none for the hosts named.
   */
  claim(ask: {
    readonly by: string;
    readonly now: Date;
    readonly leaseMs: number;
    readonly limit: number;
    readonly perHost: number;
    readonly without: readonly string[];
  }): Promise<readonly Parcel[]>;
  /** Prolongs leases; names the parcels that are somebody else's by now. */
  renew(parcels: readonly string[], by: string, until: Date): Promise<readonly string[]>;
  /** Writes down what became of many. What is tried again or given up stands by itself from then on. */
  settle(settled: readonly Settled[]): Promise<void>;
  /** Puts off whatever waits for these hosts and is in nobody else's hands, without counting it as a try. */
  postpone(hosts: readonly { readonly host: string; readonly until: Date }[], by: string): Promise<void>;
  counts(): Promise<{ readonly waiting: number; readonly dead: number }>;
}

/** A delivery that was given up. */
export interface DeadLetter {
  readonly id: string;
  readonly activity: ActivityIri;
  readonly inbox: string;
  readonly host: string;
  readonly attempts: number;
  readonly why: string;
  readonly deadAt: Date;
}

/** One host's dead letters, for one reason. */
export interface DeadLetterCount {
  readonly host: string;
  readonly why: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Which dead letters: one, one host's, or all. */
export type WhichDead = { readonly id: string } | { readonly host: string } | 'all';

/** Deliveries that were given up, for the operator. */
export interface DeadLetters {
  /** By host and reason, the most first. */
  counts(which: WhichDead): Promise<readonly DeadLetterCount[]>;
  /** The latest first. */
  list(which: WhichDead, limit: number): Promise<readonly DeadLetter[]>;
  /** Queues them again, due at once, as if they had been sent out now. How many there were. */
  replay(which: WhichDead, now: Date): Promise<number>;
}

/** Remote actors' documents as far as deliveries and signatures need them. */
export interface RemoteKeys {
  byKeyId(keyId: string): Promise<RemoteKey | null>;
  keep(key: RemoteKey): Promise<void>;
}
export interface RemoteKey {
  readonly keyId: string;
  readonly owner: ActorIri;
  readonly publicKeyPem: string;
  readonly fetchedAt: Date;
}

/** A vote that somebody here cast in a poll of another server: sent once. */
export interface SentVote {
  readonly question: PostIri;
  readonly voter: PersonIri;
  readonly choice: string;
  readonly at: Date;
}
export interface SentVotes {
  add(vote: SentVote): Promise<'added' | 'already'>;
  get(question: PostIri, voter: PersonIri): Promise<SentVote | null>;
}
