import type { ActivityIri, ActorIri, CommunityIri, PersonIri } from '../community/ids.ts';
import type { StretchOf } from './posts.ts';

/**
 * Somebody follows an actor; following a community is asking to be, and being, part of it. One document per pair,
 * kept when it ends, so that what arrives late or twice finds where things stand.
 */
export interface Follow {
  readonly follower: ActorIri;
  readonly target: ActorIri;
  /** The `Follow` activity, for its Accept, Reject or Undo. */
  readonly activity: ActivityIri;
  /** `severed`: a community has suspended the follower's server; lifted in time, it is accepted again. */
  readonly state: 'requested' | 'accepted' | 'severed' | 'ended';
  readonly at: Date;
  readonly severedAt?: Date;
  /** The member who let her in, where the community asks for one. */
  readonly admittedBy?: PersonIri;
}

/** What must still happen because of a follow, in this order; each may happen twice with the same result. */
export type FollowEffect = 'record-join' | 'accept' | 'reject' | 'send-follow' | 'record-leave' | 'send-undo';

export interface Follows {
  get(follower: ActorIri, target: ActorIri): Promise<Follow | null>;
  /** The follow that an activity asked for. */
  sentBy(activity: string): Promise<Follow | null>;
  /** Saves the new state and what follows from it in one write. */
  put(follow: Follow, pending: readonly FollowEffect[]): Promise<void>;
  /** Accepted followers of an actor. */
  followersOf(target: ActorIri): Promise<readonly ActorIri[]>;
  /** Follows of an actor in one state, oldest first. */
  of(target: ActorIri, state: Follow['state']): Promise<readonly Follow[]>;
  /** Accepted follows of an actor, by the time of each. */
  followersWithin(target: ActorIri, stretch: StretchOf): Promise<readonly Follow[]>;
  /** Whether anybody at a host (with its port, where it has one) is an accepted follower. */
  hasFollowerAt(target: ActorIri, host: string): Promise<boolean>;
  countFollowers(target: ActorIri): Promise<number>;
  /** Communities a person of this server is part of, or has asked to join. */
  communitiesOf(person: PersonIri): Promise<readonly (Follow & { readonly target: CommunityIri })[]>;
  /** People somebody of this server follows, or has asked to follow. Nobody but her is shown this. */
  peopleFollowedBy(person: PersonIri): Promise<readonly (Follow & { readonly target: PersonIri })[]>;
  /** Where to deliver so that every accepted follower elsewhere gets it: shared inboxes where they have one, each once. */
  inboxesOf(target: ActorIri): Promise<readonly string[]>;
  /** Actors elsewhere who get what is sent to this inbox, their own or a shared one: so many at the most. */
  followersAt(inbox: string, limit: number): Promise<readonly ActorIri[]>;
}
