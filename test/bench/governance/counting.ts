import { type OptionId, proposalId } from '../../../server/community/ids.ts';
import type { Ballot } from '../../../server/governance/ballot.ts';
import { leafOf } from '../../../server/governance/ballots.ts';
import type { Pinned, Roll } from '../../../server/governance/proposal.ts';
import { countVote } from '../../../server/governance/tally/count.ts';
import { GUILD, madeUp, organisationOf, person } from './book.ts';
import { type BenchHouse, insertAll, timed } from './stage.ts';
import { people, pinned, texts } from './vote.ts';

export const COUNTS = ['yes-no', 'schulze', 'stv'] as const;
export type CountName = (typeof COUNTS)[number];

/** Options of the ranked votes, and seats of the election. */
const TEXTS = 10;
const PEOPLE = 20;
const SEATS = 5;

/** One count beside one reading of the same ballots, in milliseconds. */
export interface Counted {
  readonly name: CountName;
  readonly ballots: number;
  readonly readMs: number;
  readonly countMs: number;
  readonly readCpuMs: number;
  readonly countCpuMs: number;
}

interface Prepared {
  readonly roll: Roll;
  readonly pinned: Pinned;
}

const PROPOSALS = { 'yes-no': proposalId(1001), schulze: proposalId(1002), stv: proposalId(1003) } as const;

/** Writes the ballots of all three votes down. Nearly all rankings differ, which makes for the longest counts. */
export async function fillBallots({ db }: BenchHouse, voters: number): Promise<ReadonlyMap<CountName, Prepared>> {
  const entries = Array.from({ length: voters }, (_, number) => {
    const member = person(number);
    return { member, organisation: organisationOf(member), active: true };
  });
  const roll: Roll = { entries, root: madeUp(voters), active: voters };
  for (const name of COUNTS) await insertAll(db, 'ballots', documents(name, roll));
  return new Map(COUNTS.map((name) => [name, { roll, pinned: pins(name, roll) }]));
}

/** Reads all ballots of a vote from the database, as the count does, and counts them. */
export async function countingTurn(
  { house }: BenchHouse,
  name: CountName,
  { roll, pinned }: Prepared,
): Promise<Counted> {
  const read = await timed(() => house.ballots.of(GUILD, PROPOSALS[name]));
  const ballots = read.value;
  const count = await timed(() => countVote({ pinned, roll, ballots }));
  if (count.value.turnout !== roll.active) throw new Error(`${count.value.turnout} of ${roll.active} were counted`);
  return {
    name,
    ballots: ballots.length,
    readMs: read.ms,
    countMs: count.ms,
    readCpuMs: read.cpuMs,
    countCpuMs: count.cpuMs,
  };
}

function pins(name: CountName, { root, active }: Roll): Pinned {
  const roll = { root, active, size: active };
  const named = (ids: readonly OptionId[]) => ids.map((id) => ({ id, words: id }));
  switch (name) {
    case 'yes-no':
      return pinned(roll);
    case 'schulze':
      return pinned(roll, { method: 'schulze', options: named(texts(TEXTS)) });
    case 'stv':
      return pinned(roll, { method: 'stv', matter: 'seats', options: named(people(PEOPLE)), seats: SEATS });
  }
}

function* documents(name: CountName, { entries }: Roll): Generator<object> {
  const chance = dice();
  const castAt = new Date('2026-03-08T12:00:00.000Z');
  for (const [number, { member, organisation }] of entries.entries()) {
    const proposal = PROPOSALS[name];
    const ballot: Omit<Ballot, 'leaf'> = {
      community: GUILD,
      proposal,
      voter: member,
      organisation,
      choice: choice(name, chance),
      castAt,
      via: 'web',
      turn: 1,
      nonce: madeUp(number, 32),
    };
    yield { _id: `${GUILD} ${proposal} ${member}`, ...ballot, leaf: leafOf(ballot) };
  }
}

function choice(name: CountName, chance: () => number): string {
  if (name === 'yes-no') return chance() < 0.6 ? 'yes' : chance() < 0.8 ? 'no' : 'abstain';
  const ids = name === 'schulze' ? texts(TEXTS) : people(PEOPLE);
  // Everybody knows her own mind; those who stand first are a little better liked, so that the count has something to do.
  return ids
    .map((id, at) => ({ id, liking: chance() * (1 + at / ids.length) }))
    .sort((a, b) => a.liking - b.liking)
    .map(({ id }) => id)
    .join('>');
}

/** Numbers from 0 to below 1, always the same (Mulberry32). */
function dice(): () => number {
  let state = 7;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
