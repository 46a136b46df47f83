import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { journeysRun, openBrowser, openPerson, shownIn } from './browser.ts';
import { type Guild, openGuild, PASSWORD } from './guild/guild.ts';
import { tellStory } from './guild/story.ts';

const run = journeysRun() ? describe : describe.skip;
const MOST_STOPS = 60;

/** What has the focus, as it is named, and whether one can see that. */
interface Stop {
  readonly name: string;
  readonly visible: boolean;
}

/** Runs in the page. A choice shows its focus on its whole label. */
const FOCUS = `(() => {
  const at = document.activeElement;
  const ring = (one) => one && getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
  const box = at.getBoundingClientRect();
  const inside = box.width > 0 && box.left >= 0 && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
  const label = at.labels?.[0]?.innerText ?? at.innerText ?? '';
  return { name: label.split('\\n')[0].trim(), visible: inside && (ring(at) || ring(at.closest('label'))) };
})()`;

run('with the keyboard alone', () => {
  let guild: Guild;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [guild, browser] = await Promise.all([openGuild(), openBrowser()]);
    await tellStory(guild);
    ({ page } = await openPerson(browser, guild.norte.origin, { javaScriptEnabled: true }));
  });
  afterAll(async () => {
    await browser?.close();
    await guild?.stop();
  });

  const focus = () => page.evaluate<Stop>(FOCUS);

  /** Presses a key that leads to another page. */
  async function follow(key: 'Enter' | 'Space'): Promise<void> {
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)]);
  }

  /** Goes on from stop to stop until something of this name has the focus; every stop on the way must be seen. */
  async function tabTo(name: string): Promise<void> {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await page.keyboard.press('Tab');
      const stop = await focus();
      expect(stop).toEqual({ name: stop.name, visible: true });
      if (stop.name === name) return;
    }
    throw new Error(`“${name}” was not reached in ${MOST_STOPS} stops`);
  }

  it('offers the way past the masthead first', async () => {
    await page.goto('/sign-in');
    await page.keyboard.press('Tab');
    expect(await focus()).toEqual({ name: 'Skip to the page', visible: true });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focus()).toEqual({ name: 'Your name here', visible: true });
  });

  it('signs ana in', async () => {
    await page.keyboard.type('ana');
    await tabTo('Password');
    await page.keyboard.type(PASSWORD);
    await tabTo('Sign in');
    await follow('Space');
    expect(await shownIn(page.getByRole('heading', { level: 1 }))).toBe('Lately');
  });

  it('leads her to the proposal that is being voted on', async () => {
    await tabTo('Decisions');
    await follow('Enter');
    await tabTo('Five posts a day are enough');
    await follow('Enter');
    expect(await shownIn(page.getByRole('heading', { level: 1 }))).toBe('Five posts a day are enough');
  });

  it('lets her choose with the arrows and cast her ballot', async () => {
    await tabTo('Yes');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await focus()).toEqual({ name: 'No', visible: true });
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(true);
    await tabTo('Cast my ballot');
    await follow('Enter');
    expect(await shownIn(page.getByRole('main'))).toContain('You voted Yes');
    await tabTo('Your receipt');
    await page.keyboard.press('Enter');
    expect(await page.getByText('Keep these two lines.').isVisible()).toBe(true);
  });
});
