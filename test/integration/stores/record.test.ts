import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { decideAndRecord } from '../../../server/actions/record.ts';
import { digest, organisation, personIri, proposalId } from '../../../server/community/ids.ts';
import { accepted } from '../../../server/community/result.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import { stateHash } from '../../../server/governance/state-text.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { RecordFault } from '../../../server/record/fault.ts';
import { merkleRoot } from '../../../server/record/merkle.ts';
import { alice, at, ballot, bob, dora, founding, guild, joining, next, otherGuild, storeWorld, T0 } from './world.ts';

const world = storeWorld();
const P1 = proposalId(1);

const joined = (name: string): GovernanceEvent => ({
  kind: 'member-joined',
  member: personIri(`https://south.example/users/${name}`),
  organisation: organisation('south.example'),
});

async function all(entries: AsyncIterable<Entry>): Promise<Entry[]> {
  const found: Entry[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}

describe('the record', () => {
  it('of twenty writers of one entry one wins, and the others are told', async () => {
    const { record } = world().stores;
    const first = founding(guild);
    expect(await record.append(first)).toBe('appended');
    const rivals = Array.from({ length: 20 }, (_, nth) => next(first, joined(`rival${nth}`)));
    const answers = await Promise.all(rivals.map((entry) => record.append(entry)));
    expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1);
    const winner = rivals[answers.indexOf('appended')];
    expect(await all(record.after(guild, 0))).toEqual([first, winner]);
    expect(await all(record.after(guild, 1))).toEqual([winner]);
    expect(await record.page(guild, null, 1)).toEqual([winner]);
    expect(await record.page(guild, 2, 10)).toEqual([first]);
  });

  it('what makes no sense in the state is not written: the record can still be read', async () => {
    const { record, states } = world().stores;
    const club = otherGuild('senseless');
    await record.append(founding(club));
    const house = {
      states,
      record,
      clock: { now: () => at(1) },
      random: (bytes: number) => Buffer.alloc(bytes, 1),
      wake: () => undefined,
    };
    const leaves: GovernanceEvent = { kind: 'member-left', member: bob };
    await expect(decideAndRecord(house as never, club, () => accepted(leaves))).rejects.toThrow(RecordFault);
    expect((await states.load(club))?.seq).toBe(1);
  });

  it('only entries from which something follows are pending', async () => {
    const { record, pending } = world().stores;
    expect(await pending.entries.claim(at(1), 1000, 1)).toEqual([]);
    const [last] = await record.page(guild, null, 1);
    if (last === undefined) throw new Error('no record');
    const held: GovernanceEvent = {
      kind: 'post-held',
      until: at(60),
      statement: {
        post: 'https://north.example/posts/1' as never,
        author: alice,
        evidence: digest('a'.repeat(64)),
        cited: { rule: 'R-1' as never, version: 1 },
        effect: { do: 'hold', hours: 1 },
        actAt: T0,
        facts: 'Three links.',
        automated: true,
        decidedBy: 'rule',
      },
    };
    const entry = next(last, held);
    await record.append(entry);
    expect((await pending.entries.claim(at(1), 1000, 1))[0]?.work).toEqual({ entry });
  });
});

