import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { postIri } from '../../server/community/ids.ts';
import { days } from '../support/adopted-rule.ts';
import { activity, note } from '../support/attacker.ts';
import { account, community } from '../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { takenIn } from '../support/taken-in.ts';
import { findingsOn, journeysRun, openBrowser, openPerson, shownIn, signIn } from './browser.ts';

const run = journeysRun() ? describe : describe.skip;
const PASSWORD = 'a long enough password';
const CREW = '/communities/crew';

let north: RunningServer;
let far: RemoteOrigin;
let mia: RemoteActor;
let browser: Browser;
let ana: Page;
let ben: Page;
/** The same person as ana, where scripts are let in for axe alone. */
let looking: Page;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const notice = (page: Page) => shownIn(page.getByRole('status'));
const textOf = (page: Page) => shownIn(page.getByRole('main'));

/** What is wrong with the page that somebody is on. */
async function findings(at: Page): Promise<readonly string[]> {
  await looking.goto(at.url());
  return findingsOn(looking, ['light', 'dark', 'narrow', 'zoomed']);
}

run('a community with people and posts from other servers, in a browser without scripts', () => {
  beforeAll(async () => {
    [north, far, browser] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far'), openBrowser()]);
    const host = await account(north, 'host');
    await community(north, host, 'guild');
    for (const name of ['ana', 'ben']) await account(north, name);
    mia = await far.actor('mia');
    [ana, ben] = [
      (await openPerson(browser, north.origin)).page,
      (await openPerson(browser, north.origin, { viewport: { width: 320, height: 640 } })).page,
    ];
    looking = (await openPerson(browser, north.origin, { javaScriptEnabled: true })).page;
    await signIn(ana, 'ana', PASSWORD);
    await signIn(looking, 'ana', PASSWORD);
    await signIn(ben, 'ben', PASSWORD);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([north?.stop(), far?.close()]);
  });

  it('asks whoever is not signed in to sign in before she founds one', async () => {
    const { page, context } = await openPerson(browser, north.origin);
    await page.goto('/found');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await context.close();
  });

  it('tells ana that the name she wants is taken, and keeps what she wrote', async () => {
    await link(ana, 'Communities').click();
    expect(await findings(ana)).toEqual([]);
    await link(ana, 'Found a community').click();
    expect(await ana.getByLabel('Password').count()).toBe(0);
    expect(await findings(ana)).toEqual([]);
    await ana.getByLabel('Its name in handles').fill('guild');
    await ana.getByLabel('Its title').fill('The night crew');
    await ana.getByLabel('What it is for').fill('Handing over well, and getting home safe.');
    await ana.getByLabel('Members only').check();
    await ana.getByLabel('By request').check();
    await button(ana, 'Found the community').click();
    expect(await ana.title()).toMatch(/^Error: /);
    expect(await shownIn(ana.getByRole('alert'))).toContain('is taken here');
    expect(await ana.getByLabel('Its title').inputValue()).toBe('The night crew');
    expect(await ana.getByLabel('Members only').isChecked()).toBe(true);
  });

  it('lets her found a community for its members alone, and makes her the first of them', async () => {
    await ana.getByLabel('Its name in handles').fill('crew');
    await button(ana, 'Found the community').click();
    expect(await notice(ana)).toContain('The night crew is founded.');
    expect(new URL(ana.url()).pathname).toBe(CREW);
    expect(await textOf(ana)).toContain('You are a member.');
    await ana.getByLabel('Title (if you like)').fill('What the late shift leaves');
    await ana.getByLabel('Text').fill('What stopped, and what to listen for.');
    await button(ana, 'Post it').click();
    expect(await notice(ana)).toBe('Posted.');
  });

  it('shows ben what it is for and who reads it, but nothing that is written in it', async () => {
    await ben.goto(CREW);
    const page = await textOf(ben);
    expect(page).toContain('getting home safe');
    expect(page).toContain('What is written here is for its members.');
    expect(page).not.toContain('late shift');
    expect(await link(ben, 'Charter').count()).toBe(1);
    expect(await link(ben, 'Open book').count()).toBe(0);
    await button(ben, 'Ask to join').click();
    expect(await notice(ben)).toBe('You asked to join. A member has to let you in.');
    expect(await textOf(ben)).toContain('You need not ask again.');
  });

  it('shows ana who asks, at this server and at another, and lets her decide about each', async () => {
    const crew = north.house.addresses.community('crew');
    await takenIn(north, [activity('Follow', mia, crew)]);
    await ana.goto(CREW);
    expect(await findings(ana)).toEqual([]);
    await button(ana, 'Let in ben').click();
    expect(await notice(ana)).toBe('They are a member now.');
    await button(ana, 'Let in mia').click();
    expect(await ana.getByRole('heading', { name: 'Asking to join' }).count()).toBe(0);
    await ben.reload();
    expect(await textOf(ben)).toContain('late shift');
    await link(ben, 'Notices').click();
    expect(await textOf(ben)).toContain('A member has let you in.');
  });

  it('keeps a post from elsewhere behind its warning, and its pictures at their own server', async () => {
    const crew = north.house.addresses.community('crew');
    const wrote = note(mia, crew, '<p>The belt took the sleeve.</p>', {
      summary: 'An accident at a machine',
      sensitive: true,
      attachment: [
        { type: 'Document', mediaType: 'image/png', url: 'https://files.far.example/1.png', name: 'The open cover' },
      ],
    });
    await takenIn(north, [activity('Create', mia, wrote)]);
    await ben.goto(north.house.addresses.page.thread('crew', postIri(wrote.id)));
    expect(await findings(ben)).toEqual([]);
    expect(await textOf(ben)).toContain('Content warning: An accident at a machine');
    expect(await textOf(ben)).not.toContain('sleeve');
    await ben.getByText('Content warning:').click();
    expect(await textOf(ben)).toContain('The belt took the sleeve.');
    const file = link(ben, 'Image: The open cover');
    expect(await file.getAttribute('href')).toBe('https://files.far.example/1.png');
    expect(await ben.getByRole('img').count()).toBe(0);
  });

  it('counts ben’s like without naming him, until he takes it back', async () => {
    await button(ben, /^Like/).click();
    expect(await textOf(ben)).toContain('One person likes this.');
    await ana.goto(ben.url());
    expect(await textOf(ana)).toContain('One person likes this.');
    expect(await textOf(ana)).not.toContain('ben');
    await button(ben, /^Take my like back/).click();
    expect(await textOf(ben)).not.toContain('likes this');
    expect(await button(ben, /^Like/).count()).toBe(1);
  });

  it('shows ana whom it would touch before she proposes to limit a server', async () => {
    await days(north, 31);
    await ana.goto(`${CREW}/propose`);
    await ana.getByLabel('Decide about a server').check();
    await button(ana, 'Continue').click();
    expect(await findings(ana)).toEqual([]);
    await ana.getByLabel('Title of the proposal').fill('What comes from far is for us alone');
    await ana.getByLabel('Which server').fill('not a server');
    await ana.getByLabel('Limit it').check();
    await ana.getByLabel('Your reasons').fill('Forty adverts in a week.');
    await button(ana, 'Show what it would do').click();
    await ana.getByRole('alert').getByRole('link').click();
    expect(new URL(ana.url()).hash).toBe('#server');
    await ana.getByLabel('Which server').fill(far.host);
    await button(ana, 'Show what it would do').click();
    const preview = await shownIn(ana.getByRole('heading', { name: 'What it would do' }).locator('xpath=..'));
    expect(preview).toContain('1 member of this community comes from there.');
    expect(await textOf(ana)).toContain('Every member can see the proposal');
    await button(ana, 'Submit the proposal').click();
    expect(await notice(ana)).toBe('Your proposal P-1 is submitted.');
    expect(await textOf(ana)).toContain('A decision about a server.');
    expect(await findings(ana)).toEqual([]);
  });
});
