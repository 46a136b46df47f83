import type { OptionId } from '../../community/ids.ts';
import { sha256 } from '../../record/canonical.ts';
import { REOPEN } from './options.ts';
import type { StvRound } from './stv.ts';

/** One vote. All of the count is done in billionths of it, in whole numbers. */
const WHOLE = 1_000_000_000n;
/** A surplus below a millionth of a vote need not be passed on any more. */
const OMEGA = 1_000n;
/** In earlier rounds, what is less than a thousandth of a vote apart may be so by rounding alone. */
const ROUNDING = 1_000_000n;

type State = 'hopeful' | 'elected' | 'excluded';

/** Somebody who stands, as the count goes on. */
interface Candidate {
  readonly option: OptionId;
  state: State;
  keep: bigint;
  votes: bigint;
}

/** Equal votes, as far as this round reads them: who could use them, the first who takes all that is left being last. */
interface Bundle {
  readonly path: readonly number[];
  readonly ballots: bigint;
}

interface Count {
  readonly candidates: readonly Candidate[];
  readonly rankings: readonly (readonly [ranking: readonly number[], ballots: number])[];
  readonly seats: bigint;
  readonly ballots: bigint;
  /** Votes of earlier rounds, for ties. */
  readonly history: (readonly bigint[])[];
  readonly seed: () => string;
}

/** What an election has come to: see `tallyStv`, whose count this is. */
export function electionOf({
  choices,
  options,
  seats,
  seed,
}: {
  readonly choices: ReadonlyMap<string, number>;
  readonly options: readonly OptionId[];
  readonly seats: number;
  readonly seed: () => string;
}): { readonly elected: readonly OptionId[]; readonly reopened: boolean; readonly rounds: readonly StvRound[] } {
  const rankings = rankingsOf(choices, options);
  const count: Count = {
    candidates: options.map((option) => ({ option, state: 'hopeful', keep: WHOLE, votes: 0n })),
    rankings,
    seats: BigInt(seats),
    ballots: rankings.reduce((sum, [, ballots]) => sum + BigInt(ballots), 0n),
    history: [],
    seed,
  };
  const elected: OptionId[] = [];
  const rounds: StvRound[] = [];
  const canReopen = options.includes(REOPEN);
  let reopened = false;
  const hopefuls = () => count.candidates.filter(({ state }) => state === 'hopeful');
  const left = () => seats - elected.length;
  while (!reopened && left() > 0 && hopefuls().length > (canReopen ? 0 : left())) {
    const round = oneRound(count);
    rounds.push(round);
    count.history.push(count.candidates.map(({ votes }) => votes));
    reopened = round.elected.includes(REOPEN);
    elected.push(...round.elected.filter((option) => option !== REOPEN));
  }
  if (!canReopen)
    elected.push(
      ...byVotes(count, hopefuls())
        .slice(0, left())
        .map(({ option }) => option),
    );
  return { elected, reopened, rounds };
}

/** Step B.2 and B.3: votes are passed on until somebody reaches the quota, or nothing is left to pass on. */
function oneRound(count: Count): StvRound {
  const { candidates } = count;
  const bundles = bundlesOf(count);
  let before = count.ballots * WHOLE;
  for (let first = true; ; first = false) {
    distribute(candidates, bundles);
    const total = candidates.reduce((sum, { votes }) => sum + votes, 0n);
    const quota = total / (count.seats + 1n) + 1n;
    const keep = candidates.map((one) => Number(one.keep));
    const state = {
      votes: candidates.map(({ votes }) => Number(votes)),
      keep,
      quota: Number(quota),
      exhausted: Number(count.ballots * WHOLE - total),
    };
    const winners = electAbove(count, quota);
    if (winners.length > 0) return { ...state, elected: winners };
    const surplus = surplusOf(candidates, quota);
    if (surplus < OMEGA || (!first && surplus >= before)) return { ...state, elected: [], ...exclude(count, surplus) };
    before = surplus;
    for (const one of candidates) {
      if (one.state === 'elected') one.keep = upwards(upwards(one.keep * quota, WHOLE) * WHOLE, one.votes);
    }
  }
}

/** Everybody who has the quota is elected, those with more votes first; nobody after `reopen`. */
function electAbove(count: Count, quota: bigint): readonly OptionId[] {
  const winners = byVotes(
    count,
    count.candidates.filter(({ state, votes }) => state === 'hopeful' && votes >= quota),
  );
  const end = winners.findIndex(({ option }) => option === REOPEN);
  const elected = end < 0 ? winners : winners.slice(0, end + 1);
  for (const one of elected) one.state = 'elected';
  return elected.map(({ option }) => option);
}

