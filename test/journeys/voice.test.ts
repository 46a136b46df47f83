import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CommunityIri, PersonIri } from '../../server/community/ids.ts';
import { random } from '../../server/governance/secret/crypto/bytes.ts';
import { beginToken } from '../../server/governance/voices/holder.ts';
import { adoptChange } from '../support/adopted-rule.ts';
import { type IssuerProcess, startIssuer } from '../support/issuer-process.ts';
import { OWN_PASSWORD } from '../support/passkey-holder.ts';
import { account, community as found, must } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { findingsOn, journeysRun, openBrowser, openPerson, shownIn, signIn } from './browser.ts';

const run = journeysRun() ? describe : describe.skip;
const WORKS = 'works.example';
const MEMBERS = ['ana', 'bob', 'cleo'];
/** With bob and cleo they are twenty, below which no token is taken. */
const COLLEAGUES = Array.from({ length: 18 }, (_, at) => `Colleague ${at + 1}`);
const GUILD = '/communities/guild';
const VOICE = `${GUILD}/voice`;
const HOUR_MS = 3_600_000;

run('a member speaks without a name', () => {
  let server: RunningServer;
  let issuer: IssuerProcess;
  let browser: Browser;
  let guild: CommunityIri;
  let codes: ReadonlyMap<string, string>;
  let bob: Page;
  let ana: Page;
  let cleo: Page;
  let thread = '';

  const hours = async (count: number) => {
    server.clock.forward(count);
    await server.settle();
  };
  const main = (page: Page) => shownIn(page.getByRole('main'));
  const status = (text: string) => bob.getByRole('status').getByText(text).waitFor();
  const press = (name: string) => bob.getByRole('button', { name, exact: true }).click();

  beforeAll(async () => {
    // Commands know no other name below `localhost`.
    [server, browser] = await Promise.all([runServer('localhost'), openBrowser()]);
    issuer = await startIssuer(WORKS, [...MEMBERS, ...COLLEAGUES], server.clock.file);
    const people = (await Promise.all(MEMBERS.map((name) => account(server, name)))) as [PersonIri, ...PersonIri[]];
    guild = (await found(server, people[0], 'guild')).iri;
    for (const person of people.slice(1)) must(await server.actions.joinCommunity({ person, community: guild }));
    // Who proposes has been a member for thirty days.
    await hours(31 * 24);
    const { key, url } = issuer;
    await adoptChange(server, guild, people, { kind: 'accept-issuer', organisation: WORKS, key, url });
    // To the third of a month, so that what follows happens within it.
    const now = server.house.clock.now();
    const third = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 3);
    await hours(Math.ceil((third - now.getTime()) / HOUR_MS));
    codes = await issuer.codes();
    const open = async (name: string, javaScriptEnabled: boolean) => {
      const { page } = await openPerson(browser, server.origin, { javaScriptEnabled });
      await signIn(page, name, OWN_PASSWORD, GUILD);
      return page;
    };
    [ana, bob, cleo] = [await open('ana', false), await open('bob', true), await open('cleo', false)];
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await issuer?.stop();
    await server?.stop();
  });

  /** Somebody takes the answer of her organisation's own page, with the code that it gave her. */
  async function haveSigned(page: Page, name: string): Promise<string> {
    await page.getByLabel('Your code').fill(codes.get(name) ?? '');
    await page.getByRole('button', { name: 'Get the token' }).click();
    return page.getByLabel('The answer').inputValue();
  }

  it('her browser makes a token, and her organisation’s own page signs it', async () => {
    await bob.getByRole('link', { name: 'Speak without a name' }).click();
    expect(await main(bob)).toContain(`${WORKS}: nobody was given a token`);
    await press('Make a token');
    await status('The token is made.');
    expect(await findingsOn(bob, ['light', 'dark', 'phone'])).toEqual([]);
    const [signing] = await Promise.all([
      bob.waitForEvent('popup'),
      bob.getByRole('link', { name: 'your organisation’s page' }).click(),
    ]);
    expect(new URL(signing.url()).origin).toBe(issuer.url);
    await signing.getByLabel('Your code').fill('1234-1234');
    await signing.getByRole('button', { name: 'Get the token' }).click();
    expect(await shownIn(signing.getByRole('alert'))).toContain('This code is not one of this month');
    const answer = await haveSigned(signing, 'bob');
    // The organisation tells whom it gave a token. It did not see which.
    await signing.goto(issuer.url);
    expect(await main(signing)).toContain('bob');
    await signing.close();
    await bob.getByLabel('The answer').fill(answer.slice(1));
    await press('Put it in');
    await status('This is not what was asked for.');
    await bob.getByLabel('The answer').fill(answer);
    await press('Put it in');
    await status('You have your token.');
  });

  it('is told to wait while too few have a token, and has a voice when they are enough', async () => {
    await press('Exchange it');
    await status('Below 20 none is taken');
    expect(await bob.getByLabel('What you want to say').isVisible()).toBe(false);
    for (const name of COLLEAGUES) await issueTo(name);
    await hours(1);
    await bob.reload();
    expect(await main(bob)).toContain(`${WORKS}: 19 people were given a token`);
  });

  it('without scripts a member is told plainly that it needs a program, and which; it does what the page says', async () => {
    await cleo.getByRole('link', { name: 'Speak without a name' }).click();
    const said = await main(cleo);
    expect(said).toContain('Without JavaScript');
    expect(said).toContain('A voice needs a program that runs with you, not on the server.');
    expect(said).toContain('nobody can unmask it');
    for (const name of ['Make a token', 'Exchange it', 'Say it without a name'])
      expect(await cleo.getByRole('button', { name }).count()).toBe(0);
    const [file, lines] = await Promise.all([
      cleo.getByRole('link', { name: 'voice.mjs' }).getAttribute('href'),
      shownIn(cleo.locator('pre')),
    ]);
    const dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-voice-'));
    writeFileSync(path.join(dir, 'voice.mjs'), await (await cleo.request.get(file ?? '')).body());
    const [token = '', redeem = ''] = lines.split('\n');
    const follow = async (line: string) => {
      const [, ...given] = line.replace('CODE', codes.get('cleo') ?? '').split(' ');
      return (await promisify(execFile)(process.execPath, given, { cwd: dir })).stdout;
    };
    expect(await follow(token)).toContain('Nobody can tell any more that it is yours');
    await hours(1);
    expect(await follow(redeem)).toMatch(/^You are [A-Z]\w+ [A-Z]\w+\. You can speak from /);
    rmSync(dir, { recursive: true });
  });

  it('exchanges her token and speaks without a cookie; the post has a voice’s name and not hers', async () => {
    const sent = async (press: Promise<void>, where: string) => {
      const [request] = await Promise.all([bob.waitForRequest((one) => one.url().endsWith(where)), press]);
      expect((await request.allHeaders()).cookie).toBeUndefined();
    };
    await bob.reload();
    await sent(press('Exchange it'), '/voice/redeem');
    await status('You have a voice.');
    const [name = ''] = (await shownIn(bob.locator('#name'))).split(' · ');
    expect(name).toMatch(/^[A-Z]\w+ [A-Z]\w+$/);
    await bob.getByLabel('What you want to say').fill('The new process costs us two days a week.');
    await press('Say it without a name');
    await status('Come back then');
    // The voice is in her browser, and still there when she comes back.
    await hours(14);
    await bob.reload();
    await bob.getByLabel('What you want to say').fill('The new process costs us two days a week.');
    await sent(press('Say it without a name'), '/voice/speak');
    await status('It is said.');
    await server.settle();
    await ana.goto(GUILD);
    const post = ana.locator('article.post').filter({ hasText: 'costs us two days a week' });
    expect(await shownIn(post)).toContain(`${name} · verified, ${WORKS}, one of 20`);
    expect(await post.innerHTML()).not.toContain('bob');
    await post.locator('a.when').click();
    thread = ana.url();
    expect(await shownIn(ana.locator('article.post'))).toContain(name);
  });

  it('answers others as the same voice, and is forgotten in this browser when she says so', async () => {
    const asked = must(
      await server.actions.publishPost({
        author: server.house.addresses.person('ana'),
        community: guild,
        text: 'Which step is it?',
      }),
    );
    await bob.getByLabel('What you want to say').fill('The second sheet.');
    await bob.getByLabel('The address of the post it answers').fill(asked.iri);
    await press('Say it without a name');
    await status('It is said.');
    await server.settle();
    await ana.goto(new URL(server.house.addresses.page.thread('guild', asked.iri), thread).href);
    expect(await shownIn(ana.locator('article.post').last())).toMatch(
      /verified, works\.example, one of 20[\s\S]*second sheet/,
    );
    await press('Forget it in this browser');
    await bob.getByRole('button', { name: 'Make a token' }).waitFor();
    expect(await bob.evaluate('JSON.stringify(localStorage)')).not.toContain('paper');
  });

  /** A colleague has a token of her own signed, with whatever program. */
  async function issueTo(name: string): Promise<void> {
    const said = await (await fetch(`${server.origin}${VOICE}/setup.json`)).json();
    const { epoch, issuers } = said as {
      readonly epoch: string;
      readonly issuers: readonly {
        readonly epochs: readonly { readonly epoch: string; readonly blindKey: string }[];
      }[];
    };
    const blindKey = issuers[0]?.epochs.find((one) => one.epoch === epoch)?.blindKey ?? '';
    const { draft } = await beginToken({ community: guild, organisation: WORKS, epoch, blindKey }, random);
    const body = new URLSearchParams({ code: codes.get(name) ?? '', epoch, blinded: draft?.blinded ?? '' });
    const answer = await fetch(`${issuer.url}/token`, { method: 'POST', body });
    expect(answer.status).toBe(200);
  }
});
