import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advanceCommunity } from '../../server/actions/advance/index.ts';
import { decideAndRecord } from '../../server/actions/record.ts';
import { verifyCommunity } from '../../server/actions/verify-record.ts';
import type { JuryId, PersonIri } from '../../server/community/ids.ts';
import { accepted } from '../../server/community/result.ts';
import type { GovernanceEvent } from '../../server/governance/events.ts';
import { lateFrom, QUICKNET } from '../../server/governance/juries/beacon.ts';
import { ALIAS_13335, answerOf, FOREIGN_1000, NO_SIGNATURES, ROUND_1000, ROUNDS } from '../support/drand-rounds.ts';
import { callBeforeRound1000, type DrandStage, drandStage, minutesAfterRound1000 } from '../support/drand-stage.ts';
import { juryOf } from '../support/jury-stage.ts';
import { account } from '../support/people.ts';
import { Visitor } from '../support/visitor.ts';

/** Nobody steers a draw from drand: not who hands the round in, nor whoever holds the machine. No relay is set here. */

let stage: DrandStage;
/** Called one after the other in the same half minute: drawn from the same round, and from pools of their own. */
let ids: readonly [handedIn: JuryId, forged: JuryId, withheld: JuryId];
let entriesBefore: number;
const jury = (id: JuryId) => juryOf(stage.server, stage.guild, id);
const page = (id: JuryId) => `/communities/guild/juries/${id}`;
const member = async (at: number) => stage.at(stage.members[at] as PersonIri);
const handIn = async (id: JuryId, signature: string, at = 1) => {
  const browser = await member(at);
  const { status } = await browser.submit(`${page(id)}/seed/round`, { signature });
  await stage.server.settle();
  return { status, shows: (await browser.get(page(id))).text };
};
/** What somebody would write who has the program and changes it. */
const write = (event: GovernanceEvent) => decideAndRecord(stage.server.house, stage.guild, () => accepted(event));
const seqNow = async () => (await stage.server.house.states.load(stage.guild))?.seq;

beforeAll(async () => {
  stage = await drandStage();
  ids = [
    await callBeforeRound1000(stage, { number: 1 }),
    await callBeforeRound1000(stage, { number: 2 }),
    await callBeforeRound1000(stage, { number: 3 }),
  ];
  entriesBefore = (await seqNow()) ?? 0;
}, 90_000);
afterAll(() => stage?.stop());

describe('before the round is out', () => {
  it('nothing is taken, not even the true signature; the refusal says that the clock would be wrong', async () => {
    const { status, shows } = await handIn(ids[0], ROUND_1000.signature);
    expect(status).toBe(303);
    expect(shows).toContain('the clock of this server is behind');
    expect(await seqNow()).toBe(entriesBefore);
  });

  it('no other round can be named: not a past one, not one of another chain, not one that is nearer', async () => {
    const { pool, machine, asked, relaxed } = await jury(ids[0]);
    await write({
      kind: 'jury-called',
      jury: 'J-4' as JuryId,
      purpose: { kind: 'challenge', proposal: 'P-4' as never },
      size: 3,
      question: 'Did it?',
      options: [],
      source: 'drand',
    });
    const frozen = {
      kind: 'jury-pool-frozen',
      jury: 'J-4' as JuryId,
      ...pool,
      machine: machine?.commitment,
      asked,
      relaxed,
    } as const;
    for (const [chain, round] of [
      [QUICKNET.hash, 256],
      [QUICKNET.hash, 980],
      [QUICKNET.hash, 1040],
      ['8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce', 1000],
    ] as const) {
      const named = { ...frozen, beacon: { chain, round }, until: lateFrom(round) } as GovernanceEvent;
      await expect(write(named)).rejects.toThrow(/the round of J-4 is to be/);
    }
  });
});

