import { refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';

/** A step that is not, or no longer, to be done: another worker was first. Nobody needs to hear of it. */
export function notDue(what: string) {
  return refused('not-due', said`This step of ${what} is not due.`);
}
