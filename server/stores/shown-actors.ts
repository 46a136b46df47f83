import type { Community } from '../community/community.ts';
import type { ActorIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { ShownActors } from '../ports/actors.ts';
import type { Changes } from '../ports/changes.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { type ActorCollections, type ActorDocument, toCommunity, toPerson } from './actors.ts';

const MOST_AT_HAND = 3000;
/** What other processes write is seen by then. */
const OLDEST_MS = 1000;

interface AtHand {
  readonly at: number;
  readonly seen: number;
  readonly actor: Promise<Person | Community | null>;
}

/** The same few people write most of what is shown, whoever reads it. */
export function createShownActors({ byId }: Pick<ActorCollections, 'byId'>, changes: Changes): ShownActors {
  const atHand = new RecentlyUsed<ActorIri, AtHand>({ limit: MOST_AT_HAND });
  function one(iri: ActorIri, seen: number, now: number): AtHand['actor'] {
    const known = atHand.get(iri);
    if (known !== undefined && known.seen === seen && now - known.at < OLDEST_MS) return known.actor;
    const actor = byId(iri).then(shown);
    actor.catch(() => atHand.delete(iri));
    atHand.set(iri, { at: now, seen, actor });
    return actor;
  }
  return {
    async of(iris) {
      const [seen, now] = [changes.of(['actors']), performance.now()];
      const found = await Promise.all(iris.map(async (iri) => [iri, await one(iri, seen, now)] as const));
      return new Map(found.flatMap(([iri, actor]) => (actor === null ? [] : [[iri, actor] as const])));
    },
  };
}

function shown(document: ActorDocument | null): Person | Community | null {
  if (document?.type === 'person') return toPerson(document);
  return document?.type === 'community' ? toCommunity(document) : null;
}
