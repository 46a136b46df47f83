import { API_ROUTES } from '../../../server/api/app.ts';
import { type Answered, send } from '../http-client.ts';
import { ENCODINGS, type Encoded, multipart } from './encodings.ts';
import { type Asked, type Endpoint, nameOf, type World } from './endpoint.ts';

/** Every endpoint that the API has, asked of the API itself: whoever adds one need not think of the tests. */
export function mountedEndpoints({ stage: { house, actions } }: World): readonly string[] {
  const found: string[] = [];
  const note = (method: Endpoint['method']) => (path: string | readonly string[]) => {
    for (const one of [path].flat()) found.push(nameOf({ method, path: one }));
  };
  const router = {
    get: note('get'),
    post: note('post'),
    put: note('put'),
    patch: note('patch'),
    delete: note('delete'),
  };
  const parts = { house, actions, throttle: {}, oauth: {}, streaming: {} };
  for (const routes of API_ROUTES) routes(parts as never, router as never);
  return found;
}

/** A request as a client sends it, with a token or without. */
export async function request(
  { stage: { server } }: World,
  {
    method,
    token,
    asked,
    encode = ENCODINGS.JSON,
    headers = {},
  }: {
    readonly method: string;
    readonly token?: string | undefined;
    readonly asked: Asked;
    readonly encode?: ((said: Readonly<Record<string, unknown>>) => Promise<Encoded>) | undefined;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Answered> {
  const { path, body, form } = asked;
  const encoded: Encoded =
    form !== undefined ? await multipart(form) : body !== undefined && encode !== undefined ? await encode(body) : {};
  const query = encoded.query ? `${path.includes('?') ? '&' : '?'}${encoded.query}` : '';
  return send(server.port, {
    method: method.toUpperCase(),
    path: path + query,
    headers: {
      Host: new URL(server.origin).host,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...encoded.headers,
      ...headers,
    },
    ...(encoded.body === undefined ? {} : { body: encoded.body }),
  });
}
