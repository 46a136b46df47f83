import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CommunityIri, PersonIri } from '../../server/community/ids.ts';
import { account, community as found, must } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { endSecretVote, openSecretVote } from '../support/secret-vote.ts';
import { until } from '../support/wait.ts';
import { findingsOn, journeysRun, openBrowser, openPerson, shownIn, signIn } from './browser.ts';

const run = journeysRun() ? describe : describe.skip;
const PASSWORD = 'a long enough password';
const VOTE = '/communities/guild/proposals/P-1/secret';

/** Her paper in her browser, as the page keeps it. */
const KEPT_PAPER = "const name = Object.keys(localStorage).find((one) => one.startsWith('folkmoot ballot'))";
/** Spoils the signature on it; what was kept before is the answer. */
const TAMPERED = `(() => {
  ${KEPT_PAPER};
  const before = localStorage.getItem(name);
  const kept = JSON.parse(before);
  kept.paper.paper = kept.paper.paper.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
  localStorage.setItem(name, JSON.stringify(kept));
  return before;
})()`;

run('a member votes secretly', () => {
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let guild: CommunityIri;
  let vote: Awaited<ReturnType<typeof openSecretVote>>;
  let receipt = '';

  beforeAll(async () => {
    [server, browser] = await Promise.all([runServer('north.localhost'), openBrowser()]);
    const names = ['ana', 'bob', 'cleo'];
    const [ana, ...others] = (await Promise.all(names.map((name) => account(server, name)))) as [PersonIri];
    guild = (await found(server, ana, 'guild')).iri;
    for (const person of others as PersonIri[]) {
      must(await server.actions.joinCommunity({ person, community: guild }));
    }
    vote = await openSecretVote(server, guild);
    ({ page } = await openPerson(browser, server.origin, { javaScriptEnabled: true }));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const main = () => shownIn(page.getByRole('main'));

  it('gets her ballot paper, which stays in her browser', async () => {
    await signIn(page, 'bob', PASSWORD, VOTE);
    await page.getByRole('button', { name: 'Get my ballot paper' }).click();
    await page.getByText('You have your ballot paper.').waitFor();
    expect(await server.house.secretBallots.issuedTo(vote.vote)).toHaveLength(1);
    expect(await findingsOn(page, ['light', 'dark', 'phone'])).toEqual([]);
  });

  it('votes, also after the page was loaded again, and without a cookie', async () => {
    await page.reload();
    await page.getByRole('radio', { name: 'No', exact: true }).check();
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.url().endsWith('/secret/cast')),
      page.getByRole('button', { name: 'Cast my secret ballot' }).click(),
    ]);
    expect((await request.allHeaders()).cookie).toBeUndefined();
    await page.getByText('Your ballot is in.').waitFor();
    receipt = (await page.locator('#receipt-leaf').textContent()) ?? '';
    expect(receipt).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes her mind, and her last ballot counts', async () => {
    await page.getByRole('radio', { name: 'Yes', exact: true }).check();
    await page.getByRole('button', { name: 'Cast my secret ballot' }).click();
    const before = receipt;
    await until('another receipt', async () => {
      receipt = (await page.locator('#receipt-leaf').textContent()) ?? '';
      return receipt !== before;
    });
    expect(await server.house.secretBallots.turnout(vote.vote)).toBe(1);
  });

  it('reads in her language what became of it, also where the server is away or refuses', async () => {
    const context = page.context();
    await context.addCookies([{ name: 'folkmoot-language', value: 'fr', url: server.origin }]);
    await page.goto(VOTE);
    await page.getByRole('radio', { name: 'Oui', exact: true }).check();
    const cast = page.getByRole('button', { name: 'Déposer mon bulletin secret' });
    await context.setOffline(true);
    await cast.click();
    await page.getByText('Le serveur est injoignable. Rien n’est perdu ; réessayez.').waitFor();
    await context.setOffline(false);
    // Her choice of language is in a cookie, and no cookie comes along: so the script says which it is.
    const kept = await page.evaluate<string>(TAMPERED);
    await cast.click();
    await page.getByText('Le bulletin n’a pas été remis pour ce vote.').waitFor();
    await page.evaluate(`${KEPT_PAPER}; localStorage.setItem(name, ${JSON.stringify(kept)})`);
    await context.clearCookies({ name: 'folkmoot-language' });
  });

  it('finds her receipt on the board after the close', async () => {
    await endSecretVote(server);
    await endSecretVote(server);
    await page.goto(VOTE);
    await page.getByLabel('Receipt').fill(receipt);
    await page.getByRole('button', { name: 'Look for it on the board' }).click();
    expect(await main()).toContain('It stands on the board');
    const state = await server.house.states.load(guild);
    expect(state?.proposals.get(vote.vote.proposal)?.outcome?.tally).toMatchObject({ yes: 1, no: 0, turnout: 1 });
  });

  it('without JavaScript is told plainly how to vote with the command', async () => {
    const { page: plain, context } = await openPerson(browser, server.origin);
    const second = await openSecretVote(server, guild, { number: 2 });
    await signIn(plain, 'cleo', PASSWORD, VOTE.replace('P-1', second.vote.proposal));
    expect(await shownIn(plain.getByRole('main'))).not.toContain('1. Get your ballot paper');
    await plain.getByRole('button', { name: 'Make a code for the command' }).click();
    expect(await shownIn(plain.getByRole('main'))).toContain('node ballot.mjs paper');
    await context.close();
  });
});
