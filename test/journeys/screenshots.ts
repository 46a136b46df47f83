import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPerson, signIn, WAYS, type Way } from './browser.ts';
import { type Guild, openGuild, PASSWORD } from './guild/guild.ts';
import { tellStory } from './guild/story.ts';

/** A picture to take: of which page, as whom, and how. */
interface Shot {
  readonly path: string;
  readonly who?: 'ana' | 'priya' | 'outlet';
  readonly way: Way;
  /** Pixels from the top; the whole page when it is left out. */
  readonly height?: number;
  readonly act?: (page: Page) => Promise<void>;
}

const GUILD = '/communities/guild';

/** The README's. */
const README: Readonly<Record<string, Shot>> = {
  'community-light': { path: GUILD, who: 'ana', way: 'light', height: 760 },
  'proposal-light': { path: `${GUILD}/proposals/P-2`, who: 'ana', way: 'light', height: 900 },
  'record-dark': { path: `${GUILD}/record`, who: 'ana', way: 'dark', height: 700 },
  'ballot-phone': { path: `${GUILD}/proposals/P-2`, who: 'ana', way: 'phone', height: 1450 },
};

const PAGES: Readonly<Record<string, Omit<Shot, 'way'>>> = {
  welcome: { path: '/' },
  trust: { path: '/trust' },
  explore: { path: '/explore' },
  'open-book-front': { path: '/open-book' },
  'network-health': { path: '/health-of-the-network' },
  'sign-in': { path: '/sign-in' },
  missing: { path: '/nothing/here' },
  lately: { path: '/', who: 'ana' },
  communities: { path: '/communities', who: 'ana' },
  community: { path: GUILD, who: 'ana' },
  'own-held': { path: GUILD, who: 'outlet' },
  held: { path: `${GUILD}/held`, who: 'ana' },
  thread: {
    path: GUILD,
    who: 'ana',
    act: (page) => page.getByRole('link', { name: 'The sealing head drifts after Mondays' }).click(),
  },
  proposals: { path: `${GUILD}/proposals`, who: 'ana' },
  adopted: { path: `${GUILD}/proposals/P-1`, who: 'ana' },
  voting: { path: `${GUILD}/proposals/P-2`, who: 'ana' },
  seconding: { path: `${GUILD}/proposals/P-3`, who: 'ana' },
  rules: { path: `${GUILD}/rules`, who: 'ana' },
  charter: { path: `${GUILD}/charter`, who: 'ana' },
  record: { path: `${GUILD}/record`, who: 'ana' },
  draft: {
    path: `${GUILD}/propose/draft?change=amend-rule:R-1`,
    who: 'ana',
    act: async (page) => {
      await page.getByLabel('Your reasons').fill('Two links were too few for a bill of materials.');
      await page.getByLabel('Value of condition 2').fill('3');
      await page.getByRole('button', { name: 'Show what it would do' }).click();
    },
  },
  person: { path: '/people/ana', who: 'ana' },
  you: { path: '/you', who: 'ana' },
  notices: { path: '/notices', who: 'outlet' },
};

/** All there are: each page in light, in dark and on a phone, and those of the README. */
function allShots(): Readonly<Record<string, Shot>> {
  const ways = ['light', 'dark', 'phone'] as const;
  const every = Object.entries(PAGES).flatMap(([name, shot]) =>
    ways.map((way) => [`${name}-${way}`, { ...shot, way }] as const),
  );
  return { ...Object.fromEntries(every), ...README };
}

/** Runs in the page. Servers of a trial have ports and are called localhost; a picture names them as they would be. */
const AS_ON_THE_WEB = `(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data } = texts.currentNode;
    texts.currentNode.data = data.replace(/\\b(norte|linia|mastodon)\\.localhost:\\d+/g, '$1.example');
  }
})()`;

async function take(browser: Browser, { norte }: Guild, { path: at, who, way, height, act }: Shot): Promise<Buffer> {
  const { page, context } = await openPerson(browser, norte.origin, WAYS[way]);
  if (who !== undefined) await signIn(page, who, PASSWORD);
  await page.goto(at);
  await act?.(page);
  await page.evaluate(AS_ON_THE_WEB);
  const { width } = WAYS[way].viewport;
  const picture = await page.screenshot({
    fullPage: true,
    ...(height === undefined ? {} : { clip: { x: 0, y: 0, width, height } }),
  });
  await context.close();
  return picture;
}

interface Options {
  readonly out: string;
  readonly all?: boolean;
}

async function run(names: readonly string[], { out, all }: Options, command: Command): Promise<void> {
  const shots = allShots();
  const unknown = names.filter((name) => !(name in shots));
  if (unknown.length > 0)
    command.error(`No such picture: ${unknown.join(', ')}. There are ${Object.keys(shots).join(', ')}.`);
  const wanted = names.length > 0 ? names : Object.keys(all ? shots : README);
  await mkdir(out, { recursive: true });
  const [guild, browser] = await Promise.all([openGuild(), openBrowser()]);
  try {
    await tellStory(guild);
    for (const name of wanted) {
      const shot = shots[name];
      if (shot === undefined) continue;
      const picture = await take(browser, guild, shot);
      await writeFile(path.join(out, `${name}.png`), picture);
      console.log(`${name}.png  ${Math.ceil(picture.length / 1000)} kB`);
    }
  } finally {
    await browser.close();
    await guild.stop();
  }
}

await new Command('screenshots')
  .description('Founds a guild as in life on three servers of its own, and takes pictures of its pages.')
  .argument('[name...]', 'pictures to take; the README’s when none is named')
  .option('--out <dir>', 'where to put them', fileURLToPath(new URL('./screenshots', import.meta.url)))
  .option('--all', 'every page in light, in dark and on a phone')
  .addHelpText('after', '\nExample:\n  $ node test/journeys/screenshots.ts --out pictures notices-phone')
  .action(run)
  .parseAsync();
