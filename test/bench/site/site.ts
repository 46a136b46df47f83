import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type ServerProcess, startServer } from '../../support/server-process.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';
import { load } from '../api/load.ts';
import { type ApiVillage, fillVillage, prepareApiVillage } from '../api/village.ts';
import { serverOptions } from '../ours/contestant.ts';
import { pidsOf } from '../ours/open-house.ts';
import { type Asked, besideBare, type Rounds, type Turn } from '../support/beside-bare.ts';
import type { Tidy } from '../support/tidy.ts';
import { pagesOf, type SitePage } from './pages.ts';
import { SHARES_FILE, type Shares } from './shares.ts';

/** What to measure, and how much of it. */
export interface SitePlan extends Rounds {
  readonly pages: readonly SitePage[];
  readonly posts: number;
  readonly accounts: number;
  readonly follows: number;
  /** Answers in the long thread. */
  readonly answers: number;
  /** How often each page is asked for by one person alone. */
  readonly alone: number;
}

/** One page, asked for by one person while nobody else asks. */
export interface Alone {
  readonly what: SitePage;
  /** Milliseconds from the question to the whole answer. */
  readonly median: number;
  readonly p99: number;
  /** Where a page's time goes. */
  readonly shares: Shares;
  /** Of the page, and of what it loads besides. */
  readonly bytes: number;
  readonly loads: number;
}

export interface SiteResults {
  readonly posts: number;
  readonly accounts: number;
  readonly turns: readonly Turn<SitePage>[];
  readonly alone: readonly Alone[];
}

type Tools = { readonly tidy: Tidy; readonly say: (step: string) => void };

const SHARES = new URL('./shares.ts', import.meta.url).href;

/** Fills a server, and asks for its most used pages: one person alone, then many at once beside a bare route. */
export async function benchSite(plan: SitePlan, tools: Tools): Promise<SiteResults> {
  const { accounts, answers, follows, posts } = plan;
  const { tidy, say } = tools;
  const dataDir = path.join(tidy.dir, 'site', 'data');
  const village = await prepareApiVillage({ dataDir, accounts, answers, apps: 1, say });
  say(`filling it up to ${posts.toLocaleString('en-GB')} posts`);
  await fillVillage(village, { accounts, from: 0, until: posts, follows });
  const alone = await withServer(village, tools, true, (server) => askAlone(village, server, plan, say));
  const turns = await withServer(village, tools, false, async (server) => {
    const pages = pagesOf(village, await cookieOf(server));
    const place = { village: village.village, server, posts };
    return besideBare<SitePage>(
      plan.pages.map((what) => pages[what]),
      place,
      plan,
      tools,
    );
  });
  return { posts, accounts, turns, alone };
}

const sharesFile = (village: ApiVillage) => path.join(village.dataDir, '..', 'shares.json');

async function withServer<Result>(
  village: ApiVillage,
  { tidy }: Tools,
  watched: boolean,
  work: (server: ServerProcess) => Promise<Result>,
): Promise<Result> {
  const options = serverOptions(village.village, village.dataDir);
  const watching = { NODE_OPTIONS: `--no-warnings --import ${SHARES}`, [SHARES_FILE]: sharesFile(village) };
  const server = await startServer({ ...options, env: { ...options.env, ...(watched ? watching : {}) } });
  const running = tidy.running({ stop: async () => void (await server.stop()) });
  try {
    return await work(server);
  } finally {
    await running.stop();
  }
}

async function cookieOf(server: ServerProcess): Promise<string> {
  const visitor = new Visitor(server);
  const { status } = await visitor.signIn('alice');
  if (status !== 303) throw new Error(`alice could not sign in: ${status}`);
  return [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

async function askAlone(
  village: ApiVillage,
  server: ServerProcess,
  { pages, alone }: SitePlan,
  say: Tools['say'],
): Promise<readonly Alone[]> {
  const all = pagesOf(village, await cookieOf(server));
  const { server: pid } = pidsOf(server.dataDir);
  const file = sharesFile(village);
  const found: Alone[] = [];
  for (const what of pages) {
    const { path: at, as }: Asked<SitePage> = all[what];
    const { host } = new URL(server.origin);
    const ask = () => load({ port: server.port, host, method: 'GET', path: at, as, requests: alone, connections: 1 });
    // The first time everything is compiled.
    await ask();
    const { median, p99 } = await ask();
    await turned(pid, file);
    await ask();
    const seen = JSON.parse(await turned(pid, file)) as Shares;
    const each = ([name, value]: [string, number]) => [name, value / alone];
    const shares = Object.fromEntries(Object.entries(seen).map(each)) as unknown as Shares;
    const text = await textOf(server, at, as[0] ?? {});
    found.push({ what, median, p99, shares, bytes: Buffer.byteLength(text), loads: await loadedBy(server, text) });
    say(`${what}, alone: ${median} ms, ${shares.questions.toFixed(1)} questions to the database`);
  }
  return found;
}

/** Begins to watch, or ends it, and says what was written down of it. */
async function turned(pid: number, file: string): Promise<string> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  const written = () => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  await until('the server has written down what it saw', () => written() !== '');
  return written();
}

async function textOf(server: ServerProcess, at: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const answer = await new Visitor(server).get(at, headers);
  return answer.text;
}

/**
 * Bytes of the style sheet, scripts and marks that a page loads, as a browser of today is sent them; pictures that
 * people put there are left aside.
 */
async function loadedBy(server: ServerProcess, text: string): Promise<number> {
  const names = new Set([...text.matchAll(/(?:href|src)="\/assets\/([\w.-]+)/g)].map(([, name]) => name as string));
  // Pages that can tell of what is new load what does so by another script.
  if (text.includes('class="watch"')) names.add('watch.js');
  const sizes = [...names].map(async (name) => {
    const { headers } = await new Visitor(server).get(`/assets/${name}`, { 'Accept-Encoding': 'gzip, br' });
    return Number(headers['content-length']);
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
