import type { ActivityIri, ActorIri, PersonIri, PostIri } from '../community/ids.ts';

/** An activity as it arrived, its sender proven by signature. The document's key is the activity's id. */
export interface Received {
  readonly activity: ActivityIri;
  readonly sender: ActorIri;
  /** The body as it was sent, UTF-8. */
  readonly body: string;
  readonly receivedAt: Date;
}

/** What arrived and waits to be carried out. Ids are remembered, so that nothing is done twice. */
export interface Inbox {
  /** Durable when it returns; how many of them were new. */
  accept(batch: readonly Received[]): Promise<number>;
  /** Takes the oldest that is due, of none of the senders named, for `leaseMs`; nobody else gets it meanwhile. */
  claim(
    now: Date,
    leaseMs: number,
    without?: readonly ActorIri[],
  ): Promise<(Received & { readonly attempts: number }) | null>;
  done(activity: ActivityIri, outcome: string): Promise<void>;
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

export interface Activities {
  /** Saving the same id again changes nothing. */
  keep(activity: Outgoing): Promise<void>;
  byIri(iri: ActivityIri): Promise<Outgoing | null>;
  /** Public activities of an actor, newest first. */
  outbox(actor: ActorIri, page: { readonly before?: Date; readonly limit: number }): Promise<readonly Outgoing[]>;
  countOutbox(actor: ActorIri): Promise<number>;
}

/** One activity to one inbox. */
export interface Delivery {
  readonly id: string;
  readonly activity: ActivityIri;
  readonly actor: ActorIri;
  readonly inbox: string;
  readonly host: string;
  readonly attempts: number;
}

/** The durable queue of deliveries: at least once, by leases, each host in its own lane. */
export interface Deliveries {
  /** Adds what is not there yet; doing it twice adds nothing. */
  enqueue(activity: ActivityIri, actor: ActorIri, inboxes: readonly string[], now: Date): Promise<void>;
  /** Takes due deliveries for `leaseMs`, at most `perHost` for one host, none for the hosts named. */
  claim(ask: {
    readonly now: Date;
    readonly leaseMs: number;
    readonly limit: number;
    readonly perHost: number;
    readonly without: readonly string[];
  }): Promise<readonly Delivery[]>;
  done(id: string): Promise<void>;
  retry(id: string, at: Date, why: string): Promise<void>;
  /** Gave up: kept, and visible to the operator. */
  dead(id: string, why: string): Promise<void>;
  counts(): Promise<{ readonly waiting: number; readonly dead: number }>;
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
