import type { PersonIri } from '../../community/ids.ts';
import { type LetterWay, nextLetter } from '../../community/letters.ts';
import type { QuietHours } from '../../community/quiet-hours.ts';
import type { House } from '../house.ts';

type Needs = Pick<House, 'letterWishes' | 'quietHours' | 'pushSubscriptions' | 'clock'>;

/** Somebody says how she wants to be written to by e-mail, from now on. */
export async function wishForLetters(
  { letterWishes, quietHours, clock }: Needs,
  { person, way }: { readonly person: PersonIri; readonly way: LetterWay },
): Promise<void> {
  const now = clock.now();
  if (way === 'off') return letterWishes.set(person, way, { now });
  if ((await letterWishes.of(person))?.way === way) return;
  await letterWishes.set(person, way, { now, dueAt: nextLetter(way, now, await quietHours.of(person)) });
}

/** Somebody says when nothing is to be sent to her. What waits is looked at again by her new hours. */
export async function keepQuiet(
  { letterWishes, quietHours, pushSubscriptions, clock }: Needs,
  { person, hours }: { readonly person: PersonIri; readonly hours: QuietHours },
): Promise<void> {
  await quietHours.set(person, hours);
  const wish = await letterWishes.of(person);
  if (wish !== null && wish.way !== 'off' && wish.dueAt !== undefined) {
    await letterWishes.reschedule(person, nextLetter(wish.way, clock.now(), hours));
  }
  await pushSubscriptions.concern([person]);
}
