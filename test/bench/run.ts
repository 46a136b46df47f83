import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { benchApi } from './api/api.ts';
import { API_MEASURES, type ApiMeasure } from './api/measures.ts';
import { report as apiReport } from './api/report.ts';
import type { Name } from './contestant.ts';
import { benchFederation, type FederationPlan, MEASURES, type Measure } from './federation/federation.ts';
import { report } from './federation/report.ts';
import { benchGovernance, GOVERNANCE_MEASURES, type GovernanceMeasure } from './governance/governance.ts';
import { report as governanceReport } from './governance/report.ts';
import { SITE_PAGES, type SitePage } from './site/pages.ts';
import { report as siteReport } from './site/report.ts';
import { benchSite } from './site/site.ts';
import { endChildren } from './support/children.ts';
import { openTidy, type Tidy } from './support/tidy.ts';

const NAMES: readonly Name[] = ['folkmoot', 'reference', 'fedify'];

interface Options {
  readonly quick?: boolean;
  readonly only: readonly Measure[];
  readonly against: readonly Name[];
  readonly rounds: number;
  readonly activities?: number;
  readonly json?: string;
}

const KINDS = ['live', 'refuse', 'hang', 'shared'] as const;

const FULL = {
  crowd: 50,
  activities: 3000,
  warmUp: 1500,
  audiences: [500, 10_000],
  kinds: KINDS,
  hosts: 50,
  // Enough for every contestant's code to have been compiled.
  warmUpPosts: 10,
  getSeconds: 5,
  starts: 5,
  restMs: 3000,
} as const;

/** To see that it runs; its figures say nothing. */
const QUICK = {
  crowd: 10,
  activities: 60,
  warmUp: 0,
  audiences: [40],
  kinds: KINDS,
  hosts: 10,
  warmUpPosts: 1,
  getSeconds: 1,
  starts: 1,
  restMs: 0,
} as const;

function planOf({ quick, only, against, rounds, activities }: Options): FederationPlan {
  const size = quick ? QUICK : FULL;
  return { ...size, measures: only, contestants: against, rounds, ...(activities === undefined ? {} : { activities }) };
}

type Say = (step: string) => void;