function surplusOf(candidates: readonly Candidate[], quota: bigint): bigint {
  const surplus = candidates.reduce((sum, { state, votes }) => (state === 'elected' ? sum + votes - quota : sum), 0n);
  return surplus < 0n ? 0n : surplus;
}

/** The hopeful with the fewest votes is excluded; what is not yet passed on may make others as few. */
function exclude(count: Count, surplus: bigint): Pick<StvRound, 'excluded' | 'tiedWith'> {
  const hopefuls = count.candidates.filter(({ state }) => state === 'hopeful');
  const tied = within(hopefuls, ({ votes }) => votes, surplus);
  const [lowest] = tied.length > 1 ? [fewestBefore(count, tied)] : tied;
  if (lowest === undefined) return {};
  lowest.state = 'excluded';
  lowest.keep = 0n;
  const others = tied.filter((one) => one !== lowest).map(({ option }) => option);
  return { excluded: lowest.option, ...(others.length > 0 ? { tiedWith: others } : {}) };
}

/** Of those tied, the one who had fewest in the latest round in which they differ; else the one on whom the lot falls. */
function fewestBefore(count: Count, tied: readonly Candidate[]): Candidate | undefined {
  let left = tied;
  for (const votes of count.history.toReversed()) {
    left = within(left, (one) => votes[count.candidates.indexOf(one)] ?? 0n, ROUNDING);
  }
  return [...left].sort((a, b) => (lotOf(count, a) < lotOf(count, b) ? -1 : 1))[0];
}

/** Those with the fewest, and those who have hardly more. */
function within(some: readonly Candidate[], votesOf: (one: Candidate) => bigint, more: bigint): readonly Candidate[] {
  const [fewest = 0n] = some.map(votesOf).sort((a, b) => (a < b ? -1 : 1));
  return some.filter((one) => votesOf(one) <= fewest + more);
}

const lotOf = ({ seed }: Count, { option }: Candidate): string => sha256(`${seed()} ${option}`);

/** Most votes first; of equals, people before `reopen`, then by lot. */
function byVotes(count: Count, some: readonly Candidate[]): readonly Candidate[] {
  return [...some].sort((a, b) => {
    if (a.votes !== b.votes) return a.votes > b.votes ? -1 : 1;
    if ((a.option === REOPEN) !== (b.option === REOPEN)) return a.option === REOPEN ? 1 : -1;
    return lotOf(count, a) < lotOf(count, b) ? -1 : 1;
  });
}

/** Step B.2.a: each takes her part of what reaches her, the rest goes on to the next. */
function distribute(candidates: readonly Candidate[], bundles: readonly Bundle[]): void {
  for (const one of candidates) one.votes = 0n;
  for (const { path, ballots } of bundles) {
    let weight = WHOLE;
    for (const number of path) {
      const one = candidates[number] as Candidate;
      const kept = upwards(weight * one.keep, WHOLE);
      one.votes += kept * ballots;
      weight -= kept;
      if (weight <= 0n) break;
    }
  }
}

/** Votes that go the same way in this round are taken together: the excluded are passed by, nobody reads beyond a hopeful. */
function bundlesOf({ candidates, rankings }: Count): readonly Bundle[] {
  const states = candidates.map(({ state }) => state);
  const bundles = new Map<string, { readonly path: readonly number[]; ballots: number }>();
  for (const [ranking, ballots] of rankings) {
    const path: number[] = [];
    let key = '';
    for (const number of ranking) {
      const state = states[number];
      if (state === 'excluded') continue;
      path.push(number);
      key += String.fromCharCode(number);
      if (state === 'hopeful') break;
    }
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, { path, ballots });
    else bundle.ballots += ballots;
  }
  return [...bundles.values()].map(({ path, ballots }) => ({ path, ballots: BigInt(ballots) }));
}

function rankingsOf(choices: ReadonlyMap<string, number>, options: readonly OptionId[]): Count['rankings'] {
  const numbers = new Map<string, number>(options.map((option, number) => [option, number]));
  const rankings: (readonly [readonly number[], number])[] = [];
  for (const [choice, ballots] of choices) {
    const ranking: number[] = [];
    for (const option of choice.split('>')) {
      const number = numbers.get(option);
      if (number !== undefined) ranking.push(number);
    }
    if (ranking.length > 0) rankings.push([ranking, ballots]);
  }
  return rankings;
}

/** a ÷ b, rounded up. */
const upwards = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;
