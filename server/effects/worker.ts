import type { Log } from '../log.ts';
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

export interface EffectsWorker {
  start(): void;
  /** Looks for work now rather than at the next look. */
  wake(): void;
  /** Carries out what is due, and returns when a look found nothing more. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

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
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = true;
  let stopping = false;

  async function drain({ name, pending, carryOut }: Line): Promise<boolean> {
    let found = false;
    while (!stopping) {
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

  /** Effects cause effects: look until one whole round finds nothing. */
  async function look(): Promise<void> {
    do {
      again = false;
      for (const one of lines) if (await drain(one)) again = true;
    } while (again && !stopping);
  }

  function run(): Promise<void> {
    running ??= look()
      .catch((cause) => {
        again = false;
        log.error({ err: cause }, 'the look for pending effects failed; the next one follows');
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  return {
    start() {
      stopped = false;
      timer = setInterval(() => void run(), LOOK_EVERY_MS);
      void run();
    },
    wake() {
      again = true;
      if (!stopped) void run();
    },
    async settle() {
      again = true;
      do await run();
      while (again && !stopping);
    },
    async stop() {
      stopped = true;
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
}
