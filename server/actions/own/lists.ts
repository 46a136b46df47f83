import type { ActorIri, PersonIri } from '../../community/ids.ts';
import { LONGEST_LIST_TITLE, MOST_IN_A_LIST, MOST_LISTS, type OwnList } from '../../community/own-list.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { oneLine } from '../../community/text.ts';
import type { Keepsake } from '../../ports/keepsakes.ts';
import type { House } from '../house.ts';
import { changing, newOwnId } from './keeping.ts';

type Needs = Pick<House, 'ownLists' | 'clock' | 'random'>;
type ListRefusal = 'no-title' | 'too-long' | 'too-many' | 'already-there';
type Changed = Result<Keepsake<OwnList>, ListRefusal | 'not-there' | 'busy'>;

/** What somebody says about a list of hers; what is not said stays. */
export type ListSaid = Partial<Omit<OwnList, 'actors'>>;

/** Somebody makes a list of people and communities to read by themselves. Who is on it is not told. */
export async function addList(
  house: Needs,
  { by, said: asked }: { readonly by: PersonIri; readonly said: ListSaid },
): Promise<Changed> {
  if ((await house.ownLists.of(by)).length >= MOST_LISTS) {
    return refused('too-many', said`You have ${MOST_LISTS} lists already. Delete one of them first.`);
  }
  const decided = settled({ title: '', replies: 'list', exclusive: false, actors: [] }, asked);
  if (!decided.ok) return decided;
  const kept = { person: by, id: newOwnId(house), at: house.clock.now(), content: decided.value };
  await house.ownLists.add(kept);
  return accepted({ ...kept, revision: 0 });
}

/** Somebody gives a list of hers another title, or says anew what it shows. */
export const changeList = (
  house: Needs,
  { by, id, said }: { readonly by: PersonIri; readonly id: string; readonly said: ListSaid },
): Promise<Changed> => changing(house.ownLists, { by, id }, (before) => settled(before, said));

/** Puts actors on a list; who is on it already is refused, as Mastodon does. */
export const putOnList = (
  house: Needs,
  { by, id, actors }: { readonly by: PersonIri; readonly id: string; readonly actors: readonly ActorIri[] },
): Promise<Changed> =>
  changing<OwnList, ListRefusal>(house.ownLists, { by, id }, (before) => {
    const added = [...new Set(actors)];
    if (added.some((actor) => before.actors.includes(actor))) {
      return refused('already-there', 'One of these accounts is on this list already.');
    }
    const all = [...before.actors, ...added];
    if (all.length > MOST_IN_A_LIST) {
      return refused('too-many', said`A list holds at most ${MOST_IN_A_LIST} accounts. Make another one.`);
    }
    return accepted({ ...before, actors: all });
  });

/** Takes actors from a list; who is not on it is passed over. */
export const takeFromList = (
  house: Needs,
  { by, id, actors }: { readonly by: PersonIri; readonly id: string; readonly actors: readonly ActorIri[] },
): Promise<Changed> =>
  changing<OwnList, ListRefusal>(house.ownLists, { by, id }, (before) =>
    accepted({ ...before, actors: before.actors.filter((actor) => !actors.includes(actor)) }),
  );

/** Takes a list away; whether it was there. */
export const removeList = (
  house: Needs,
  { by, id }: { readonly by: PersonIri; readonly id: string },
): Promise<boolean> => house.ownLists.remove(by, id);

function settled(before: OwnList, asked: ListSaid): Result<OwnList, ListRefusal> {
  const title = oneLine(asked.title ?? before.title);
  if (title === '') return refused('no-title', 'Give the list a title.');
  if (title.length > LONGEST_LIST_TITLE) {
    return refused('too-long', said`A title has at most ${LONGEST_LIST_TITLE} characters.`);
  }
  const { replies = before.replies, exclusive = before.exclusive } = asked;
  return accepted({ title, replies, exclusive, actors: before.actors });
}
