import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { invite } from '../../server/accounts/sign-up.ts';
import { registerApp } from '../support/api-client.ts';
import { CLIENT, LoginHouse } from '../support/login-house.ts';
import { OWN_PASSWORD } from '../support/passkey-holder.ts';
import { account } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { freePort } from '../support/server-process.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';
import { findingsOn, journeysRun, openBrowser, openPerson, shownIn, signIn } from './browser.ts';

const run = journeysRun() ? describe : describe.skip;

run('ways to sign in, in a browser', () => {
  let north: RunningServer;
  let council: LoginHouse;
  let browser: Browser;
  let page: Page;
  let device: CDPSession;
  let authenticatorId: string;

  beforeAll(async () => {
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    council = await LoginHouse.open(`${origin}/sign-in/by/council/back`, { 'w-1': { org: 'Norte Works' } });
    const env = {
      ...{ PUBLIC_URL: origin, PORT: String(port), OIDC: 'council', OIDC_COUNCIL_ISSUER: council.issuer },
      ...{ OIDC_COUNCIL_CLIENT_ID: CLIENT.id, OIDC_COUNCIL_CLIENT_SECRET: CLIENT.secret },
      ...{ OIDC_COUNCIL_NAME: 'Works Council', OIDC_COUNCIL_OPENS_ACCOUNTS: 'true', OIDC_COUNCIL_ORGANISATION: 'org' },
    };
    [north, browser] = await Promise.all([runServer('localhost', env), openBrowser()]);
    await account(north, 'ana');
    ({ page } = await openPerson(browser, north.origin, { javaScriptEnabled: true }));
    device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    ({ authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    }));
  });
  afterAll(async () => {
    await browser?.close();
    await north?.stop();
    await council?.stop();
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const pathIs = (path: string) => page.waitForURL((url) => url.pathname + url.search === path);
  const signOut = async () => {
    await page.goto('/you');
    await button('Sign out').click();
    await pathIs('/');
  };
  /** Who is on the other side of the glass: the right finger, or another one. */
  const finger = (isRight: boolean) =>
    device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: isRight });

  it('one is added after the password was given again', async () => {
    await signIn(page, 'ana', OWN_PASSWORD, '/you');
    await page.getByRole('link', { name: 'Passkeys and other ways to sign in' }).click();
    await pathIs('/you/ways-in');
    expect(await button('Add a passkey').count()).toBe(0);
    await page.getByLabel('Your password').fill(OWN_PASSWORD);
    await button('Go on').click();
    await page.getByLabel('What you call the new one').fill('my phone');
    await button('Add a passkey').click();
    await page.getByText('Your passkey is added.').waitFor();
    expect(await shownIn(page.getByRole('main'))).toContain('my phone, since');
    const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);
    expect(await findingsOn(page, ['light', 'dark', 'narrow', 'zoomed'])).toEqual([]);
  });

  it('it signs in without a name or a password, and leads back to where one was', async () => {
    await signOut();
    await page.goto('/sign-in?next=/notices');
    expect(await shownIn(page.getByRole('main'))).not.toContain('Passkeys need JavaScript');
    expect(await findingsOn(page, ['light', 'dark', 'narrow', 'zoomed'])).toEqual([]);
    await button('Use a passkey').click();
    await pathIs('/notices');
  });

  it('it shows that it is she, in place of the password', async () => {
    await signOut();
    await signIn(page, 'ana', OWN_PASSWORD, '/you/ways-in');
    await button('Use a passkey').click();
    await page.getByText('You have shown that it is you.').waitFor();
  });

  it('another finger lets nobody in, and the page says what to do', async () => {
    await signOut();
    await finger(false);
    await page.goto('/sign-in');
    await button('Use a passkey').click();
    await until('the page says why', async () =>
      (await shownIn(page.getByRole('main'))).includes('No passkey was used'),
    );
    expect((await page.request.get(`${north.origin}/you`, { maxRedirects: 0 })).status()).toBe(303);
    await finger(true);
    await button('Use a passkey').click();
    await pathIs('/');
  });

  it('whoever reads German is told so in German, also where the server cannot be reached', async () => {
    const context = page.context();
    await context.addCookies([{ name: 'folkmoot-language', value: 'de', url: north.origin }]);
    await page.goto('/you/ways-in');
    await page.getByLabel('Wie du den neuen nennst').fill('noch einmal');
    await button('Einen Passkey hinzufügen').click();
    await page.getByText('Dieses Gerät hat hier schon einen Passkey für dich.').waitFor();
    await context.setOffline(true);
    await button('Einen Passkey hinzufügen').click();
    await page.getByText('Der Server war nicht zu erreichen. Nichts wurde geändert').waitFor();
    await context.setOffline(false);
    await context.clearCookies({ name: 'folkmoot-language' });
  });

  it('one device has one for each person, and says so', async () => {
    await page.goto('/you/ways-in');
    await page.getByLabel('What you call the new one').fill('again');
    await button('Add a passkey').click();
    await page.getByText('This device has a passkey for you here already.').waitFor();
  });

  it('an app is let in by it: sign-in leads on to the question', async () => {
    await signOut();
    const app = await registerApp(north);
    const ask = new URLSearchParams({
      response_type: 'code',
      client_id: app.client_id,
      redirect_uri: 'urn:ietf:wg:oauth:2.0:oob',
      scope: 'read',
    });
    await page.goto(`/oauth/authorize?${ask}`);
    await button('Use a passkey').click();
    await page.waitForURL(/\/oauth\/authorize/);
    await page.getByRole('button', { name: 'Let it in' }).click();
    expect(await page.locator('code').first().textContent()).toMatch(/^\S{20,}$/);
  });

  it('a copy that counted less is found out, and the owner reads what to do', async () => {
    const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId });
    const [credential] = credentials;
    if (credential === undefined) throw new Error('the device has no key');
    await signOut();
    await device.send('WebAuthn.removeCredential', { authenticatorId, credentialId: credential.credentialId });
    await device.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 0 } });
    await page.goto('/sign-in');
    await button('Use a passkey').click();
    await page.getByText('This passkey does not let you in.').waitFor();
    await signIn(page, 'ana', OWN_PASSWORD, '/notices');
    await page.getByText('counted backwards').first().waitFor();
    await page.goto('/you/ways-in');
    expect(await shownIn(page.getByRole('main'))).toContain('It lets nobody in any more');
  });

  it('by another house’s word one opens an account and comes back, without a script', async () => {
    const { page: ninas } = await openPerson(browser, north.origin);
    council.who = 'w-1';
    await ninas.goto(`/invitations/${await invite(north.house, { purpose: 'join' })}`);
    await ninas.getByRole('button', { name: 'Go on with Works Council' }).click();
    await ninas.waitForURL('**/sign-up/by');
    await ninas.getByLabel('Your name here').fill('nina');
    await ninas.getByRole('button', { name: 'Open my account' }).click();
    await ninas.getByText('Your account is open. Welcome, nina.').waitFor();
    await ninas.goto('/you');
    await ninas.getByRole('button', { name: 'Sign out', exact: true }).click();
    await ninas.goto('/sign-in?next=/you/ways-in');
    await ninas.getByRole('button', { name: 'Go on with Works Council' }).click();
    await ninas.waitForURL('**/you/ways-in');
    await ninas.getByRole('button', { name: 'Show it by Works Council' }).click();
    await ninas.getByText('You have shown that it is you.').waitFor();
    expect(await shownIn(ninas.getByRole('main'))).toContain('It says that you belong to Norte Works');
    await ninas.goto('/you');
    await ninas.getByLabel('A password').fill('a sentence of my own');
    await ninas.getByRole('button', { name: 'Set a password' }).click();
    await ninas.getByText('Your password is changed.').waitFor();
  });

  it('without scripts a sentence says so, and the password does', async () => {
    const plain = await openPerson(browser, north.origin);
    await plain.page.goto('/sign-in');
    expect(await shownIn(plain.page.getByRole('main'))).toContain('Passkeys need JavaScript');
    expect(await plain.page.getByRole('button', { name: 'Use a passkey' }).count()).toBe(0);
    await signIn(plain.page, 'ana', OWN_PASSWORD, '/you/ways-in');
    await plain.page.getByLabel('Your password').fill(OWN_PASSWORD);
    await plain.page.getByRole('button', { name: 'Go on', exact: true }).click();
    await plain.page.getByText('Rename or take away').click();
    await plain.page.getByRole('button', { name: 'Take it away' }).click();
    await plain.page.getByText('It lets you in no more').waitFor();
    expect((await new Visitor(north).get('/sign-in')).headers['content-security-policy']).toContain(
      "script-src 'self'",
    );
  });
});
