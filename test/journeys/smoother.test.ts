import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { OWN_PASSWORD } from '../support/passkey-holder.ts';
import { account } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { freePort } from '../support/server-process.ts';
import { until } from '../support/wait.ts';
import { journeysRun, openBrowser, openPerson, shownIn, signIn } from './browser.ts';

const run = journeysRun() ? describe : describe.skip;

run('what JavaScript makes smoother', () => {
  let north: RunningServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    [north, browser] = await Promise.all([
      runServer('localhost', { PUBLIC_URL: origin, PORT: String(port) }),
      openBrowser(),
    ]);
    await account(north, 'ana');
    ({ page } = await openPerson(browser, north.origin, { javaScriptEnabled: true }));
    await signIn(page, 'ana', OWN_PASSWORD, '/found');
  });
  afterAll(async () => {
    await browser?.close();
    await north?.stop();
  });

  it('the site can be installed, and its worker answers when there is no network', async () => {
    const manifest = await (await page.request.get('/manifest.webmanifest')).json();
    expect(manifest).toMatchObject({
      name: new URL(north.origin).host,
      display: 'standalone',
      start_url: '/',
      lang: 'en',
      dir: 'ltr',
    });
    for (const { src, sizes } of manifest.icons as readonly { src: string; sizes: string }[]) {
      const icon = await (await page.request.get(src)).body();
      // A PNG says its width and height in its first chunk.
      expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes);
    }
    await page.evaluate('navigator.serviceWorker.ready');
    await page.reload();
    await page.context().setOffline(true);
    await page.goto('/communities');
    expect(await shownIn(page.getByRole('main'))).toContain('This server cannot be reached now. Nothing is lost');
    await page.context().setOffline(false);
    await page.goto('/communities');
    expect(await shownIn(page.getByRole('main'))).not.toContain('cannot be reached');
  });

  it('what is half written survives a reload, and is gone once it was sent', async () => {
    await page.goto('/you');
    await page.getByLabel('About you').fill('Turns lathes and');
    await page.reload();
    expect(await page.getByLabel('About you').inputValue()).toBe('Turns lathes and');
    await page.getByLabel('About you').fill('Turns lathes and pages.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL('**/you');
    await page.getByLabel('About you').fill('');
    await page.goto('/communities');
    expect(
      await page.evaluate('Object.keys(sessionStorage).filter((name) => name.startsWith("draft sent")).length'),
    ).toBe(0);
    // What was emptied is a change as well, until it is put back to what is kept.
    await page.goto('/you');
    expect(await page.getByLabel('About you').inputValue()).toBe('');
    await page.getByLabel('About you').fill('Turns lathes and pages.');
    await page.reload();
    expect(await page.evaluate('Object.keys(sessionStorage).length')).toBe(0);
  });

  it('the site’s worker shows what the server tells it, and opens the page where it stands', async () => {
    const { origin } = north;
    const context = page.context();
    await context.grantPermissions(['notifications'], { origin });
    await page.goto('/you/quiet');
    await page.evaluate('navigator.serviceWorker.ready');
    const devtools = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
        if (first !== undefined) resolve(first.registrationId);
      });
    });
    await devtools.send('ServiceWorker.enable');
    const registrationId = await registered;
    const tell = (data: string) => devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
    const shown = () =>
      page.evaluate<readonly { title: string; body: string; lang: string; path: string }[]>(
        `navigator.serviceWorker.ready.then((one) => one.getNotifications()).then((all) => all.map(
          ({ title, body, lang, data }) => ({ title, body, lang, path: data.path })))`,
      );
    await tell(JSON.stringify({ title: 'bob wrote to you', body: 'the lathe runs', path: '/communities', lang: 'en' }));
    const told = { title: 'bob wrote to you', body: 'the lathe runs', lang: 'en', path: '/communities' };
    await until('it is shown', async () => (await shown())[0]?.title === told.title);
    expect(await shown()).toEqual([told]);
    // What cannot be read is shown as that there is something, in the place of what was shown before.
    await tell('not JSON');
    await until('the next is shown', async () => (await shown())[0]?.title === new URL(origin).host);
    expect(await shown()).toHaveLength(1);
    // A browser opens a page when a person clicks alone: here it is written down what would be opened.
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const opens = (path: string) =>
      worker.evaluate<string>(`new Promise((resolve) => {
        clients.openWindow = async (url) => resolve(url);
        registration.showNotification('x', { tag: 'folkmoot', data: { path: ${JSON.stringify(path)} } })
          .then(() => registration.getNotifications())
          .then(([notification]) => dispatchEvent(new NotificationEvent('notificationclick', { notification })));
      })`);
    expect(await opens('/notices')).toBe(`${origin}/notices`);
    expect(await opens('https://evil.example/')).toBe(`${origin}/notices`);
    expect(await opens('//evil.example/')).toBe(`${origin}/notices`);
  });

  it('notifications are turned on by one button, and say so where no push service is at hand', async () => {
    await page.goto('/you/quiet');
    await page.getByRole('button', { name: 'Tell this browser' }).click();
    // Chromium's own push service is on the internet, which these tests do not reach.
    await until('it says so', async () =>
      (await shownIn(page.getByRole('main'))).includes('The push service of this browser cannot be reached.'),
    );
    await page.context().clearPermissions();
  });
});
