import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as it arrived at somebody's inbox. */
export interface Arrived {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What an inbox answers; a promise that stays open hangs. */
export interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
}

/** A server elsewhere that has nothing but inboxes: a real socket on loopback. */
export interface Inbox {
  readonly host: string;
  readonly arrived: readonly Arrived[];
  url(path: string): string;
  /** Settled as soon as so many requests have arrived. */
  has(count: number): Promise<void>;
  close(): Promise<void>;
}

/** @param answer 202 unless it says otherwise; told also of the request's number, from 1 */
export async function startInbox(
  answer: (request: Arrived, number: number) => Answer | Promise<Answer> = () => ({ status: 202 }),
): Promise<Inbox> {
  const arrived: Arrived[] = [];
  const sockets = new Set<Socket>();
  let heard = () => {};
  const server = createServer(async (request, response) => {
    const body = await wholeBody(request);
    const one = { path: request.url ?? '', headers: request.headers, body };
    const number = arrived.push(one);
    heard();
    const { status, headers } = await answer(one, number);
    response.writeHead(status, headers).end();
  });
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    arrived,
    url: (path) => `http://${host}${path}`,
    async has(count) {
      while (arrived.length < count) {
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function wholeBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
