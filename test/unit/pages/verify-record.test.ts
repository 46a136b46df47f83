import { beforeEach, describe, expect, it } from '@jest/globals';
import type { VerifyReport } from '../../../server/actions/verify-record.ts';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import { digest, proposalId } from '../../../server/community/ids.ts';
import type { Ballot } from '../../../server/governance/ballot.ts';
import { leafOf, makeBoard } from '../../../server/governance/ballots.ts';
import { alice, bob, carol, dave, GUILD, LINK_RULE, mallory, Village } from '../governance/village.ts';
import type { Kept } from './kept-village.ts';
import { kept } from './kept-village.ts';

const P1 = proposalId(1);
let village: Village;
let store: Kept;

/** A rule in force after a vote of four, and a second vote that is open with one ballot in it. */
beforeEach(() => {
  village = Village.of(bob, carol, dave);
  village.adopt(alice, { kind: 'adopt-rule', rule: LINK_RULE });
  const open = village.toTheVote(bob, { kind: 'amend-charter', parameters: { votingDays: 9 } });
  village.vote(carol, open, 'no');
  store = kept(village);
});

const verify = (): Promise<VerifyReport> => verifyCommunity(store.house, GUILD);
const wheres = async () => (await verify()).faults.map(({ where }) => where);

function ballotOf(voter: string, proposal = 'P-1'): Kept['ballots'][number] {
  const ballot = store.ballots.find((one) => one.voter === voter && one.proposal === proposal);
  if (ballot === undefined) throw new Error(`${voter} did not vote on ${proposal}`);
  return ballot;
}

/** The stored entry of one kind, the first of them. */
function entryOf(kind: string): Kept['entries'][number] {
  const entry = store.entries.find((one) => one.kind === kind);
  if (entry === undefined) throw new Error(`nothing of the kind ${kind} happened`);
  return entry;
}

describe('verifying a record', () => {
  it('finds everything in order when nobody touched it', async () => {
    const report = await verify();
    expect(report.faults).toEqual([]);
    expect(report.notes).toEqual([]);
    expect(report).toMatchObject({ community: GUILD, entries: village.entries.length, ballotsChecked: 5 });
    expect(report.head).toBe(village.state.head);
  });

  it('names the entry of which one byte was changed', async () => {
    const entry = entryOf('member-joined');
    entry.eventJson = entry.eventJson.replace('bob', 'bop');
    const { faults, entries, notes } = await verify();
    expect(faults).toEqual([
      { where: `entry ${entry.seq}`, seq: entry.seq, text: expect.stringContaining('member-joined') },
    ]);
    expect(entries).toBe(entry.seq - 1);
    expect(notes).toContain(`What comes after entry ${entry.seq} was not looked at.`);
  });

  it('names the entry that can no longer be read', async () => {
    const entry = entryOf('proposal-decided');
    entry.eventJson = entry.eventJson.slice(1);
    expect((await verify()).faults[0]).toMatchObject({ where: `entry ${entry.seq}`, seq: entry.seq });
  });

  it('names the place of an entry that was taken out', async () => {
    const { seq } = entryOf('voting-opened');
    store.entries.splice(seq - 1, 1);
    expect((await verify()).faults[0]).toMatchObject({ where: `entry ${seq}`, seq });
  });

  it('sees that the last entries were cut off, by the state that knew them', async () => {
    const last = store.entries.length;
    store.entries.splice(last - 2, 2);
    const { faults } = await verify();
    expect(faults[0]).toMatchObject({ where: `entry ${last - 1}`, text: expect.stringContaining('missing') });
  });

  it('sees that the stored state is not what the record says', async () => {
    store.stored = { seq: village.state.seq, hash: digest('0'.repeat(64)) };
    expect(await wheres()).toEqual(['projection']);
  });

  it('takes an older stored state for what it is, and no stored state for none', async () => {
    const older = kept(village).stored;
    village.pass(1);
    village.join(mallory);
    store = Object.assign(kept(village), { stored: older });
    expect((await verify()).faults).toEqual([]);
    store.stored = null;
    expect(await verify()).toMatchObject({ faults: [], notes: [expect.stringContaining('No state is stored')] });
  });
});

