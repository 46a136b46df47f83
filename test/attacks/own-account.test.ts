import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makePasswordLink } from '../../server/accounts/password-link.ts';
import { ApiClient, appOf, codeFor, exchanging, registerApp } from '../support/api-client.ts';
import { changes, snapshot } from '../support/snapshot.ts';
import { Stage } from '../support/stage.ts';
import { PASSWORD, Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
const NEW = 'another long sentence';

beforeAll(async () => {
  stage = await Stage.open();
  for (const name of ['dora', 'erin', 'fay', 'gus', 'hal']) await stage.settle(name);
});
afterAll(() => stage?.close());

const stranger = () => new Visitor(stage.server);
const isSignedIn = async (visitor: Visitor) => (await visitor.get('/you')).status === 200;
const isLetIn = async (app: ApiClient) => (await app.get('/api/v1/accounts/verify_credentials')).status === 200;
const sessionOf = (visitor: Visitor) => visitor.cookies.get('folkmoot');

/** A browser that was signed in before. */
async function signedIn(name: string, password = PASSWORD): Promise<Visitor> {
  const visitor = stranger();
  const answer = await visitor.signIn(name, password);
  if (answer.status !== 303) throw new Error(`${name} could not sign in: ${answer.status}`);
  return visitor;
}

describe('a changed password (AUT-07)', () => {
  it('ends every other session and every app at once, and what an app was about to fetch', async () => {
    const [dora, elsewhere] = [await signedIn('dora'), await signedIn('dora')];
    const app = await appOf(stage.server, 'dora');
    const bobs = await appOf(stage.server, 'bob');
    const registered = await registerApp(stage.server);
    const code = await codeFor(elsewhere, registered);
    const before = sessionOf(dora);

    const answer = await dora.submit('/you/password', { old: PASSWORD, wanted: NEW });
    expect(answer.status).toBe(303);
    expect(await isSignedIn(dora)).toBe(true);
    expect(sessionOf(dora)).not.toBe(before);
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect(await isLetIn(app)).toBe(false);
    expect(await isLetIn(bobs)).toBe(true);
    const thief = stranger();
    thief.cookies.set('folkmoot', before ?? '');
    expect(await isSignedIn(thief)).toBe(false);
    const late = await new ApiClient(stage.server).form('/oauth/token', exchanging(registered, code));
    expect(late.status).toBe(400);
    expect((await stranger().signIn('dora')).status).toBe(422);
    expect((await stranger().signIn('dora', NEW)).status).toBe(303);
  });

  it('is worth as much when the server stopped right after it was written: the rest follows', async () => {
    const erin = await signedIn('erin');
    const app = await appOf(stage.server, 'erin');
    // The one write alone, as if nothing after it had happened.
    await stage.house.credentials.setPassword(stage.person('erin'), '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAA$AAAA');
    expect(await isSignedIn(erin)).toBe(false);
    await until('the app is shut out', async () => !(await isLetIn(app)));
  });

  it('takes the old one, and is nothing that another site, a link or a stranger can bring about', async () => {
    const fay = await signedIn('fay');
    const before = await snapshot(stage);
    const fields = { old: PASSWORD, wanted: NEW };
    expect((await fay.submit('/you/password', fields, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await fay.get('/you/password')).status).toBe(404);
    expect((await stranger().submit('/you/password', fields)).status).toBe(401);
    const wrong = await fay.submit('/you/password', { ...fields, old: 'not the password' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('This is not your password');
    expect((await fay.submit('/you/password', { old: PASSWORD, wanted: 'short' })).status).toBe(422);
    expect(changes(before, await snapshot(stage))).toEqual([]);
    expect(await isSignedIn(fay)).toBe(true);
  });

  it('cannot be guessed at from a borrowed browser', async () => {
    const gus = await signedIn('gus');
    const answers: number[] = [];
    for (let number = 0; number < 12; number += 1) {
      answers.push((await gus.submit('/you/password', { old: `guess number ${number}`, wanted: NEW })).status);
    }
    expect(answers.at(-1)).toBe(429);
    expect((await gus.submit('/you/password', { old: PASSWORD, wanted: NEW })).status).toBe(429);
  });
});

describe('the list of sessions', () => {
  it('shows hers alone, names none by its own id, and ends those she chooses', async () => {
    const [fay, other, third] = [await signedIn('fay'), await signedIn('fay'), await signedIn('fay')];
    const bob = await signedIn('bob');
    const page = await fay.get('/you/sessions');
    const ids = [...page.text.matchAll(/name="session" value="([^"]+)"/g)].map(([, id]) => id ?? '');
    const kept = await stage.db.collection<{ _id: string }>('sessions').find().toArray();
    for (const { _id } of kept) expect(page.text).not.toContain(_id);
    expect(page.text.match(/\(here\)/g)).toHaveLength(1);

    const foreign = [...(await bob.get('/you/sessions')).text.matchAll(/name="session" value="([^"]+)"/g)];
    expect(ids).not.toContain(foreign[0]?.[1]);
    for (const [, id = ''] of foreign) await fay.submit('/you/sessions/end', { session: id });
    expect(await isSignedIn(bob)).toBe(true);

    const evil = { Origin: 'https://evil.example' };
    expect((await fay.submit('/you/sessions/end-others', {}, evil)).status).toBe(403);
    expect(await isSignedIn(other)).toBe(true);
    // The latest stands first: the third.
    await fay.submit('/you/sessions/end', { session: ids[0] ?? '' });
    expect([await isSignedIn(third), await isSignedIn(other), await isSignedIn(fay)]).toEqual([false, true, true]);
    await fay.submit('/you/sessions/end-others', {});
    expect([await isSignedIn(other), await isSignedIn(fay)]).toEqual([false, true]);
    await fay.submit('/you/sessions/end', { session: stage.house.sessions.idOf(idIn(fay)) });
    expect(await isSignedIn(fay)).toBe(false);
  });
});

/** The session's own id, out of the signed cookie. */
const idIn = (visitor: Visitor) => decodeURIComponent(sessionOf(visitor) ?? '').replace(/^s:([^.]+)\..*$/, '$1');

describe('the operator’s link for a new password', () => {
  const link = async (name: string) => {
    const made = await makePasswordLink(stage.house, name);
    if (!made.ok) throw new Error(made.refusal.text);
    return `/password/${made.value.secret}`;
  };
  const entries = () =>
    stage.db.collection('entries').countDocuments({ community: stage.guild, kind: 'password-link-made' });

  it('is told to her and to the members; it works once, and its secret is kept nowhere', async () => {
    const hal = await signedIn('hal');
    const [app, told] = [await appOf(stage.server, 'hal'), await entries()];
    const path = await link('hal');
    expect(await entries()).toBe(told + 1);
    expect((await hal.get('/notices')).text).toContain('a new password can be set for your account');
    expect((await (await signedIn('bob')).get('/communities/guild/record')).text).toContain('can set a new password');
    const secret = path.split('/').at(-1) ?? '';
    const kept = JSON.stringify([...(await snapshot(stage))]);
    expect(kept).toContain(stage.person('hal'));
    expect(kept).not.toContain(secret);

    expect((await stranger().submit(path, { wanted: 'short' })).status).toBe(422);
    const answers = await Promise.all(Array.from({ length: 8 }, () => stranger().submit(path, { wanted: NEW })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404, 404, 404, 404, 404, 404]);
    expect([await isSignedIn(hal), await isLetIn(app)]).toEqual([false, false]);
    expect((await stranger().get(path)).status).toBe(404);
    expect((await stranger().submit(path, { wanted: PASSWORD })).status).toBe(404);
    expect((await stranger().signIn('hal', NEW)).status).toBe(303);
  });

  it('is over after a day, when a later one was made, and when she changes her password herself', async () => {
    const [first, second] = [await link('hal'), await link('hal')];
    expect((await stranger().get(first)).status).toBe(404);
    expect((await stranger().get(second)).status).toBe(200);
    await (await signedIn('hal', NEW)).submit('/you/password', { old: NEW, wanted: PASSWORD });
    expect((await stranger().submit(second, { wanted: NEW })).status).toBe(404);
    const third = await link('hal');
    await stage.forward(25);
    expect((await stranger().submit(third, { wanted: NEW })).status).toBe(404);
    expect((await stranger().signIn('hal')).status).toBe(303);
  });

  it('is not guessed, nor sent from another site', async () => {
    const path = await link('hal');
    for (const wrong of [`${path}0`, path.slice(0, -1), '/password/[$ne]', `/password/${'0'.repeat(40)}`]) {
      expect((await stranger().submit(wrong, { wanted: NEW })).status).toBe(404);
    }
    const evil = await stranger().submit(path, { wanted: NEW }, { Origin: 'https://evil.example' });
    expect(evil.status).toBe(403);
    expect((await stranger().get(path)).status).toBe(200);
    expect((await makePasswordLink(stage.house, 'nobody_here')).ok).toBe(false);
  });
});
