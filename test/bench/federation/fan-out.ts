import { setTimeout as pass } from 'node:timers/promises';
import type { Contestant, Running } from '../contestant.ts';
import type { Audience } from '../support/audiences.ts';
import type { Program } from '../support/program.ts';
import { cpuMs, now } from '../support/usage.ts';
import type { AllArrived } from '../world/world.ts';

/** One post sent to one audience by one contestant. */
export interface FannedOut {
  readonly audience: string;
  readonly reachable: number;
  /** Less than `reachable` when it had not got everywhere in time. */
  readonly arrived: number;
  /** From the call that publishes until the last inbox that can be reached had it; if it never had, all the time given. */
  readonly seconds: number;
  readonly perSecond: number;
  /** Processor milliseconds a delivery. */
  readonly cpuServer: number;
  readonly cpuEngine: number;
}

interface Sending {
  readonly audience: Audience;
  readonly warmUp: Audience;
  /** How many posts go to `warmUp` first. */
  readonly warmUpPosts: number;
  readonly world: Program;
  readonly restMs: number;
}

/** How long the last delivery is waited for: this long, and as much longer as a hundred a second would take. */
const PATIENCE_MS = 30_000;
const SLOWEST_MS_EACH = 10;

/**
 * Starts the contestant on a fresh copy of its data, sends some posts to an audience of 500 living ones as a warm-up, then
 * one to the audience that is measured. A fresh start each time, so that no host is remembered as dead.
 */
export async function fanOutTurn(
  contestant: Contestant,
  { audience, warmUp, warmUpPosts, world, restMs }: Sending,
): Promise<FannedOut> {
  const running = await contestant.start();
  try {
    for (const { name } of [warmUp, audience]) await running.ready(name);
    for (let nth = 0; nth < warmUpPosts; nth += 1) {
      const first = await publish(running, { audience: warmUp, world });
      if (first.arrived < warmUp.reachable)
        throw new Error(`${contestant.name} reached ${first.arrived} in its warm-up`);
    }
    await pass(restMs);
    return await publish(running, { audience, world });
  } finally {
    await running.stop();
  }
}

async function publish(
  running: Running,
  { audience, world }: { readonly audience: Audience; readonly world: Program },
): Promise<FannedOut> {
  const { server, engine } = running.pids;
  const { name, reachable } = audience;
  const withinMs = PATIENCE_MS + reachable * SLOWEST_MS_EACH;
  const cpu = () => ({ server: cpuMs(server), engine: engine === undefined ? 0 : cpuMs(engine) });
  await world.ask('recount');
  const everybody = world.ask<AllArrived>('expect', { count: reachable, withinMs });
  const before = cpu();
  const began = now();
  await running.publish(name);
  const { at, arrived } = await everybody;
  const after = cpu();
  const seconds = arrived < reachable ? withinMs / 1000 : (at - began) / 1000;
  return {
    audience: name,
    reachable,
    arrived,
    seconds,
    perSecond: arrived / seconds,
    cpuServer: (after.server - before.server) / arrived,
    cpuEngine: (after.engine - before.engine) / arrived,
  };
}
