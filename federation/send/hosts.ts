import { RecentlyUsed } from '../fetch/recently-used.ts';
import type { DeliveryLimits } from './limits.ts';

/** Which hosts to leave alone for a while: a circuit breaker for each, in memory only. */
export interface Hosts {
  /** Hosts to which nothing is sent now. */
  paused(now: Date): readonly string[];
  /** `fine`; `paused`: nothing is sent; `probe`: the pause is over, one delivery may find out how things stand. */
  state(host: string, now: Date): 'fine' | 'paused' | 'probe';
  /** The host answered as a working server does. Says whether it had been paused. */
  answered(host: string): boolean;
  /** The host failed; the end of its pause, if one begins with this. */
  failed(host: string, now: Date): Date | undefined;
}

interface Trouble {
  readonly host: string;
  readonly failures: number;
  readonly pausedUntil: Date;
}

type HostLimits = Pick<DeliveryLimits, 'hosts' | 'hostFailures' | 'firstPauseMs' | 'longestPauseMs'>;

/** Remembers the hosts that failed last; one that was forgotten is simply tried again. */
export function createHosts({ hosts, hostFailures, firstPauseMs, longestPauseMs }: HostLimits): Hosts {
  const troubles = new RecentlyUsed<string, Trouble>({ limit: hosts });

  function state(host: string, now: Date): 'fine' | 'paused' | 'probe' {
    const trouble = troubles.get(host);
    if (trouble === undefined || trouble.failures < hostFailures) return 'fine';
    return trouble.pausedUntil > now ? 'paused' : 'probe';
  }

  return {
    state,
    paused: (now) =>
      troubles
        .values()
        .filter(({ failures, pausedUntil }) => failures >= hostFailures && pausedUntil > now)
        .map(({ host }) => host),
    answered(host) {
      const trouble = troubles.get(host);
      if (trouble === undefined) return false;
      troubles.set(host, { host, failures: 0, pausedUntil: new Date(0) });
      return trouble.failures >= hostFailures;
    },
    failed(host, now) {
      // Requests that were under way when the pause began say nothing new.
      if (state(host, now) === 'paused') return undefined;
      const failures = (troubles.get(host)?.failures ?? 0) + 1;
      const pause = Math.min(firstPauseMs * 2 ** (failures - hostFailures), longestPauseMs);
      const pausedUntil = new Date(now.getTime() + pause);
      troubles.set(host, { host, failures, pausedUntil });
      return failures >= hostFailures ? pausedUntil : undefined;
    },
  };
}
