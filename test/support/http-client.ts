import { request } from 'node:http';
import { request as secureRequest } from 'node:https';

/** A request as a client on this machine sends it: any headers, the Host included. */
export interface Sending {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** By TLS, and whom to trust (PEM); absent: plain http. */
  readonly ca?: string | undefined;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  /** Until the answer was complete. */
  readonly ms: number;
}

/** Sends to a loopback port, whatever the Host header says. No connection is kept, so that a dead server is noticed. */
export function send(port: number, { method = 'GET', path, headers = {}, body, ca }: Sending): Promise<Answered> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const secure = ca === undefined ? {} : { ca, servername: 'localhost' };
    const asked = (ca === undefined ? request : secureRequest)(
      { host: '127.0.0.1', port, method, path, headers: { ...length, ...headers }, agent: false, ...secure },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString('utf8'),
            ms: performance.now() - began,
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.setTimeout(60_000, () => asked.destroy(new Error(`no answer to ${method} ${path} in 60 s`)));
    asked.end(body);
  });
}
