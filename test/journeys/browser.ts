import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { until } from '../support/wait.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is on this machine: CHROMIUM, or where Debian and others put it. */
export const CHROMIUM: string | undefined = [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));

const HOW = 'The journeys need Chromium: apt-get install chromium, or set CHROMIUM to where it is.';

/**
 * Whether journeys can run. Without a browser they are skipped, loudly; in CI they fail instead.
 */
export function journeysRun(): boolean {
  if (CHROMIUM !== undefined) return true;
  if (process.env.CI) throw new Error(HOW);
  process.stderr.write(`\nSkipped. ${HOW}\n`);
  return false;
}

/** Starts Chromium without any of its talk to the outside. */
export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error(HOW);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The ways in which pages are looked at. Zoom to 200 % leaves half the window's width. */
export const WAYS = {
  light: { viewport: { width: 1180, height: 800 }, colorScheme: 'light' },
  dark: { viewport: { width: 1180, height: 800 }, colorScheme: 'dark' },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  narrow: { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  zoomed: { viewport: { width: 590, height: 400 }, colorScheme: 'light' },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;
export type Way = keyof typeof WAYS;

/** Somebody at her own browser; scripts are off, so that what works here works for everybody. */
export async function openPerson(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false, ...WAYS.light, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return { page, context };
}

/** What somebody reads there; what is folded away is not part of it. */
export function shownIn(place: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is read is what is rendered
  return place.innerText();
}

/** Loads the page again until it says something: what is due happens by itself, a moment later. */
export async function reloadUntil(page: Page, text: string): Promise<void> {
  await until(`“${text}” on ${page.url()}`, async () => {
    await page.reload();
    return (await shownIn(page.getByRole('main'))).includes(text);
  });
}

/** Signs somebody in by the form; she is then where she wanted to go. */
export async function signIn(page: Page, username: string, password: string, next = '/'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('Your name here').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What another width or another set of colours can change; everything else follows from the document alone. */
const LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
/** Run in the page, the second where axe has been put into it. */
const WIDER = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
const AGAIN = `axe.run(document, { runOnly: { type: 'rule', values: ${JSON.stringify(LOOKS)} }, resultTypes: ['violations'] })`;

/**
 * What is wrong with a page: serious and critical findings of axe against WCAG 2.2 AA, and a page wider than its
 * window, each with the way of looking in which it shows. Empty when nothing is. Its context must allow scripts.
 * All rules are asked the first way; in the others those that a width or a set of colours can break.
 */
export async function findingsOn(page: Page, ways: readonly Way[]): Promise<readonly string[]> {
  // This also puts axe into the page. Legacy: without a window of its own for frames.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly: WCAG_22_AA, resultTypes: ['violations'] });
  const found: string[] = [];
  for (const [at, way] of ways.entries()) {
    const { viewport, colorScheme } = WAYS[way];
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const { violations } =
      at === 0 ? await axe.analyze() : await page.evaluate<Awaited<ReturnType<typeof axe.analyze>>>(AGAIN);
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    found.push(
      ...serious.map(({ id, nodes }) => `${way}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    );
    if (await page.evaluate<boolean>(WIDER)) found.push(`${way}: wider than its window`);
  }
  return found;
}