describe('verifying votes', () => {
  it('names the voter whose choice was changed', async () => {
    ballotOf(bob).choice = 'no';
    expect(await wheres()).toEqual([`ballot of ${bob} on P-1`]);
  });

  it('names the voter whose receipt was changed', async () => {
    const ballot = ballotOf(bob);
    ballot.leaf = digest(ballot.leaf.replace(/^./, (first) => (first === '0' ? '1' : '0')));
    expect(await wheres()).toEqual([`ballot of ${bob} on P-1`]);
  });

  it('checks the ballots of a vote that is still open', async () => {
    ballotOf(carol, 'P-2').choice = 'yes';
    expect(await wheres()).toEqual([`ballot of ${carol} on P-2`]);
  });

  it('sees a ballot that was removed, and one that was replaced with a receipt that fits', async () => {
    store.ballots.splice(store.ballots.indexOf(ballotOf(dave)), 1);
    expect(await wheres()).toEqual(['board of P-1']);
    store = kept(village);
    forge(ballotOf(dave), 'no');
    const { faults, notes } = await verify();
    expect(faults).toEqual([{ where: 'board of P-1', proposal: P1, text: expect.stringContaining(dave) }]);
    expect(notes).toEqual([expect.stringContaining(dave)]);
  });

  it('sees a board that was made again to fit the forged ballots, by the root in the record', async () => {
    forge(ballotOf(dave), 'no');
    const ballots = store.ballots.filter(({ proposal }) => proposal === P1);
    store.boards.set(P1, makeBoard({ community: GUILD, proposal: P1, ballots }));
    const { seq } = entryOf('proposal-decided');
    expect((await verify()).faults).toEqual([
      { where: 'board of P-1', proposal: P1, seq, text: expect.stringContaining(`entry ${seq}`) },
    ]);
  });

  it('sees a board that was lost and one of which only a leaf was changed', async () => {
    const board = store.boards.get(P1);
    store.boards.delete(P1);
    expect(await wheres()).toEqual(['board of P-1']);
    if (board !== undefined) store.boards.set(P1, { ...board, leaves: board.leaves.slice(1) });
    expect(new Set(await wheres())).toEqual(new Set(['board of P-1']));
  });

  it('sees a roll with somebody added, and one that was lost', async () => {
    const roll = store.rolls.get(P1);
    if (roll === undefined) throw new Error('there is no roll');
    store.rolls.set(P1, { ...roll, entries: roll.entries.map((line) => ({ ...line, active: false })) });
    expect(await wheres()).toEqual(['roll of P-1']);
    store.rolls.delete(P1);
    expect(await wheres()).toEqual(['roll of P-1']);
  });

  it('names a ballot of somebody who is not on the roll', async () => {
    const stranger = { ...ballotOf(carol, 'P-2'), voter: mallory };
    store.ballots.push(Object.assign(stranger, { leaf: leafOf(stranger) }));
    expect(await wheres()).toEqual([`ballot of ${mallory} on P-2`]);
  });
});

describe('verifying results', () => {
  it('names the entry whose result is not what the ballots add up to', async () => {
    const forged = Village.of(bob, carol, dave);
    const honest = forged.decisionFor.bind(forged);
    forged.decisionFor = (step) => {
      const decision = honest(step);
      if (!decision.ok || decision.value.kind !== 'proposal-decided') return decision;
      return { ok: true, value: { ...decision.value, tally: { ...decision.value.tally, yes: 40 } } };
    };
    forged.adopt(alice, { kind: 'adopt-rule', rule: LINK_RULE });
    store = kept(forged);
    const { seq } = entryOf('proposal-decided');
    expect((await verify()).faults).toEqual([
      { where: `entry ${seq}`, proposal: P1, seq, text: expect.stringContaining('40 yes') },
    ]);
  });
});

/** Changes a ballot as somebody would who knows how receipts are made. */
function forge(ballot: Kept['ballots'][number], choice: Ballot['choice']): void {
  ballot.choice = choice;
  ballot.leaf = leafOf(ballot);
}
