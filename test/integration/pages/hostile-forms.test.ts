import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../support/visitor.ts';
import { GUILD, locationOf, type OpenServer, openServer } from './open-server.ts';

let server: OpenServer;
let alice: Visitor;
let thread: string;

beforeAll(async () => {
  server = await openServer();
  alice = server.visitor();
  await alice.submit(await server.foundingLink(), GUILD);
  thread = locationOf(await alice.submit('/communities/guild/posts', { title: 'Mine', text: 'Stays as it is.' }));
});
afterAll(async () => {
  await server.end();
});

const FIELDS = [
  'username',
  'password',
  'next',
  'address',
  'title',
  'text',
  'inReplyTo',
  'choice',
  'displayName',
  'summary',
];
const everyField = (value: string, times = 1): string =>
  FIELDS.flatMap((name) => Array.from({ length: times }, () => `${name}=${value}`)).join('&');

const BODIES: Readonly<Record<string, string>> = {
  nothing: '',
  'the same field twice': everyField('x', 2),
  'names in brackets': 'text[]=x&text[a][b]=y&username[$ne]=x&password[$gt]=&__proto__[admin]=1&constructor=x',
  'an operator of the database': everyField('%7B%22%24ne%22%3Anull%7D'),
  'NUL and other controls': everyField('a%00b%01%1b%7f'),
  'broken percent signs': everyField('%E0%A4%A%zz%'),
  'half a surrogate': everyField('%ED%A0%80'),
  'right-to-left and invisible signs': everyField('%E2%80%AE%E2%80%8B%EF%BB%BF'),
  'a long line in every field': everyField('y'.repeat(5000)),
  'more than a form may have': `text=${'z'.repeat(70_000)}`,
  'a thousand fields and more': Array.from({ length: 1500 }, (_, at) => `f${at}=1`).join('&'),
};

describe('forms that no page ever sends', () => {
  const paths = () => [
    '/sign-in',
    '/sign-up',
    '/communities/lookup',
    '/communities/guild/posts',
    `${thread}/edit`,
    `${thread}/vote`,
    '/you',
    '/found/%00',
    '/invitations/%00',
    '/communities/%00/posts',
    '/communities/guild/threads/%00/delete',
    '/communities/guild/threads/../../posts',
  ];

  it.each(Object.entries(BODIES))('%s: refused or taken, but nothing breaks', async (_what, body) => {
    for (const path of paths()) {
      const answer = await alice.submit(path, body);
      expect({ path, ok: answer.status < 500 }).toEqual({ path, ok: true });
    }
    expect(server.errors).toEqual([]);
  });

  it('another kind of body than a form’s is as good as an empty one', async () => {
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded; charset=klingon',
    ]) {
      const answer = await alice.submit('/communities/guild/posts', '{"text":"x"}', { 'Content-Type': type });
      expect({ type, refused: answer.status >= 400 && answer.status < 500 }).toEqual({ type, refused: true });
    }
  });

  it('says that it was too much', async () => {
    const answer = await alice.submit('/communities/guild/posts', `text=${'z'.repeat(70_000)}`);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('Make it shorter');
  });

  it('addresses that are none are not found', async () => {
    for (const path of [
      '/nowhere',
      '/communities/%E0%A4%A',
      '/people/%00',
      '/communities/a@b@c@d',
      '/?before=[object]',
      '/communities/guild?before=9999-99-99T99:99:99Z',
      `${thread}?to[]=x&to=y`,
      `/communities/${'g'.repeat(5000)}`,
    ]) {
      const { status } = await alice.get(path);
      expect({ path, ok: status === 200 || status === 404 || status === 400 }).toEqual({ path, ok: true });
    }
    expect(server.errors).toEqual([]);
  });

  it('a program that asks for JSON is answered in JSON', async () => {
    const answer = await server.visitor().get('/nowhere', { Accept: 'application/json' });
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.text)).toMatchObject({ error: 'not_found' });
  });
});

describe('forms that another site makes a browser send', () => {
  beforeAll(async () => {
    thread = locationOf(await alice.submit('/communities/guild/posts', { title: 'Mine', text: 'Stays as it is.' }));
  });

  it.each([
    ['another origin', { Origin: 'https://evil.example' }],
    ['an origin that begins alike', { Origin: 'http://north.localhost.evil.example' }],
    ['the browser’s own word', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sibling site', { 'Sec-Fetch-Site': 'same-site' }],
    ['another page', { Origin: '', Referer: 'https://evil.example/north.localhost' }],
    ['no page at all', { Origin: '' }],
    ['a sandbox', { Origin: 'null' }],
  ])('%s: 403, and nothing is done', async (_what, headers) => {
    for (const path of [
      `${thread}/delete`,
      '/communities/guild/posts',
      '/communities/guild/leave',
      '/sign-out',
      '/you/invitations',
    ]) {
      const answer = await alice.submit(path, { text: 'Not hers.' }, headers as Record<string, string>);
      expect({ path, status: answer.status }).toEqual({ path, status: 403 });
    }
    expect((await alice.get(thread)).text).toContain('Stays as it is.');
    const community = (await alice.get('/communities/guild')).text;
    expect(community).toContain('You are a member');
    expect(community).not.toContain('Not hers.');
  });

  it('the browser’s word for a page of this server is enough', async () => {
    const answer = await alice.submit(
      '/you',
      { displayName: 'Alice' },
      { Origin: '', 'Sec-Fetch-Site': 'same-origin' },
    );
    expect(answer.status).toBe(303);
  });
});

describe('what goes along with a page', () => {
  it('no script, nothing from elsewhere, in nobody’s frame', async () => {
    const { headers } = await server.visitor().get('/');
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'none'",
        "style-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]),
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    });
    // This server is reached over plain http: promising https would lock browsers out.
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('what a member saw is kept nowhere', async () => {
    expect((await alice.get('/')).headers['cache-control']).toBe('no-store');
  });

  it('the session’s cookie is out of reach of scripts and other sites', async () => {
    const answer = await server.visitor().signIn('alice');
    expect(String(answer.headers['set-cookie'])).toMatch(/^folkmoot=[^;]+;.*HttpOnly; SameSite=Lax$/);
  });

  it('the stylesheet is kept for good, since its name changes with it', async () => {
    const path = /\/assets\/look\.css\?v=[\w-]+/.exec((await alice.get('/')).text)?.[0] ?? '';
    const { status, headers } = await server.visitor().get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/css');
    expect(headers['cache-control']).toContain('immutable');
    expect((await server.visitor().get('/assets/look.css?v=old')).headers['cache-control']).not.toContain('immutable');
  });

  it('what other servers ask for carries no cookie, and starts no session', async () => {
    const { status, headers } = await server.visitor().get('/actors/guild', { Accept: 'application/activity+json' });
    expect(status).toBe(200);
    expect(headers['set-cookie']).toBeUndefined();
  });
});
