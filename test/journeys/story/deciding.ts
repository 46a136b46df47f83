import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { reloadUntil, shownIn } from '../browser.ts';
import { button, DAY, heading, link, notice, type Told, textOf } from './town.ts';

const TITLE = 'Links from new members wait for a look';
/** As people vote on it. */
export const RULE = 'Posts by members of less than 30 days that carry more than two links are held for review.';

/** What the rule says, as far as the form asks for it; one value is wrong. */
async function fillIn(ana: Page): Promise<void> {
  await ana.getByLabel('Title').fill(TITLE);
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
}

/** A rule is proposed, seconded, voted on, and in force. */
export function deciding(told: Told): void {
  const { home, way } = told;
  const P1 = `${home}/proposals/P-1`;
  const forward = (hours: number) => told.town.server.clock.forward(hours);

  it('propose: ben is told from when on he may; the founder may at once, but only for a time', async () => {
    const [ana, ben] = [told.at('ana'), told.at('ben')];
    await ben.goto(`${home}/proposals`);
    expect(await textOf(ben)).toMatch(/you can from \d+ \w+ \d{4} on/);
    await ana.goto(`${home}/proposals`);
    expect(await link(ana, 'Propose a change').count()).toBe(1);
  });

  it('propose: ana is asked for one thing at a time, and shown what the rule would do before she submits it', async () => {
    const ana = told.at('ana');
    forward(31 * DAY);
    await ana.reload();
    await link(ana, 'Propose a change').click();
    await ana.getByLabel('Adopt a new rule').check();
    await button(ana, 'Continue').click();
    await fillIn(ana);
    await button(ana, 'Show what it would do').click();
    expect(await shownIn(ana.getByRole('alert'))).toMatch(/number/);
    await ana.getByLabel('Value of condition 2').fill('2');
    await button(ana, 'Show what it would do').click();
    expect(await heading(ana, 'What it would do').count()).toBe(1);
    expect(await textOf(ana)).toContain('Posts by members of less than 30 days that carry more than 2 links are held');
    await button(ana, 'Submit the proposal').click();
    expect(await notice(ana)).toBe('Your proposal P-1 is submitted.');
    expect(new URL(ana.url()).pathname).toBe(P1);
    expect(await button(ana, 'Second it').count()).toBe(0);
  });

  it('propose: ben and cleo second it, and the discussion begins', async () => {
    for (const name of ['ben', 'cleo'] as const) {
      const page = told.at(name);
      await link(page, 'Decisions').click();
      expect(await textOf(page)).toContain('You may second it.');
      await link(page, TITLE).click();
      await button(page, 'Second it').click();
      expect(await notice(page)).toBe('You seconded P-1.');
      expect(await shownIn(heading(page, 'Seconded by').locator('xpath=..'))).toContain(way.names[name]);
    }
    expect(await textOf(told.at('cleo'))).toContain('Being discussed');
  });

  it('vote: the text is frozen and the vote opens, each by itself', async () => {
    forward(5 * DAY + 1);
    await reloadUntil(told.at('ana'), 'The text is frozen');
    forward(2 * DAY);
    await reloadUntil(told.at('ana'), 'Voting is open');
  });

  it('vote: one ballot of ana is taken, with a receipt, and no second is offered', async () => {
    const ana = told.at('ana');
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

  it('vote: nobody is shown how the others voted before the close', async () => {
    const [ben, cleo] = [told.at('ben'), told.at('cleo')];
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

  it('vote: the result stands there after the close, and the rule is in force after the pause', async () => {
    const ana = told.at('ana');
    forward(7 * DAY);
    await reloadUntil(ana, 'Adopted.');
    expect(await textOf(ana)).toContain('2 yes, 0 no, 1 abstained; 3 of 3 on the roll voted.');
    await ana.getByText('Who voted what').click();
    expect(await shownIn(ana.getByRole('row', { name: way.names.ben }))).toContain('Abstain');
    forward(3 * DAY + 1);
    await ana.goto(`${home}/rules`);
    await reloadUntil(ana, RULE);
    await link(ana, 'decision P-1').click();
    expect(await textOf(ana)).toContain('In force');
  });
}
