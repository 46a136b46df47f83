import { createServer as createHttp, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcp, type Socket } from 'node:net';

/** A real server on loopback, at any name under localhost. */
export interface Origin {
  readonly port: number;
  /** The paths asked for, in order. */
  readonly asked: readonly string[];
  /** How many connections were opened, whether or not anything was asked. */
  readonly connections: () => number;
  url(path: string, host?: string): string;
  close(): Promise<void>;
}

export async function startOrigin(answer: RequestListener, { address = '127.0.0.1', port = 0 } = {}): Promise<Origin> {
  const asked: string[] = [];
  const server = createHttp((request: IncomingMessage, response: ServerResponse) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  return started(server, asked, address, port);
}

/** A server below HTTP: whatever it wants is done to the socket. Without `answer` it is a canary that only counts. */
export function startTcp(answer: (socket: Socket) => void = () => {}, { address = '127.0.0.1', port = 0 } = {}) {
  return started(createTcp(answer), [], address, port);
}

async function started(server: ReturnType<typeof createTcp>, asked: string[], address: string, port: number) {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, address, resolve);
  });
  const listening = (server.address() as AddressInfo).port;
  return {
    port: listening,
    asked,
    connections: () => connections,
    url: (path: string, host = 'elsewhere.localhost') => `http://${host}:${listening}${path}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Serves JSON as ActivityStreams, unless another type is named. */
export function sendJson(response: ServerResponse, value: unknown, type = 'application/activity+json'): void {
  response.writeHead(200, { 'content-type': type }).end(JSON.stringify(value));
}
