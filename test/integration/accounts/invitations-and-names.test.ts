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
