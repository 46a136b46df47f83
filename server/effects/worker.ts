import type { Log } from '../log.ts';
import { createLoop, type Loop, SHORT_REST_MS } from '../loop.ts';
import type { Claimed, Pending, PlacesWithDue } from '../ports/pending.ts';

/** A kind of document with pending effects, and what carries them out. */
export interface Line<Work = unknown> {
  readonly name: string;
  readonly pending: Pending<Work>;
  readonly carryOut: (work: Work) => Promise<void>;
  /** Whether documents have to wait for those before them; else many are carried out at once. */
  readonly inOrder: boolean;
}

/** Keeps the type of a line's work to itself, so that lines of many kinds fit one list. */
export const line = <Work>(
  name: string,
  pending: Pending<Work>,
  carryOut: (work: Work) => Promise<void>,
  { inOrder = true } = {},
): Line => ({ name, pending, carryOut, inOrder }) as unknown as Line;

/** Carries out effects; `settle` returns when a look found nothing more. */
export type EffectsWorker = Loop;

const LEASE_MS = 60_000;
const LOOK_EVERY_MS = 500;
/** So long, at the most, effects let other work go first. */
const LONGEST_YIELD_MS = 2000;
/** Documents taken at once; the lease has to do for all of them. */
const MOST_AT_ONCE = 64;
const LONGEST_WAIT_MS = 3_600_000;

/** Wait before effects that failed are tried again: 1 s doubling to an hour. They never end in a give-up. */
export function waitAfter(attempts: number, firstMs = 1000): number {
  return Math.min(firstMs * 2 ** Math.min(attempts, 20), LONGEST_WAIT_MS);
}

/**
 * Carries out pending effects, each document's in order; a few documents of every line in turn, so that a long line
 * keeps no other waiting. Every effect may happen twice with
 * the same result, so a lease that runs out, or a stop in the middle, does no harm.
 */
export function createEffectsWorker({
  lines,
  placesWithDue,
  wall,
  log,
  yields = () => false,
  mostAtOnce = MOST_AT_ONCE,
  leaseMs = LEASE_MS,
  firstWaitMs = 1000,
}: {
  readonly lines: readonly Line[];
  /** Tells which lines are worth a look; else every one is looked at. */
  readonly placesWithDue?: PlacesWithDue;
  readonly wall: () => Date;
  readonly log: Log;
  /** Whether other work should go first: what follows from things waits then, but never long. */
  readonly yields?: () => boolean;
  /** Documents of a line taken at once; the lease has to do for all of them. */
  readonly mostAtOnce?: number;
  readonly leaseMs?: number;
  readonly firstWaitMs?: number;
}): EffectsWorker {
  let lookedAt = 0;
  async function one({ name, pending, carryOut }: Line, claimed: Claimed<unknown>): Promise<void> {
    const { id, work, attempts } = claimed;
    if (loop.stopping()) return pending.retry(id, wall(), 'the server was stopped');
    try {
      await carryOut(work);
      await pending.done(id);
    } catch (cause) {
      log.error({ err: cause, line: name, id, attempts }, 'an effect failed; it is tried again');
      await pending.retry(id, new Date(wall().getTime() + waitAfter(attempts, firstWaitMs)), String(cause));
    }
  }

  /** Takes some of a line and carries them out; whether there were any. */
  async function some(line: Line): Promise<boolean> {
    if (loop.stopping()) return false;
    const claimed = await line.pending.claim(wall(), leaseMs, mostAtOnce);
    if (!line.inOrder) await Promise.all(claimed.map((each) => one(line, each)));
    else for (const each of claimed) await one(line, each);
    return claimed.length > 0;
  }

  /** The lines that have something due now, in their order. */
  async function linesWithDue(): Promise<readonly Line[]> {
    if (placesWithDue === undefined) return lines;
    const places = lines.flatMap(({ pending }) => pending.place ?? []);
    const due = await placesWithDue(places, wall());
    return lines.filter(({ pending: { place } }) => place === undefined || due.has(place));
  }

  const loop = createLoop({
    /** Effects cause effects: look until one whole round finds nothing. */
    async look() {
      const now = wall().getTime();
      if (yields() && now - lookedAt < LONGEST_YIELD_MS) return false;
      lookedAt = now;
      let found = false;
      for (const line of await linesWithDue()) if (await some(line)) found = true;
      return found;
    },
    everyMs: LOOK_EVERY_MS,
    restMs: SHORT_REST_MS,
    onFault: (cause) => log.error({ err: cause }, 'the look for pending effects failed; the next one follows'),
  });
  return loop;
}