/** Measures, says meanwhile how far it is, and leaves nothing behind. */
async function measure<Results>(
  json: string | undefined,
  bench: (parts: { readonly tidy: Tidy; readonly say: Say }) => Promise<Results>,
): Promise<Results> {
  const tidy = await openTidy();
  const leave = () => {
    void endChildren()
      .then(tidy.close)
      .finally(() => process.exit(130));
  };
  process.once('SIGINT', leave).once('SIGTERM', leave);
  try {
    const began = Date.now();
    const say = (step: string) =>
      console.error(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${step}`);
    const results = await bench({ tidy, say });
    if (json !== undefined) writeFileSync(json, JSON.stringify(results, mapsAsObjects, 2));
    return results;
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave);
    await tidy.close();
  }
}

async function federation(options: Options): Promise<void> {
  console.log(report(await measure(options.json, (parts) => benchFederation(planOf(options), parts))));
}

interface GovernanceOptions {
  readonly quick?: boolean;
  readonly only: readonly GovernanceMeasure[];
  readonly rounds: number;
  readonly entries?: number;
  readonly json?: string;
}

async function governance({ quick, only, rounds, entries, json }: GovernanceOptions): Promise<void> {
  const size = quick
    ? { members: 200, ballots: 2000, entries: 20_000 }
    : { members: 3000, ballots: 100_000, entries: 1_000_000 };
  const plan = { ...size, measures: only, rounds, ...(entries === undefined ? {} : { entries }) };
  console.log(governanceReport(await measure(json, (parts) => benchGovernance(plan, parts))));
}

interface ApiOptions {
  readonly quick?: boolean;
  readonly only: readonly ApiMeasure[];
  readonly rounds: number;
  readonly posts?: readonly number[];
  readonly json?: string;
}

async function api({ quick, only, rounds, posts, json }: ApiOptions): Promise<void> {
  const size = quick
    ? { accounts: 20, follows: 5, answers: 20, posts: [200], seconds: 0, restMs: 0 }
    : { accounts: 2000, follows: 100, answers: 200, posts: [10_000, 100_000, 1_000_000], seconds: 5, restMs: 3000 };
  const plan = { ...size, measures: only, rounds, ...(posts === undefined ? {} : { posts }) };
  console.log(apiReport(await measure(json, (parts) => benchApi(plan, parts))));
}

interface SiteOptions {
  readonly quick?: boolean;
  readonly only: readonly SitePage[];
  readonly rounds: number;
  readonly posts?: number;
  readonly json?: string;
}

async function site({ quick, only, rounds, posts, json }: SiteOptions): Promise<void> {
  const size = quick
    ? { accounts: 20, follows: 5, answers: 20, posts: 200, seconds: 0, restMs: 0, alone: 3 }
    : { accounts: 2000, follows: 100, answers: 200, posts: 100_000, seconds: 5, restMs: 3000, alone: 100 };
  const plan = { ...size, pages: only, rounds, ...(posts === undefined ? {} : { posts }) };
  console.log(siteReport(await measure(json, (parts) => benchSite(plan, parts))));
}

const mapsAsObjects = (_key: string, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value);

const listOf =
  <One extends string>(known: readonly One[]) =>
  (text: string): readonly One[] =>
    text.split(',').map((word) => {
      const one = known.find((name) => name === word.trim());
      if (one === undefined) throw new InvalidArgumentError(`There are: ${known.join(', ')}.`);
      return one;
    });

function whole(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('A whole number, 1 or more.');
  return Number(text);
}

const wholes = (text: string): readonly number[] => text.split(',').map((word) => whole(word.trim()));

const program = new Command('bench').description('Measures Folkmoot on this machine.');
program
  .command('federation')
  .description('Taking activities in and sending them out, beside the least a server can do and beside Fedify.')
  .option('--quick', 'tiny numbers: shows that it runs, measures nothing')
  .option('--only <measures>', `some of: ${MEASURES.join(',')}`, listOf(MEASURES), MEASURES)
  .option('--against <names>', `some of: ${NAMES.join(',')}`, listOf(NAMES), NAMES)
  .option('--rounds <n>', 'turns of each contestant; the table shows medians', whole, 2)
  .option('--activities <n>', 'size of a batch for the inbox', whole)
  .option('--json <file>', 'also write everything measured to a file')
  .addHelpText('after', '\nExample:\n  $ npm run bench federation -- --only ingest --rounds 3')
  .action(federation);
program
  .command('governance')
  .description('Casting ballots, counting them, and verifying a record, beside what the database alone takes.')
  .option('--quick', 'tiny numbers: shows that it runs, measures nothing')
  .option(
    '--only <measures>',
    `some of: ${GOVERNANCE_MEASURES.join(',')}`,
    listOf(GOVERNANCE_MEASURES),
    GOVERNANCE_MEASURES,
  )
  .option('--rounds <n>', 'turns of each measure; the table shows medians', whole, 3)
  .option('--entries <n>', 'length of the record', whole)
  .option('--json <file>', 'also write everything measured to a file')
  .addHelpText('after', '\nExample:\n  $ npm run bench governance -- --only tally --rounds 5')
  .action(governance);
program
  .command('api')
  .description('What client apps ask for, beside a bare route that answers the same bytes after one read.')
  .option('--quick', 'tiny numbers: shows that it runs, measures nothing')
  .option('--only <measures>', `some of: ${API_MEASURES.join(',')}`, listOf(API_MEASURES), API_MEASURES)
  .option('--posts <numbers>', 'how full the server is: one or more numbers of posts', wholes)
  .option('--rounds <n>', 'turns of each measure; the table shows medians', whole, 3)
  .option('--json <file>', 'also write everything measured to a file')
  .addHelpText('after', '\nExample:\n  $ npm run bench api -- --only home,post --posts 100000')
  .action(api);
program
  .command('site')
  .description('The ten most used pages, for one who asks alone and for many, beside a bare route of the same bytes.')
  .option('--quick', 'tiny numbers: shows that it runs, measures nothing')
  .option('--only <pages>', `some of: ${SITE_PAGES.join(',')}`, listOf(SITE_PAGES), SITE_PAGES)
  .option('--posts <n>', 'how full the server is', whole)
  .option('--rounds <n>', 'turns of each page; the table shows medians', whole, 3)
  .option('--json <file>', 'also write everything measured to a file')
  .addHelpText('after', '\nExample:\n  $ npm run bench site -- --only lately,thread --rounds 1')
  .action(site);
await program.parseAsync();
