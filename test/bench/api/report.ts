import type { Turn } from '../support/beside-bare.ts';
import { atLeast, atMost, type Goal, goalsTable } from '../support/goals.ts';
import { figure, median, type Row, ratio, table } from '../support/table.ts';
import type { ApiResults } from './api.ts';
import { API_MEASURES, type ApiMeasure } from './measures.ts';

type Figure = Exclude<keyof Turn<ApiMeasure>, 'what' | 'who'>;

const ofTurns = (results: ApiResults, what: ApiMeasure, who: Turn<ApiMeasure>['who'], posts: number) => {
  const turns = results.filter((turn) => turn.what === what && turn.who === who && turn.posts === posts);
  return (part: Figure): number => median(turns.map((turn) => turn[part]));
};

const sizesOf = (results: ApiResults): readonly number[] => [...new Set(results.map(({ posts }) => posts))];
const inDigits = (posts: number): string => posts.toLocaleString('en-GB');

/** Everything that was measured, as text: medians, the goals, reached or not, and how it was measured. */
export function report(results: ApiResults): string {
  const tables = sizesOf(results).map((posts) => `With ${inDigits(posts)} posts\n${tableAt(results, posts)}`);
  return [...tables, goalsTable(goalsOf(results)), HOW].filter((part) => part !== undefined).join('\n\n');
}

function tableAt(results: ApiResults, posts: number): string {
  const rows = API_MEASURES.flatMap((what): readonly Row[] => {
    const ours = ofTurns(results, what, 'folkmoot', posts);
    const bare = ofTurns(results, what, 'bare', posts);
    if (Number.isNaN(ours('perSecond'))) return [];
    return [
      [
        what,
        figure(ours('perSecond')),
        figure(bare('perSecond')),
        ratio(ours('perSecond'), bare('perSecond')),
        figure(ours('median')),
        figure(ours('p99')),
        figure(ours('cpuServer')),
        figure(ours('cpuEngine')),
        figure(bare('cpuServer')),
        figure(bare('cpuEngine')),
      ],
    ];
  });
  const cpu = ['CPU ms', 'engine', 'bare CPU', 'engine'] as const;
  return table(['', 'a second', 'bare', 'of bare', 'median ms', 'p99', ...cpu], rows);
}

function* goalsOf(results: ApiResults): Generator<Goal> {
  const sizes = sizesOf(results);
  const [least = 0] = sizes;
  for (const posts of sizes) {
    const home = (who: Turn<ApiMeasure>['who']) => ofTurns(results, 'home', who, posts)('perSecond');
    const full = `with ${inDigits(posts)} posts`;
    yield atLeast(`home timeline ${full}: of the bare route`, 0.5, home('folkmoot') / home('bare'));
    for (const what of API_MEASURES) {
      const ours = ofTurns(results, what, 'folkmoot', posts);
      yield atMost(`${what} ${full}: p99 of the median`, 5, ours('p99') / ours('median'));
    }
  }
  const most = sizes.at(-1) ?? 0;
  if (most === least) return;
  for (const what of API_MEASURES) {
    const cost = (posts: number) => {
      const of = ofTurns(results, what, 'folkmoot', posts);
      return of('cpuServer') + of('cpuEngine');
    };
    yield atMost(
      `${what}: CPU with ${inDigits(most)} posts, of that with ${inDigits(least)}`,
      1.2,
      cost(most) / cost(least),
    );
  }
}

const HOW = `How
Sixteen connections ask as fast as they are answered, first for a whole round that does not count, and each time for two
  seconds that do not. What is read is read by
  one member, who is in the community, follows others, and has notifications; what is written is written by many.
The bare route is an Express app in a process of its own: one indexed read of as many of the same documents from the
  same engine, or one journalled insert of the same document into a collection with the same indexes, and then the
  bytes that our server had answered.
CPU is processor time a request, of the server's process and of the database engine's.
All figures are medians of the rounds.`;
