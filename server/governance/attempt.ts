import type { Result } from '../community/result.ts';
import { accepted } from '../community/result.ts';
import type { EventOf } from './events.ts';

/** Long enough for any id; a record is no place for whatever somebody pastes into a command. */
const LONGEST = 300;

/** The operator tried to govern: what the record says about it. Writing it down is never refused. */
export function operatorAttempt({
  what,
  target,
  through,
}: {
  /** A phrase that follows “tried to”: `change rule R-1`. */
  readonly what: string;
  /** The id or address of what it was tried on. */
  readonly target: string;
  readonly through: 'command' | 'http';
}): Result<EventOf<'attempt-refused'>, never> {
  return accepted({ kind: 'attempt-refused', by: 'operator', what: short(what), target: short(target), through });
}

function short(text: string): string {
  return text.slice(0, LONGEST).toWellFormed();
}
