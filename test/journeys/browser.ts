import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is on this machine: CHROMIUM, or where Debian and others put it. */
export const CHROMIUM: string | undefined = [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));

/**
 * Whether journeys can run. Without a browser they are skipped, loudly; in CI they fail instead.
 */
export function journeysRun(): boolean {
  if (CHROMIUM !== undefined) return true;
  const how = 'The journeys need Chromium: apt-get install chromium, or set CHROMIUM to where it is.';
  if (process.env.CI) throw new Error(how);
  process.stderr.write(`\nSkipped. ${how}\n`);
  return false;
}

/** Starts Chromium without any of its talk to the outside. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '',
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

/** Somebody at her own browser; scripts are off, so that what works here works for everybody. */
export async function openPerson(
  browser: Browser,
  origin: string,
  options: { readonly width?: number; readonly dark?: boolean } = {},
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: false,
    viewport: { width: options.width ?? 1100, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return { page, context };
}
