import type { Clock } from '../../server/clock.ts';
import type { Addresses } from '../../server/community/addresses.ts';
import type { ActorIri } from '../../server/community/ids.ts';
import type { Changes } from '../../server/ports/changes.ts';
import type { Outgoing } from '../../server/ports/federation.ts';
import type { Follows } from '../../server/ports/follows.ts';
import { RecentlyUsed } from '../../server/recently-used.ts';
import { parseIri } from '../vocabulary/iri.ts';
import { idsOf, memberOf, parseJsonObject } from '../vocabulary/read.ts';
import { followersDigest, synchronisationOf, writeSynchronisation } from '../vocabulary/synchronisation.ts';

/** What is said to other servers about an actor's followers there (FEP-8fcf). */
export interface FollowersSaid {
  /** Whether an activity goes to its actor's followers: only then anything is said. */
  concerns(activity: Pick<Outgoing, 'actor' | 'body'>): boolean;
  /** The header's value; undefined where the actor has no follower. */
  to(host: string, actor: ActorIri): Promise<string | undefined>;
}

const ACTORS = 200;
/** A fan-out to many hosts reads the followers once; when they change meanwhile, soon again. */
const KEPT_MS = 60_000;
const SOON_MS = 2000;

interface Counted {
  readonly at: number;
  /** How often followers had changed when they were counted. */
  readonly changes: number;
  readonly digests: Promise<ReadonlyMap<string, string>>;
}

export function createFollowersSaid({
  follows,
  addresses,
  changes,
  wall,
}: {
  readonly follows: Pick<Follows, 'followersOf'>;
  readonly addresses: Pick<Addresses, 'followers'>;
  readonly changes: Changes;
  readonly wall: Clock;
}): FollowersSaid {
  const counted = new RecentlyUsed<ActorIri, Counted>({ limit: ACTORS });

  async function count(actor: ActorIri): Promise<ReadonlyMap<string, string>> {
    const followers = await follows.followersOf(actor);
    const byHost = Map.groupBy(followers, (follower) => parseIri(follower)?.host ?? '');
    return new Map([...byHost].map(([host, there]) => [host, followersDigest(there)]));
  }

  function digestsOf(actor: ActorIri): Counted['digests'] {
    const now = wall.now().getTime();
    const before = counted.get(actor);
    const age = before === undefined ? Number.POSITIVE_INFINITY : now - before.at;
    if (before && age < (before.changes === changes.of(['follows']) ? KEPT_MS : SOON_MS)) return before.digests;
    const digests = count(actor);
    // What could not be counted is not remembered.
    digests.catch(() => counted.delete(actor));
    counted.set(actor, { at: now, changes: changes.of(['follows']), digests });
    return digests;
  }

  return {
    concerns({ actor, body }) {
      const activity = parseJsonObject(Buffer.from(body));
      if (activity === undefined) return false;
      return ['to', 'cc'].some((name) => idsOf(memberOf(activity, name)).includes(addresses.followers(actor)));
    },
    async to(host, actor) {
      const digest = (await digestsOf(actor)).get(host);
      if (digest === undefined) return undefined;
      return writeSynchronisation({ collectionId: addresses.followers(actor), url: synchronisationOf(actor), digest });
    },
  };
}
