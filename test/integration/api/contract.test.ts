import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { appOf } from '../../support/api-client.ts';
import { errorEntity } from '../../support/api-schemas.ts';
import { mountedEndpoints, request } from '../../support/contract/asking.ts';
import { ENCODINGS } from '../../support/contract/encodings.ts';
import { type Asked, type Endpoint, isPublic, nameOf, scopeOf, type World } from '../../support/contract/endpoint.ts';
import { CONTRACT } from '../../support/contract/index.ts';
import { openWorld } from '../../support/contract/world.ts';
import type { Answered } from '../../support/http-client.ts';

/** Every endpoint as Mastodon's documentation has it, over HTTP. */
let world: World;
/** A token of alice's for nothing but what hardly any endpoint asks for. */
let narrow: string | undefined;
let narrowest: string | undefined;

beforeAll(async () => {
  world = await openWorld();
  const { server } = world.stage;
  narrow = (await appOf(server, 'alice', { scope: 'push' })).token;
  narrowest = (await appOf(server, 'alice', { scope: 'profile' }).catch(() => undefined))?.token;
});
afterAll(() => world?.stage.close());

const JSON_TYPE = 'application/json; charset=utf-8';
/** All that end. */
const ANSWERED = CONTRACT.filter(({ streams }) => streams === undefined);
const table = (endpoints: readonly Endpoint[]) => endpoints.map((endpoint) => [nameOf(endpoint), endpoint] as const);
const ask = async (endpoint: Endpoint, token: string | undefined) =>
  asking(endpoint, token, await endpoint.asks(world));
const asking = (endpoint: Endpoint, token: string | undefined, asked: Asked) =>
  request(world, { method: endpoint.method, token: token && (asked.token ?? token), asked });
/** A request that succeeded before: whoever may not make it does not spend what it is about. */
const made = new Map<Endpoint, Asked>();
async function askAgain(endpoint: Endpoint, token: string | undefined): Promise<Answered> {
  const asked = made.get(endpoint) ?? (await endpoint.asks(world));
  made.set(endpoint, asked);
  return request(world, { method: endpoint.method, token, asked });
}

/** The answer, as its schema has it; said with what was answered where it is not so. */
function fits(schema: z.ZodType, answer: Answered): void {
  let json: unknown;
  try {
    json = JSON.parse(answer.text);
  } catch {
    throw new Error(`no JSON: ${answer.status} ${answer.text.slice(0, 500)}`);
  }
  const read = schema.safeParse(json);
  if (!read.success) throw new Error(`${JSON.stringify(read.error.issues, null, 1)}\n${answer.text.slice(0, 2000)}`);
}
function refuses(answer: Answered, status: number): void {
  expect([answer.status, answer.headers['content-type']]).toEqual([status, JSON_TYPE]);
  fits(errorEntity, answer);
}

it('every endpoint that there is has a contract, and none that there is not', () => {
  const mounted = mountedEndpoints(world).toSorted();
  expect(mounted).toEqual([...new Set(mounted)]);
  expect(mounted).toEqual(CONTRACT.map(nameOf).toSorted());
});

