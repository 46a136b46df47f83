import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { invite } from '../../server/accounts/sign-up.ts';
import { LANGUAGE_COOKIE } from '../../server/pages/language-of.ts';
import { findingsOn, journeysRun, openBrowser, openPerson, signIn, WAYS } from './browser.ts';
import { type Guild, openGuild, PASSWORD } from './guild/guild.ts';
import { tellStory } from './guild/story.ts';

const run = journeysRun() ? describe : describe.skip;
/** Of a page with its stylesheet. */
const MOST_BYTES = 60_000;
const STYLESHEET_BYTES = statSync(new URL('../../views/assets/look.css', import.meta.url)).size;
const GUILD = '/communities/guild';

/** A page to look at: where it is, for whom, and what is done there first. */
interface Place {
  readonly path: string;
  /** Kasia reads in Arabic. */
  readonly who?: 'ana' | 'outlet' | 'kasia';
  /** On which of the two servers; Linia has no community of its own yet, and kasia is at home there. */
  readonly at?: 'norte' | 'linia';
  /** When it is not 200. */
  readonly status?: number;
  readonly act?: (page: Page) => Promise<void>;
}

const click = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const firstOf = (name: RegExp) => (page: Page) => page.getByRole('link', { name }).first().click();

const PLACES: Readonly<Record<string, Place>> = {
  welcome: { path: '/' },
  trust: { path: '/trust' },
  explore: { path: '/explore' },
  'open-book-front': { path: '/open-book' },
  'network-health': { path: '/health-of-the-network' },
  'sign-in': { path: '/sign-in' },
  'sign-in, refused': { path: '/sign-in', act: (page) => signIn(page, 'ana', 'a wrong password') },
  'sign-up, closed': { path: '/sign-up' },
  invitation: { path: '/invitations/:join' },
  'invitation, refused': {
    path: '/invitations/:join',
    act: async (page) => {
      await page.getByLabel('Your name here').fill('ana');
      await page.getByLabel('Password').fill(PASSWORD);
      await click('Open my account')(page);
    },
  },
  found: { path: '/found/:found', at: 'linia' },
  'found already': { path: '/found/:found', status: 410 },
  'nothing here': { path: '/nothing/here', status: 404 },
  'welcome to an empty server': { path: '/', at: 'linia' },
  'communities for a visitor': { path: '/communities' },
  'decisions for a visitor': { path: '/decisions' },
  'community for a visitor': { path: GUILD },
  'record for a visitor': { path: `${GUILD}/record` },
  lately: { path: '/', who: 'ana' },
  communities: { path: '/communities', who: 'ana' },
  'communities, nothing found': {
    path: '/communities',
    who: 'ana',
    act: async (page) => {
      await page.getByLabel('Its handle or address').fill('nowhere');
      await click('Find it')(page);
    },
  },
  community: { path: GUILD, who: 'ana' },
  'community with a held post': { path: GUILD, who: 'outlet' },
  'community elsewhere': { path: '/communities/guild@:norte', at: 'linia' },
  'kinds of posts': { path: `${GUILD}/kinds`, who: 'ana' },
  'kind of posts': { path: `${GUILD}/kinds/workingoutloud?which=open`, who: 'ana' },
  write: { path: `${GUILD}/write?kind=spark`, who: 'ana' },
  invitations: { path: `${GUILD}/invitations`, who: 'ana' },
  fork: { path: `${GUILD}/fork`, who: 'ana' },
  'how the community is': { path: `${GUILD}/health` },
  search: { path: '/search?q=bearing', who: 'ana' },
  problems: { path: '/problems', who: 'ana' },
  'problem for a visitor': { path: '/problems', act: firstOf(/re-calibrating/) },
  problem: { path: '/problems', who: 'ana', act: firstOf(/re-calibrating/) },
  'problem, new': { path: `${GUILD}/problems/new`, who: 'ana' },
  changes: { path: '/changes' },
  learning: { path: '/learning', who: 'ana' },
  'learning session': { path: '/learning', act: firstOf(/Listening to a line/) },
  'learning session for a member': { path: '/learning', who: 'ana', act: firstOf(/Listening to a line/) },
  'learning session, new': { path: `${GUILD}/sessions/new?title=Listening`, who: 'ana' },
  'practice guides': { path: '/learn' },
  'practice guide': { path: '/learn', act: firstOf(/^A good reflection/) },
  notebook: { path: '/notebook', who: 'ana' },
  'notebook, seek': { path: '/notebook/seek', who: 'ana' },
  'notebook, sense': { path: '/notebook/sense', who: 'ana' },
  'notebook, share': { path: '/notebook/share', who: 'ana' },
  note: { path: '/notebook/sense', who: 'ana', act: firstOf(/Listen before looking/) },
  'note, new': { path: '/notebook/notes/new', who: 'ana' },
  capture: { path: '/capture?url=https://works.example/card', who: 'ana' },
  collection: { path: '/notebook/share', who: 'ana', act: firstOf(/Mondays/) },
  'collection for a visitor': { path: '/people/ana', act: firstOf(/Mondays/) },
  thread: { path: GUILD, act: firstOf(/sealing head drifts/), who: 'ana' },
  'thread, edit': { path: '/people/ana', act: firstOf(/^Edit$/), who: 'ana' },
  'thread, delete': { path: '/people/ana', act: firstOf(/^Delete$/), who: 'ana' },
  proposals: { path: `${GUILD}/proposals`, who: 'ana' },
  'proposals, too new': { path: `${GUILD}/proposals`, who: 'outlet' },
  decisions: { path: '/decisions', who: 'ana' },
  'proposal in force': { path: `${GUILD}/proposals/P-1`, who: 'ana' },
  'proposal being voted on': { path: `${GUILD}/proposals/P-2`, who: 'ana' },
  'proposal looking for seconders': { path: `${GUILD}/proposals/P-3`, who: 'ana' },
  propose: { path: `${GUILD}/propose`, who: 'ana' },
  'propose a rule': { path: `${GUILD}/propose/draft?change=adopt-rule`, who: 'ana' },
  'propose a rule, refused': {
    path: `${GUILD}/propose/draft?change=adopt-rule`,
    who: 'ana',
    act: async (page) => {
      for (const label of ['Title', 'The rule, in the words people vote on', 'Your reasons']) {
        await page.getByLabel(label).fill('Something.');
      }
      await click('Show what it would do')(page);
      await page.getByRole('alert').waitFor();
    },
  },
  'propose to change a rule, preview': {
    path: `${GUILD}/propose/draft?change=amend-rule:R-1`,
    who: 'ana',
    act: async (page) => {
      await page.getByLabel('Your reasons').fill('It worked.');
      await page.getByLabel('Value of condition 2').fill('3');
      await click('Show what it would do')(page);
      await page.getByRole('heading', { name: 'What it would do' }).waitFor();
    },
  },
  'propose to repeal a rule': { path: `${GUILD}/propose/draft?change=repeal-rule:R-1`, who: 'ana' },
  'propose to change the charter': { path: `${GUILD}/propose/draft?change=amend-charter`, who: 'ana' },
  rules: { path: `${GUILD}/rules`, who: 'ana' },
  charter: { path: `${GUILD}/charter`, who: 'ana' },
  record: { path: `${GUILD}/record`, who: 'ana' },
  'record, decisions alone': { path: `${GUILD}/record?only=decisions` },
  'check the book': { path: `${GUILD}/record/verify` },
  roles: { path: `${GUILD}/roles`, who: 'ana' },
  cases: { path: `${GUILD}/cases`, who: 'ana' },
  'case of one’s own': { path: `${GUILD}/cases/C-1`, who: 'outlet' },
  juries: { path: `${GUILD}/juries`, who: 'ana' },
  jury: { path: `${GUILD}/juries/J-1`, who: 'ana' },
  'jury duty': { path: '/jury-duty', who: 'ana' },
  emergencies: { path: `${GUILD}/emergencies`, who: 'ana' },
  delegations: { path: `${GUILD}/delegations`, who: 'ana' },
  figures: { path: `${GUILD}/figures` },
  'held posts': { path: `${GUILD}/held`, who: 'ana' },
  person: { path: '/people/ana', who: 'ana' },
  'person elsewhere': { path: '/people/tomasz@:linia', who: 'ana' },
  you: { path: '/you', who: 'ana' },
  'ways to sign in': { path: '/you/ways-in', who: 'ana' },
  organisations: { path: '/you/organisations', who: 'ana' },
  'quiet hours': { path: '/you/quiet', who: 'ana' },
  'whom one does not hear': { path: '/you/silenced', who: 'ana' },
  'lists to bring': { path: '/you/import', who: 'ana' },
  leave: { path: '/you/leave', who: 'ana' },
  language: { path: '/language', who: 'ana' },
  'lately, in Arabic': { path: '/', who: 'kasia', at: 'linia' },
  'problem, in Arabic': { path: '/problems', who: 'kasia', at: 'linia', act: firstOf(/re-calibrating/) },
  'you with an invitation': { path: '/you', who: 'ana', act: click('Make an invitation link') },
  notices: { path: '/notices', who: 'outlet' },
};

