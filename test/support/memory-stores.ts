import type { Community } from '../../server/community/community.ts';
import type { ActorIri, CommunityIri, PersonIri } from '../../server/community/ids.ts';
import type { Person } from '../../server/community/person.ts';
import type { Post } from '../../server/community/post.ts';
import type { Communities, Keys, People } from '../../server/ports/actors.ts';
import type { Activities, Outgoing } from '../../server/ports/federation.ts';
import type { Follow, Follows } from '../../server/ports/follows.ts';
import type { Posts } from '../../server/ports/posts.ts';

/** The part of the ports that serving reads, over maps that a test fills. */
export interface MemoryStores {
  readonly people: Pick<People, 'byIri' | 'byIris' | 'byName'>;
  readonly communities: Pick<Communities, 'byIri' | 'byName' | 'here'>;
  readonly keys: Pick<Keys, 'publicKeyPem'>;
  readonly posts: Pick<Posts, 'byIri'>;
  readonly activities: Pick<Activities, 'keep' | 'byIri' | 'outbox' | 'countOutbox'>;
  readonly follows: Pick<Follows, 'get' | 'put' | 'followersOf' | 'hasFollowerAt' | 'countFollowers' | 'communitiesOf'>;
  /** What is in them. */
  readonly kept: {
    readonly people: Map<string, Person>;
    readonly communities: Map<string, Community>;
    readonly publicKeys: Map<string, string>;
    readonly posts: Map<string, Post>;
    readonly activities: Map<string, Outgoing>;
    readonly follows: Map<string, Follow>;
  };
}

/** Stores that forget everything with the test. */
export function memoryStores(): MemoryStores {
  const kept: MemoryStores['kept'] = {
    people: new Map(),
    communities: new Map(),
    publicKeys: new Map(),
    posts: new Map(),
    activities: new Map(),
    follows: new Map(),
  };
  return {
    kept,
    people: {
      byIri: async (iri) => kept.people.get(iri) ?? null,
      byIris: async (iris) => new Map(iris.flatMap((iri) => entry(iri, kept.people.get(iri)))),
      byName: async (name) => first(kept.people, (person) => person.home === 'here' && same(person.username, name)),
    },
    communities: {
      byIri: async (iri) => kept.communities.get(iri) ?? null,
      byName: async (name) =>
        first(kept.communities, (community) => community.home === 'here' && same(community.name, name)),
      here: async () => [...kept.communities.values()].filter(({ home }) => home === 'here'),
    },
    keys: { publicKeyPem: async (actor) => kept.publicKeys.get(actor) ?? null },
    posts: { byIri: async (iri) => kept.posts.get(iri) ?? null },
    activities: activitiesOver(kept.activities),
    follows: followsOver(kept.follows),
  };
}

function activitiesOver(kept: Map<string, Outgoing>): MemoryStores['activities'] {
  const ofActor = (actor: ActorIri) => [...kept.values()].filter((sent) => sent.public && sent.actor === actor);
  return {
    keep: async (activity) => {
      if (!kept.has(activity.iri)) kept.set(activity.iri, activity);
    },
    byIri: async (iri) => kept.get(iri) ?? null,
    outbox: async (actor, { before, limit }) =>
      ofActor(actor)
        .filter(
          ({ at, iri }) =>
            before === undefined || at < before.at || (Number(at) === Number(before.at) && iri < (before.iri ?? '')),
        )
        .sort((one, other) => other.at.getTime() - one.at.getTime() || (one.iri < other.iri ? 1 : -1))
        .slice(0, limit),
    countOutbox: async (actor) => ofActor(actor).length,
  };
}

function followsOver(kept: Map<string, Follow>): MemoryStores['follows'] {
  const accepted = (target: ActorIri) =>
    [...kept.values()].filter((follow) => follow.target === target && follow.state === 'accepted');
  return {
    get: async (follower, target) => kept.get(`${follower} ${target}`) ?? null,
    put: async (follow) => void kept.set(`${follow.follower} ${follow.target}`, follow),
    followersOf: async (target) => accepted(target).map(({ follower }) => follower),
    hasFollowerAt: async (target, host) => accepted(target).some(({ follower }) => new URL(follower).host === host),
    countFollowers: async (target) => accepted(target).length,
    communitiesOf: async (person) =>
      [...kept.values()]
        .filter(({ follower, state }) => follower === person && state !== 'ended')
        .map((follow) => ({ ...follow, target: follow.target as CommunityIri })),
  };
}

function entry(iri: PersonIri, person: Person | undefined): [PersonIri, Person][] {
  return person === undefined ? [] : [[iri, person]];
}

function first<Value>(kept: Map<string, Value>, wanted: (value: Value) => boolean): Value | null {
  return [...kept.values()].find(wanted) ?? null;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
