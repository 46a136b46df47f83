import type { PersonIri } from '../../community/ids.ts';
import { numberAt } from '../../community/numbers.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import type { Keepsake, Keepsakes } from '../../ports/keepsakes.ts';
import type { House } from '../house.ts';

/** A number for something new: by its time, and not to be guessed. */
export const newOwnId = ({ clock, random }: Pick<House, 'clock' | 'random'>): string =>
  numberAt(clock.now(), random(8)).toString();

/** So often a change is tried again that another app of hers came before. */
const TRIES = 10;

/**
 * Changes what somebody made for herself. Two apps of hers that change the same thing at once both come through, one
 * after the other, so that neither loses what it wrote.
 */
export async function changing<Content, Code extends string>(
  kept: Keepsakes<Content>,
  { by, id }: { readonly by: PersonIri; readonly id: string },
  decide: (before: Content) => Result<Content, Code>,
): Promise<Result<Keepsake<Content>, Code | 'not-there' | 'busy'>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await kept.get(by, id);
    if (before === null) return refused('not-there', 'This is not there, or not any more.');
    const decided = decide(before.content);
    if (!decided.ok) return decided;
    if (await kept.change(before, decided.value)) {
      return accepted({ ...before, content: decided.value, revision: before.revision + 1 });
    }
  }
  return refused('busy', 'Something else is changing this just now. Try again.');
}
