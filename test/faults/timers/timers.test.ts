import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import { due } from '../../../server/governance/due.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { World } from '../../simulation/world.ts';
import { emptyDatabase, openTestDatabase } from '../../support/engine.ts';
import { busyGuild } from './busy.ts';

const database = await openTestDatabase();
const SECRET = randomBytes(32).toString('hex');
const WORKER = fileURLToPath(new URL('worker-process.ts', import.meta.url));
const open: World[] = [];

async function worldOf(seed: string): Promise<World> {
  const world = await World.open(database.db, seed, SECRET);
  open.push(world);
  return world;
}

let world: World;
beforeEach(async () => {
  await emptyDatabase(database.db);
  world = await worldOf('timers');
  await busyGuild(world);
});
afterAll(async () => {
  for (const one of open) one.close();
  await database.close();
});

/** What makes each step one of its kind; a step that has happened twice stands in the record twice. */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [
      ...['vote-called', 'proposal-frozen', 'voting-opened', 'voting-ended', 'proposal-decided', 'proposal-lapsed'],
      ...['rule-in-force', 'charter-amended', 'list-followed', 'seats-filled', 'acts-ratified', 'acts-lapsed'],
    ].map((kind) => [kind, ['proposal']]),
  ),
  'rule-expired': ['rule', 'version'],
  'sanction-ended': ['sanction'],
  'case-closed': ['case'],
  'emergency-ended': ['emergency'],
  'delegation-ended': ['by'],
  'jury-called': ['jury'],
  'jury-pool-frozen': ['jury'],
  'beacon-round-late': ['jury'],
  'beacon-round-missed': ['jury'],
  'seed-closed': ['jury'],
  'jury-drawn': ['jury'],
  'jury-verdict': ['jury'],
  'jury-vote-opened': ['jury', 'round'],
  'jury-vote-ended': ['jury', 'round'],
};

async function entriesOf({ house, guild }: World): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of house.record.after(guild, 0)) entries.push(entry);
  return entries;
}

function twice(entries: readonly Entry[]): readonly string[] {
  const seen = new Set<string>();
  return entries.flatMap(({ event }) => {
    const fields = SUBJECTS[event.kind];
    if (fields === undefined) return [];
    const said = event as unknown as Readonly<Record<string, unknown>>;
    const key = [event.kind, ...fields.map((field) => String(said[field]))].join(' ');
    if (seen.has(key)) return [key];
    seen.add(key);
    return [];
  });
}

/** Everything that time had to do is done, once each and in order, and the record says what the state is. */
async function expectOnceEach(least: readonly string[]): Promise<void> {
  const entries = await entriesOf(world);
  expect(twice(entries)).toEqual([]);
  const kinds = new Set<string>(entries.map(({ event }) => event.kind));
  expect(least.filter((kind) => !kinds.has(kind))).toEqual([]);
  const times = entries.map(({ head }) => head.at.getTime());
  expect(times.toSorted((a, b) => a - b)).toEqual(times);
  const state = await world.state();
  expect(due(state, world.now())).toEqual([]);
  expect((await verifyCommunity(world.house, world.guild)).faults).toEqual([]);
}

const EVERYTHING = [
  ...['proposal-frozen', 'voting-opened', 'voting-ended', 'proposal-lapsed', 'vote-called', 'acts-lapsed'],
  ...['sanction-ended', 'case-closed', 'delegation-ended', 'emergency-ended'],
];
const DAYS = 140;

describe('timers happen once', () => {
  it('when two workers carry them out at the same time', async () => {
    const other = await worldOf('other');
    for (let tick = 0; tick < DAYS / 2; tick += 1) {
      world.pass(2);
      other.set(world.now());
      await Promise.all([world.advance(), other.advance(), world.advance()]);
    }
    await expectOnceEach(EVERYTHING);
  });

  it('when workers are killed in the middle, again and again, and start anew', async () => {
    const begin = world.now();
    const end = begin.getTime() + DAYS * 86_400_000;
    let reached = begin;
    const work = () => {
      const from = reached.toISOString();
      const left = String(Math.ceil((end - reached.getTime()) / 86_400_000));
      const args = [process.env.TEST_MONGODB_URI ?? '', database.db.databaseName, SECRET, from, left];
      const worker = fork(WORKER, args, { execArgv: ['--no-warnings'] });
      const told = (message: unknown) => {
        const { at } = message as { readonly at: string };
        if (new Date(at) > reached) reached = new Date(at);
      };
      worker.on('message', told);
      return worker;
    };
    const workers = [work(), work()];
    // The one is killed when time has hardly gone on, the other one later; two new ones go on.
    for (const [at, worker] of workers.entries()) {
      const until = begin.getTime() + (at === 0 ? 8 : 40) * 86_400_000;
      while (reached.getTime() < until && worker.exitCode === null) await once(worker, 'message');
      worker.kill('SIGKILL');
    }
    const last = [work(), work()];
    const codes = await Promise.all(last.map(async (worker) => (await once(worker, 'exit'))[0] as number | null));
    expect(codes).toEqual([0, 0]);
    world.set(reached);
    await world.advance();
    await expectOnceEach(EVERYTHING);
  });

  it('when the clock jumps ahead by months, and back again', async () => {
    const before = world.now();
    world.pass(DAYS);
    await world.advance();
    world.pass(10);
    await world.advance();
    const written = (await world.state()).seq;
    world.set(before);
    await world.advance();
    expect((await world.state()).seq).toBe(written);
    world.pass(DAYS / 2);
    await world.advance();
    expect((await world.state()).seq).toBe(written);
    // What somebody does while it is wrong is dated after what stands in the record, not before.
    const person = await world.join('works.north.example', 'late');
    const { at } = await world.state();
    expect((await world.state()).members.get(person)?.joinedAt).toEqual(at);
    for (let tick = 0; tick < DAYS; tick += 2) {
      world.pass(2);
      await world.advance();
    }
    await expectOnceEach(EVERYTHING);
  });
});
