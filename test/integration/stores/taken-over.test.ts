import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideAndRecord } from '../../../server/actions/record.ts';
import type { CommunityIri } from '../../../server/community/ids.ts';
import { organisation, personIri, proposalId } from '../../../server/community/ids.ts';
import { accepted } from '../../../server/community/result.ts';
import { apply, initialState } from '../../../server/governance/apply.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import { leave } from '../../../server/governance/membership.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { encodeState } from '../../../server/governance/state-text.ts';
import type { RecordStore } from '../../../server/ports/record.ts';
import { RecordFault } from '../../../server/record/fault.ts';
import { createRecord, entryCollection } from '../../../server/stores/entries.ts';
import { createStates, type StoredStates } from '../../../server/stores/states.ts';
import { LINK_RULE } from '../../support/link-rule.ts';
import { alice, at, founding, otherGuild, storeWorld } from './world.ts';

const world = storeWorld();

/** What becomes of one append: as it should, or the machine breaks before or after it was written. */
type Luck = 'fine' | 'breaks before' | 'breaks after';

/** One process: states of its own over the record that all share, which counts what is read back. */
interface Process {
  readonly record: RecordStore;
  readonly states: StoredStates;
  readonly seen: { read: number; lost: number };
  luck: Luck;
}

function startProcess(): Process {
  const { db, sealer } = world();
  const entries = entryCollection(db);
  const kept = createRecord(entries, { hasConsequences: () => false, wall: () => at(0) });
  const seen = { read: 0, lost: 0 };
  const record: RecordStore = {
    ...kept,
    async append(entry) {
      const { luck } = process;
      process.luck = 'fine';
      if (luck === 'breaks before') throw new Error('the machine broke');
      const answer = await kept.append(entry);
      if (answer === 'taken') seen.lost += 1;
      if (luck === 'breaks after') throw new Error('the machine broke');
      return answer;
    },
    async *parcels(community, seq) {
      for await (const parcel of kept.parcels(community, seq)) {
        const entries = [...parcel];
        seen.read += entries.length;
        yield entries;
      }
    },
  };
  const process: Process = { record, states: createStates({ db, entries, record, sealer }), seen, luck: 'fine' };
  return process;
}

/** A new community, so that each story has a record of its own. */
async function newClub(): Promise<CommunityIri> {
  clubs += 1;
  const club = otherGuild(`club${clubs}`);
  await world().stores.record.append(founding(club));
  return club;
}
let clubs = 0;

let salts = 0;
const houseOf = ({ record, states }: Process) => ({
  record,
  states,
  clock: { now: () => at(10) },
  random: (bytes: number) => {
    salts += 1;
    return salts.toString(16).padStart(bytes * 2, '0');
  },
  wake: () => undefined,
});

const member = (nth: number) => personIri(`https://south.example/users/m${nth}`);
const joins = (nth: number): GovernanceEvent => ({
  kind: 'member-joined',
  member: member(nth),
  organisation: organisation('south.example'),
});

/** Somebody joins, or leaves when she is there already. */
const comesOrGoes = (process: Process, club: CommunityIri, nth: number) =>
  decideAndRecord(houseOf(process), club, (state, now) => {
    const there = state.members.get(member(nth));
    return there !== undefined && there.leftAt === undefined
      ? leave({ state, person: member(nth), now })
      : accepted(joins(nth));
  });

async function present(process: Process, club: CommunityIri): Promise<CommunityState> {
  const state = await process.states.load(club);
  if (state === null) throw new Error('not founded');
  return state;
}

/** What the record says, read from its beginning. */
async function replayed(club: CommunityIri): Promise<CommunityState> {
  let state = initialState(club);
  for await (const entry of world().stores.record.after(club, 0)) state = apply(state, entry);
  return state;
}

