import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { PostIri } from '../../server/community/ids.ts';
import { OWN_PASSWORD } from '../support/passkey-holder.ts';
import { account, community, must } from '../support/people.ts';
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

  it('whoever chooses another language is told so in that one from then on', async () => {
    const context = page.context();
    await context.addCookies([{ name: 'folkmoot-language', value: 'es', url: north.origin }]);
    await page.goto('/communities');
    await until('the page that is kept is the Spanish one', async () =>
      /lang="es"/.test(await page.evaluate('caches.match("/offline").then((kept) => kept.text())')),
    );
    await context.setOffline(true);
    await page.goto('/communities');
    expect(await shownIn(page.getByRole('main'))).toContain('No se puede llegar a este servidor ahora');
    await context.setOffline(false);
    await context.clearCookies({ name: 'folkmoot-language' });
    await page.goto('/communities');
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

  it('says that something new has come to who asked for it, moves nothing, and shows it when she says so', async () => {
    const guild = await community(north, await account(north, 'ben'), 'guild');
    const ana = north.house.addresses.person('ana');
    const by = north.house.addresses.person('ben');
    must(await north.actions.joinCommunity({ person: ana, community: guild.iri }));
    const write = async (text: string, more: { readonly title?: string; readonly inReplyTo?: PostIri } = {}) => {
      const post = must(await north.actions.publishPost({ author: by, community: guild.iri, text, ...more }));
      await north.settle();
      return post;
    };
    const opening = await write('It hums.', { title: 'The lathe' });
    await write('Since Monday.', { inReplyTo: opening.iri });
    await page.clock.install();
    const place = page.locator('.watch');
    const first = page.locator('article.post').first();
    const whereIs = async (what: Locator) => (await what.boundingBox())?.y;
    const minute = () => page.clock.fastForward(61_000);

    await page.goto('/');
    const line = () =>
      page
        .context()
        .cookies()
        .then((all) => all.find(({ name }) => name === 'folkmoot-lately')?.value);
    const remembered = await line();
    await page.getByRole('button', { name: 'Tell me when something new comes' }).click();
    await minute();
    expect(await shownIn(place)).toContain('Nothing new yet.');
    const before = await whereIs(first);
    await write('Who has one to lend?', { title: 'A spare belt' });
    await minute();
    await until('it is said', async () => (await shownIn(place)).includes('New posts: 1'));
    expect(await place.getByRole('status').count()).toBe(1);
    // Nothing has moved, and where she was when she was last here is as it was: nobody has read it.
    expect([await whereIs(first), await line()]).toEqual([before, remembered]);
    expect(await shownIn(page.getByRole('main'))).not.toContain('A spare belt');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await shownIn(first)).toContain('A spare belt');
    expect(await page.evaluate('document.activeElement.id')).toBe(await first.getAttribute('id'));
    expect(await shownIn(place)).toContain('Nothing new yet.');
    await page.getByRole('button', { name: 'Stop telling me' }).click();

    const thread = north.house.addresses.page.thread('guild', opening.iri);
    await page.goto(thread);
    await page.getByLabel('Your reply').fill('I hear it too, and');
    await page.getByRole('button', { name: 'Tell me when something new comes' }).click();
    await write('It is the bearing.', { inReplyTo: opening.iri });
    await minute();
    await until('it is said', async () => (await shownIn(place)).includes('New posts: 1'));
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await shownIn(page.locator('article.post').last())).toContain('It is the bearing.');
    expect(await page.getByLabel('Your reply').inputValue()).toBe('I hear it too, and');
    // A page of a thread that is full goes on on the next one.
    const filling = { author: by, community: guild.iri, inReplyTo: opening.iri };
    for (let nth = 3; nth <= 20; nth += 1) must(await north.actions.publishPost({ ...filling, text: `Reply ${nth}.` }));
    await page.goto(thread);
    await write('On the next page.', { inReplyTo: opening.iri });
    await minute();
    await until('it is said', async () => (await shownIn(place)).includes('New posts: 1+'));
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/\?page=2/);
    expect(await shownIn(page.locator('article.post').last())).toContain('On the next page.');
    expect(await page.getByLabel('Your reply').inputValue()).toBe('I hear it too, and');
    // Nobody is told that somebody looks, and whoever did not ask is told nothing.
    await page.goto('/');
    await write('Another word.', { title: 'Later' });
    await minute();
    expect(await shownIn(place)).toBe('Tell me when something new comes');
  });

  it('a long thread is light, and its form opens where the answer belongs, unless that has a form of its own', async () => {
    const [guild, ana] = [north.house.addresses.community('guild'), north.house.addresses.person('ana')];
    const by = north.house.addresses.person('ben');
    const words = 'A thousand characters about belts. '.repeat(30).slice(0, 1000);
    const opening = must(
      await north.actions.publishPost({ author: by, community: guild, text: words, title: 'Belts' }),
    );
    const answer = { community: guild, inReplyTo: opening.iri };
    const write = async (nth: number) => {
      const text = `Answer ${nth}: ${words}`.slice(0, 1000);
      must(await north.actions.publishPost({ ...answer, author: nth % 2 ? ana : by, text }));
    };
    for (let nth = 1; nth <= 20; nth += 1) await write(nth);
    await north.settle();
    const thread = north.house.addresses.page.thread('guild', opening.iri);

    // Somebody comes for the first time: everything that her browser loads then, as it goes over the wire.
    const { page: fresh, context } = await openPerson(browser, north.origin, { javaScriptEnabled: true });
    await signIn(fresh, 'ana', OWN_PASSWORD, '/you');
    const loaded = new Map<string, Promise<number>>();
    const isOnce = (url: string) => url.startsWith(`${north.origin}/assets/`) || url === `${north.origin}${thread}`;
    const devtools = await context.newCDPSession(fresh);
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    fresh.on('requestfinished', (one) => {
      if (isOnce(one.url()))
        loaded.set(
          one.url(),
          one.sizes().then(({ responseBodySize }) => responseBodySize),
        );
    });
    await fresh.goto(thread, { waitUntil: 'networkidle' });
    const names = [...loaded.keys()].map((url) => new URL(url).pathname.split('/').at(-1));
    expect(names).toEqual(expect.arrayContaining(['look.css', 'page.js', 'watch.js']));
    const bytes = (await Promise.all(loaded.values())).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(40_000);
    expect(bytes).toBeLessThan(60_000);
    await context.close();

    await write(21);
    await write(22);
    await north.settle();
    await page.goto(`${thread}?page=2`);
    const last = page.locator('article.post').last();
    await last.getByRole('link', { name: 'Reply to ben' }).click();
    expect(await page.evaluate('document.activeElement.name')).toBe('text');
    expect(await shownIn(page.locator('article.post + #reply h2'))).toBe('Reply to ben');
    expect(page.url()).toBe(`${north.origin}${thread}?page=2`);
    await last.getByRole('link', { name: 'Correct what ben wrote' }).click();
    await page.waitForURL(/as=correction/);
    expect(await shownIn(page.locator('#reply h2'))).toContain('ben');
    await page.getByLabel('What is right').fill('Ten of them, not nine.');
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.waitForURL(/#p-/);
    expect(await shownIn(page.locator('article.post').last())).toMatch(/Correction[\s\S]*Ten of them/i);
  });
});
