import { connect } from 'node:net';

/** What a server answered to bytes that no HTTP client would send. */
export interface RawAnswer {
  /** 0 when the connection was closed without an answer. */
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

/** A request line with headers and a body, as they stand: in this order, with these letters, as often as given. */
export function rawRequest(
  requestLine: string,
  headers: readonly (readonly [name: string, value: string])[],
  body: string | Uint8Array,
): Buffer {
  const head = [requestLine, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

/** Sends bytes to a loopback port and reads the first answer, until the other side closes or falls silent. */
export function sendRaw(port: number, bytes: Uint8Array, { silenceMs = 5000 } = {}): Promise<RawAnswer> {
  const began = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const finish = () => {
      socket.destroy();
      const whole = Buffer.concat(chunks).toString('latin1');
      const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(whole)?.[1] ?? 0);
      resolve({ status, text: whole.slice(whole.indexOf('\r\n\r\n') + 4), ms: performance.now() - began });
    };
    socket.setTimeout(silenceMs, finish);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (isWhole(Buffer.concat(chunks).toString('latin1'))) finish();
    });
    socket.on('close', finish);
    socket.on('error', finish);
  });
}

/** Our answers state their length or end with the last chunk. */
function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const length = /^content-length: (\d+)/im.exec(answer.slice(0, end))?.[1];
  return length === undefined ? answer.endsWith('0\r\n\r\n') : answer.length >= end + 4 + Number(length);
}
