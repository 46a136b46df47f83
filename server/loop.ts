/** Work that is looked for again and again, never twice at once in one process. */
export interface Loop {
  start(): void;
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
  onFault,
}: {
  readonly look: () => Promise<boolean | undefined>;
  readonly everyMs: number;
  readonly onFault: (cause: unknown) => void;
}): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let state: 'new' | 'started' | 'stopping' = 'new';

  async function looks(): Promise<void> {
    do {
      again = false;
      if (await look()) again = true;
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

  return {
    stopping: () => state === 'stopping',
    start() {
      state = 'started';
      timer = setInterval(() => void run(), everyMs);
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
      clearInterval(timer);
      await running;
    },
  };
}