describe('when it is out', () => {
  beforeAll(async () => {
    await minutesAfterRound1000(stage, 1);
    entriesBefore = (await seqNow()) ?? 0;
  });

  it('forged, foreign and older signatures are refused with a reason, and leave nothing in the book', async () => {
    const wrong = NO_SIGNATURES.filter(([why]) => why !== 'capital letters').map(([, signature]) => signature);
    for (const signature of [
      ...wrong,
      ALIAS_13335,
      answerOf(ROUNDS[2] as never),
      '<script>',
      '$where',
      'x'.repeat(50_000),
    ]) {
      const { shows } = await handIn(ids[0], signature);
      expect(shows).toMatch(/not the signature of round 1000|Paste the answer/);
    }
    expect(await seqNow()).toBe(entriesBefore);
  });

  it('who is no member, or not signed in, hands in nothing', async () => {
    await account(stage.server, 'outsider');
    const outsider = new Visitor(stage.server);
    await outsider.signIn('outsider', 'a long enough password');
    const said = { signature: ROUND_1000.signature };
    expect((await outsider.submit(`${page(ids[0])}/seed/round`, said)).status).toBe(404);
    await new Visitor(stage.server).submit(`${page(ids[0])}/seed/round`, said);
    expect(await seqNow()).toBe(entriesBefore);
  });

  it('ten members who hand it in at once make one entry; again, it changes nothing', async () => {
    const browsers = await Promise.all(stage.members.map((_, at) => member(at)));
    const said = { signature: answerOf(ROUND_1000) };
    await Promise.all(browsers.map((browser) => browser.submit(`${page(ids[0])}/seed/round`, said)));
    await stage.server.settle();
    const { seed, beacon, phase } = await jury(ids[0]);
    expect([phase.state, beacon?.signature]).toEqual(['answering', ROUND_1000.signature]);
    const { shows } = await handIn(ids[0], ROUND_1000.signature);
    expect(shows).toContain('in the open book already');
    expect((await jury(ids[0])).seed).toBe(seed);
    const given = await stage.server.database.db.collection('entries').countDocuments({ kind: 'beacon-round-given' });
    expect(given).toBe(1);
    expect((await (await member(2)).get('/communities/guild/record?only=juries')).text).toContain(
      'handed in round 1000 of drand',
    );
  });

  it('the jury of one matter says nothing about that of another, although both follow from one round', async () => {
    expect((await handIn(ids[2], '')).shows).toContain('Hand it in');
    const [first, third] = await Promise.all([jury(ids[0]), jury(ids[2])]);
    expect(third.pool?.root).not.toBe(first.pool?.root);
  });
});

describe('whoever holds the machine', () => {
  it('can withhold the round for a day, and no longer choose: the draw then follows from members’ words, and all see it', async () => {
    await minutesAfterRound1000(stage, 11);
    expect((await (await member(2)).get('/notices')).text).toContain('Please hand it in');
    await minutesAfterRound1000(stage, 11 + 24 * 60 - 2);
    expect((await jury(ids[2])).phase.state).toBe('awaiting-round');
    await minutesAfterRound1000(stage, 11 + 24 * 60 + 2);
    const { phase, relaxed } = await jury(ids[2]);
    expect([phase.state, relaxed.includes('no-round')]).toEqual(['committing', true]);
    const { shows } = await handIn(ids[2], ROUND_1000.signature);
    expect(shows).toContain('does not wait any more');
    expect(shows).toContain('was not handed in within a day');
    expect(shows).toContain('Your words');
    const book = (await (await member(2)).get('/communities/guild/record?only=juries')).text;
    expect(book).toContain('this server is set to ask nobody for it');
    const given = { kind: 'beacon-round-given', jury: ids[2], round: 1000, signature: ROUND_1000.signature } as const;
    await expect(write(given)).rejects.toThrow(/stands in committing/);
  });

  it('cannot have a jury drawn from a forged round, not by an entry of her own: it is found, also without this server', async () => {
    const before = await verifyCommunity(stage.server.house, stage.guild);
    expect(before.faults).toEqual([]);
    const called = {
      kind: 'jury-called',
      jury: 'J-5' as JuryId,
      purpose: { kind: 'challenge', proposal: 'P-5' as never },
      size: 3,
      question: 'Did it?',
      options: [],
      source: 'drand',
    } as const;
    await write(called);
    await stage.server.settle();
    const { round } = (await jury('J-5' as JuryId)).beacon ?? { round: 0 };
    await minutesAfterRound1000(stage, 24 * 60 + 26);
    await write({ kind: 'beacon-round-given', jury: 'J-5' as JuryId, round, signature: FOREIGN_1000 });
    const { blocked } = await advanceCommunity(stage.server.house, stage.guild);
    expect(blocked).toEqual([expect.objectContaining({ step: 'advance-jury', jury: 'J-5', next: 'draw' })]);
    expect((await jury('J-5' as JuryId)).seats).toEqual([]);
    const { faults } = await verifyCommunity(stage.server.house, stage.guild);
    expect(faults.map(({ text }) => text).join(' ')).toContain(`not the signature of round ${round} of drand`);
    await expectFoundByFile(`not the signature of round ${round} of drand`);
  });
});

/** The one file that checks a copy of the book says what is wrong with it. */
async function expectFoundByFile(fault: string): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'folkmoot-forged-'));
  const { text } = await (await member(2)).get('/communities/guild/record/entries.jsonl');
  const file = path.join(dir, 'record.jsonl');
  await writeFile(file, text);
  const program = path.resolve('server/verifiers/dist/verify-record.mjs');
  const checked = promisify(execFile)(process.execPath, [program, file]);
  await expect(checked).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining(fault) });
  await rm(dir, { recursive: true });
}
