import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answered } from '../support/http-client.ts';
import { changes, snapshot } from '../support/snapshot.ts';
import { Stage } from '../support/stage.ts';
import { PASSWORD, Visitor } from '../support/visitor.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage?.close());

const stranger = () => new Visitor(stage.server);
/** Whom the server takes this browser for: only who is signed in may see this page. */
const isSignedIn = async (visitor: Visitor) => (await visitor.get('/you')).status === 200;
const sessionOf = (visitor: Visitor) => visitor.cookies.get('folkmoot');

describe('a form that another site made alice’s browser send (AUT-06)', () => {
  it.each([
    ['from another origin', { Origin: 'https://evil.example' }],
    ['from nowhere', { Origin: '' }],
    ['from a frame without an origin', { Origin: 'null' }],
    ['from a look-alike', { Origin: 'http://north.localhost.evil.example' }],
    ['with a referrer from elsewhere', { Origin: '', Referer: 'https://evil.example/north.localhost' }],
    ['marked by the browser as cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['marked by the browser as same-site', { 'Sec-Fetch-Site': 'same-site' }],
    ['as JSON in plain text', { Origin: 'https://evil.example', 'Content-Type': 'text/plain' }],
  ])('does nothing: %s', async (_what, headers) => {
    const alice = await stage.visitor('alice');
    const before = await snapshot(stage);
    const forms = [
      ['/communities/guild/posts', { text: 'Forged' }],
      ['/communities/guild/leave', {}],
      ['/you', { displayName: 'Forged', summary: '' }],
      ['/you/invitations', {}],
      ['/sign-out', {}],
    ] as const;
    for (const [path, fields] of forms) expect((await alice.submit(path, fields, headers)).status).toBe(403);
    expect(changes(before, await snapshot(stage))).toEqual([]);
    expect(await isSignedIn(alice)).toBe(true);
  });

  it('does nothing either when it signs her in as somebody else', async () => {
    const alice = stranger();
    const forced = await alice.submit(
      '/sign-in',
      { username: 'bob', password: PASSWORD },
      { Origin: 'https://evil.example' },
    );
    expect(forced.status).toBe(403);
    expect(await isSignedIn(alice)).toBe(false);
  });

  it('cannot be a link: nothing is done by a GET', async () => {
    const alice = await stage.visitor('alice');
    const before = await snapshot(stage);
    for (const path of ['/communities/guild/leave', '/communities/guild/join', '/sign-out', '/you/invitations']) {
      expect((await alice.get(path)).status).toBe(404);
    }
    expect(changes(before, await snapshot(stage))).toEqual([]);
    expect(await isSignedIn(alice)).toBe(true);
  });
});

describe('sessions (AUT-07)', () => {
  it('get a new id at sign-in, whatever was there before', async () => {
    const bob = stranger();
    bob.cookies.set('folkmoot', 's%3Afixed-by-eve.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    await bob.signIn('bob');
    expect(sessionOf(bob)).not.toContain('fixed-by-eve');
    const first = sessionOf(bob);
    await bob.signIn('bob');
    expect(sessionOf(bob)).not.toBe(first);
    const thief = stranger();
    thief.cookies.set('folkmoot', first ?? '');
    expect(await isSignedIn(thief)).toBe(false);
  });

  it('are dead at once after signing out', async () => {
    const bob = await stage.visitor('bob');
    const thief = stranger();
    thief.cookies.set('folkmoot', sessionOf(bob) ?? '');
    expect(await isSignedIn(thief)).toBe(true);
    await bob.submit('/sign-out', {});
    expect(await isSignedIn(thief)).toBe(false);
  });

  it('cannot be forged or guessed', async () => {
    const [genuine = ''] = [sessionOf(await stage.visitor('bob'))];
    const [id = ''] = genuine.split('.');
    for (const value of [
      `${id}.AAAA`,
      id,
      `${genuine}x`,
      's%3A.',
      'j%3A%7B%22passport%22%3A%7B%22user%22%3A%22bob%22%7D%7D',
      '%00',
      `${'x'.repeat(4000)}`,
    ]) {
      const thief = stranger();
      thief.cookies.set('folkmoot', value);
      expect(await isSignedIn(thief)).toBe(false);
    }
  });

  it('are in cookies that scripts cannot read', async () => {
    const answer = await stranger().signIn('bob');
    const [cookie = ''] = [answer.headers['set-cookie'] ?? []].flat();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  it('do not lead elsewhere after sign-in', async () => {
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '\\\\evil.example',
    ]) {
      const answer = await stranger().submit('/sign-in', { username: 'bob', password: PASSWORD, next });
      expect(answer.headers.location).toBe('/');
    }
  });
});

describe('hostile forms (LD-08)', () => {
  const tries: readonly (readonly [string, string])[] = [
    ['application/x-www-form-urlencoded', 'username=alice&password[$ne]=x'],
    ['application/x-www-form-urlencoded', 'username[$gt]=&password[$gt]='],
    ['application/x-www-form-urlencoded', 'username=alice&password=x&password=y'],
    ['application/x-www-form-urlencoded', 'username[$regex]=.*&password[$regex]=.*'],
    ['application/x-www-form-urlencoded', '__proto__[username]=alice&__proto__[password]=x'],
    ['application/json', JSON.stringify({ username: 'alice', password: { $gt: '' } })],
    ['application/json', JSON.stringify({ username: { $ne: null }, password: { $ne: null } })],
    ['text/plain', JSON.stringify({ username: 'alice', password: PASSWORD })],
    ['application/x-www-form-urlencoded', `username=${'a'.repeat(70_000)}&password=x`],
    ['application/x-www-form-urlencoded', 'username=%00alice%00&password=%ff%fe'],
  ];

  it.each(tries)('sign nobody in: %s %.60s', async (type, body) => {
    const visitor = stranger();
    const answer = await visitor.submit('/sign-in', body, { 'Content-Type': type });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it('change nothing, and break nothing', async () => {
    const bob = await stage.visitor('bob');
    const before = await snapshot(stage);
    const bodies = ['text[$gt]=', 'choice[]=yes', 'inReplyTo[$ne]=x', 'displayName[$set]=x', 'text=', ''];
    for (const path of [
      '/communities/guild/posts',
      '/communities/guild/proposals',
      '/communities/guild/proposals/P-9/ballot',
      '/communities/lookup',
    ]) {
      for (const body of bodies) {
        expect((await bob.submit(path, body)).status).toBeLessThan(500);
      }
    }
    for (const path of [
      '/communities/%00',
      '/communities/guild/threads/[$ne]',
      '/people/%24where',
      '/communities/guild%2f..%2fx',
      '/%ff',
      `/${'x'.repeat(10_000)}`,
      '/invitations/[$gt]',
      '/found/x',
    ]) {
      expect((await bob.get(path)).status).toBeLessThan(500);
    }
    expect(changes(before, await snapshot(stage))).toEqual([]);
  });
});

describe('guessing passwords (AUT-09)', () => {
  const guess = (username: string, headers = {}): Promise<Answered> =>
    stranger().submit('/sign-in', { username, password: 'wrong, but long' }, headers);

  it('is slowed down per account, however the name is spelled and wherever it comes from', async () => {
    const spellings = ['carol', 'Carol', ' carol', 'CAROL ', 'ｃａｒｏｌ', 'caRol\u00a0'];
    const answers: Answered[] = [];
    for (let number = 0; number < 15; number += 1) {
      const headers = { 'X-Forwarded-For': `203.0.113.${number}`, Forwarded: `for=203.0.113.${number}` };
      answers.push(await guess(spellings[number % spellings.length] ?? '', headers));
    }
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    const right = await stranger().signIn('carol');
    expect(right.status).toBe(429);
    expect(await isSignedIn(await stage.visitor('bob'))).toBe(true);
  });

  it('says and takes the same for a name that nobody has', async () => {
    const known = await guess('bob');
    const unknown = await guess('nobody');
    expect(unknown.status).toBe(known.status);
    expect(unknown.text.replaceAll('nobody', 'bob')).toBe(known.text);
    await Promise.all([guess('bob'), guess('nobody1')]);
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let number = 0; number < 4; number += 1) {
      times.known.push((await guess('bob')).ms);
      times.unknown.push((await guess(`nobody${number}`)).ms);
    }
    expect(Math.min(...times.unknown)).toBeGreaterThan(Math.min(...times.known) / 3);
  });
});

describe('the operator’s surface', () => {
  it('is closed without the token, and governs nothing with a wrong one', async () => {
    const before = await snapshot(stage);
    for (const authorization of ['', 'Bearer ', 'Bearer x', 'Basic YWxpY2U6eA==', `Bearer ${'x'.repeat(5000)}`]) {
      const answer = await stranger().get('/operator/status', { Authorization: authorization });
      expect([400, 401]).toContain(answer.status);
      const deletion = await stranger().submit(
        '/operator/communities/guild/posts/1',
        {},
        { Authorization: authorization },
      );
      expect([400, 401]).toContain(deletion.status);
    }
    expect((await stranger().get('/operator/status?access_token=x')).status).toBe(401);
    expect(changes(before, await snapshot(stage))).toEqual([]);
  });
});

describe('founding and invitations', () => {
  it('the founding link is worth nothing once the guild is founded', async () => {
    const before = await snapshot(stage);
    const path = new URL(stage.server.foundingLink() ?? '').pathname;
    const again = { username: 'mallory', password: PASSWORD, community: 'coven', title: 'Coven', purpose: 'Evil.' };
    for (const fields of [again, { ...again, username: 'alice' }]) {
      expect((await stranger().submit(path, fields)).status).toBeGreaterThanOrEqual(400);
    }
    expect((await stranger().submit('/sign-up', again)).status).toBeGreaterThanOrEqual(400);
    expect(changes(before, await snapshot(stage))).toEqual([]);
  });

  it('an invitation lets one person in, also when many come at once', async () => {
    const alice = await stage.visitor('alice');
    const made = await alice.submit('/you/invitations', {});
    const path = /\/invitations\/[\w-]+/.exec(made.text)?.[0] ?? '';
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, number) =>
        stranger().submit(path, { username: `guest${number}`, password: PASSWORD }),
      ),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await stage.db.collection('actors').countDocuments({ localName: /^guest/ })).toBe(1);
  });
});
