import { atMost, type Goal, goalsTable } from '../support/goals.ts';
import { figure, median, type Row, ratio, table } from '../support/table.ts';
import { SITE_PAGES } from './pages.ts';
import type { SiteResults } from './site.ts';

const MOST_BYTES = 60_000;
const MOST_MS = 100;

/** Everything that was measured, as text: medians, the goals, reached or not, and how it was measured. */
export function report(results: SiteResults): string {
  const { posts, accounts } = results;
  const size = `${posts.toLocaleString('en-GB')} posts, ${accounts.toLocaleString('en-GB')} members`;
  return [
    `One person asks (${size})\n${aloneTable(results)}`,
    `Many ask at once\n${crowdedTable(results)}`,
    goalsTable(goalsOf(results)),
    HOW,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

const share = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

function aloneTable({ alone }: SiteResults): string {
  const rows = alone.map(({ what, bytes, loads, shares, ...ms }): Row => {
    const { questions, asked, busy, views } = shares;
    const parts = [figure(questions), figure(asked), figure(busy), share(views, busy)];
    return [what, figure(ms.median), figure(ms.p99), ...parts, figure(bytes), figure(bytes + loads)];
  });
  const head = ['questions', 'asking ms', 'busy ms', 'views', 'bytes', 'with all'] as const;
  return table(['', 'median ms', 'p99', ...head], rows);
}

function crowdedTable({ turns }: SiteResults): string {
  const rows = SITE_PAGES.flatMap((what): readonly Row[] => {
    const of = (who: 'folkmoot' | 'bare') => {
      const mine = turns.filter((turn) => turn.what === what && turn.who === who);
      return (part: 'perSecond' | 'median' | 'p99' | 'cpuServer' | 'cpuEngine') =>
        median(mine.map((turn) => turn[part]));
    };
    const [ours, bare] = [of('folkmoot'), of('bare')];
    if (Number.isNaN(ours('perSecond'))) return [];
    const speeds = [figure(ours('perSecond')), figure(bare('perSecond')), ratio(ours('perSecond'), bare('perSecond'))];
    const times = [figure(ours('median')), figure(ours('p99')), ratio(ours('p99'), bare('p99'))];
    return [[what, ...speeds, ...times, figure(ours('cpuServer')), figure(ours('cpuEngine'))]];
  });
  return table(['', 'a second', 'bare', 'of bare', 'median ms', 'p99', 'of bare', 'CPU ms', 'engine'], rows);
}

function* goalsOf({ alone }: SiteResults): Generator<Goal> {
  for (const { what, bytes, loads, median: middle } of alone) {
    yield atMost(`${what}: bytes with all it loads`, MOST_BYTES, bytes + loads);
    yield atMost(`${what}: milliseconds for one who asks alone`, MOST_MS, middle);
  }
}

const HOW = `How
Alone, one member asks for each page again and again; then once more while it is watched where the time goes: how often
  the database is asked and how long that takes in all (what is asked at the same time counts each), how long the
  processor is busy, and the part of that which writes the page. Bytes are those that go over the wire: of the page,
  which is never compressed, and with the style sheet, scripts and mark that it loads, which are.
Many at once are sixteen connections of one member, first for two seconds that do not count. The bare route is an
  Express app in a process of its own: one indexed read from the same engine, and then the bytes of our page.
CPU is processor time a page, of the server's process and of the database engine's. Figures are medians of the rounds.`;