describe('a state that was tried before its entry was written', () => {
  it('is taken over: whoever writes alone reads nothing back, and has what the record says', async () => {
    const [club, process] = [await newClub(), startProcess()];
    await present(process, club);
    expect(process.seen.read).toBe(1);
    for (let nth = 0; nth < 12; nth += 1) await comesOrGoes(process, club, nth % 5);
    const state = await present(process, club);
    expect(state.seq).toBe(13);
    expect(process.seen.read).toBe(1);
    expect(isDeepStrictEqual(state, await replayed(club))).toBe(true);
  });

  it('equals the one that is read from the record, whoever else writes and whatever breaks', async () => {
    const seen = { lost: 0, broke: 0, spared: 0 };
    const deed = fc.record({
      process: fc.nat(2),
      who: fc.nat(4),
      luck: fc.oneof(
        { weight: 5, arbitrary: fc.constant<Luck>('fine') },
        fc.constantFrom('breaks before', 'breaks after'),
      ),
    });
    // Those of one list happen at once, and the lists one after the other.
    const story = fc.array(fc.array(deed, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(story, async (lists) => {
        const club = await newClub();
        const processes = [startProcess(), startProcess(), startProcess()] as const;
        await Promise.all(processes.map((process) => present(process, club)));
        for (const list of lists) {
          const done = list.map(({ process: nth, who, luck }) => {
            const process = processes[nth] as Process;
            process.luck = luck;
            return comesOrGoes(process, club, who);
          });
          seen.broke += (await Promise.allSettled(done)).filter(({ status }) => status === 'rejected').length;
        }
        const said = await replayed(club);
        for (const process of processes) {
          const state = await present(process, club);
          expect(encodeState(state)).toBe(encodeState(said));
          expect(isDeepStrictEqual(state, said)).toBe(true);
          seen.lost += process.seen.lost;
          seen.spared += said.seq - process.seen.read;
        }
      }),
      { numRuns: 25 },
    );
    // All of it has really happened.
    expect(Math.min(seen.lost, seen.broke, seen.spared)).toBeGreaterThan(10);
  });

  it('is not taken over by who has read further, or forgotten the one before', async () => {
    const [club, process] = [await newClub(), startProcess()];
    const before = await present(process, club);
    await comesOrGoes(startProcess(), club, 1);
    const [theirs] = await world().stores.record.page(club, null, 1);
    if (theirs === undefined) throw new Error('no record');
    const after = apply(before, theirs);
    await comesOrGoes(process, club, 2);
    const { read } = process.seen;
    process.states.takeOver(before, after);
    expect((await present(process, club)).seq).toBe(3);
    // Nothing was thrown away that it had.
    expect(process.seen.read).toBe(read);

    const other = startProcess();
    other.states.takeOver(before, { ...after, title: 'Another' });
    expect(await present(other, club)).toEqual(await replayed(club));
  });

  it('leaves those before it as they were, and shares nothing with what was decided', async () => {
    const [club, process] = [await newClub(), startProcess()];
    const rule = { ...LINK_RULE };
    const submitted: GovernanceEvent = {
      kind: 'proposal-submitted',
      proposal: proposalId(1),
      by: alice,
      title: 'A rule for links',
      reasons: 'There are many.',
      change: { kind: 'adopt-rule', rule },
      matter: 'ordinary',
      secondsNeeded: 2,
      organisationsNeeded: 2,
      until: at(1000),
    };
    const before = await present(process, club);
    const text = encodeState(before);
    await decideAndRecord(houseOf(process), club, () => accepted(submitted));
    const tried = await present(process, club);
    const triedText = encodeState(tried);
    Object.assign(rule, { effects: [] });
    for (const nth of [2, 1, 3]) await comesOrGoes(process, club, nth);
    expect([encodeState(before), encodeState(tried)]).toEqual([text, triedText]);
    expect(await present(process, club)).toEqual(await replayed(club));
  });

  it('what could not be read back is not written', async () => {
    const [club, process] = [await newClub(), startProcess()];
    const held = { kind: 'post-held', until: 'soon' } as unknown as GovernanceEvent;
    const deciding = decideAndRecord(houseOf(process), club, () => accepted(held));
    await expect(deciding).rejects.toThrow(RecordFault);
    await expect(deciding).rejects.toMatchObject({ what: 'unreadable' });
    expect((await present(process, club)).seq).toBe(1);
  });
});
