import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type ClockFile, clockFile, type ServerProcess, startServer } from '../support/server-process.ts';
import { PASSWORD } from '../support/visitor.ts';
import { journeysRun, openBrowser, openPerson, reloadUntil, shownIn } from './browser.ts';

const run = journeysRun() ? describe : describe.skip;
const DAY = 24;
const GUILD = '/communities/guild';
const P1 = `${GUILD}/proposals/P-1`;
const RULE = 'Posts by members of less than 30 days that carry more than two links are held for review.';
const ADVERT = 'Great offers: https://one.example https://two.example https://three.example';

let dir: string;
let clock: ClockFile;
let server: ServerProcess;
let browser: Browser;
let ana: Page;
let ben: Page;
let cleo: Page;
let dora: Page;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const notice = (page: Page) => shownIn(page.getByRole('status'));
const textOf = (page: Page) => shownIn(page.getByRole('main'));
const besides = (page: Page) => shownIn(page.getByRole('complementary'));

/** Somebody new opens a link that ana made, and joins the guild. */
async function comesIn(username: string): Promise<Page> {
  await link(ana, 'You').click();
  await button(ana, 'Make an invitation link').click();
  const invitation = await shownIn(ana.locator('code'));
  const { page } = await openPerson(browser, server.origin);
  await page.goto(invitation);
  await page.getByLabel('Your name here').fill(username);
  await page.getByLabel('Password').fill(PASSWORD);
  await button(page, 'Open my account').click();
  expect(await notice(page)).toContain(`Welcome, ${username}`);
  await link(page, 'Machine makers’ guild').click();
  await button(page, 'Join').click();
  expect(await notice(page)).toBe('You are a member of Machine makers’ guild.');
  return page;
}

