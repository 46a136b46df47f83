/** A follower on a simulated host. */
export interface Follower {
  readonly iri: string;
  readonly name: string;
  readonly host: string;
  readonly inbox: string;
  readonly sharedInbox?: string;
}

/** Followers of one actor. */
export interface Audience {
  /** Also the name of the actor whose followers they are, on servers that have many actors. */
  readonly name: string;
  readonly kind: 'live' | 'refuse' | 'hang' | 'shared';
  readonly followers: readonly Follower[];
  /** Where a post has to go, each once. */
  readonly inboxes: readonly string[];
  /** How many of these can be reached at all. */
  readonly reachable: number;
}

export interface AudiencePlan {
  readonly kinds: readonly Audience['kind'][];
  readonly sizes: readonly number[];
  readonly hosts: number;
  /** Where the simulated hosts listen. */
  readonly port: number;
  /** Where nobody listens. */
  readonly closedPort: number;
}

/** One host in ten is dead, the fourth of each ten: in the middle, so that no order of sending is at an advantage. */
const isDead = (host: number): boolean => host % 10 === 3;

/**
 * For each size: everybody lives; one host in ten refuses connections; one in ten takes them and never answers. For the
 * smallest also with shared inboxes: one a host, however many follow. A person on a live host follows all of them.
 */
export function makeAudiences(plan: AudiencePlan): readonly Audience[] {
  const { kinds, sizes } = plan;
  const smallest = Math.min(...sizes);
  return sizes.flatMap((size) =>
    kinds.filter((kind) => kind !== 'shared' || size === smallest).map((kind) => audience(kind, size, plan)),
  );
}

function audience(kind: Audience['kind'], size: number, plan: AudiencePlan): Audience {
  const followers = Array.from({ length: size }, (_, number) => follower(kind, number, plan));
  const inboxes = [...new Set(followers.map(({ inbox, sharedInbox }) => sharedInbox ?? inbox))];
  const dead = (inbox: string) => /-(refuse|hang)\./.test(inbox);
  return {
    name: `${kind}${size}`,
    kind,
    followers,
    inboxes,
    reachable: inboxes.filter((inbox) => !dead(inbox)).length,
  };
}

function follower(kind: Audience['kind'], number: number, { hosts, port, closedPort }: AudiencePlan): Follower {
  const index = number % hosts;
  const dead = isDead(index) && (kind === 'refuse' || kind === 'hang') ? `-${kind}` : '';
  const label = `${kind === 'shared' ? 's' : 'h'}${String(index).padStart(2, '0')}${dead}`;
  const host = `${label}.localhost:${dead === '-refuse' ? closedPort : port}`;
  const iri = `http://${host}/f/${number}`;
  return {
    iri,
    name: `f${number}`,
    host,
    inbox: `${iri}/inbox`,
    ...(kind === 'shared' ? { sharedInbox: `http://${host}/inbox` } : {}),
  };
}
