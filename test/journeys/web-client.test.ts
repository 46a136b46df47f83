import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Stage } from '../support/stage.ts';
import { PASSWORD } from '../support/visitor.ts';
import { startWebClient, type WebClient } from '../support/web-client.ts';
import { journeysRun, openBrowser } from './browser.ts';

/** A client on the web, on another origin, in a real browser: what CORS and the pages' headers allow decides. */
const story = journeysRun() ? describe : describe.skip;

let stage: Stage;
let client: WebClient;
let browser: Browser;
let context: BrowserContext;
let page: Page;

/** Calls what the page's own script has (`web-client-page.js`). */
const inPage = (name: string, ...args: readonly string[]): Promise<unknown> =>
  page.evaluate(`client.${name}(...${JSON.stringify(args)})`);

story('alice, with a client on the web', () => {
  beforeAll(async () => {
    [stage, client, browser] = await Promise.all([
      Stage.open({ host: 'localhost', https: true }),
      startWebClient(),
      openBrowser(),
    ]);
    context = await browser.newContext({ ignoreHTTPSErrors: true });
    page = await context.newPage();
    await page.goto(`${client.origin}/`);
  });
  afterAll(async () => {
    await browser?.close();
    await client?.close();
    await stage?.close();
  });

  it('lets it in, in a window that it opens, and comes back to it with a proof key', async () => {
    const asked = context.waitForEvent('page');
    const done = inPage('signIn', stage.origin);
    const popup = await asked;
    await popup.locator('input[name=username]').fill('alice');
    await popup.locator('input[name=password]').fill(PASSWORD);
    await popup.locator('input[name=password]').press('Enter');
    await popup.locator('button[name=decision][value=allow]').click();
    expect(await done).toEqual({ state: 'x1', who: 'alice' });
    expect(await context.cookies(client.origin)).toEqual([]);
  });

  it('writes, with a picture that its page shows, changes and deletes, and goes through pages', async () => {
    const told = await inPage('write');
    expect(told).toEqual({
      once: true,
      shown: 80,
      isInOrder: true,
      changed: expect.stringContaining('better'),
      gone: 'Record not found',
    });
  });

  it('is told why something cannot be done, in the sentence of the server', async () => {
    const said = await inPage('refused');
    expect(said).toContain('followers only');
  });

  it('acts by her outbox, and reads her inbox, from the same page', async () => {
    const told = await inPage('follow', stage.origin, stage.person('bob'));
    expect(told).toEqual({
      status: 201,
      location: expect.stringContaining(`${stage.origin}/activities/`),
      type: 'OrderedCollectionPage',
    });
  });
});
