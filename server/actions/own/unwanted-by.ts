import type { ActorIri, PersonIri } from '../../community/ids.ts';
import type { Unwanted } from '../../community/unwanted.ts';
import type { Mark } from '../../ports/marks.ts';
import type { House } from '../house.ts';

type Needs = Pick<House, 'readers' | 'clock'>;

/** A list for which it is asked: what exclusive lists show is not in *home*, what is muted without notices still tells. */
export type Place = 'home' | 'public' | 'thread' | 'notices' | 'list';

/**
 * What somebody does not want to see in one of her lists. `undefined` for nobody in particular, and where she wants to
 * see everything.
 */
export async function unwantedBy(
  house: Needs,
  person: PersonIri | undefined,
  place: Place,
): Promise<Unwanted | undefined> {
  if (person === undefined) return undefined;
  const { marks, ownLists, communities } = await house.readers.of(person);
  const now = house.clock.now();
  const lists = place === 'home' ? ownLists : [];
  const silencing = marks.filter(({ kind }) => kind === 'mute' || kind === 'block' || kind === 'domain');
  const standing = silencing.filter((mark) => isStanding(mark, now) && (place !== 'notices' || silencesNotices(mark)));
  const elsewhere = lists.filter(({ content }) => content.exclusive).flatMap(({ content }) => content.actors);
  if (standing.length === 0 && elsewhere.length === 0) return undefined;
  const marked = standing.filter(({ kind }) => kind !== 'domain').map(({ subject }) => subject as ActorIri);
  return {
    actors: [...new Set([...marked, ...elsewhere])],
    hosts: standing.filter(({ kind }) => kind === 'domain').map(({ subject }) => subject),
    always: [person, ...communities],
  };
}

/** A mute whose time is over stands no more. */
export const isStanding = ({ until }: Mark, now: Date): boolean => until === undefined || until > now;

const silencesNotices = ({ kind, notices }: Mark): boolean => kind !== 'mute' || notices === true;
