import type { Log } from '../log.ts';

/** Forgets, once a day, what was done long ago. */
export function createPurge(stores: { purge(): Promise<object> }, log: Log): { start(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  const purge = () => {
    stores.purge().then(
      (forgotten) => log.info(forgotten, 'what was done long ago was forgotten'),
      (cause: unknown) =>
        log.error({ err: cause }, 'what was done long ago could not be forgotten; tried again tomorrow'),
    );
  };
  return {
    start() {
      timer = setInterval(purge, 86_400_000);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
    },
  };
}