describe('states', () => {
  it('there is none before the founding, and each load sees what was appended before it, also elsewhere', async () => {
    const { stores, another } = world();
    const club = otherGuild('club');
    expect(await stores.states.load(club)).toBeNull();
    expect(await stores.states.stored(club)).toBeNull();
    await stores.record.append(founding(club));
    expect((await stores.states.load(club))?.members.size).toBe(1);
    const before = await stores.states.load(club);
    await joining(another(), club, 3);
    expect((await stores.states.load(club))?.seq).toBe(4);
    expect(before?.members.size).toBe(1);
  });

  it('is stored every 200 entries, and begins there next time, with the same result', async () => {
    const { stores, another, db } = world();
    const big = otherGuild('big');
    await stores.record.append(founding(big));
    await joining(stores, big, 250);
    const state = await stores.states.load(big);
    const stored = await stores.states.stored(big);
    expect(stored?.seq).toBeGreaterThanOrEqual(200);
    expect(stored?.seq).toBeLessThan(251);
    // What it does not read again cannot disturb it.
    await db.collection('entries').deleteMany({ community: big, seq: { $gt: 1, $lt: 150 } });
    expect(await another().states.load(big)).toEqual(state);

    await another().states.project(big);
    if (state === null) throw new Error('not founded');
    expect(await stores.states.stored(big)).toEqual({ seq: 251, hash: stateHash(state) });
  });

  it('a stored state that was changed, or that the record contradicts, is not believed', async () => {
    const { stores, another, db } = world();
    const tampered = otherGuild('tampered');
    const projections = db.collection<{ _id: string; stateJson: string }>('projections');
    await stores.record.append(founding(tampered));
    await joining(stores, tampered, 2);
    await stores.states.project(tampered);
    const honest = await stores.states.load(tampered);
    const stored = await projections.findOne({ _id: tampered });
    const changed = `${stored?.stateJson}`.replace('A guild', 'A gang!');
    await projections.updateOne({ _id: tampered }, { $set: { stateJson: changed } });
    expect((await another().states.load(tampered))?.title).toBe('A guild');
    if (honest === null) throw new Error('not founded');
    expect((await stores.states.stored(tampered))?.hash).not.toBe(stateHash(honest));

    await projections.updateOne({ _id: tampered }, { $set: { stateJson: `${stored?.stateJson}` } });
    await db.collection('entries').updateOne({ community: tampered, seq: 3 }, { $set: { hash: 'f'.repeat(64) } });
    await expect(another().states.load(tampered)).rejects.toThrow(RecordFault);
  });

  it('a state that somebody else wrote, hash and all, is not believed: the seal is missing', async () => {
    const { stores, another, db } = world();
    const forged = otherGuild('forged');
    const projections = db.collection<{ _id: string; stateJson: string; hash: string }>('projections');
    await stores.record.append(founding(forged));
    await stores.states.project(forged);
    const stored = await projections.findOne({ _id: forged });
    const stateJson = `${stored?.stateJson}`.replace('A guild', 'A gang!');
    const hash = createHash('sha256').update(stateJson).digest('hex');
    await projections.updateOne({ _id: forged }, { $set: { stateJson, hash, sealedHash: hash } });
    expect((await another().states.load(forged))?.title).toBe('A guild');
  });

  it('nothing is decided on an entry whose event was changed', async () => {
    const { stores, another, db } = world();
    const bent = otherGuild('bent');
    await stores.record.append(founding(bent));
    const entries = db.collection<{ eventJson: string }>('entries');
    const entry = await entries.findOne({ community: bent, seq: 1 });
    const eventJson = `${entry?.eventJson}`.replace('A guild', 'A gang!');
    await entries.updateOne({ community: bent, seq: 1 }, { $set: { eventJson } });
    await expect(another().states.load(bent)).rejects.toThrow(RecordFault);
  });

  it('fifty who ask at once get the same', async () => {
    const { another } = world();
    const { states } = another();
    const loaded = await Promise.all(Array.from({ length: 50 }, () => states.load(otherGuild('club'))));
    expect(new Set(loaded.map((state) => state?.head)).size).toBe(1);
  });
});

describe('ballots', () => {
  it('fifty votes by bob at once are one ballot', async () => {
    const { ballots } = world().stores;
    const votes = Array.from({ length: 50 }, (_, nth) => ballot(bob, nth % 2 === 0 ? 'yes' : 'no'));
    const answers = await Promise.all(votes.map((vote) => ballots.cast(vote)));
    expect(answers.filter((answer) => answer === 'cast')).toHaveLength(1);
    const counted = votes[answers.indexOf('cast')];
    expect(await ballots.by(guild, P1, bob)).toEqual(counted);
    await ballots.cast(ballot(dora, 'abstain'));
    expect(await ballots.count(guild, P1)).toBe(2);
    expect(await ballots.of(guild, P1)).toContainEqual(counted);
    expect(await ballots.by(guild, P1, alice)).toBeNull();
    expect(await ballots.count(guild, proposalId(2))).toBe(0);
  });

  it('a pinned roll of which a line was changed in the database is none: nobody votes by it', async () => {
    const { stores, db } = world();
    const entries = [alice, bob].map((member) => ({
      member,
      organisation: organisation('north.example'),
      active: true,
    }));
    const root = merkleRoot(entries.map((entry) => hashOf(entry)));
    const changed = proposalId(77);
    for (const proposal of [proposalId(76), changed])
      await stores.boards.keepRoll(guild, proposal, { entries, root, active: 2 });
    await db.collection('rolls').updateOne({ proposal: changed }, { $set: { 'entries.1.member': dora } });
    // The root that it claims is still the one that was pinned.
    expect(await stores.boards.pinnedRoll(guild, changed, root)).toBeNull();
    const roll = await stores.boards.pinnedRoll(guild, proposalId(76), root);
    expect(roll?.entries.map(({ member }) => member)).toEqual([alice, bob]);
    expect(await stores.boards.pinnedRoll(guild, proposalId(76), digest('0'.repeat(64)))).toBeNull();
  });

  it('roll and board are written once; who comes later gets the first', async () => {
    const { boards } = world().stores;
    expect(await boards.roll(guild, P1)).toBeNull();
    expect(await boards.board(guild, P1)).toBeNull();
    const entries = [{ member: bob, organisation: organisation('north.example'), active: true }];
    const rolls = ['a', 'b', 'c'].map((letter) => ({ entries, root: digest(letter.repeat(64)), active: 1 }));
    const kept = await Promise.all(rolls.map((roll) => boards.keepRoll(guild, P1, roll)));
    expect(new Set(kept.map(({ root }) => root)).size).toBe(1);
    expect(await boards.roll(guild, P1)).toEqual(kept[0]);
    const board = { community: guild, proposal: P1, leaves: [digest('1'.repeat(64))], root: digest('2'.repeat(64)) };
    expect(await boards.keepBoard(board)).toEqual(board);
    expect(await boards.keepBoard({ ...board, leaves: [] })).toEqual(board);
    expect(await boards.board(guild, P1)).toEqual(board);
  });
});
