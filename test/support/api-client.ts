import { type Answered, send } from './http-client.ts';
import type { ServerProcess } from './server-process.ts';
import { Visitor } from './visitor.ts';

export const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';

/** An app as it registered itself. */
export interface RegisteredApp {
  readonly client_id: string;
  readonly client_secret: string;
}

type Where = Pick<ServerProcess, 'origin' | 'port' | 'ca'>;
type Fields = Readonly<Record<string, string>>;

/** JSON as it came. */
// biome-ignore lint/suspicious/noExplicitAny: nothing is known of an answer before a test has looked at it
export type Json = any;

/** What the API answered. */
export interface Said extends Answered {
  readonly json: Json;
}

/** An app that speaks to the API: without a token until it has one. */
export class ApiClient {
  readonly token: string | undefined;
  private readonly server: Where;

  constructor(server: Where, token?: string) {
    this.server = server;
    this.token = token;
  }

  get(path: string, headers: Fields = {}): Promise<Said> {
    return this.ask('GET', path, undefined, headers);
  }
  post(path: string, body: unknown = {}, headers: Fields = {}): Promise<Said> {
    return this.ask('POST', path, body, headers);
  }
  put(path: string, body: unknown = {}): Promise<Said> {
    return this.ask('PUT', path, body);
  }
  patch(path: string, body: unknown = {}): Promise<Said> {
    return this.ask('PATCH', path, body);
  }
  delete(path: string): Promise<Said> {
    return this.ask('DELETE', path, undefined);
  }
  /** A form, as many apps send it. */
  form(path: string, fields: string | Fields, headers: Fields = {}): Promise<Said> {
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    return this.sending('POST', path, { ...type, ...headers }, body);
  }

  /** A form with files. */
  async multipart(path: string, form: FormData, method = 'POST'): Promise<Said> {
    const body = new Response(form);
    const type = { 'Content-Type': body.headers.get('content-type') ?? '' };
    return this.sending(method, path, type, Buffer.from(await body.arrayBuffer()));
  }

  private ask(method: string, path: string, body: unknown, headers: Fields = {}): Promise<Said> {
    if (body === undefined) return this.sending(method, path, headers);
    return this.sending(method, path, { 'Content-Type': 'application/json', ...headers }, JSON.stringify(body));
  }

  private async sending(method: string, path: string, headers: Fields, body?: string | Buffer): Promise<Said> {
    const answer = await send(this.server.port, {
      method,
      path,
      ca: this.server.ca,
      headers: {
        Host: new URL(this.server.origin).host,
        ...(this.token === undefined ? {} : { Authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    return { ...answer, json: jsonIn(answer.text) };
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function registerApp(
  server: Where,
  { redirect_uris = OUT_OF_BAND, scopes = 'read write follow push' }: { redirect_uris?: string; scopes?: string } = {},
): Promise<RegisteredApp> {
  const answer = await new ApiClient(server).post('/api/v1/apps', { client_name: 'A test', redirect_uris, scopes });
  if (answer.status !== 200) throw new Error(`the app was not registered: ${answer.text}`);
  return answer.json;
}

/** What an app sends a browser to `/oauth/authorize` with. */
export const asking = (app: RegisteredApp, more: Fields = {}): Fields => ({
  response_type: 'code',
  client_id: app.client_id,
  redirect_uri: OUT_OF_BAND,
  scope: 'read write follow push',
  ...more,
});

/** Lets an app in, as a person does on the page: the code that is shown there. */
export async function codeFor(visitor: Visitor, app: RegisteredApp, more: Fields = {}): Promise<string> {
  const answer = await visitor.submit('/oauth/authorize', { ...asking(app, more), decision: 'allow' });
  const code = /<code[^>]*>([^<]+)<\/code>/.exec(answer.text)?.[1];
  if (code === undefined) throw new Error(`no code: ${answer.status} ${answer.text.slice(0, 500)}`);
  return code;
}

/** What an app sends for its token. */
export const exchanging = (app: RegisteredApp, code: string, more: Fields = {}): Fields => ({
  grant_type: 'authorization_code',
  client_id: app.client_id,
  client_secret: app.client_secret,
  redirect_uri: OUT_OF_BAND,
  code,
  ...more,
});

/** An app that is signed in for somebody, in the way that apps do it. */
export async function appOf(
  server: Where,
  username: string,
  { scope = 'read write follow push', password }: { scope?: string; password?: string } = {},
): Promise<ApiClient> {
  const app = await registerApp(server);
  const visitor = new Visitor(server);
  const signedIn = await visitor.signIn(username, password);
  if (signedIn.status !== 303) throw new Error(`${username} could not sign in: ${signedIn.status}`);
  const code = await codeFor(visitor, app, { scope });
  const answer = await new ApiClient(server).form('/oauth/token', exchanging(app, code));
  if (answer.status !== 200) throw new Error(`no token: ${answer.text}`);
  return new ApiClient(server, answer.json.access_token);
}

/** An app for each of some people, in their order. */
export function appsOf<const Names extends readonly string[]>(
  server: Where,
  names: Names,
): Promise<{ -readonly [At in keyof Names]: ApiClient }> {
  return Promise.all(names.map((name) => appOf(server, name))) as Promise<{ -readonly [At in keyof Names]: ApiClient }>;
}
