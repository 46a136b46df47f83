import { readFileSync } from 'node:fs';

/** The time that communities live by: terms, closings, tenure. Never used for signatures or leases. */
export interface Clock {
  now(): Date;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that a test or the demo drives: the machine's time plus the milliseconds written in a file.
 * Configuration refuses it unless the server is reachable on loopback only.
 */
export function drivenClock(file: string): Clock {
  let offset = 0;
  let readAt = 0;
  return {
    now() {
      const real = Date.now();
      if (real - readAt > 25) {
        offset = readOffset(file);
        readAt = real;
      }
      return new Date(real + offset);
    },
  };
}

function readOffset(file: string): number {
  try {
    const offset = Number(readFileSync(file, 'utf8').trim() || '0');
    return Number.isFinite(offset) ? offset : 0;
  } catch {
    return 0;
  }
}
