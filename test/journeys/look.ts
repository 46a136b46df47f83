import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { render } from '../../views/html.ts';
import { allPages } from '../support/all-samples.ts';

/**
 * Looks at every page with a sample model, in light, dark and on a phone: writes screenshots, and fails on a serious
 * finding of axe, on a page wider than its window, and on anything the content security policy had to stop.
 * `node test/journeys/look.ts [name …]` looks at those pages alone.
 */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'";
/** Runs in the page. */
const WIDER = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
const ASSETS: Readonly<Record<string, string>> = {
  'look.css': 'text/css',
  'mark.svg': 'image/svg+xml',
  'passkeys.js': 'text/javascript',
  'page.js': 'text/javascript',
  'push.js': 'text/javascript',
  'watch.js': 'text/javascript',
  'zone.js': 'text/javascript',
  'header.png': 'image/png',
};
const assetAt = (name: string): URL => new URL(`../../views/assets/${name}`, import.meta.url);

const WAYS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { viewport: { width: 1180, height: 800 }, colorScheme: 'light' },
  dark: { viewport: { width: 1180, height: 800 }, colorScheme: 'dark' },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  narrow: { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
};

async function serve(): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = allPages.find(({ name }) => pathname === `/${name}`);
    response.setHeader('content-security-policy', POLICY);
    const asset = pathname.startsWith('/assets/') ? pathname.slice('/assets/'.length) : '';
    const type = ASSETS[asset];
    if (pathname === '/sw.js')
      response.setHeader('content-type', 'text/javascript').end(await readFile(assetAt('sw.js')));
    else if (type) response.setHeader('content-type', type).end(await readFile(assetAt(asset)));
    // Scripts of the secret ballot are tried elsewhere; here it counts that nothing else is asked for.
    else if (/^secret-\w+\.js$/.test(asset)) response.setHeader('content-type', 'text/javascript').end();
    else if (page) response.setHeader('content-type', 'text/html; charset=utf-8').end(render(page.show()));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const wide = await page.evaluate<boolean>(WIDER);
  return [
    ...violations.map(
      (one) => `${one.impact} ${one.id}: ${one.nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    ),
    ...(wide ? ['serious: wider than the window'] : []),
  ];
}

async function look(browser: Browser, way: string, origin: string, directory: string): Promise<number> {
  // Axe has to put its script into the page, so the policy is tried in a context of its own, without axe.
  const context = await browser.newContext({ ...WAYS[way], bypassCSP: true });
  const page = await context.newPage();
  let serious = 0;
  for (const { name } of wanted()) {
    await page.goto(`${origin}/${name}`);
    await page.screenshot({ path: path.join(directory, `${name}.${way}.png`), fullPage: true });
    for (const finding of await findings(page)) {
      if (/^(serious|critical)/.test(finding)) serious += 1;
      console.log(`${way} ${name}: ${finding}`);
    }
  }
  await context.close();
  return serious;
}

async function policyKept(browser: Browser, origin: string): Promise<number> {
  const page = await browser.newPage();
  let stopped = 0;
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    stopped += 1;
    console.log(`console: ${page.url()}: ${message.text()}`);
  });
  for (const { name } of wanted()) await page.goto(`${origin}/${name}`);
  await page.close();
  return stopped;
}

function wanted(): typeof allPages {
  const names = process.argv.slice(2);
  return names.length ? allPages.filter(({ name }) => names.includes(name)) : allPages;
}

const directory = await mkdtemp(path.join(tmpdir(), 'folkmoot-look-'));
await mkdir(path.join(directory, 'pages'));
for (const { name, show } of wanted()) await writeFile(path.join(directory, 'pages', `${name}.html`), render(show()));
const server = await serve();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
let wrong = await policyKept(browser, server.origin);
for (const way of Object.keys(WAYS)) wrong += await look(browser, way, server.origin, directory);
await browser.close();
server.close();
console.log(
  `${wanted().length} pages in ${Object.keys(WAYS).length} ways, ${wrong} serious findings; screenshots in ${directory}`,
);
process.exitCode = wrong === 0 ? 0 : 1;
