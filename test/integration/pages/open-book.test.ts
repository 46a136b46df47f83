import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkpointLineFor } from '../../../server/actions/checkpoints.ts';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import type { CommunityIri, PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { stateHash } from '../../../server/governance/state-text.ts';
import { days } from '../../support/adopted-rule.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';

let north: RunningServer;
let ana: PersonIri;
let guild: CommunityIri;
let browser: Visitor;
let stranger: Visitor;
const BOOK = '/communities/guild/record';
const WORDS = 'Rosalind keeps the only spare key';

beforeAll(async () => {
  north = await runServer('north.localhost');
  ana = await account(north, 'ana');
  guild = (await community(north, ana, 'guild')).iri;
  const bob = await account(north, 'bob');
  await north.actions.joinCommunity({ person: bob, community: guild });
  await days(north, 31);
  browser = new Visitor(north);
  await browser.signIn('ana', 'a long enough password');
  stranger = new Visitor(north);
});
afterAll(() => north?.stop());

async function proposed(title: string, reasons: string): Promise<{ id: ProposalId; seq: number }> {
  const change = { kind: 'amend-charter', parameters: { votingDays: 8 } } as const;
  const { head, event } = must(
    await north.actions.submitProposal({ community: guild, by: ana, title, reasons, change }),
  );
  await north.settle();
  return { id: (event as { proposal: ProposalId }).proposal, seq: head.seq };
}

/** Everything that is stored anywhere, as text. */
async function everything(): Promise<string> {
  const { db } = north.database;
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  const all = await Promise.all(names.map((name) => db.collection(name).find().toArray()));
  return JSON.stringify(all);
}

describe('what somebody wrote into the open book', () => {
  it('she can have erased when it is over, and it is nowhere in the database any more', async () => {
    const { id, seq } = await proposed(WORDS, `${WORDS}, and nobody else does.`);
    await north.house.states.load(guild);
    expect(await everything()).toContain(WORDS);
    expect((await browser.get(`${BOOK}/${seq}/erase`)).status).toBe(404);
    must(await north.actions.withdrawProposal({ community: guild, proposal: id, by: ana }));
    await north.settle();

    expect((await browser.get(BOOK)).text).toContain(`${BOOK}/${seq}/erase`);
    expect((await browser.get(`${BOOK}/${seq}/erase`)).text).toContain(WORDS);
    for (const path of ['title', 'reasons'])
      expect((await browser.submit(`${BOOK}/${seq}/erase`, { path })).status).toBe(303);
    await north.settle();
    expect(await everything()).not.toContain('Rosalind');
    const book = (await browser.get(BOOK)).text;
    expect(book).toContain('was erased by its author');
    expect(book).toContain('[erased]');
    expect((await browser.get(`${BOOK}/${seq}/erase`)).status).toBe(404);
  });

  it('is erased without a fault in the record, and the state is what it replays to', async () => {
    const report = await verifyCommunity(north.house, guild);
    expect(report.faults).toEqual([]);
    const state = await north.house.states.load(guild);
    if (state === null) throw new Error('no state');
    await north.house.states.forget(guild);
    expect((await north.house.states.load(guild))?.head).toBe(report.head);
    expect(stateHash(state)).toBe(stateHash((await north.house.states.load(guild)) ?? state));
  });

  it('nobody else can have erased; the operator can, by law, and everybody reads why', async () => {
    const { id, seq } = await proposed('Names somebody', 'Somebody does not like to be named.');
    must(await north.actions.withdrawProposal({ community: guild, proposal: id, by: ana }));
    const bob = new Visitor(north);
    await bob.signIn('bob', 'a long enough password');
    expect((await bob.submit(`${BOOK}/${seq}/erase`, { path: 'title' })).status).toBe(404);
    const asked = { community: guild, seq, path: 'title', by: 'operator', reason: 'Order 12 O 34/26' } as const;
    must(await north.actions.eraseText(asked));
    await north.settle();
    expect((await stranger.get(BOOK)).text).toContain('Order 12 O 34/26; what was decided stays');
    expect(await north.actions.eraseText(asked)).toMatchObject({ refusal: { code: 'erased-already' } });
  });
});

describe('the page that says how to check the book', () => {
  const ask = async (line: string) => (await stranger.get(`${BOOK}/verify?line=${encodeURIComponent(line)}`)).text;

  it('finds the line that somebody kept, and says when the book is another one', async () => {
    const line = (await checkpointLineFor(north.house, guild)) ?? '';
    await proposed('Something new', 'So that the book goes on.');
    expect(await ask(line)).toContain('Nothing in it was changed since');
    expect(await ask(line.replace(/root ../, 'root AA'))).toContain('this is not the book that your line speaks of');
    expect(await ask(line.replace(/entry \d+/, 'entry 999'))).toContain('entries were taken out');
    expect(await ask('<b>nonsense</b>')).toContain('has no entry and root in it');
  });

  it('gives strangers what the chain is made of and names nobody; members get what the entries say', async () => {
    const heads = (await stranger.get(`${BOOK}/entries.jsonl`)).text;
    expect(heads.split('\n').filter((line) => line.includes('"seq"'))).toHaveLength(
      (await north.house.states.load(guild))?.seq ?? 0,
    );
    expect(heads).not.toMatch(/eventJson|actors\/(ana|bob)/);
    expect(heads).toContain('"checkpoint"');
    expect((await browser.get(`${BOOK}/entries.jsonl`)).text).toContain('actors/bob');
  });

  it('has the program that checks it, and no other file', async () => {
    expect((await stranger.get('/verifiers/verify-record.mjs')).text).toContain('WRONG');
    for (const other of ['verify-nothing.mjs', '..%2fbuild.ts', 'verify-record.ts'])
      expect((await stranger.get(`/verifiers/${other}`)).status).toBe(404);
  });
});
