import { setTimeout as pass } from 'node:timers/promises';
import type { Contestant, Running } from '../contestant.ts';
import type { Fired, SigningKey } from '../loader/loader.ts';
import type { CrowdMember } from '../support/crowd.ts';
import { type Counts, createDeck, type Deck } from '../support/deck.ts';
import type { Program } from '../support/program.ts';
import { cpuMs, now, rssMb } from '../support/usage.ts';

/** One batch of activities taken in by one contestant. Rates are activities a second. */
export interface Ingested {
  readonly activities: number;
  readonly connections: number;
  readonly accepted: number;
  readonly durable: number;
  readonly visible: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor milliseconds an activity, from the first request until everything was visible. */
  readonly cpuServer: number;
  readonly cpuEngine: number;
  readonly cpuLoader: number;
}

/** A contestant's turn. Memory in MB, of the server's own process. */
export interface Turn {
  readonly batches: readonly Ingested[];
  readonly idleMb: number;
  /** Right after the last batch, and after a rest. */
  readonly busyMb: number;
  readonly afterMb: number;
}

export interface IngestPlan {
  readonly activities: number;
  readonly warmUp: number;
  /** One batch for each. */
  readonly connections: readonly number[];
  /** How long a process that has just started, or just worked, comes to rest. */
  readonly restMs: number;
}

const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 300_000;

/** Starts the contestant on a fresh copy of its data, warms it up, sends it a batch for each number of connections. */
export async function ingestTurn(
  contestant: Contestant,
  {
    plan,
    crowd,
    loader,
  }: { readonly plan: IngestPlan; readonly crowd: readonly CrowdMember[]; readonly loader: Program },
): Promise<Turn> {
  const running = await contestant.start();
  try {
    await loader.ask('keys', crowd satisfies readonly SigningKey[]);
    const deck = createDeck(crowd, contestant.targets);
    await pass(plan.restMs);
    const idleMb = rssMb(running.pids.server);
    if (plan.warmUp > 0) await batch({ contestant, running, deck, loader }, plan.warmUp, 32);
    const batches: Ingested[] = [];
    for (const connections of plan.connections) {
      batches.push(await batch({ contestant, running, deck, loader }, plan.activities, connections));
    }
    const busyMb = rssMb(running.pids.server);
    // Memory is given back when nothing has come for a while.
    await pass(plan.restMs * 7);
    return { batches, idleMb, busyMb, afterMb: rssMb(running.pids.server) };
  } finally {
    await running.stop();
  }
}

interface Parts {
  readonly contestant: Contestant;
  readonly running: Running;
  readonly deck: Deck;
  readonly loader: Program;
}

async function batch({ contestant, running, deck, loader }: Parts, activities: number, connections: number) {
  const { inbox } = contestant;
  const { shots, expected } = deck.deal(activities);
  await loader.ask('sign', { inbox, shots });
  const before = { counts: await running.counts(), standing: await running.standing(), ...cpuOf(running) };
  const firing = loader.ask<Fired>('fire', { inbox, connections });
  const [fired, visibleAt] = await Promise.all([
    firing,
    everythingStands(running, before.standing + activities, firing),
  ]);
  const cpu = cpuOf(running);
  checkArrived(contestant, fired, activities);
  await running.quiet();
  checkStanding(contestant, expected, { before: before.counts, after: await running.counts() });
  const answered = (activities * 1000) / (fired.lastAnswerAt - fired.startedAt);
  const visible = (activities * 1000) / ((visibleAt ?? fired.lastAnswerAt) - fired.startedAt);
  const sorted = [...fired.latencies].sort((one, other) => one - other);
  return {
    activities,
    connections,
    accepted: answered,
    durable: contestant.durableWith === 'answer' ? answered : visible,
    visible,
    p50: at(sorted, 0.5),
    p99: at(sorted, 0.99),
    cpuServer: (cpu.server - before.server) / activities,
    cpuEngine: (cpu.engine - before.engine) / activities,
    cpuLoader: fired.loaderCpuMs / activities,
  } satisfies Ingested;
}

/** When the last one stood, by the monotonic clock; asked often, at a price that is small beside the work. */
async function everythingStands(running: Running, wanted: number, firing: Promise<unknown>): Promise<number> {
  let failed = false;
  firing.catch(() => {
    failed = true;
  });
  const deadline = now() + PATIENCE_MS;
  for (;;) {
    const standing = await running.standing();
    if (standing >= wanted || failed) return now();
    if (now() > deadline) throw new Error(`of ${wanted} only ${standing} ever became visible`);
    await pass(LOOK_EVERY_MS);
  }
}

function cpuOf({ pids }: Running) {
  return { server: cpuMs(pids.server), engine: pids.engine === undefined ? 0 : cpuMs(pids.engine) };
}

function checkArrived({ name }: Contestant, { statuses }: Fired, sent: number): void {
  const taken = (statuses[202] ?? 0) + (statuses[200] ?? 0);
  if (taken !== sent) throw new Error(`${name} took ${taken} of ${sent}: ${JSON.stringify(statuses)}`);
}

function checkStanding({ name }: Contestant, expected: Counts, found: { before: Counts; after: Counts }): void {
  for (const kind of ['creates', 'likes', 'votes'] as const) {
    const standing = found.after[kind] - found.before[kind];
    if (standing !== expected[kind]) throw new Error(`${name} has ${standing} of ${expected[kind]} ${kind}`);
  }
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
