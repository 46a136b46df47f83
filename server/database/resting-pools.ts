import { createRequire } from 'node:module';

/** Set on what is mended, not kept here: however often this module is loaded, the driver is mended once. */
const MENDED = Symbol.for('folkmoot.pools-rest');

/** What of the driver's pool is touched here; its own types leave it out. */
interface DriverPool {
  readonly options: { readonly minPoolSize: number };
  ensureMinPoolSize(): void;
  [MENDED]?: true;
}

/**
 * Lets connections rest that nobody uses. The driver (7.9, `lib/cmap/connection_pool.js`) looks ten times a second
 * whether a pool has as many connections as it should have at least, also where that is none, and takes no option for
 * how often. Those that broke, which it sorts out on that way, are sorted out as well when they are asked for.
 */
export function letPoolsRest(): void {
  const { ConnectionPool } = createRequire(import.meta.url)('mongodb/lib/cmap/connection_pool.js') as {
    ConnectionPool: { prototype: DriverPool };
  };
  if (ConnectionPool.prototype[MENDED]) return;
  ConnectionPool.prototype[MENDED] = true;
  const { ensureMinPoolSize } = ConnectionPool.prototype;
  ConnectionPool.prototype.ensureMinPoolSize = function () {
    if (this.options.minPoolSize > 0) ensureMinPoolSize.call(this);
  };
}
