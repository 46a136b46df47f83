import type { Log } from '../log.ts';

const FIRST_AFTER_MS = 300_000;
const EVERY_MS = 3_600_000;

/** Forgets, soon after the start and then every hour, what is over. */
export function createPurge(
  purges: readonly (() => Promise<object>)[],
  log: Log,
): { start(): void; stop(): Promise<void> } {
  let first: NodeJS.Timeout | undefined;
  let daily: NodeJS.Timeout | undefined;
  const purge = async () => {
    for (const forget of purges) {
      try {
        log.info(await forget(), 'what is long over was forgotten');
      } catch (cause) {
        log.error({ err: cause }, 'what is long over could not be forgotten; tried again in an hour');
      }
    }
  };
  return {
    start() {
      first = setTimeout(() => void purge(), FIRST_AFTER_MS).unref();
      daily = setInterval(() => void purge(), EVERY_MS).unref();
    },
    async stop() {
      clearTimeout(first);
      clearInterval(daily);
    },
  };
}
