import type { Community } from '../community/community.ts';
import type { PersonIri } from '../community/ids.ts';
import { type Actor, actorNamed } from './actor-named.ts';
import { LONGEST_POST, namesIn } from './content.ts';
import type { House } from './house.ts';

/** Whoever is named in a text and known here. Nobody is looked for elsewhere while its author waits. */
export interface Mentions {
  readonly people: readonly PersonIri[];
  readonly communities: readonly Community[];
  /** Where the names lead, as they were typed (`fromMarkdown`). */
  readonly pages: ReadonlyMap<string, string>;
}

const MOST_NAMED = 50;

/** Whom somebody names in what she writes: read the same way from pages, apps and letters. What is not known is text. */
export async function mentionsIn(
  house: Pick<House, 'people' | 'communities' | 'addresses'>,
  text: string,
): Promise<Mentions> {
  const names = namesIn(text.slice(0, LONGEST_POST)).slice(0, MOST_NAMED);
  const found = await Promise.all(names.map((name) => actorNamed(house, name)));
  const known = found.filter((actor) => actor !== null);
  return {
    people: known.flatMap((actor) => (actor.kind === 'person' ? [actor.person.iri] : [])),
    communities: known.flatMap((actor) => (actor.kind === 'community' ? [actor.community] : [])),
    pages: new Map(
      names.flatMap((name, at): [string, string][] => {
        const actor = found[at];
        return actor ? [[name, pageOf(house, actor)]] : [];
      }),
    ),
  };
}

/** As apps are told where somebody is, so that they know whom a link is about. */
function pageOf({ addresses: { origin, page } }: Pick<House, 'addresses'>, actor: Actor): string {
  if (actor.kind === 'person') {
    const { home, username, iri } = actor.person;
    return home === 'here' ? origin + page.person(username) : iri;
  }
  const { home, name, iri } = actor.community;
  return home === 'here' ? origin + page.community(name) : iri;
}
