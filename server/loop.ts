/**
 * How long work may wait to be looked for. A server at rest has nothing to look for: where nothing has been asked or
 * found for a while, looks are a third of that while apart, so that whatever comes late by itself, such as another try,
 * comes later by a third of its wait at the most; and never more than `REST_MS` apart, or what the work says.
 */
export interface Pace {
  /** Somebody asked for something, or something was found: all looks are as frequent as can be again. */
  stir(): void;
  /** How long until the next look of work that is looked for every so often, and so often at rest. */
  pauseFor(everyMs: number, restMs?: number): number;
  /** Told when a rest is over. What is given back ends that. */
  onStir(listener: () => void): () => void;
}

/** So far apart are looks for what this process alone brings about: it is woken then. */
const REST_MS = 10_000;
/** And for what comes by the clock, or from the operator's command beside the server. */
export const SHORT_REST_MS = 5000;
const SHARE_OF_QUIET = 1 / 3;

/** For one process that does all the writing itself, and so knows when there may be work. */
export function createPace(): Pace {
  let stirredAt = performance.now();
  let resting = false;
  const listeners = new Set<() => void>();
  return {
    stir() {
      stirredAt = performance.now();
      if (!resting) return;
      resting = false;
      for (const listener of listeners) listener();
    },
    pauseFor(everyMs, restMs = REST_MS) {
      const pause = Math.min((performance.now() - stirredAt) * SHARE_OF_QUIET, restMs);
      if (pause <= everyMs) return everyMs;
      resting = true;
      return pause;
    },
    onStir(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Never rests: for processes beside others, which may write at any time. */
export const STEADY_PACE: Pace = { stir() {}, pauseFor: (everyMs) => everyMs, onStir: () => () => {} };

/** Calls `tick` again and again, at a pace. */
export function createTicks({
  everyMs,
  restMs,
  tick,
}: {
  readonly everyMs: number;
  readonly restMs?: number | undefined;
  readonly tick: () => void;
}): {
  start(pace: Pace): void;
  stop(): void;
} {
  let timer: NodeJS.Timeout | undefined;
  let dueAt = 0;
  let unlisten = () => {};
  return {
    start(pace) {
      const after = (ms: number) => {
        clearTimeout(timer);
        dueAt = performance.now() + ms;
        timer = setTimeout(() => {
          after(pace.pauseFor(everyMs, restMs));
          tick();
        }, ms);
      };
      unlisten = pace.onStir(() => {
        if (dueAt - performance.now() > everyMs) after(everyMs);
      });
      after(everyMs);
    },
    stop() {
      unlisten();
      clearTimeout(timer);
    },
  };
}

/** Work that is looked for again and again, never twice at once in one process. */
export interface Loop {
  /** @param pace how far apart looks may be; as given to the loop when there is none */
  start(pace?: Pace): void;
  /** There may be work: look now rather than at the next look. Never waited for. */
  wake(): void;
  /** Looks, also when not started, until a look finds nothing more. */
  settle(): Promise<void>;
  /** Whether it is being stopped: a long look ends early. */
  readonly stopping: () => boolean;
  /** No further look begins; returns when the present one is over. */
  stop(): Promise<void>;
}

/**
 * @param look does the work there is; `true` asks for another look at once
 * @param onFault told when a look fails; the next one follows as usual
 */
export function createLoop({
  look,
  everyMs,
  restMs,
  onFault,
}: {
  readonly look: () => Promise<boolean | undefined>;
  readonly everyMs: number;
  /** How far apart looks are at the most while the server is at rest. */
  readonly restMs?: number;
  readonly onFault: (cause: unknown) => void;
}): Loop {
  let pace = STEADY_PACE;
  let running: Promise<void> | undefined;
  let again = false;
  let state: 'new' | 'started' | 'stopping' = 'new';

  async function looks(): Promise<void> {
    do {
      again = false;
      if (!(await look())) continue;
      again = true;
      pace.stir();
    } while (again && state !== 'stopping');
  }

  function run(): Promise<void> {
    running ??= looks()
      .catch((cause: unknown) => {
        again = false;
        onFault(cause);
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  const ticks = createTicks({ everyMs, restMs, tick: () => void run() });
  return {
    stopping: () => state === 'stopping',
    start(given = STEADY_PACE) {
      state = 'started';
      pace = given;
      ticks.start(pace);
      void run();
    },
    wake() {
      again = true;
      if (state === 'started') void run();
    },
    async settle() {
      again = true;
      do await run();
      while (again && state !== 'stopping');
    },
    async stop() {
      state = 'stopping';
      ticks.stop();
      await running;
    },
  };
}
