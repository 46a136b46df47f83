import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { LANGUAGE_COOKIE } from '../../server/pages/language-of.ts';
import { openBrowser, openPerson, signIn, WAYS } from './browser.ts';
import { type Guild, openGuild, PASSWORD } from './guild/guild.ts';
import { tellStory } from './guild/story.ts';

/** A picture to take: of which page, as whom, and how. */
interface Shot {
  readonly path: string;
  readonly who?: 'ana' | 'priya' | 'mikkel' | 'outlet';
  /** In which language; English when it is left out. */
  readonly language?: string;
  readonly way: keyof typeof LIGHTS;
  /** Pixels from the top; the whole page when it is left out. */
  readonly height?: number;
  readonly act?: (page: Page) => Promise<void>;
}

const GUILD = '/communities/guild';
const LIGHTS = { ...WAYS, phoneInTheDark: { ...WAYS.phone, colorScheme: 'dark' } } as const;

function follow(name: RegExp): (page: Page) => Promise<void> {
  return (page) => page.getByRole('link', { name }).first().click();
}

/** The README's. */
const README: Readonly<Record<string, Shot>> = {
  lately: { path: '/', who: 'priya', way: 'light', height: 790 },
  community: { path: GUILD, who: 'ana', way: 'light', height: 820 },
  proposal: { path: `${GUILD}/proposals/P-2`, who: 'ana', way: 'light', height: 840 },
  book: { path: `${GUILD}/record`, who: 'ana', way: 'dark', height: 900 },
  problem: { path: '/problems', who: 'priya', way: 'phone', height: 1400, act: follow(/re-calibrating/) },
  health: { path: '/health-of-the-network', way: 'phoneInTheDark', height: 1400 },
};

const PAGES: Readonly<Record<string, Omit<Shot, 'way'>>> = {
  welcome: { path: '/' },
  trust: { path: '/trust' },
  explore: { path: '/explore' },
  search: { path: '/search?q=bearing', who: 'ana' },
  'open-book-front': { path: '/open-book' },
  'network-health': { path: '/health-of-the-network' },
  'sign-in': { path: '/sign-in' },
  missing: { path: '/nothing/here' },
  lately: { path: '/', who: 'ana' },
  'lately-arabic': { path: '/', who: 'ana', language: 'ar' },
  communities: { path: '/communities', who: 'ana' },
  found: { path: '/found', who: 'ana' },
  community: { path: GUILD, who: 'ana' },
  kinds: { path: `${GUILD}/kinds`, who: 'ana' },
  write: { path: `${GUILD}/write?kind=workingoutloud`, who: 'ana' },
  invitations: { path: `${GUILD}/invitations`, who: 'ana' },
  'own-held': { path: GUILD, who: 'outlet' },
  held: { path: `${GUILD}/held`, who: 'ana' },
  thread: { path: GUILD, who: 'ana', act: follow(/^The sealing head drifts/) },
  problems: { path: '/problems', who: 'ana' },
  problem: { path: '/problems', who: 'ana', act: follow(/re-calibrating/) },
  'problem-german': { path: '/problems', who: 'ana', language: 'de', act: follow(/re-calibrating/) },
  'problem-new': { path: `${GUILD}/problems/new`, who: 'ana' },
  changes: { path: '/changes' },
  learning: { path: '/learning', who: 'ana' },
  session: { path: '/learning', who: 'ana', act: follow(/^Listening to a line/) },
  'session-new': { path: `${GUILD}/sessions/new?title=Listening`, who: 'ana' },
  guides: { path: '/learn' },
  notebook: { path: '/notebook', who: 'ana' },
  sense: { path: '/notebook/sense', who: 'ana' },
  note: { path: '/notebook/sense', who: 'ana', act: follow(/^Listen before looking/) },
  share: { path: '/notebook/share', who: 'ana' },
  collection: { path: '/people/ana', act: follow(/^Mondays/) },
  decisions: { path: '/decisions', who: 'ana' },
  proposals: { path: `${GUILD}/proposals`, who: 'ana' },
  adopted: { path: `${GUILD}/proposals/P-1`, who: 'ana' },
  voting: { path: `${GUILD}/proposals/P-2`, who: 'ana' },
  seconding: { path: `${GUILD}/proposals/P-3`, who: 'ana' },
  rules: { path: `${GUILD}/rules`, who: 'ana' },
  roles: { path: `${GUILD}/roles`, who: 'ana' },
  charter: { path: `${GUILD}/charter`, who: 'ana' },
  record: { path: `${GUILD}/record`, who: 'ana' },
  case: { path: `${GUILD}/cases/C-1`, who: 'mikkel' },
  jury: { path: `${GUILD}/juries/J-1`, who: 'ana' },
  'jury-duty': { path: '/jury-duty', who: 'ana' },
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
  organisations: { path: '/you/organisations', who: 'ana' },
  quiet: { path: '/you/quiet', who: 'ana' },
  leave: { path: '/you/leave', who: 'ana' },
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

/** Windows in which somebody is signed in, by whom and how they are looked at: signing in too often is refused. */
type Windows = Map<string, Awaited<ReturnType<typeof openPerson>>>;

async function windowFor(windows: Windows, browser: Browser, { norte }: Guild, { who, way }: Shot) {
  const key = `${who} ${way}`;
  const known = windows.get(key);
  if (known !== undefined) return known;
  const opened = await openPerson(browser, norte.origin, LIGHTS[way]);
  if (who !== undefined) await signIn(opened.page, who, PASSWORD);
  windows.set(key, opened);
  return opened;
}

async function take(windows: Windows, browser: Browser, guild: Guild, shot: Shot): Promise<Buffer> {
  const { path: at, way, height, act, language = 'en' } = shot;
  const { page, context } = await windowFor(windows, browser, guild, shot);
  await context.addCookies([{ name: LANGUAGE_COOKIE, value: language, url: guild.norte.origin }]);
  await page.goto(at);
  await act?.(page);
  await page.evaluate(AS_ON_THE_WEB);
  const { width } = LIGHTS[way].viewport;
  const picture = await page.screenshot({
    fullPage: true,
    ...(height === undefined ? {} : { clip: { x: 0, y: 0, width, height } }),
  });
  // Pages have few colours.
  return sharp(picture).png({ palette: true, colours: 64, dither: 0, effort: 10 }).toBuffer();
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
    const windows: Windows = new Map();
    for (const name of wanted) {
      const shot = shots[name];
      if (shot === undefined) continue;
      const picture = await take(windows, browser, guild, shot);
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
