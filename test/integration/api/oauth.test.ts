import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MongoStores } from '../../../server/stores/index.ts';
import {
  ApiClient,
  appOf,
  asking,
  codeFor,
  exchanging,
  OUT_OF_BAND,
  type RegisteredApp,
  registerApp,
} from '../../support/api-client.ts';
import { account } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';

const PASSWORD = 'a long enough password';
let server: RunningServer;
let app: RegisteredApp;
let alice: Visitor;
let anybody: ApiClient;

beforeAll(async () => {
  server = await runServer('north.localhost');
  await account(server, 'alice');
  app = await registerApp(server);
  alice = new Visitor(server);
  await alice.signIn('alice', PASSWORD);
  anybody = new ApiClient(server);
});
afterAll(() => server.stop());

const authorize = (fields: Readonly<Record<string, string>>) =>
  alice.get(`/oauth/authorize?${new URLSearchParams(fields)}`);
const tokenFor = (fields: Readonly<Record<string, string>>) => anybody.form('/oauth/token', fields);

describe('an app', () => {
  it('registers itself, whatever way it sends that, with an address of its own kind', async () => {
    const said = {
      client_name: 'Ice',
      redirect_uris: 'icecubesapp://',
      scopes: 'read write',
      website: 'https://ice.example',
    };
    const asJson = await anybody.post('/api/v1/apps', said);
    expect(asJson.json).toMatchObject({
      name: 'Ice',
      website: 'https://ice.example',
      redirect_uri: 'icecubesapp://',
      redirect_uris: ['icecubesapp://'],
      scopes: ['read', 'write'],
    });
    expect((await anybody.form('/api/v1/apps', said)).json.client_id).toHaveLength(43);
    expect((await anybody.form(`/api/v1/apps?${new URLSearchParams(said)}`, '')).json.client_id).toHaveLength(43);
    expect(asJson.headers['access-control-allow-origin']).toBe('*');
    expect(asJson.headers['content-type']).toMatch(/^application\/json/);
  });

  it.each([
    ['no name', { client_name: '', redirect_uris: OUT_OF_BAND }],
    ['no address', { client_name: 'x', redirect_uris: '' }],
    ['an address that browsers run', { client_name: 'x', redirect_uris: 'javascript:alert(1)' }],
    ['an address with a fragment', { client_name: 'x', redirect_uris: 'https://a.example/#x' }],
    ['operators for texts', { client_name: { $ne: '' }, redirect_uris: { $gt: '' } }],
  ])('is refused with %s', async (_, body) => {
    const answer = await anybody.post('/api/v1/apps', body);
    expect(answer.status).toBe(422);
    expect(answer.json.error).toMatch(/^Validation failed/);
  });

  it('is let in by a person who is told in words what it could do, and acts for her', async () => {
    const page = await authorize(asking(app));
    expect(page.text).toContain('vote in your name');
    expect(page.headers['cross-origin-opener-policy']).toBe('unsafe-none');
    const client = await appOf(server, 'alice', { password: PASSWORD });
    const who = await client.get('/api/v1/accounts/verify_credentials');
    expect(who.json).toMatchObject({ username: 'alice', acct: 'alice', source: { privacy: 'public' } });
    expect(who.json.id).toMatch(/^\d{10,19}$/);
  });

  it('signs in with a slash at the end of the address, and by somebody who has to sign in first', async () => {
    const nobody = new Visitor(server);
    const asked = await nobody.get(`/oauth/authorize/?${new URLSearchParams(asking(app))}`);
    expect(asked.status).toBe(303);
    const next = new URL(String(asked.headers.location), server.origin).searchParams.get('next') ?? '';
    expect(next).toContain('/oauth/authorize/?response_type=code');
    expect((await nobody.get(String(asked.headers.location))).headers['cross-origin-opener-policy']).toBe(
      'unsafe-none',
    );
    const signedIn = await nobody.submit('/sign-in', { username: 'alice', password: PASSWORD, next });
    expect(signedIn.headers.location).toBe(next);
  });

  it('on the web is led back to with the code and its state, from a page that lets its form lead there alone', async () => {
    const web = await registerApp(server, { redirect_uris: 'https://phanpy.example/' });
    const fields = asking(web, { redirect_uri: 'https://phanpy.example/', state: 'x y' });
    const page = await authorize(fields);
    expect(page.headers['content-security-policy']).toContain("form-action 'self' https://phanpy.example;");
    const led = await alice.submit('/oauth/authorize', { ...fields, decision: 'allow' });
    const url = new URL(String(led.headers.location));
    expect([url.origin, url.searchParams.get('state')]).toEqual(['https://phanpy.example', 'x y']);
    expect(url.searchParams.get('code')).toHaveLength(43);
    const refused = await alice.submit('/oauth/authorize', { ...fields, decision: 'refuse' });
    expect(new URL(String(refused.headers.location)).searchParams.get('error')).toBe('access_denied');
  });

  it('proves itself by the header as well, and gets a token for itself alone', async () => {
    const basic = Buffer.from(`${app.client_id}:${app.client_secret}`).toString('base64');
    const answer = await anybody.post(
      '/oauth/token',
      { grant_type: 'client_credentials', scope: 'read' },
      { Authorization: `Basic ${basic}` },
    );
    expect(answer.json).toMatchObject({ token_type: 'Bearer', scope: 'read' });
    const itself = new ApiClient(server, answer.json.access_token);
    expect((await itself.get('/api/v1/apps/verify_credentials')).json.name).toBe('A test');
    expect((await itself.get('/api/v1/accounts/verify_credentials')).status).toBe(422);
  });

  it('ends its token, although it has forgotten who it is', async () => {
    const client = await appOf(server, 'alice', { password: PASSWORD });
    const revoked = { client_id: 'undefined', client_secret: 'undefined', token: client.token };
    expect((await anybody.post('/oauth/revoke', revoked)).status).toBe(200);
    expect((await client.get('/api/v1/accounts/verify_credentials')).status).toBe(401);
  });

  it('is let in no longer when she says so on her page', async () => {
    const client = await appOf(server, 'alice', { password: PASSWORD });
    const page = await alice.get('/you');
    const ids = [...page.text.matchAll(/name="app" value="([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) await alice.submit('/you/apps/end', { app: id });
    expect((await client.get('/api/v1/accounts/verify_credentials')).status).toBe(401);
    expect((await alice.get('/you')).text).toContain('any Mastodon app');
  });

  it('finds everything it needs to know by itself', async () => {
    const { json } = await anybody.get('/.well-known/oauth-authorization-server');
    expect(json).toMatchObject({ code_challenge_methods_supported: ['S256'], issuer: `${server.origin}/` });
    expect(json.grant_types_supported).not.toContain('password');
  });
});

describe('apps without number', () => {
  it('are stopped for a while, and those that act for nobody are forgotten', async () => {
    const tries = Array.from({ length: 110 }, () =>
      anybody.post('/api/v1/apps', { client_name: 'x', redirect_uris: OUT_OF_BAND }),
    );
    const answers = await Promise.all(tries);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    const { db } = server.database;
    await db.collection('throttle').deleteMany({});
    await db.collection('clientApps').updateMany({ name: 'x' }, { $set: { createdAt: new Date(0) } });
    await server.house.accessTokens.add({
      id: 't',
      app: answers[0]?.json.client_id,
      scopes: [],
      createdAt: new Date(),
    });
    expect((await (server.house as unknown as MongoStores).purge()).apps).toBe(
      answers.filter(({ status }) => status === 200).length - 1,
    );
  });
});

describe('whoever wants to be led elsewhere (AUT-01)', () => {
  const registered = 'https://app.example/back';
  let web: RegisteredApp;
  beforeAll(async () => {
    web = await registerApp(server, { redirect_uris: registered });
  });

  it.each([
    'https://app.example/back/more',
    'https://evil.app.example/back',
    'https://app.example/back/../other',
    'https://app.example/back#x',
    'https://app.example:444/back',
    'https://user@app.example/back',
    'https://APP.example/back',
    'https://app.example/back?x=1',
    OUT_OF_BAND,
  ])('gets a page and goes nowhere: %s', async (redirect_uri) => {
    for (const answer of [
      await authorize(asking(web, { redirect_uri })),
      await alice.submit('/oauth/authorize', { ...asking(web, { redirect_uri }), decision: 'allow' }),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.headers.location).toBeUndefined();
    }
  });

  it('nor by saying it twice', async () => {
    const query = `${new URLSearchParams(asking(web, { redirect_uri: registered }))}&redirect_uri=https://evil.example/`;
    expect((await alice.get(`/oauth/authorize?${query}`)).status).toBe(400);
    expect((await alice.submit('/oauth/authorize', `${query}&decision=allow`)).status).toBe(400);
  });

  it('nor from another site, with her cookies (AUT-06)', async () => {
    const fields = { ...asking(web, { redirect_uri: registered }), decision: 'allow' };
    const answer = await alice.submit('/oauth/authorize', fields, { Origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
  });
});

describe('a code (AUT-02)', () => {
  it('works once; used again, what it was given for ends', async () => {
    const code = await codeFor(alice, app);
    const first = await tokenFor(exchanging(app, code));
    const client = new ApiClient(server, first.json.access_token);
    expect((await client.get('/api/v1/accounts/verify_credentials')).status).toBe(200);
    const again = await tokenFor(exchanging(app, code));
    expect([again.status, again.json.error]).toEqual([400, 'invalid_grant']);
    expect((await client.get('/api/v1/accounts/verify_credentials')).status).toBe(401);
  });

  it('handed in ten times at once gives one token at most, and that one ends', async () => {
    const code = await codeFor(alice, app);
    const answers = await Promise.all(Array.from({ length: 10 }, () => tokenFor(exchanging(app, code))));
    const tokens = answers.flatMap(({ json }) => (json.access_token ? [json.access_token] : []));
    expect(tokens.length).toBeLessThanOrEqual(1);
    for (const token of tokens) {
      expect((await new ApiClient(server, token).get('/api/v1/accounts/verify_credentials')).status).toBe(401);
    }
  });

  it('is worth nothing to another app, with another address, or with a wrong secret', async () => {
    const other = await registerApp(server);
    const code = await codeFor(alice, app);
    expect((await tokenFor(exchanging(other, code))).json.error).toBe('invalid_grant');
    expect((await tokenFor(exchanging({ ...app, client_secret: 'wrong' }, code))).status).toBe(401);
    expect((await tokenFor(exchanging(app, code, { redirect_uri: 'https://other.example/' }))).status).toBe(400);
  });

  it('is over after ten minutes', async () => {
    const code = await codeFor(alice, app);
    await server.database.db
      .collection('authorizationCodes')
      .updateMany({ used: 0 }, { $set: { expiresAt: new Date(Date.now() - 60_000) } });
    expect((await tokenFor(exchanging(app, code))).json.error).toBe('invalid_grant');
  });

  it('nor its secret, nor a token, stands in the database', async () => {
    const code = await codeFor(alice, app);
    const { json } = await tokenFor(exchanging(app, code));
    const names = ['clientApps', 'authorizationCodes', 'accessTokens', 'sessions'];
    const all = await Promise.all(names.map((name) => server.database.db.collection(name).find().toArray()));
    const text = JSON.stringify(all);
    for (const secret of [code, json.access_token, app.client_secret]) expect(text).not.toContain(secret);
  });
});

describe('a proof key (AUT-03)', () => {
  const verifier = 'v'.repeat(50);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const withKey = { code_challenge: challenge, code_challenge_method: 'S256' };

  it('proves that the code is in the right hands', async () => {
    const code = await codeFor(alice, app, withKey);
    const answer = await tokenFor(exchanging(app, code, { code_verifier: verifier }));
    expect(answer.json.access_token).toHaveLength(43);
  });

  it.each([
    ['left out', {}],
    ['another one', { code_verifier: 'w'.repeat(50) }],
    ['the challenge itself', { code_verifier: challenge }],
  ])('is asked for: %s is refused, and the code is gone', async (_, given) => {
    const code = await codeFor(alice, app, withKey);
    expect((await tokenFor(exchanging(app, code, given))).status).toBe(400);
    expect((await tokenFor(exchanging(app, code, { code_verifier: verifier }))).status).toBe(400);
  });

  it('is not taken in plain, nor for a code that asked for none', async () => {
    const plain = { ...asking(app, { code_challenge: verifier, code_challenge_method: 'plain' }), decision: 'allow' };
    expect((await alice.submit('/oauth/authorize', plain)).text).not.toMatch(/<code/);
    const code = await codeFor(alice, app);
    expect((await tokenFor(exchanging(app, code, { code_verifier: verifier }))).status).toBe(400);
  });
});

describe('a token (AUT-04)', () => {
  it('that may read does not write', async () => {
    const client = await appOf(server, 'alice', { scope: 'read', password: PASSWORD });
    expect((await client.post('/api/v1/statuses', { status: 'no' })).status).toBe(403);
    expect((await client.patch('/api/v1/accounts/update_credentials', { display_name: 'x' })).status).toBe(403);
    expect((await client.get('/api/v1/timelines/home')).status).toBe(200);
  });

  it('for one noun does that alone', async () => {
    const client = await appOf(server, 'alice', { scope: 'read:statuses', password: PASSWORD });
    expect((await client.get('/api/v1/timelines/home')).status).toBe(200);
    expect((await client.get('/api/v1/notifications')).status).toBe(403);
  });

  it.each(['admin:read', 'read write admin', 'everything'])('is not given for “%s”', async (scope) => {
    const web = await registerApp(server, { redirect_uris: 'https://app.example/' });
    const asked = asking(web, { redirect_uri: 'https://app.example/', scope });
    const answer = await authorize(asked);
    expect(new URL(String(answer.headers.location)).searchParams.get('error')).toBe('invalid_scope');
    const read = await registerApp(server, { scopes: 'read' });
    const wider = { grant_type: 'client_credentials', ...read, scope: 'read write' };
    expect((await tokenFor(wider)).json.error).toBe('invalid_scope');
  });

  it.each([
    [{ grant_type: 'password', username: 'alice', password: PASSWORD }],
    [{ grant_type: 'refresh_token', refresh_token: 'x' }],
    [{ grant_type: { $ne: '' } }],
    [{}],
  ])('is not given for %j', async (fields) => {
    const answer = await anybody.post('/oauth/token', { ...app, ...fields });
    expect(answer.status).toBe(400);
    expect(answer.json.access_token).toBeUndefined();
  });

  it.each(['Bearer wrong', 'Bearer ', 'Bearer [object Object]', 'Basic abc'])('“%s” is nobody’s', async (given) => {
    expect((await anybody.get('/api/v1/accounts/verify_credentials', { Authorization: given })).status).toBe(401);
  });
});