describe('an answer', () => {
  it.each(table(ANSWERED))('to %s has the documented fields, and may be read by any page', async (_, endpoint) => {
    const answer = await ask(endpoint, world.alice.token);
    if (answer.status !== (endpoint.status ?? 200)) throw new Error(`${answer.status} ${answer.text}`);
    fits(endpoint.answers, answer);
    expect(answer.headers).toMatchObject({
      'content-type': JSON_TYPE,
      'access-control-allow-origin': '*',
      'cache-control': expect.stringContaining('no-store'),
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it.each(table(ANSWERED.filter(isPublic)))('to %s is given without a token', async (_, endpoint) => {
    const answer = await ask(endpoint, undefined);
    expect(answer.status).toBe(endpoint.status ?? 200);
    if (!endpoint.path.endsWith('/followers')) fits(endpoint.answers, answer);
  });
});

describe('a stream', () => {
  const streams = CONTRACT.filter(({ streams }) => streams !== undefined);
  it.each(table(streams))('by %s is opened, for a page on another origin as well', async (_, endpoint) => {
    const { path } = await endpoint.asks(world);
    const { server } = world.stage;
    const ends = new AbortController();
    const headers = { Authorization: `Bearer ${world.alice.token}` };
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers, signal: ends.signal });
    ends.abort();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(endpoint.streams);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('whoever has no right to it', () => {
  it.each(table(CONTRACT))('is told so by %s', async (_, endpoint) => {
    if (!isPublic(endpoint)) {
      const without = await askAgain(endpoint, undefined);
      refuses(without, 401);
      expect(without.headers['www-authenticate']).toMatch(/^Bearer /);
      // An app that acts for nobody.
      if (endpoint.for !== 'app') refuses(await askAgain(endpoint, world.appToken), endpoint.streams ? 401 : 422);
    }
    if (endpoint.path.startsWith('/api/')) refuses(await askAgain(endpoint, 'never-given'), 401);
    if (scopeOf(endpoint) === undefined) return;
    const answer = await askAgain(endpoint, scopeOf(endpoint) === 'push' ? narrowest : narrow);
    refuses(answer, 403);
    expect(JSON.parse(answer.text)).toEqual({ error: 'This action is outside the authorized scopes' });
  });
});

/** Names that are nobody's, the odder ones included. */
const NOWHERE = ['1', '9223372036854775807', '9223372036854775808', '-1', 'x', '%00', '..%2f..', '%F0%9F%8F%A0', '$ne'];

describe('what is not there', () => {
  const named = CONTRACT.filter(({ path, takesAnyId }) => path.includes(':id') && !takesAnyId);
  it.each(table(named))('is not found by %s', async (_, endpoint) => {
    const good = made.get(endpoint) ?? (await endpoint.asks(world));
    await Promise.all(
      NOWHERE.map(async (name) => {
        const asked = { ...good, path: endpoint.path.replace(':id', name) };
        refuses(await request(world, { method: endpoint.method, token: world.alice.token, asked }), 404);
      }),
    );
  });

  it.each(['/api/v1/nothing', '/api/v9/instance', '/api', '/api/v1/statuses'])(
    'at %s is a 404 with a sentence',
    async (path) => {
      refuses(await request(world, { method: 'get', asked: { path } }), 404);
      refuses(await request(world, { method: 'delete', token: world.alice.token, asked: { path } }), 404);
    },
  );
});

describe('a list', () => {
  const lists = CONTRACT.flatMap((endpoint) => (endpoint.pages === undefined ? [] : [endpoint]));
  const token = () => world.alice.token;
  const pageAt = async (path: string) => {
    const answer = await request(world, { method: 'get', token: token(), asked: { path } });
    const items = JSON.parse(answer.text) as readonly (string | { readonly id: string })[];
    const [, next] = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link ?? '')) ?? [];
    return { answer, ids: items.map((item) => (typeof item === 'string' ? item : item.id)), next };
  };

  it.each(table(lists))('from %s is cut, and leads on and back by whole addresses', async (_, endpoint) => {
    const { path } = await endpoint.asks(world);
    const with_ = (query: string) => `${path}${path.includes('?') ? '&' : '?'}${query}`;
    const first = await pageAt(with_('limit=1'));
    fits(endpoint.answers, first.answer);
    expect(first.ids).toHaveLength(1);
    expect(first.answer.headers.link).toMatch(/rel="next".*rel="prev"/);
    const next = new URL(first.next ?? '');
    expect(next.origin).toBe(world.stage.origin);
    const second = await pageAt(next.pathname + next.search);
    expect(second.ids).toHaveLength(1);
    expect(second.ids).not.toEqual(first.ids);
    const [, prev] = /<([^>]+)>; rel="prev"/.exec(String(second.answer.headers.link)) ?? [];
    const back = new URL(prev ?? '');
    expect((await pageAt(back.pathname + back.search)).ids).toEqual(first.ids);
    // Together they are how the list begins.
    expect((await pageAt(with_('limit=2'))).ids).toEqual([...first.ids, ...second.ids]);
    const odd = ['limit=0', 'limit=-1', 'limit=1000000', 'limit=x', 'limit=', 'limit=1.5', 'limit[$gt]=1'];
    for (const { answer, ids } of await Promise.all(odd.map((limit) => pageAt(with_(limit))))) {
      expect(answer.status).toBe(200);
      expect(ids.length).toBeLessThanOrEqual(endpoint.pages?.[1] ?? 0);
    }
  });
});

describe('what an app says', () => {
  const saying = CONTRACT.filter(({ method }) => method !== 'get' && method !== 'delete');
  const all = saying.flatMap((endpoint) =>
    Object.keys(ENCODINGS).map((name) => [nameOf(endpoint), name, endpoint] as const),
  );
  it.each(all)('to %s may be said as %s', async (_, name, endpoint) => {
    const asked = await endpoint.asks(world);
    if (asked.body === undefined) return;
    const encode = ENCODINGS[name];
    const token = asked.token ?? world.alice.token;
    const answer = await request(world, { method: endpoint.method, token, asked, encode });
    if (answer.status !== (endpoint.status ?? 200)) throw new Error(`${answer.status} ${answer.text}`);
    fits(endpoint.answers, answer);
  });

  it.each([
    ['no JSON', { 'Content-Type': 'application/json' }, '{'],
    ['an unknown character set', { 'Content-Type': 'application/json; charset=utf-99' }, '{}'],
    ['a form without its boundary', { 'Content-Type': 'multipart/form-data' }, 'x'],
    ['a form that ends early', { 'Content-Type': 'multipart/form-data; boundary=x' }, '--x\r\nContent-Disp'],
    ['far too much', { 'Content-Type': 'application/json' }, `{"status":"${'x'.repeat(300_000)}"}`],
    ['a list', { 'Content-Type': 'application/json' }, '[1,2]'],
    ['nothing', { 'Content-Type': 'text/plain' }, 'status=x'],
  ])('is refused with a sentence where it is %s', async (_, headers, body) => {
    const answer = await request(world, {
      method: 'post',
      token: world.alice.token,
      asked: { path: '/api/v1/statuses', body: {} },
      encode: async () => ({ headers, body }),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    refuses(answer, answer.status);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });
});

describe('a page on another origin', () => {
  const PLACES = [
    ...new Set(CONTRACT.map(({ path }) => path)),
    '/.well-known/webfinger',
    '/.well-known/nodeinfo',
    '/.well-known/host-meta',
    '/nodeinfo/2.0',
  ];
  it.each(PLACES)('may ask %s', async (path) => {
    const answer = await request(world, {
      method: 'options',
      asked: { path },
      headers: {
        Origin: 'https://elk.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
      },
    });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    const methods = String(answer.headers['access-control-allow-methods']).split(', ');
    expect(methods).toEqual(expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']));
    const allowed = String(answer.headers['access-control-allow-headers']).toLowerCase();
    for (const name of ['authorization', 'content-type', 'idempotency-key']) expect(allowed).toContain(name);
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });

  it.each(table(ANSWERED.filter(({ method }) => method === 'get')))(
    'may look at the head of %s alone',
    async (_, endpoint) => {
      const asked = await endpoint.asks(world);
      const token = world.alice.token;
      const [got, head] = [
        await request(world, { method: 'get', token, asked }),
        await request(world, { method: 'head', token, asked }),
      ];
      expect([head.status, head.text]).toEqual([got.status, '']);
      for (const name of ['content-type', 'access-control-allow-origin', 'access-control-expose-headers', 'link']) {
        expect(head.headers[name]).toEqual(got.headers[name]);
      }
    },
  );
});
