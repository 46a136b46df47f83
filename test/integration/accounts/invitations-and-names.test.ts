import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invite, signUp } from '../../../server/accounts/sign-up.ts';
import { account, community } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';

let north: RunningServer;
const password = 'a long enough password';

beforeAll(async () => {
  north = await runServer('north.localhost');
  await community(north, await account(north, 'alice'), 'guild');
});

afterAll(async () => {
  await north?.stop();
});

describe('an invitation', () => {
  it.each(['guild', 'alice', 'admin', 'x'])('is not used up by a name that cannot be had: %s', async (taken) => {
    const invitation = await invite(north.house, { purpose: 'join' });
    expect(await signUp(north.house, { username: taken, password, invitation })).toMatchObject({ ok: false });
    const second = await signUp(north.house, { username: `bob_${taken}`, password, invitation });
    expect(second).toMatchObject({ ok: true });
  });

  it('opens one account, however many hurry', async () => {
    const invitation = await invite(north.house, { purpose: 'join' });
    const tried = await Promise.all(
      ['cem', 'dora', 'eli'].map((username) => signUp(north.house, { username, password, invitation })),
    );
    expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('a name that looks like that of whom people trust', () => {
  it.each([
    ['gui1d', 'guild'],
    ['guiId', 'guild'],
    ['g_uild', 'guild'],
    ['alice_', 'alice'],
    ['a1ice', 'alice'],
    ['aIlce', 'alice'],
  ])('is not given: %s, for %s', async (username, trusted) => {
    const invitation = await invite(north.house, { purpose: 'join' });
    const refused = await signUp(north.house, { username, password, invitation });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'looks-alike' } });
    expect(refused.ok || refused.refusal.text).toContain(`could be mistaken for ${trusted}`);
    const page = await new Visitor(north).submit(`/invitations/${invitation}`, { username, password });
    expect([page.status, page.text.includes('could be mistaken for')]).toEqual([422, true]);
    expect(await signUp(north.house, { username: `not_${username}`, password, invitation })).toMatchObject({
      ok: true,
    });
  });

  it('is given where it looks like that of somebody without a role, or only begins like one', async () => {
    await account(north, 'moe');
    for (const username of ['m0e', 'guild2', 'alicia']) expect(await account(north, username)).toContain(username);
  });
});

describe('a sign-in form that says a thing twice', () => {
  it.each([
    `username=alice&username=bob&password=${password}`,
    `username=alice&password=${password}&password=${password}`,
    'username=alice',
    'username%5B%24ne%5D=&password%5B%24ne%5D=',
  ])('lets nobody in, and is no fault of the server: %s', async (form) => {
    const visitor = new Visitor(north);
    const answer = await visitor.submit('/sign-in', form);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await visitor.get('/you')).text).not.toContain('Sign out');
  });
});
