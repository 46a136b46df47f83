import { type buildConnector, type Dispatcher, Pool } from 'undici';
import { RecentlyUsed } from './recently-used.ts';

/** Kept connections, a few per origin, to a bounded number of origins. */
export interface OriginPools {
  /** Throws after close. */
  of(url: URL): Dispatcher;
  /** Lets running requests end, then closes every connection. */
  close(): Promise<void>;
}

export interface PoolLimits {
  readonly origins: number;
  readonly connectionsPerOrigin: number;
  readonly deadlineMs: number;
}

/** The origin used longest ago makes room for a new one; what it is still doing is finished first. */
export function createOriginPools(connect: buildConnector.connector, limits: PoolLimits): OriginPools {
  const closing = new Set<Promise<unknown>>();
  const retire = (pool: Pool): void => {
    const closed = pool.close().finally(() => closing.delete(closed));
    closing.add(closed);
  };
  const pools = new RecentlyUsed<string, Pool>({ limit: limits.origins, forgotten: retire });
  let closed = false;
  return {
    of(url) {
      if (closed) throw new Error('the fetcher is closed');
      const known = pools.get(url.origin);
      if (known !== undefined) return known;
      const pool = new Pool(url.origin, {
        connect,
        connections: limits.connectionsPerOrigin,
        headersTimeout: limits.deadlineMs,
        bodyTimeout: limits.deadlineMs,
        allowH2: false,
      });
      pools.set(url.origin, pool);
      return pool;
    },
    async close() {
      if (!closed) for (const pool of pools.values()) retire(pool);
      closed = true;
      await Promise.allSettled(closing);
    },
  };
}
