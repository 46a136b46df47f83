import type { Contestant, Name } from '../contestant.ts';
import type { Audience } from '../support/audiences.ts';
import type { Tidy } from '../support/tidy.ts';
import { fanOutTurn } from './fan-out.ts';
import { getTurn } from './get.ts';
import { ingestTurn } from './ingest.ts';
import { add, noResults, type Results } from './results.ts';
import { type BenchStage, setTheStage } from './stage.ts';
import { measureStart } from './start.ts';

export const MEASURES = ['ingest', 'fanout', 'get', 'start'] as const;
export type Measure = (typeof MEASURES)[number];

/** What to measure, and how much of it. */
export interface FederationPlan {
  readonly measures: readonly Measure[];
  readonly contestants: readonly Name[];
  readonly rounds: number;
  /** Senders of the inbox's activities. */
  readonly crowd: number;
  readonly activities: number;
  readonly warmUp: number;
  /** Numbers of followers, and the hosts on which they live. */
  readonly audiences: readonly number[];
  readonly kinds: readonly Audience['kind'][];
  readonly hosts: number;
  /** Posts sent to the first audience before the one that is measured. */
  readonly warmUpPosts: number;
  /** How long each document is asked for; 0 for a few requests only. */
  readonly getSeconds: number;
  readonly starts: number;
  /** How long a server that has just started, or just worked, comes to rest before it is measured. */
  readonly restMs: number;
}

export const CONNECTIONS = [32, 64] as const;
/** Fedify takes minutes for more, and its figure is needed only where everybody lives. */
const FEDIFY_DEAD_AT_MOST = 1000;

type Say = (step: string) => void;

/** Takes turns: in each round every contestant does the same, one after the other, each on a fresh copy of its data. */
export async function benchFederation(
  plan: FederationPlan,
  { tidy, say }: { readonly tidy: Tidy; readonly say: Say },
): Promise<Results> {
  const { crowd, hosts, kinds, measures } = plan;
  const activities = plan.activities * CONNECTIONS.length + plan.warmUp;
  const audiences = measures.includes('fanout') ? plan.audiences : [];
  const stage = await setTheStage(
    { crowd, activities, names: plan.contestants, audiences, kinds, hosts },
    { tidy, say },
  );
  const results = noResults();
  for (const { name, looksAt } of stage.contestants) results.looksAt.set(name, looksAt);
  for (let round = 1; round <= plan.rounds; round += 1) {
    say(`round ${round} of ${plan.rounds}`);
    const parts = { plan, stage, results, say };
    if (measures.includes('ingest')) for (const one of stage.contestants) await ingest(one, parts);
    if (measures.includes('get')) for (const one of stage.contestants) await get(one, parts);
    for (const audience of stage.audiences)
      for (const one of stage.contestants) await fanOut(one, { ...parts, audience });
  }
  if (measures.includes('start') && stage.village !== undefined) {
    say('starting our server on existing data');
    results.start = await measureStart(stage.village, stage.prepared, plan.starts);
  }
  return results;
}

interface Parts {
  readonly plan: FederationPlan;
  readonly stage: BenchStage;
  readonly results: Results;
  readonly say: Say;
}

async function ingest(contestant: Contestant, { plan, stage, results, say }: Parts): Promise<void> {
  const { activities, warmUp, restMs } = plan;
  const turn = await ingestTurn(contestant, {
    ...stage,
    plan: { activities, warmUp, restMs, connections: CONNECTIONS },
  });
  for (const { connections, durable, visible } of turn.batches) {
    const rates = `durable ${Math.round(durable)}/s, visible ${Math.round(visible)}/s`;
    say(`${contestant.name}: inbox on ${connections} connections: ${rates}`);
  }
  add(results.ingest, contestant.name, turn);
}

async function get(contestant: Contestant, { plan, results, say }: Parts): Promise<void> {
  for (const served of await getTurn(contestant, { seconds: plan.getSeconds, restMs: plan.restMs })) {
    say(`${contestant.name}: GET ${served.what}: ${Math.round(served.perSecond)}/s`);
    add(results.get, contestant.name, served);
  }
}

async function fanOut(contestant: Contestant, parts: Parts & { readonly audience: Audience }): Promise<void> {
  const { audience, plan, stage, results, say } = parts;
  const dead = audience.kind === 'refuse' || audience.kind === 'hang';
  if (contestant.name === 'fedify' && dead && audience.followers.length > FEDIFY_DEAD_AT_MOST) return;
  const [warmUp = audience] = stage.audiences;
  const sent = await fanOutTurn(contestant, { ...plan, audience, warmUp, world: stage.world });
  const missing = sent.arrived < sent.reachable ? ` (${sent.arrived} of ${sent.reachable} in time)` : '';
  say(
    `${contestant.name}: fan-out ${audience.name}: ${sent.seconds.toFixed(2)} s, ${Math.round(sent.perSecond)}/s${missing}`,
  );
  add(results.fanOut, contestant.name, sent);
}
