import type { ActorIri, CommunityIri, PersonIri } from '../../community/ids.ts';
import type { ImportKind } from '../../community/imports/kinds.ts';
import { handleOf } from '../../community/person.ts';
import type { House } from '../house.ts';

type Needs = Pick<House, 'people' | 'communities' | 'follows' | 'marks' | 'ownLists' | 'clock'>;

/** Something that somebody keeps, as it is written in the files in which one takes it along. */
export interface Belonging {
  /** `name@host`, a server, or the address of a post. */
  readonly subject: string;
  /** What it is kept by here. */
  readonly iri: string;
  readonly isCommunity?: true;
  /** Of a mute. */
  readonly notices?: boolean;
  /** Of somebody on a list: its title and number. */
  readonly list?: string;
  readonly listId?: string;
}

/** Everything of a kind that somebody keeps here. Who is not known here any more has no name, and is left out. */
export async function belongingsOf(house: Needs, person: PersonIri, kind: ImportKind): Promise<readonly Belonging[]> {
  switch (kind) {
    case 'follows': {
      const [people, communities] = await Promise.all([
        house.follows.peopleFollowedBy(person),
        house.follows.communitiesOf(person),
      ]);
      return named(
        house,
        [...people, ...communities].map(({ target }) => ({ iri: target })),
      );
    }
    case 'blocks':
    case 'mutes': {
      const marks = await house.marks.of(person, [kind === 'blocks' ? 'block' : 'mute']);
      const now = house.clock.now();
      const standing = marks.filter(({ until }) => until === undefined || until > now);
      return named(
        house,
        standing.map(({ subject, notices }) => ({ iri: subject as ActorIri, notices: notices === true })),
      );
    }
    case 'domains':
    case 'bookmarks': {
      const marks = await house.marks.of(person, [kind === 'domains' ? 'domain' : 'bookmark']);
      return marks.map(({ subject }) => ({ subject, iri: subject }));
    }
    case 'lists': {
      const lists = await house.ownLists.of(person);
      return named(
        house,
        lists.flatMap(({ id, content }) => content.actors.map((iri) => ({ iri, list: content.title, listId: id }))),
      );
    }
  }
}

/** Each with the name by which it is found elsewhere. */
async function named<Kept extends { readonly iri: ActorIri }>(
  { people, communities }: Pick<House, 'people' | 'communities'>,
  kept: readonly Kept[],
): Promise<readonly (Kept & Belonging)[]> {
  const known = await people.byIris([...new Set(kept.map(({ iri }) => iri as PersonIri))]);
  const each = kept.map(async (one): Promise<readonly (Kept & Belonging)[]> => {
    const person = known.get(one.iri as PersonIri);
    if (person !== undefined) return [{ ...one, subject: handleOf(person).slice(1) }];
    const community = await communities.byIri(one.iri as CommunityIri);
    return community === null ? [] : [{ ...one, subject: `${community.name}@${community.host}`, isCommunity: true }];
  });
  return (await Promise.all(each)).flat();
}

/** As two spellings of the same are compared. */
export const subjectKey = ({ subject, list }: { readonly subject: string; readonly list?: string }): string =>
  `${list ?? ''}\n${subject.toLowerCase()}`;
