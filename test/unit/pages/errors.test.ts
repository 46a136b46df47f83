import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { MongoServerSelectionError } from 'mongodb';
import { ForeignForm } from '../../../server/accounts/same-origin.ts';
import type { House } from '../../../server/actions/house.ts';
import { createAddresses } from '../../../server/community/addresses.ts';
import { silentLog } from '../../../server/log.ts';
import { NotFound, type PagesParts, SignInFirst } from '../../../server/pages/context.ts';
import { answerErrors } from '../../../server/pages/errors.ts';

const logged: Record<string, unknown>[] = [];
const house = {
  addresses: createAddresses('https://north.example'),
  random: () => 'c0ffee00',
  log: { ...silentLog, error: (facts: Record<string, unknown>) => logged.push(facts) },
} as unknown as House;
const parts = { house, version: '1', sourceUrl: 'https://code.example', styleHash: 'x' } as PagesParts;

/** Everything that can go wrong on the way to a page. */
const FAULTS: Readonly<Record<string, () => unknown>> = {
  missing: () => new NotFound('There is no such thing.'),
  stranger: () => new SignInFirst('Sign in first.'),
  foreign: () => new ForeignForm(),
  away: () => new MongoServerSelectionError('nobody answers', { servers: new Map() } as never),
  strange: () => Object.assign(new Error('unsupported charset'), { status: 415 }),
  bug: () => new TypeError('secret is not a function'),
  text: () => 'only a text',
};

let server: Server;
let origin: string;

beforeAll(async () => {
  const app = express();
  app.all('/:fault/:secret', (request) => {
    throw FAULTS[String(request.params.fault)]?.() ?? null;
  });
  app.use(answerErrors(parts));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const ask = (path: string, init: RequestInit = {}) => fetch(origin + path, { redirect: 'manual', ...init });

describe('what goes wrong on the way to a page', () => {
  it('not found, and not for this viewer, look the same', async () => {
    const answer = await ask('/missing/x');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is nothing here');
  });

  it('a stranger is sent to sign in and comes back; a form of hers is not sent again by itself', async () => {
    const answer = await ask('/stranger/x?y=1');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fstranger%2Fx%3Fy%3D1');
    const sent = await ask('/stranger/x', { method: 'POST' });
    expect(sent.status).toBe(401);
    expect(await sent.text()).toContain('href="/sign-in"');
  });

  it('a form from elsewhere is refused with what to do', async () => {
    const answer = await ask('/foreign/x', { method: 'POST' });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Open the page again');
  });

  it('a database that does not answer is no bug: come back soon', async () => {
    const answer = await ask('/away/x');
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(logged).toEqual([]);
  });

  it('what the body parser refuses keeps its status', async () => {
    expect((await ask('/strange/x')).status).toBe(415);
  });

  it('a bug: the person gets a number, the log has it with the cause, and neither tells the other’s secrets', async () => {
    const answer = await ask('/bug/s3cret');
    expect(answer.status).toBe(500);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await answer.text();
    expect(page).toContain('c0ffee00');
    expect(page).not.toContain('is not a function');
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ incident: 'c0ffee00', err: expect.any(TypeError), route: '/:fault/:secret' });
    expect(JSON.stringify({ ...logged[0], err: null })).not.toContain('s3cret');
  });

  it('things that are no errors are still answered', async () => {
    expect((await ask('/text/x')).status).toBe(500);
  });

  it('a program gets the same as JSON', async () => {
    const answer = await ask('/foreign/x', { method: 'POST', headers: { Accept: 'application/json' } });
    expect(await answer.json()).toEqual({ error: 'forbidden', message: expect.stringContaining('Open the page') });
  });
});
