import { connect, type Socket } from 'node:net';
import { now } from '../support/usage.ts';

/** What came of a volley; times by the machine's monotonic clock, in milliseconds. */
export interface Volley {
  readonly startedAt: number;
  readonly lastAnswerAt: number;
  /** From writing a request to the end of its answer, in the order of the answers. */
  readonly latencies: readonly number[];
  /** How many answers had which status; 0 when the connection broke. */
  readonly statuses: Readonly<Record<number, number>>;
}

/**
 * Sends ready-made requests over so many kept connections, each connection one after the other. A bare socket, because
 * every processor cycle that the loader takes is one that the server on the same machine does not have.
 */
export async function fire(
  requests: readonly Buffer[],
  { port, connections }: { readonly port: number; readonly connections: number },
): Promise<Volley> {
  const latencies: number[] = [];
  const statuses: Record<number, number> = {};
  let next = 0;
  let lastAnswerAt = 0;
  const take = () => requests[next++];
  const note = (status: number, ms: number) => {
    statuses[status] = (statuses[status] ?? 0) + 1;
    latencies.push(ms);
    lastAnswerAt = now();
  };
  const sockets = await Promise.all(Array.from({ length: Math.min(connections, requests.length) }, () => open(port)));
  const startedAt = now();
  await Promise.all(sockets.map((socket) => line(socket, { port, take, note })));
  return { startedAt, lastAnswerAt, latencies, statuses };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket)).setNoDelay(true);
    socket.once('error', reject);
  });
}

interface Line {
  readonly port: number;
  readonly take: () => Buffer | undefined;
  readonly note: (status: number, ms: number) => void;
}

/** One connection's share; opened anew when the server closes it. */
async function line(first: Socket, { port, take, note }: Line): Promise<void> {
  let socket = first;
  for (let request = take(); request !== undefined; request = take()) {
    if (socket.destroyed) socket = await open(port);
    const began = now();
    const status = await exchange(socket, request);
    note(status, now() - began);
    if (status === 0) socket.destroy();
  }
  socket.destroy();
}

function exchange(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve) => {
    let answer: Buffer | undefined;
    const done = (status: number) => {
      socket.off('data', onData).off('close', onClose);
      resolve(status);
    };
    const onClose = () => done(0);
    const onData = (chunk: Buffer) => {
      answer = answer === undefined ? chunk : Buffer.concat([answer, chunk]);
      const status = statusOfWhole(answer);
      if (status !== undefined) done(status);
    };
    socket.on('data', onData).on('close', onClose);
    socket.on('error', () => {});
    socket.write(request);
  });
}

/** The status, once the whole answer is there. */
function statusOfWhole(answer: Buffer): number | undefined {
  const head = answer.indexOf('\r\n\r\n');
  if (head === -1) return undefined;
  const text = answer.toString('latin1', 0, head);
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
  const whole =
    length === undefined
      ? answer.toString('latin1', head + 2).endsWith('\r\n0\r\n\r\n')
      : answer.length >= head + 4 + Number(length);
  return whole ? Number(text.slice(9, 12)) : undefined;
}
