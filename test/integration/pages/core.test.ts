import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkId } from '../../../server/accounts/link-id.ts';
import { signUp } from '../../../server/accounts/sign-up.ts';
import { PASSWORD, type Visitor } from '../../support/visitor.ts';
import { GUILD, locationOf, type OpenServer, openServer } from './open-server.ts';

let server: OpenServer;
let alice: Visitor;
let bob: Visitor;

beforeAll(async () => {
  server = await openServer();
  alice = server.visitor();
});
afterAll(async () => {
  await server.end();
});

/** The page somebody lands on after a form. */
async function landed(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await visitor.submit(path, fields);
  expect({ path, status: answer.status }).toEqual({ path, status: 303 });
  const page = await visitor.get(locationOf(answer));
  expect(page.status).toBe(200);
  return page.text;
}

describe('founding', () => {
  it('shows the form to whoever has the link, and nothing to whoever guesses one', async () => {
    expect((await alice.get(await server.foundingLink())).text).toContain('Found a community');
    expect((await alice.get('/found/guessed')).status).toBe(410);
  });

  it('opens no account while something is wrong with the community', async () => {
    const link = await server.foundingLink();
    const answer = await alice.submit(link, { ...GUILD, community: 'Not a name!' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('id="community-error"');
    expect(answer.text).toContain('value="alice"');
    expect(answer.text).not.toContain(PASSWORD);
    expect(await server.house.people.byName('alice')).toBeNull();
    expect(alice.cookies.size).toBe(0);
  });

  it('says everything that is wrong at once, of the account and of the community', async () => {
    const link = await server.foundingLink();
    const wrong = { username: 'a', password: 'short', community: '1', title: '', purpose: ' ' };
    const answer = await alice.submit(link, wrong);
    expect(answer.status).toBe(422);
    const told = [...answer.text.matchAll(/<li><a href="#(\w+)">/g)].map(([, field]) => field);
    expect(told).toEqual(['username', 'password', 'community', 'title', 'purpose']);
    const same = await alice.submit(link, { ...GUILD, community: ' Alice', password: 'short' });
    expect(same.text).toContain('You and the community need different names.');
    expect(same.text).toContain('id="password-error"');
    expect(await server.house.people.byName('alice')).toBeNull();
    expect((await server.house.invitations.get(linkId(link.split('/').at(-1) ?? '')))?.usedBy).toBeUndefined();
  });

  it('takes no name for the community that somebody has already, before it opens an account', async () => {
    const left = await server.foundingLink();
    const opened = await signUp(server.house, {
      username: 'walter',
      password: PASSWORD,
      invitation: left.split('/').at(-1) ?? '',
    });
    expect(opened.ok).toBe(true);
    const answer = await alice.submit(await server.foundingLink(), { ...GUILD, community: 'walter' });
    expect(answer.text).toContain('The name walter is taken here.');
    expect(await server.house.people.byName('alice')).toBeNull();
  });

  it('goes on after a stop between the account and the community, by the same link and password', async () => {
    const link = await server.foundingLink();
    const secret = link.split('/').at(-1) ?? '';
    // What the first half of a founding leaves behind.
    const opened = await signUp(server.house, { username: 'alice', password: PASSWORD, invitation: secret });
    expect(opened.ok).toBe(true);
    expect((await alice.submit(link, { ...GUILD, password: 'somebody else’s guess' })).status).toBe(422);
    expect((await alice.submit(await server.foundingLink(), GUILD)).status).toBe(422);
    expect(await server.house.communities.here()).toEqual([]);

    const page = await landed(alice, link, GUILD);
    expect(page).toContain('Machine makers’ guild is founded');
    expect(page).toContain('You are a member');
  });

  it('happens once: every other link is closed then', async () => {
    const answer = await server.visitor().submit(await server.foundingLink(), { ...GUILD, username: 'mallory' });
    expect(answer.status).toBe(410);
    expect((await server.house.communities.here()).length).toBe(1);
  });
});

describe('signing in and out', () => {
  it('ends the session on the server: the old cookie opens nothing', async () => {
    const before = new Map(alice.cookies);
    expect(await landed(alice, '/sign-out', {})).toContain('Communities here');
    const thief = server.visitor();
    for (const [name, value] of before) thief.cookies.set(name, value);
    expect(locationOf(await thief.get('/you'))).toBe('/sign-in?next=%2Fyou');
  });

  it('says the same of an unknown name and of a wrong password', async () => {
    const said = async (username: string, password: string) => {
      const answer = await server.visitor().submit('/sign-in', { username, password });
      expect(answer.status).toBe(422);
      return /<div class="errors"[\s\S]*?<\/div>/.exec(answer.text)?.[0];
    };
    const wrong = await said('alice', 'a wrong password');
    expect(wrong).toBeDefined();
    expect(await said('nobody', 'a wrong password')).toBe(wrong);
  });

  it('leads back to where she wanted to go, but to no other server', async () => {
    const answer = await alice.submit('/sign-in', { username: 'alice', password: PASSWORD, next: '/you' });
    expect(locationOf(answer)).toBe('/you');
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example']) {
      const sent = await server.visitor().submit('/sign-in', { username: 'alice', password: PASSWORD, next });
      expect({ next, location: locationOf(sent) }).toEqual({ next, location: '/' });
    }
  });

  it('gives the session a new id each time', async () => {
    const first = alice.cookies.get('folkmoot');
    const again = await alice.signIn('alice');
    expect(again.status).toBe(303);
    expect(alice.cookies.get('folkmoot')).not.toBe(first);
    const fixed = server.visitor();
    fixed.cookies.set('folkmoot', first ?? '');
    expect((await fixed.get('/you')).status).toBe(303);
  });

  it('slows down guessing, and says for how long', async () => {
    let answer = await server.visitor().signIn('victim', 'guess 0');
    for (let tries = 1; tries < 12 && answer.status !== 429; tries += 1) {
      answer = await server.visitor().signIn('victim', `guess ${tries}`);
    }
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('writing', () => {
  let thread: string;

  it('alice opens a thread, which everybody can read', async () => {
    const posted = await alice.submit('/communities/guild/posts', { title: 'Line 4', text: 'It **stops** at noon.' });
    thread = locationOf(posted);
    const page = (await server.visitor().get(thread)).text;
    expect(page).toContain('<h1><span dir="auto">Line 4</span></h1>');
    expect(page).toContain('It <strong>stops</strong> at noon.');
    expect(page).not.toContain('/edit');
    expect((await server.visitor().get('/communities/guild')).text).toContain('Line 4');
  });

  it('is refused at its field when there is no text, and what was typed is kept', async () => {
    const answer = await alice.submit('/communities/guild/posts', { title: 'Kept', text: ' ' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('id="text-error"');
    expect(answer.text).toContain('value="Kept"');
  });

  it('alice answers herself; the reply’s own address leads to its place', async () => {
    const key = thread.split('/').at(-1) ?? '';
    const replied = await alice.submit('/communities/guild/posts', { inReplyTo: key, text: 'Found it.' });
    expect(locationOf(replied)).toMatch(new RegExp(`^${thread}#p-`));
    const replyKey = locationOf(replied).split('#p-')[1] ?? '';
    const direct = await alice.get(`/communities/guild/threads/${replyKey}`);
    expect(locationOf(direct)).toBe(locationOf(replied));
    expect((await alice.get(`${thread}?to=${replyKey}`)).text).toContain(`name="inReplyTo" value="${replyKey}"`);
  });

  it('alice edits her post, and it says so', async () => {
    expect((await alice.get(`${thread}/edit`)).text).toContain('It **stops** at noon.');
    const page = await landed(alice, `${thread}/edit`, { title: 'Line 5', text: 'It runs.' });
    expect(page).toContain('<h1><span dir="auto">Line 5</span></h1>');
    expect(page).toContain('class="edited"');
    expect((await alice.submit(`${thread}/edit`, { title: 'x', text: '' })).status).toBe(422);
  });

  it('alice deletes it: a tombstone stays in the thread', async () => {
    expect((await alice.get(`${thread}/delete`)).text).toContain('It runs.');
    const page = await landed(alice, `${thread}/delete`, {});
    expect(page).toContain('A post was here.');
    expect(page).not.toContain('It runs.');
    expect((await alice.get('/communities/guild')).text).not.toContain('Line 5');
    expect((await alice.get(`${thread}/edit`)).status).toBe(404);
  });
});

describe('a second person', () => {
  it('comes in by the link alice makes, once', async () => {
    const link = await server.invitation(alice);
    bob = server.visitor();
    expect((await bob.get(link)).text).toContain('alice invited you.');
    expect(await landed(bob, link, { username: 'bob', password: PASSWORD })).toContain('Welcome, bob.');
    const late = await server.visitor().submit(link, { username: 'carl', password: PASSWORD });
    expect(late.status).toBe(403);
    expect(await server.house.people.byName('carl')).toBeNull();
    expect((await server.visitor().submit('/sign-up', { username: 'carl', password: PASSWORD })).status).toBe(403);
  });

  it('writes only after joining', async () => {
    const outside = await bob.submit('/communities/guild/posts', { text: 'Hello?' });
    expect(outside.status).toBe(422);
    expect(outside.text).toContain('Join Machine makers’ guild first');
    expect(await landed(bob, '/communities/guild/join', {})).toContain('You are a member');
    expect(await landed(bob, '/communities/guild/posts', { title: 'Hello', text: 'I am bob.' })).toContain('I am bob.');
    expect((await alice.get('/')).text).toContain('I am bob.');
  });

  it('cannot touch what alice wrote', async () => {
    const thread = locationOf(await alice.submit('/communities/guild/posts', { text: 'Mine.' }));
    for (const act of ['edit', 'delete']) {
      expect((await bob.get(`${thread}/${act}`)).status).toBe(404);
      expect((await bob.submit(`${thread}/${act}`, { text: 'Yours.' })).status).toBe(404);
    }
    expect((await alice.get(thread)).text).toContain('Mine.');
  });

  it('quotes her in a thread of his own, until she blocks him', async () => {
    const thread = locationOf(await alice.submit('/communities/guild/posts', { title: 'Oven', text: 'It is warm.' }));
    expect((await bob.get(thread)).text).toContain(`${thread}/quote`);
    const form = (await bob.get(`${thread}/quote`)).text;
    expect(form).toContain('It is warm.');
    const empty = await bob.submit(`${thread}/quote`, { title: 'Kept', text: ' ' });
    expect([empty.status, empty.text.includes('value="Kept"')]).toEqual([422, true]);
    const his = locationOf(await bob.submit(`${thread}/quote`, { title: 'Bread', text: 'Then let us bake.' }));
    const shown = async () => /<blockquote>[\s\S]*<\/blockquote>/.exec((await server.visitor().get(his)).text)?.[0];
    expect(await shown()).toContain('It is warm.');
    await alice.submit('/people/bob/silence', { do: 'block' });
    expect(await shown()).toContain('does not want this to be quoted any more');
    expect(await shown()).not.toContain('It is warm.');
    expect((await bob.submit(`${thread}/quote`, { text: 'Again' })).text).toContain(
      'does not want this post to be quoted',
    );
    // What is not for everybody cannot be quoted at all.
    const circle = locationOf(await alice.submit('/communities/guild/posts', { text: 'Psst.', circle: '@bob' }));
    expect((await bob.get(circle)).text).not.toContain('/quote"');
    expect((await bob.get(`${circle}/quote`)).status).toBe(404);
  });

  it('says what others read about him, and can leave', async () => {
    expect(await landed(bob, '/you', { displayName: 'Bob Ruiz', summary: 'Mends <lines>.' })).toContain('Bob Ruiz');
    const page = (await server.visitor().get('/people/bob')).text;
    expect(page).toContain('Mends &lt;lines&gt;.');
    expect(page).toContain('I am bob.');
    expect((await bob.submit('/you', { displayName: ' ', summary: '' })).status).toBe(422);
    expect(await landed(bob, '/communities/guild/leave', {})).toContain('/communities/guild/join');
  });

  it('finds older posts page by page, and the way back', async () => {
    const { actions, house } = server;
    const author = house.addresses.person('alice');
    for (let count = 1; count <= 25; count += 1) {
      await actions.publishPost({ author, community: house.addresses.community('guild'), text: `Number ${count}.` });
    }
    for (const path of ['/', '/communities/guild', '/people/alice']) {
      const first = (await alice.get(path)).text;
      expect(first.match(/<article/g)).toHaveLength(20);
      expect(first).toContain('Number 6.');
      expect(first).not.toContain('Number 5.');
      const older = new RegExp(`${path}\\?before=[\\w:.-]+`).exec(first)?.[0] ?? '';
      const second = (await alice.get(older)).text;
      expect(second).toContain('Number 5.');
      expect(second).not.toContain('Number 6.');
      expect(second).not.toContain('?before=');
    }
  });

  it('was not disturbed by anything broken', () => {
    expect(server.errors).toEqual([]);
  });
});
