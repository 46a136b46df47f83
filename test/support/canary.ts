import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Listens where nobody should ever come, and counts who does. */
export interface Canary {
  readonly port: number;
  connections(): number;
  close(): Promise<void>;
}

/** One on every address of this machine, IPv4 and, where there is IPv6, IPv6, under one port. */
export async function startCanary(): Promise<Canary> {
  let connections = 0;
  const sockets = new Set<Socket>();
  const bell = () =>
    createServer((socket) => {
      connections += 1;
      sockets.add(socket.on('error', () => {}));
    });
  const first = await listen(bell(), 0, '0.0.0.0');
  const { port } = first.address() as AddressInfo;
  const second = await listen(bell(), port, '::1').catch(() => undefined);
  return {
    port,
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      for (const server of [first, second])
        await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** An address of this machine in a private network, which reaches it from outside: there may be none. */
export function privateAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(
    ({ family, internal, address }) => family === 'IPv4' && !internal && /^(10|172|192\.168)\./.test(address),
  )?.address;
}
