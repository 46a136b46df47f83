import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { OWN_PASSWORD } from '../support/passkey-holder.ts';
import { account } from '../support/people.ts';
import { type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { findingsOn, journeysRun, openBrowser, openPerson, shownIn, signIn } from './browser.ts';
import { besides, button, heading, link, notice, textOf } from './story/town.ts';

const run = journeysRun() ? describe : describe.skip;

const ENTRY = (id: string, title: string, words: string) =>
  `<entry><id>${id}</id><title>${title}</title><link href="/posts/${id}"/><updated>2026-01-0${id}T00:00:00Z</updated><content type="html">${words}</content></entry>`;
const FEED = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Belt news</title><link href="/"/>${ENTRY('1', 'Leather or rubber', 'Both wear out.')}${ENTRY('2', 'A belt that slips', '&lt;p&gt;Look at the &lt;em&gt;bearing&lt;/em&gt; first.&lt;img src="/seen.png"&gt;&lt;script&gt;document.title = "run"&lt;/script&gt;&lt;/p&gt;')}</feed>`;
const BLOG = '<html><head><link rel="alternate" type="application/atom+xml" href="/feed"></head></html>';

run('somebody follows a feed, thinks about it, and passes on what is worth it', () => {
  let north: RunningServer;
  let far: RemoteOrigin;
  let browser: Browser;

  beforeAll(async () => {
    [north, far, browser] = await Promise.all([runServer('localhost'), startRemoteOrigin('far'), openBrowser()]);
    far.serve('/feed', { type: 'application/atom+xml', body: FEED });
    far.serve('/blog', { type: 'text/html', body: BLOG });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([north?.stop(), far?.close()]);
  });

  describe.each([
    { who: 'ana', scripts: false },
    { who: 'ben', scripts: true },
  ])('scripts: $scripts', ({ who, scripts }) => {
    let page: Page;
    let nobody: Page;

    beforeAll(async () => {
      await account(north, who);
      ({ page } = await openPerson(browser, north.origin, { javaScriptEnabled: scripts }));
      ({ page: nobody } = await openPerson(browser, north.origin, { javaScriptEnabled: scripts }));
      await signIn(page, who, OWN_PASSWORD);
    });
    afterAll(() => Promise.all([page?.context().close(), nobody?.context().close()]));

    it('gives the address of a page, and sees which feed it has', async () => {
      await link(page, 'Notebook').click();
      await link(page, 'Follow a feed').click();
      await page.getByLabel('Its address').fill('no address');
      await button(page, 'Follow').click();
      expect(await textOf(page)).toContain('Give the web address of a feed');
      expect(await page.getByLabel('Its address').inputValue()).toBe('no address');
      await page.getByLabel('Its address').fill(`${far.origin}/blog`);
      await button(page, 'Follow').click();
      expect(await notice(page)).toBe('You follow it now.');
      expect(await shownIn(heading(page, 'Feeds').locator('xpath=..'))).toContain('Belt news');
      if (scripts) expect(await findingsOn(page, ['light', 'dark', 'phone'])).toEqual([]);
    });

    it('finds its entries by time, down to an end, and reads one here without being seen there', async () => {
      await besidesLink('Seek');
      const list = await textOf(page);
      expect(list.indexOf('A belt that slips')).toBeLessThan(list.indexOf('Leather or rubber'));
      expect(list).toContain('You’re caught up.');
      await link(page, 'A belt that slips').click();
      expect(await textOf(page)).toContain('Look at the bearing first.');
      // Neither its pictures nor its scripts came along.
      expect(far.gets('/seen.png')).toBe(0);
      expect(await page.title()).toContain('A belt that slips');
      if (scripts) expect(await findingsOn(page, ['light', 'phone'])).toEqual([]);
    });

    it('keeps a note on it, which is hers alone', async () => {
      await link(page, 'Write a note about it').click();
      expect(await page.getByLabel('Title').inputValue()).toBe('A belt that slips');
      expect(await page.getByLabel('Address', { exact: true }).inputValue()).toBe(`${far.origin}/posts/2`);
      await page.getByLabel('What struck you').fill('Ours squeaks before it slips.');
      await button(page, 'Keep it').click();
      expect(await notice(page)).toBe('Kept in your notebook.');
      await besidesLink('Sense');
      await link(page, 'A belt that slips').click();
      expect(await textOf(page)).toContain('Ours squeaks before it slips.');
      expect(await textOf(page)).toContain(`${far.host}/posts/2`);
      await nobody.goto(page.url());
      expect(await textOf(nobody)).not.toContain('squeaks');
    });

    it('gathers it with a sentence, and everybody reads that once it is published, and not the note', async () => {
      await besidesLink('Share');
      await page.getByLabel('Name').fill('Belts');
      await page.getByLabel('What it is about').fill('What keeps them on.');
      await button(page, 'Begin a collection').click();
      await page.getByLabel('Its address').fill(`${far.origin}/posts/2`);
      await page.getByLabel('What it is called').fill('A belt that slips');
      await page.getByLabel('A sentence about it').fill('Begin with the bearing.');
      await button(page, 'Add it').click();
      expect(await notice(page)).toBe('It stands in the collection.');
      const { pathname: own } = new URL(page.url());
      const address = `/people/${who}/collections/${own.split('/').at(-1)}`;
      expect((await nobody.goto(address))?.status()).toBe(404);
      if (scripts) expect(await findingsOn(page, ['light', 'dark', 'phone'])).toEqual([]);
      await button(page, 'Publish').click();
      expect(await notice(page)).toBe('It is published now.');
      expect((await nobody.goto((await link(page, north.origin + address).getAttribute('href')) ?? ''))?.status()).toBe(
        200,
      );
      const read = await textOf(nobody);
      expect(read).toContain('What keeps them on.');
      expect(read).toContain('Begin with the bearing.');
      expect(read).not.toContain('squeaks');
      expect(await nobody.getByRole('link', { name: 'A belt that slips' }).getAttribute('href')).toBe(
        `${far.origin}/posts/2`,
      );
      expect(await (await nobody.request.get(`${address}.rss`)).text()).toContain('Begin with the bearing.');
    });

    it('takes it back, and leaves the feed', async () => {
      const { url } = nobody;
      await button(page, 'Make it private again').click();
      expect((await nobody.goto(url.call(nobody)))?.status()).toBe(404);
      await besidesLink('What you follow');
      await button(page, 'Leave Belt news').click();
      expect(await notice(page)).toBe('You do not follow it any more.');
      await besidesLink('Seek');
      expect(await textOf(page)).not.toContain('A belt that slips');
    });

    /** By what stands beside the notebook's pages. */
    async function besidesLink(name: string): Promise<void> {
      expect(await besides(page)).toContain(name);
      await page.getByRole('complementary').getByRole('link', { name, exact: true }).click();
    }
  });
});
