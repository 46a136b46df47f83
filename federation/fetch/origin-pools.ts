import { setTimeout as pass } from 'node:timers/promises';
import { type buildConnector, type Dispatcher, Pool } from 'undici';
import { RecentlyUsed } from '../../server/recently-used.ts';

/** Kept connections, a few per origin, to a bounded number of origins. */
export interface OriginPools {
  /** Throws after close. */
  of(url: URL): Dispatcher;
  /** Lets running requests end, a moment long, then closes every connection. */
  close(): Promise<void>;
}

export interface PoolLimits {
  readonly origins: number;
  readonly connectionsPerOrigin: number;
  readonly deadlineMs: number;
}

/** What is still under way when the server stops is broken off after so long. */
const CLOSING_MS = 3000;

/** The origin used longest ago makes room for a new one; what it is still doing is finished first. */
export function createOriginPools(connect: buildConnector.connector, limits: PoolLimits): OriginPools {
  const closing = new Map<Pool, Promise<unknown>>();
  const retire = (pool: Pool): void => {
    closing.set(
      pool,
      pool.close().finally(() => closing.delete(pool)),
    );
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
      const late = new AbortController();
      const inTime = Promise.allSettled(closing.values()).finally(() => late.abort());
      await Promise.race([inTime, pass(CLOSING_MS, undefined, { signal: late.signal }).catch(() => {})]);
      await Promise.allSettled([...closing.keys()].map((pool) => pool.destroy()));
    },
  };
}
