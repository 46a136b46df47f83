import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { invite } from '../../../server/accounts/sign-up.ts';
import type { CommunityIri } from '../../../server/community/ids.ts';
import { account } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { openBrowser, openPerson, shownIn, signIn } from '../browser.ts';

export const PASSWORD = 'a long enough password';
export const DAY = 24;

/** One server and one browser, for the same story told once without scripts and once with them. */
export interface Town {
  readonly server: RunningServer;
  readonly browser: Browser;
  /** Somebody who was here before. */
  readonly host: string;
  close(): Promise<void>;
}

/** A way of telling the story: whether scripts run, and by which names. */
export interface Way {
  readonly scripts: boolean;
  readonly guild: string;
  readonly title: string;
  readonly names: Readonly<Record<'ana' | 'ben' | 'cleo' | 'dora', string>>;
}

/** The way without scripts comes first: it founds the server's first community, by the link that the server printed. */
export const BOTH_WAYS: readonly Way[] = [
  {
    scripts: false,
    guild: 'guild',
    title: 'Machine makers’ guild',
    names: { ana: 'ana', ben: 'ben', cleo: 'cleo', dora: 'dora' },
  },
  {
    scripts: true,
    guild: 'kitchen',
    title: 'The kitchens',
    names: { ana: 'host', ben: 'bela', cleo: 'celia', dora: 'doris' },
  },
];

/** Those who act at their browsers, and where. */
export interface Told {
  readonly town: Town;
  readonly way: Way;
  /** `/communities/guild` */
  readonly home: string;
  readonly iri: () => CommunityIri;
  readonly pages: { -readonly [Name in keyof Way['names']]?: Page };
  /** Somebody's page; she must have come in. */
  at(name: keyof Way['names']): Page;
}

export async function openTown(): Promise<Town> {
  const [server, browser] = await Promise.all([runServer('north.localhost'), openBrowser()]);
  return {
    server,
    browser,
    host: 'host',
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

export function tell(town: () => Town, way: Way): Told {
  const pages: Told['pages'] = {};
  return {
    get town() {
      return town();
    },
    way,
    home: `/communities/${way.guild}`,
    iri: () => town().server.house.addresses.community(way.guild),
    pages,
    at(name) {
      const page = pages[name];
      if (page === undefined) throw new Error(`${name} has not come in`);
      return page;
    },
  };
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
export const notice = (page: Page) => shownIn(page.locator('.notice'));
export const textOf = (page: Page) => shownIn(page.getByRole('main'));
export const besides = (page: Page) => shownIn(page.getByRole('complementary'));

/** A window of its own. */
export async function windowOf({ town, way }: Told): Promise<Page> {
  const { page } = await openPerson(town.browser, town.server.origin, { javaScriptEnabled: way.scripts });
  return page;
}

/** Where ana begins: at the link that founds the first community, or, where there is one, with an account. */
export async function beginsToFound(told: Told): Promise<Page> {
  const page = await windowOf(told);
  if (!told.way.scripts) {
    await page.goto(`/found/${await invite(told.town.server.house, { purpose: 'found' })}`);
    return page;
  }
  await account(told.town.server, told.way.names.ana);
  await signIn(page, told.way.names.ana, PASSWORD, '/communities');
  await link(page, 'Found a community').click();
  return page;
}

/** Somebody new opens a link that ana made, and joins. */
export async function comesIn(told: Told, name: 'ben' | 'cleo' | 'dora'): Promise<Page> {
  const ana = told.at('ana');
  const username = told.way.names[name];
  await link(ana, 'You').click();
  await button(ana, 'Make an invitation link').click();
  const invitation = await shownIn(ana.locator('code'));
  const page = await windowOf(told);
  await page.goto(invitation);
  await page.getByLabel('Your name here').fill(username);
  await page.getByLabel('Password').fill(PASSWORD);
  await button(page, 'Open my account').click();
  expect(await notice(page)).toContain(`Welcome, ${username}`);
  await link(page, told.way.title).click();
  await button(page, 'Join').click();
  expect(await notice(page)).toBe(`You are a member of ${told.way.title}.`);
  told.pages[name] = page;
  return page;
}
