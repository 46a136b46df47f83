import { readFileSync } from 'node:fs';

/** The time that communities live by: terms, closings, tenure. Never used for signatures or leases. */
export interface Clock {
  now(): Date;
}

/**
 * The community's time a while ago: what was received then counts from then, however late it is carried out.
 *
 * @param waitedMs how long it waited, by the machine's time
 */
export const whileAgo = (clock: Clock, waitedMs = 0): Date => new Date(clock.now().getTime() - Math.max(0, waitedMs));

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that a test or the demo drives: the machine's time plus the milliseconds written in a file.
 * Configuration refuses it unless the server is reachable on loopback only.
 */
export function drivenClock(file: string): Clock {
  let offset = 0;
  return {
    now() {
      offset = readOffset(file) ?? offset;
      return new Date(Date.now() + offset);
    },
  };
}

/** Nothing while the file is missing or just being written. */
function readOffset(file: string): number | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    const offset = Number(text);
    return text !== '' && Number.isFinite(offset) ? offset : undefined;
  } catch {
    return undefined;
  }
}
