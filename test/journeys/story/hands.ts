import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../../support/wait.ts';

const MOST_STOPS = 200;

/** What has the focus, as it is named, and whether one can see that. */
interface Stop {
  readonly name: string;
  readonly visible: boolean;
  /** Where it is in the window, for whoever looks for a fault: left, top, right, bottom. */
  readonly box: string;
}

/** Runs in the page. A choice shows its focus on its whole label; of a tall field one sees where one types. */
const FOCUS = `(() => {
  const at = document.activeElement;
  const ring = (one) => one && getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
  const box = at.getBoundingClientRect();
  const bottom = at.tagName === 'TEXTAREA' ? box.top + 40 : box.bottom;
  const inside = box.width > 0 && box.left >= 0 && box.top >= 0 && bottom <= innerHeight && box.right <= innerWidth;
  const label = at.labels?.[0]?.innerText ?? at.innerText ?? '';
  return { name: label.split('\\n')[0].trim(), visible: inside && (ring(at) || ring(at.closest('label'))), box: [box.left, box.top, box.right, box.bottom].map(Math.round).join(' ') };
})()`;

/** Somebody who has a keyboard and nothing else. */
export function handsOn(page: Page) {
  const focus = () => page.evaluate<Stop>(FOCUS);

  /** What has the focus, once it can be seen: a page may still be scrolling to it. */
  async function seen(): Promise<Stop> {
    const { name, box } = await focus();
    return until(`one can see that “${name}” (${box}) has the focus, on ${page.url()}`, sees, 5000);
  }
  async function sees(): Promise<Stop | null> {
    const stop = await focus();
    return stop.visible ? stop : null;
  }

  /** Presses a key that leads to another page. */
  async function follow(key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
  }

  /** Goes on from stop to stop until something of this name has the focus; every stop on the way must be seen. */
  async function tabTo(name: string | RegExp): Promise<void> {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await page.keyboard.press('Tab');
      const stop = await seen();
      if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return;
    }
    throw new Error(`“${name}” was not reached in ${MOST_STOPS} stops on ${page.url()}`);
  }

  return {
    seen,
    follow,
    tabTo,
    /** Types an address, and is at the top of its page. */
    open: (path: string) => page.goto(path),
    /** Past the masthead: the first stop of every page leads there. */
    async skip(): Promise<void> {
      await page.keyboard.press('Tab');
      expect((await seen()).name).toBe('Skip to the page');
      await page.keyboard.press('Enter');
    },
    /** To a link or a button, and through it. */
    async go(name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
      await tabTo(name);
      await follow(key);
    },
    /** To a field, and into it. */
    async type(name: string | RegExp, text: string): Promise<void> {
      await tabTo(name);
      await page.keyboard.type(text);
    },
  };
}
