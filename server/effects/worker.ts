import type { Log } from '../log.ts';
import { createLoop, type Loop } from '../loop.ts';
import type { Pending } from '../ports/pending.ts';

/** A kind of document with pending effects, and what carries them out. */
export interface Line<Work = unknown> {
  readonly name: string;
  readonly pending: Pending<Work>;
  readonly carryOut: (work: Work) => Promise<void>;
}

/** Keeps the type of a line's work to itself, so that lines of many kinds fit one list. */
export const line = <Work>(name: string, pending: Pending<Work>, carryOut: (work: Work) => Promise<void>): Line =>
  ({ name, pending, carryOut }) as unknown as Line;

/** Carries out effects; `settle` returns when a look found nothing more. */
export type EffectsWorker = Loop;

const LEASE_MS = 60_000;
const LOOK_EVERY_MS = 500;
const LONGEST_WAIT_MS = 3_600_000;

/** Wait before effects that failed are tried again: 1 s doubling to an hour. They never end in a give-up. */
export function waitAfter(attempts: number): number {
  return Math.min(1000 * 2 ** Math.min(attempts, 20), LONGEST_WAIT_MS);
}

/**
 * Carries out pending effects, document by document, each document's in order. Every effect may happen twice with
 * the same result, so a lease that runs out, or a stop in the middle, does no harm.
 */
export function createEffectsWorker({
  lines,
  wall,
  log,
}: {
  readonly lines: readonly Line[];
  readonly wall: () => Date;
  readonly log: Log;
}): EffectsWorker {
  async function drain({ name, pending, carryOut }: Line): Promise<boolean> {
    let found = false;
    while (!loop.stopping()) {
      const claimed = await pending.claim(wall(), LEASE_MS);
      if (claimed === null) return found;
      found = true;
      try {
        await carryOut(claimed.work);
        await pending.done(claimed.id);
      } catch (cause) {
        log.error(
          { err: cause, line: name, id: claimed.id, attempts: claimed.attempts },
          'an effect failed; it is tried again',
        );
        await pending.retry(claimed.id, new Date(wall().getTime() + waitAfter(claimed.attempts)), String(cause));
      }
    }
    return found;
  }

  const loop = createLoop({
    /** Effects cause effects: look until one whole round finds nothing. */
    async look() {
      let found = false;
      for (const one of lines) if (await drain(one)) found = true;
      return found;
    },
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => log.error({ err: cause }, 'the look for pending effects failed; the next one follows'),
  });
  return loop;
}
