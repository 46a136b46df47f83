import { type Answered, send } from './http-client.ts';
import type { ServerProcess } from './server-process.ts';

type Fields = Readonly<Record<string, string>>;

/** Somebody at a browser: keeps cookies, and sends forms as a browser does. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  private readonly server: Pick<ServerProcess, 'origin' | 'port' | 'ca'>;

  constructor(server: Pick<ServerProcess, 'origin' | 'port' | 'ca'>) {
    this.server = server;
  }

  get(path: string, headers: Fields = {}): Promise<Answered> {
    return this.send('GET', path, headers);
  }

  /** A form, sent from a page of the server itself unless the headers say otherwise. */
  submit(path: string, fields: Fields | string | Buffer, headers: Fields = {}): Promise<Answered> {
    const body =
      typeof fields === 'string' || Buffer.isBuffer(fields) ? fields : new URLSearchParams(fields).toString();
    const usual = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: this.server.origin };
    return this.send('POST', path, { ...usual, ...headers }, body);
  }

  async signIn(username: string, password = PASSWORD): Promise<Answered> {
    return this.submit('/sign-in', { username, password });
  }

  private async send(method: string, path: string, headers: Fields, body?: string | Buffer): Promise<Answered> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = { Host: new URL(this.server.origin).host, ...(cookie ? { Cookie: cookie } : {}), ...headers };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    const answer = await send(this.server.port, {
      method,
      path,
      headers: given,
      ca: this.server.ca,
      ...(body === undefined ? {} : { body }),
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return answer;
  }
}

/** The password of everybody in the tests. */
export const PASSWORD = 'correct horse battery';
