import { RecentlyUsed } from '../../server/recently-used.ts';
import type { DeliveryLimits } from './limits.ts';

/**
 * How a host stands. `fine`: it answered well and quickly the last time. `new`: nothing is known of it. `doubtful`: it
 * failed or was slow the last time. `paused`: nothing is sent to it. `probe`: the pause is over, and one delivery may
 * find out how things stand.
 */
export type HostState = 'fine' | 'new' | 'doubtful' | 'paused' | 'probe';

/** How hosts stand, with a circuit breaker for each; in memory only, for so many of them. */
export interface Hosts {
  state(host: string, now: Date): HostState;
  /** When its pause is over, if it has one. */
  pausedUntil(host: string, now: Date): Date | undefined;
  /** The host answered as a working server does, quickly or not. Says whether it had been paused. */
  answered(host: string, quickly: boolean): boolean;
  /** The host takes long. */
  slow(host: string): void;
  /** The host failed, and perhaps asked to be left alone for a while; the end of its pause, if one begins with this. */
  failed(host: string, now: Date, askedMs?: number): Date | undefined;
}

interface Known {
  readonly failures: number;
  readonly slow: boolean;
  /** Milliseconds. */
  readonly pausedUntil: number;
}

const FINE: Known = { failures: 0, slow: false, pausedUntil: 0 };
const SLOW: Known = { ...FINE, slow: true };

type HostLimits = Pick<DeliveryLimits, 'hosts' | 'hostFailures' | 'firstPauseMs' | 'longestPauseMs'>;

/** Remembers the hosts that were used last; one that was forgotten is simply new again. */
export function createHosts({ hosts, hostFailures, firstPauseMs, longestPauseMs }: HostLimits): Hosts {
  const all = new RecentlyUsed<string, Known>({ limit: hosts });

  function state(host: string, now: Date): HostState {
    const known = all.get(host);
    if (known === undefined) return 'new';
    if (known.failures >= hostFailures) return known.pausedUntil > now.getTime() ? 'paused' : 'probe';
    return known.failures > 0 || known.slow ? 'doubtful' : 'fine';
  }

  return {
    state,
    pausedUntil(host, now) {
      const known = all.get(host);
      return known !== undefined && state(host, now) === 'paused' ? new Date(known.pausedUntil) : undefined;
    },
    answered(host, quickly) {
      const before = all.get(host);
      if (before !== FINE || !quickly) all.set(host, quickly ? FINE : SLOW);
      return before !== undefined && before.failures >= hostFailures;
    },
    slow(host) {
      all.set(host, { ...(all.get(host) ?? FINE), slow: true });
    },
    failed(host, now, askedMs = 0) {
      // Requests that were under way when the pause began say nothing new.
      if (state(host, now) === 'paused') return undefined;
      const failures = (all.get(host)?.failures ?? 0) + 1;
      const pause = Math.min(Math.max(firstPauseMs * 2 ** (failures - hostFailures), askedMs), longestPauseMs);
      const pausedUntil = now.getTime() + pause;
      const begins = failures >= hostFailures;
      all.set(host, { failures, slow: false, pausedUntil: begins ? pausedUntil : 0 });
      return begins ? new Date(pausedUntil) : undefined;
    },
  };
}
