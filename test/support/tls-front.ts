import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { createTestCa } from './test-ca.ts';

/** A proxy with TLS in front of a server, as those who run one have it. */
export interface TlsFront {
  readonly port: number;
  /** Whom clients must trust, as PEM. */
  readonly ca: string;
  close(): Promise<void>;
}

/** Listens on loopback under some names, and hands everything on to the server's own port, WebSockets too. */
export async function startTlsFront(target: number, names: readonly string[] = ['localhost']): Promise<TlsFront> {
  const ca = createTestCa();
  const { certificate: cert, key } = ca.identityFor(names);
  const open = new Set<Duplex>();
  const server = createServer({ cert, key }, (asked, answer) => {
    const headers = { ...asked.headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': '127.0.0.1' };
    const { method, url: path } = asked;
    const onward = request({ host: '127.0.0.1', port: target, method, path, headers }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    onward.on('error', () => answer.headersSent || answer.writeHead(502).end());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('upgrade', (asked, socket, head) => {
    const onward = connect(target, '127.0.0.1', () => {
      const lines = asked.rawHeaders.flatMap((name, at, all) => (at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : []));
      onward.write(
        `${asked.method} ${asked.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\nX-Forwarded-Proto: https\r\n\r\n`,
      );
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    ca: ca.certificate,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