/** Somebody's window, and what was complained of in it since it was last emptied. */
interface Window {
  readonly page: Page;
  readonly complaints: string[];
}

run('every page', () => {
  let guild: Guild;
  let browser: Browser;
  /** What stands for `:name` in a path. */
  let words: Readonly<Record<string, string>>;
  const windows = new Map<Place['who'], Window>();

  beforeAll(async () => {
    [guild, browser] = await Promise.all([openGuild(), openBrowser()]);
    await tellStory(guild);
    const { norte, linia } = guild;
    words = {
      norte: norte.house.addresses.host,
      linia: linia.house.addresses.host,
      join: await invite(norte.house, { purpose: 'join' }),
      found: await invite(linia.house, { purpose: 'found' }),
    };
    for (const who of [undefined, 'ana', 'outlet', 'kasia'] as const) {
      const { origin } = who === 'kasia' ? linia : norte;
      const { page, context } = await openPerson(browser, origin, { javaScriptEnabled: true });
      if (who !== undefined) await signIn(page, who, PASSWORD);
      if (who === 'kasia') await context.addCookies([{ name: LANGUAGE_COOKIE, value: 'ar', url: origin }]);
      windows.set(who, { page, complaints: complaintsIn(page) });
    }
  });
  afterAll(async () => {
    await browser?.close();
    await guild?.stop();
  });

  it.each(Object.keys(PLACES))('%s', async (name) => {
    const { path, who, at = 'norte', status = 200, act } = PLACES[name] as Place;
    const { page, complaints } = windows.get(who) as Window;
    const address = path.replaceAll(/:(\w+)/g, (text, word: string) => words[word] ?? text);
    await page.setViewportSize(WAYS.light.viewport);
    const answer = await page.goto(guild[at].origin + address);
    await act?.(page);
    expect(answer?.status()).toBe(status);
    expect(Buffer.byteLength(await page.content()) + STYLESHEET_BYTES).toBeLessThan(MOST_BYTES);
    const findings = await findingsOn(page, ['light', 'dark', 'narrow', 'zoomed']);
    expect([...findings, ...complaints.splice(0)]).toEqual([]);
  });
});

/** Collects what the browser complains of, and what is asked of any other server. */
function complaintsIn(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A refused form, and a page that is not there, answer with a status that Chromium complains of.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { origin } = new URL(page.url() === 'about:blank' ? request.url() : page.url());
    const navigates = request.isNavigationRequest();
    if (!navigates && new URL(request.url()).origin !== origin) complaints.push(`asks ${request.url()}`);
  });
  return complaints;
}