run('a community, in a browser without scripts', () => {
  beforeAll(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-journey-'));
    clock = clockFile(path.join(dir, 'clock'));
    [server, browser] = await Promise.all([
      startServer({ host: 'north.localhost', dataDir: path.join(dir, 'data'), clockFile: clock.file }),
      openBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('tells ana what is wrong with her form, field by field, and keeps what she wrote', async () => {
    ({ page: ana } = await openPerson(browser, server.origin));
    await ana.goto(server.foundingLink() ?? 'no founding link');
    await ana.getByLabel('Your name here').fill('ana');
    await ana.getByLabel('Password').fill('too short');
    await ana.getByLabel('Its name in handles').fill('guild');
    await ana.getByLabel('Its title').fill('Machine makers’ guild');
    await ana.getByLabel('What it is for').fill('For everyone who builds, runs or mends the lines.');
    await button(ana, 'Found the community').click();
    expect(await ana.title()).toMatch(/^Error: /);
    const summary = ana.getByRole('alert');
    expect(await shownIn(summary)).toContain('There is something to put right');
    await summary.getByRole('link').click();
    expect(new URL(ana.url()).hash).toBe('#password');
    expect(await ana.getByLabel('Password').getAttribute('aria-invalid')).toBe('true');
    expect(await ana.getByLabel('Password').inputValue()).toBe('');
    expect(await ana.getByLabel('Its title').inputValue()).toBe('Machine makers’ guild');
  });

  it('lets her found the guild, and invite ben and cleo, who join it', async () => {
    await ana.getByLabel('Password').fill(PASSWORD);
    await button(ana, 'Found the community').click();
    expect(await notice(ana)).toContain('Machine makers’ guild is founded.');
    expect(new URL(ana.url()).pathname).toBe(GUILD);
    ben = await comesIn('ben');
    cleo = await comesIn('cleo');
  });

  it('shows what ben writes to ana, who answers in his thread', async () => {
    await ben.getByLabel('Title (if you like)').fill('Sealing head drifts');
    await ben.getByLabel('Text').fill('The sealing head drifts after every Monday restart.');
    await button(ben, 'Post it').click();
    expect(await notice(ben)).toBe('Posted.');
    await link(ana, 'Lately').click();
    await link(ana, 'Sealing head drifts').click();
    await ana.getByLabel('Your reply').fill('Ours too. Have you tried to warm it first?');
    await button(ana, 'Reply').click();
    await ben.reload();
    expect(await textOf(ben)).toContain('warm it first');
  });

  it('lets ben edit what he wrote, and ana delete hers; neither may touch the other’s', async () => {
    await link(ben, 'Edit').click();
    await ben.getByLabel('Text').fill('The sealing head drifts after *every* restart.');
    await button(ben, 'Save').click();
    expect(await shownIn(ben.getByRole('article').first())).toContain('edited');
    await ana.reload();
    expect(await shownIn(ana.getByRole('article').first().locator('em'))).toBe('every');
    expect(await link(ana, 'Delete').count()).toBe(1);
    await link(ana, 'Delete').click();
    await button(ana, 'Delete it').click();
    expect(await notice(ana)).toContain('deleted here');
    await ben.reload();
    const thread = await textOf(ben);
    expect(thread).toContain('A post was here.');
    expect(thread).not.toContain('warm it first');
  });

  it('tells ben from when on he may propose; the founder may, but only for a time', async () => {
    await ben.goto(`${GUILD}/proposals`);
    expect(await textOf(ben)).toMatch(/you can from \d+ \w+ \d{4} on/);
    await ana.goto(`${GUILD}/proposals`);
    expect(await link(ana, 'Propose a change').count()).toBe(1);
  });

  it('asks ana for one thing at a time, when she proposes to everybody', async () => {
    clock.forward(31 * DAY);
    await ana.reload();
    await link(ana, 'Propose a change').click();
    await ana.getByLabel('Adopt a new rule').check();
    await button(ana, 'Continue').click();
    await ana.getByLabel('Title').fill('Links from new members wait for a look');
    await ana.getByLabel('The rule, in the words people vote on').fill(RULE);
    await ana.getByLabel('Your reasons').fill('We had three waves of link spam by accounts a day old.');
    await ana.getByLabel('What of condition 1').selectOption('days since its author joined');
    await ana.getByLabel('How of condition 1').selectOption('less than');
    await ana.getByLabel('Value of condition 1').fill('30');
    await ana.getByLabel('What of condition 2').selectOption('links in the post');
    await ana.getByLabel('How of condition 2').selectOption('more than');
    await ana.getByLabel('Value of condition 2').fill('many');
    await ana.getByRole('group', { name: 'What does it do?' }).getByLabel('Hold the post').check();
    await ana.getByLabel('If it holds: for how many hours').fill('72');
    await button(ana, 'Show what it would do').click();
    expect(await shownIn(ana.getByRole('alert'))).toMatch(/number/);
    await ana.getByLabel('Value of condition 2').fill('2');
  });

  it('shows her what the rule would do before she submits it', async () => {
    await button(ana, 'Show what it would do').click();
    expect(await heading(ana, 'What it would do').count()).toBe(1);
    expect(await textOf(ana)).toContain('Posts by members of less than 30 days that carry more than 2 links are held');
    await button(ana, 'Submit the proposal').click();
    expect(await notice(ana)).toBe('Your proposal P-1 is submitted.');
    expect(new URL(ana.url()).pathname).toBe(P1);
    expect(await button(ana, 'Second it').count()).toBe(0);
  });

  it('begins the discussion when ben and cleo have seconded it', async () => {
    for (const [page, name] of [
      [ben, 'ben'],
      [cleo, 'cleo'],
    ] as const) {
      await link(page, 'Decisions').click();
      expect(await textOf(page)).toContain('You may second it.');
      await link(page, 'Links from new members wait for a look').click();
      await button(page, 'Second it').click();
      expect(await notice(page)).toBe('You seconded P-1.');
      expect(await shownIn(heading(page, 'Seconded by').locator('xpath=..'))).toContain(name);
    }
    expect(await textOf(cleo)).toContain('Being discussed');
  });

  it('freezes the text and opens the vote, each by itself', async () => {
    clock.forward(5 * DAY + 1);
    await reloadUntil(ana, 'The text is frozen');
    clock.forward(2 * DAY);
    await reloadUntil(ana, 'Voting is open');
  });

  it('takes one ballot of ana and offers no second', async () => {
    await ana.getByRole('group', { name: 'Your ballot' }).getByLabel('Yes').check();
    await button(ana, 'Cast my ballot').click();
    expect(await notice(ana)).toBe('Your ballot is cast. Keep your receipt.');
    expect(await button(ana, 'Cast my ballot').count()).toBe(0);
    await ana.getByText('Your receipt', { exact: true }).click();
    expect(await shownIn(ana.locator('dd code').first())).toMatch(/^[0-9a-f]{64}$/);
    await ana.reload();
    expect(await button(ana, 'Cast my ballot').count()).toBe(0);
    expect(await textOf(ana)).toContain('1 of 3 members on the roll have voted.');
  });

  it('shows nobody how the others voted before the close', async () => {
    await ben.goto(P1);
    expect(await textOf(ben)).not.toMatch(/\d+ yes/);
    await ben.getByRole('group', { name: 'Your ballot' }).getByLabel('Abstain').check();
    await button(ben, 'Cast my ballot').click();
    await cleo.goto(P1);
    await cleo.getByRole('group', { name: 'Your ballot' }).getByLabel('Yes').check();
    await button(cleo, 'Cast my ballot').click();
    expect(await textOf(cleo)).toContain('3 of 3 members on the roll have voted.');
    expect(await textOf(cleo)).not.toMatch(/\d+ yes|Who voted what/);
  });

  it('shows the result after the close, and brings the rule into force after the pause', async () => {
    clock.forward(7 * DAY);
    await reloadUntil(ana, 'Adopted.');
    expect(await textOf(ana)).toContain('2 yes, 0 no, 1 abstained; 3 of 3 on the roll voted.');
    await ana.getByText('Who voted what').click();
    expect(await shownIn(ana.getByRole('row', { name: /ben/ }))).toContain('Abstain');
    clock.forward(3 * DAY + 1);
    await ana.goto(`${GUILD}/rules`);
    await reloadUntil(ana, RULE);
    await link(ana, 'decision P-1').click();
    expect(await textOf(ana)).toContain('In force');
  });

  it('holds dora’s advert: only she sees it, and her notices say why', async () => {
    dora = await comesIn('dora');
    await dora.getByLabel('Text').fill(ADVERT);
    await button(dora, 'Post it').click();
    expect(await notice(dora)).toContain('holds your post for review');
    expect(await textOf(dora)).toContain('Held for review under rule R-1, version 1');
    await ben.goto(GUILD);
    expect(await textOf(ben)).not.toContain('Great offers');
    await link(dora, 'Notices').click();
    await reloadUntil(dora, 'What was found: ');
    const told = await textOf(dora);
    expect(told).toContain('Rule R-1, version 1');
    expect(told).toContain('A program found it and applied the rule; no person has looked at it yet.');
  });

  it('writes all of it into the open book, which names nobody to strangers', async () => {
    await link(ben, 'Open book').click();
    expect(await besides(ben)).toContain('Checked just now');
    const book = await textOf(ben);
    for (const happened of ['R-1', 'P-1', 'held']) expect(book).toContain(happened);
    const { page: stranger } = await openPerson(browser, server.origin);
    await stranger.goto(`${GUILD}/record`);
    expect(await textOf(stranger)).not.toMatch(/\b(ben|cleo|dora)\b/);
  });

  it('signs dora out; her way back leads through the door', async () => {
    await link(dora, 'You').click();
    await button(dora, 'Sign out').click();
    expect(await link(dora, 'Sign in').count()).toBeGreaterThan(0);
    await dora.goto('/notices');
    expect(new URL(dora.url()).pathname).toBe('/sign-in');
    await dora.getByLabel('Your name here').fill('dora');
    await dora.getByLabel('Password').fill(PASSWORD);
    await button(dora, 'Sign in').click();
    expect(new URL(dora.url()).pathname).toBe('/notices');
  });
});
