import type { Tidy } from '../support/tidy.ts';
import { type Cast, castingTurn, openVotes, VOTERS_AT_ONCE } from './casting.ts';
import { COUNTS, type Counted, countingTurn, fillBallots } from './counting.ts';
import { type BenchHouse, openBenchHouse } from './stage.ts';
import { fillRecord, type Verified, verifyingTurn, WAYS } from './verifying.ts';

export const GOVERNANCE_MEASURES = ['casting', 'tally', 'record'] as const;
export type GovernanceMeasure = (typeof GOVERNANCE_MEASURES)[number];

/** What to measure, and how much of it. */
export interface GovernancePlan {
  readonly measures: readonly GovernanceMeasure[];
  readonly rounds: number;
  /** Members of the community in which ballots are cast; each votes once in each turn. */
  readonly members: number;
  /** Ballots of each vote that is counted. */
  readonly ballots: number;
  /** Entries of the record that is verified. */
  readonly entries: number;
}

export interface GovernanceResults {
  readonly casting: Cast[];
  readonly tally: Counted[];
  readonly record: Verified[];
}

type Say = (step: string) => void;

/** Takes turns: each round measures everything once, each thing right beside what it is compared with. */
export async function benchGovernance(
  plan: GovernancePlan,
  { tidy, say }: { readonly tidy: Tidy; readonly say: Say },
): Promise<GovernanceResults> {
  const bench = await openBenchHouse(tidy.dir);
  const stopping = tidy.running({ stop: () => bench.close() });
  const results: GovernanceResults = { casting: [], tally: [], record: [] };
  try {
    if (plan.measures.includes('casting')) await casting(bench, plan, results, say);
    if (plan.measures.includes('tally')) await tally(bench, plan, results, say);
    if (plan.measures.includes('record')) await record(bench, plan, results, { say, dir: tidy.dir });
  } finally {
    await stopping.stop();
  }
  return results;
}

async function casting(bench: BenchHouse, { rounds, members }: GovernancePlan, results: GovernanceResults, say: Say) {
  say(`writing a community of ${members} members with ${rounds * VOTERS_AT_ONCE.length + 1} open votes`);
  await openVotes(bench, members, rounds * VOTERS_AT_ONCE.length + 1);
  let vote = 1;
  // Once to warm up: not measured.
  await castingTurn(bench, { vote, members, atOnce: 20 });
  for (let round = 1; round <= rounds; round += 1) {
    for (const atOnce of VOTERS_AT_ONCE) {
      vote += 1;
      const cast = await castingTurn(bench, { vote, members, atOnce });
      results.casting.push(cast);
      const others = `insertOne ${Math.round(cast.inserted)}/s, gathered ${Math.round(cast.gathered)}/s`;
      say(`round ${round}: ${atOnce} at once: ${Math.round(cast.cast)} ballots/s; bare: ${others}`);
    }
  }
}

async function tally(bench: BenchHouse, { rounds, ballots }: GovernancePlan, results: GovernanceResults, say: Say) {
  say(`writing ${ballots} ballots of ${COUNTS.length} votes`);
  const prepared = await fillBallots(bench, ballots);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, vote] of prepared) {
      const counted = await countingTurn(bench, name, vote);
      results.tally.push(counted);
      say(
        `round ${round}: ${name}: read in ${Math.round(counted.readMs)} ms, counted in ${Math.round(counted.countMs)} ms`,
      );
    }
  }
}

async function record(
  bench: BenchHouse,
  { rounds, entries }: GovernancePlan,
  results: GovernanceResults,
  { say, dir }: { readonly say: Say; readonly dir: string },
) {
  say(`writing a record of ${entries} entries`);
  const file = await fillRecord(bench, dir, entries);
  for (let round = 1; round <= rounds; round += 1) {
    for (const way of WAYS) {
      const verified = await verifyingTurn(bench, way, { entries, file });
      results.record.push(verified);
      const perCpu = `${Math.round(verified.verifiedPerCpu)} in a second of one core`;
      say(`round ${round}: ${way}: ${Math.round(verified.verified)} entries/s, ${perCpu}`);
    }
  }
}
