import { createRequire } from 'node:module';
import type { Socket } from 'node:net';

/** Set on what is mended, not kept here: however often this module is loaded, the driver is mended once. */
const MENDED = Symbol.for('folkmoot.writes-end-on-broken-connections');

/** What of the driver's connection is touched here; its own types leave it out. */
interface DriverConnection {
  readonly socket: Socket;
  readonly closed: boolean;
  cleanup(error: Error): void;
  [MENDED]?: true;
}

/**
 * Makes every operation end when its connection breaks. The driver (7.9, `lib/cmap/connection.js`) waits with a write
 * for the socket's `drain` or `error`; a socket that is destroyed already, and only has not said `close` yet, says
 * neither, so that whoever comes upon it in that moment waits for ever, and with it all that waits in line behind. No
 * option of the driver sets a bound (`timeoutMS` has no effect, `socketTimeoutMS` is the socket's). What waits is
 * therefore told as the connection is cleaned up; and as a network error, where the driver lets the bare one through.
 */
export function endWritesOnBrokenConnections(): void {
  const { Connection } = createRequire(import.meta.url)('mongodb/lib/cmap/connection.js') as {
    Connection: { prototype: DriverConnection };
  };
  if (Connection.prototype[MENDED]) return;
  Connection.prototype[MENDED] = true;
  const { cleanup } = Connection.prototype;
  Connection.prototype.cleanup = function (error) {
    if (this.closed) return;
    cleanup.call(this, error);
    if (this.socket.listenerCount('drain') > 0) this.socket.emit('error', error);
  };
}
