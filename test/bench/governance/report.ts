import { atLeast, atMost, type Goal, goalsTable } from '../support/goals.ts';
import { figure, median, type Row, ratio, table } from '../support/table.ts';
import { VOTERS_AT_ONCE } from './casting.ts';
import { COUNTS, type CountName } from './counting.ts';
import type { GovernanceResults } from './governance.ts';
import { WAYS } from './verifying.ts';

/** Everything that was measured, as text: medians, the goals, reached or not, and how it was measured. */
export function report(results: GovernanceResults): string {
  const { casting, tally, record } = results;
  const parts = [
    ...(casting.length > 0 ? [castingTable(results)] : []),
    ...(tally.length > 0 ? [tallyTable(results)] : []),
    ...(record.length > 0 ? [recordTable(results)] : []),
    goalsTable(goalsOf(results)),
    HOW,
  ];
  return parts.filter((part) => part !== undefined).join('\n\n');
}

const castOf = ({ casting }: GovernanceResults, atOnce: number) => {
  const turns = casting.filter((turn) => turn.atOnce === atOnce);
  return (part: keyof (typeof turns)[number]) => median(turns.map((turn) => turn[part]));
};

const countOf = ({ tally }: GovernanceResults, name: CountName) => {
  const turns = tally.filter((turn) => turn.name === name);
  type Figure = Exclude<keyof (typeof turns)[number], 'name'>;
  return {
    of: (part: Figure) => median(turns.map((turn) => turn[part])),
    ratio: median(turns.map(({ countMs, readMs }) => countMs / readMs)),
  };
};

const verifiedOf = ({ record }: GovernanceResults, way: (typeof WAYS)[number]) => {
  const turns = record.filter((turn) => turn.way === way);
  return (part: Exclude<keyof (typeof turns)[number], 'way'>) => median(turns.map((turn) => turn[part]));
};

function castingTable(results: GovernanceResults): string {
  const rows = VOTERS_AT_ONCE.map((atOnce): Row => {
    const of = castOf(results, atOnce);
    const rates = [of('cast'), of('inserted'), of('gathered')] as const;
    const ratios = [ratio(rates[0], rates[1]), ratio(rates[0], rates[2])];
    return [`${atOnce} at once`, ...rates.map(figure), ...ratios, figure(of('cpuCast')), figure(of('cpuInserted'))];
  });
  const head = [
    '',
    'cast',
    'insertOne',
    'gathered',
    'of insertOne',
    'of gathered',
    'CPU ms, cast',
    'insertOne',
  ] as const;
  return `Ballots cast and durable a second\n${table(head, rows)}`;
}

function tallyTable(results: GovernanceResults): string {
  const rows = COUNTS.map((name): Row => {
    const { of, ratio } = countOf(results, name);
    const figures = [of('readMs'), of('countMs'), of('readCpuMs'), of('countCpuMs')].map(figure);
    return [name, ...figures, `${ratio.toFixed(2)} x`];
  });
  const ballots = results.tally[0]?.ballots.toLocaleString('en-GB');
  const head = ['', 'reading, ms', 'counting, ms', 'CPU, reading', 'CPU, counting', 'of reading'] as const;
  return `Tally of ${ballots} ballots\n${table(head, rows)}`;
}

function recordTable(results: GovernanceResults): string {
  const rows = WAYS.map((way): Row => {
    const of = verifiedOf(results, way);
    const [read, verified, perCpu] = [of('read'), of('verified'), of('verifiedPerCpu')] as const;
    return [IN_WORDS[way], figure(read), figure(verified), figure(perCpu), ratio(verified, read)];
  });
  const entries = results.record[0]?.entries.toLocaleString('en-GB');
  const head = ['', 'read a second', 'verified a second', 'in a second of one core', 'of reading'] as const;
  return `Verification of a record of ${entries} entries\n${table(head, rows)}`;
}

const IN_WORDS = {
  whole: 'everything, the state replayed',
  chain: 'chain, commitments and tree',
  standalone: 'verify-record.mjs, from a file',
} as const;

function* goalsOf(results: GovernanceResults): Generator<Goal> {
  for (const atOnce of VOTERS_AT_ONCE) {
    const of = castOf(results, atOnce);
    yield atLeast(`casting, ${atOnce} at once: of bare unique inserts`, 0.6, of('cast') / of('inserted'));
  }
  for (const name of COUNTS) yield atMost(`tally, ${name}: of reading the ballots`, 3, countOf(results, name).ratio);
  for (const way of WAYS) {
    yield atLeast(`${IN_WORDS[way]}: entries/s on one core`, 100_000, verifiedOf(results, way)('verifiedPerCpu'));
  }
}

const HOW = `How
Casting: the whole action, on the embedded engine, answered when the ballot is in the journal; each ballot by another
  voter. Beside it the same documents into a collection with the same indexes, by the same driver: each by an
  insertOne of its own, and those of the same moment gathered into one write, as the stores do.
Tally: yes/no; Schulze with 10 options; Meek STV with 20 candidates and 5 seats; rankings are complete and nearly all
  different. Reading is what the count itself does: find, sort, and decode.
Record: of a hundred entries 58 joins, 15 leaves, 18 holds and their ends, 8 steps of proposals and votes, one refusal.
  Read from the database in parcels, and timed apart from verifying them, which is decoding, hashing, checking, the
  tree and the replay. A second of one core is one of this process's processor time, the garbage collector's included.
  The program reads its file itself, twice, and starts first: all of that is in its figure.
All figures are medians of the rounds.`;
