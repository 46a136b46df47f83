import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fetchActorDocument, fetchDocument } from '../../../../federation/fetch/document.ts';
import { createGuardedFetch, type GuardedFetch } from '../../../../federation/fetch/guarded-fetch.ts';
import { type Origin, sendJson, startOrigin } from './origin.ts';

let origin: Origin;
let fetch: GuardedFetch;
const documentAt = new Map<string, unknown>();
const V = (path: string): string => origin.url(path, 'victim.localhost');
const E = (path: string): string => origin.url(path, 'evil.localhost');

const LD = 'application/ld+json';
const PROFILE = 'profile="https://www.w3.org/ns/activitystreams"';

beforeAll(async () => {
  origin = await startOrigin((request, response) => {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    const id = url.href;
    const at = url.searchParams;
    const known = documentAt.get(id);
    if (known !== undefined) return sendJson(response, known);
    const type = at.get('type');
    if (type !== null) return sendJson(response, { id, type: 'Note' }, type);
    if (at.has('status')) return void response.writeHead(Number(at.get('status'))).end();
    if (at.has('to')) return void response.writeHead(302, { location: at.get('to') ?? '' }).end();
    if (at.has('id')) return sendJson(response, { id: at.get('id'), type: 'Note' });
    if (at.has('raw')) {
      return void response.writeHead(200, { 'content-type': 'application/activity+json' }).end(at.get('raw'));
    }
    return sendJson(response, { id, type: 'Note', content: 'genuine' });
  });
  fetch = createGuardedFetch({ allowLoopback: true, userAgent: 'test', limits: { deadlineMs: 2000 } });
});
afterAll(async () => {
  await fetch.close();
  await origin.close();
});

const outcome = async (iri: string): Promise<string> => {
  const document = await fetchDocument(fetch, iri);
  return document.ok ? String(document.value.id) : document.refusal.code;
};

describe('a document is taken from its own id', () => {
  it('as it is', async () => expect(await outcome(V('/n/1'))).toBe(V('/n/1')));

  it('after a redirect within its origin that ends at it', async () => {
    expect(await outcome(V(`/web/1?to=${V('/n/1')}`))).toBe(V('/n/1'));
  });

  it('after one more fetch, when it names another id of its origin', async () => {
    const before = origin.asked.length;
    expect(await outcome(V(`/web/1?id=${V('/n/1')}`))).toBe(V('/n/1'));
    expect(origin.asked.slice(before)).toHaveLength(2);
  });

  it('but not when that id again names another', async () => {
    expect(await outcome(V(`/a?id=${encodeURIComponent(V(`/b?id=${V('/c')}`))}`))).toBe('foreign-id');
  });

  it('and not when it names one of another origin (ORI-14)', async () => {
    const before = origin.asked.length;
    expect(await outcome(E(`/x?id=${V('/n/2')}`))).toBe('foreign-id');
    expect(origin.asked.slice(before)).toHaveLength(1);
  });

  it('and not when another origin answers, by an open redirect, in its name', async () => {
    const open = V(`/open?to=${encodeURIComponent(E(`/x?id=${V('/n/3')}`))}`);
    expect(await outcome(open)).toBe('foreign-id');
    expect(await outcome(V(`/open?to=${E('/n/4')}`))).toBe('foreign-id');
  });

  it('and not without an id', async () => {
    expect(await outcome(V('/x?raw={"type":"Note"}'))).toBe('foreign-id');
    expect(await outcome(V('/x?raw={"id":7}'))).toBe('foreign-id');
  });
});

describe('a document is served as ActivityStreams (ORI-16)', () => {
  it.each([
    'application/activity+json',
    'application/activity+json; charset=utf-8',
    `${LD}; ${PROFILE}`,
    `${LD};charset=utf-8; ${PROFILE}`,
    `${LD}; profile=https://www.w3.org/ns/activitystreams`,
    `${LD}; profile="https://example.test/other https://www.w3.org/ns/activitystreams"; charset=utf-8`,
    `Application/LD+JSON; PROFILE="https://www.w3.org/ns/activitystreams"`,
  ])('%s is', async (type) => {
    const iri = V(`/n?type=${encodeURIComponent(type)}`);
    expect(await outcome(iri)).toBe(iri);
  });

  it.each([
    'text/html',
    'application/json',
    'image/png',
    LD,
    `${LD}; profile="https://example.test/"`,
    `text/html; ${PROFILE}`,
    `text/html, application/activity+json`,
    `${LD}; x="; ${PROFILE.replaceAll('"', '')}"`,
  ])('%s is not', async (type) => {
    expect(await outcome(V(`/n?type=${encodeURIComponent(type)}`))).toBe('not-activitystreams');
  });

  it.each(['', '[]', '"text"', 'null', '{', `${'['.repeat(7000)}`, `{"a":${'['.repeat(7000)}${']'.repeat(7000)}}`])(
    'and is sane JSON: %.20s',
    async (raw) => {
      const server = await startOrigin((_, response) => {
        response.writeHead(200, { 'content-type': 'application/activity+json' }).end(raw);
      });
      expect(await outcome(server.url('/'))).toBe('not-activitystreams');
      await server.close();
    },
  );
});

it.each([
  [404, 'gone'],
  [410, 'gone'],
  [401, 'forbidden'],
  [403, 'forbidden'],
  [500, 'unexpected-status'],
  [206, 'unexpected-status'],
])('status %i means %s', async (status, code) => expect(await outcome(V(`/n?status=${status}`))).toBe(code));

it('what the fetch refuses is passed on', async () =>
  expect(await outcome('https://10.0.0.1/')).toBe('private-address'));

it('an actor is read, what is none is told apart', async () => {
  const id = V('/vic');
  const publicKey = { id: `${id}#k`, owner: id, publicKeyPem: 'PEM' };
  const vic = { id, type: 'Person', preferredUsername: 'vic', inbox: `${id}/inbox`, publicKey };
  documentAt.set(id, vic);
  expect(await fetchActorDocument(fetch, id)).toMatchObject({ ok: true, value: { id, preferredUsername: 'vic' } });
  expect(await fetchActorDocument(fetch, V('/n/1'))).toMatchObject({ ok: false, refusal: { code: 'not-an-actor' } });
});
