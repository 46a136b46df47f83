import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import type { ProposalId } from '../../../server/community/ids.ts';
import { encodeState } from '../../../server/governance/state-text.ts';
import { sha256 } from '../../../server/record/canonical.ts';
import { Stage } from '../../support/stage.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

const P1 = 'P-1' as ProposalId;
const DAY = 24;
const proposals = '/communities/guild/proposals';

/** Posts by members of less than 30 days with more than 2 links are held for 72 hours. */
const linkRule = {
  change: 'adopt-rule',
  title: 'Links by newcomers',
  text: 'Posts by new members that carry many links are looked at first.',
  reasons: 'Nineteen adverts in one week.',
  'when-1-fact': 'author.tenureDays',
  'when-1-test': 'lt',
  'when-1-value': '30',
  'when-2-fact': 'post.links',
  'when-2-test': 'gt',
  'when-2-value': '2',
  effect: 'hold',
  holdHours: '72',
};

let stage: Stage;
let alice: Visitor;
let bob: Visitor;
let carol: Visitor;
let stranger: Visitor;

beforeAll(async () => {
  stage = await Stage.open();
  stranger = new Visitor(stage.server);
  alice = await stage.visitor('alice');
});
afterAll(() => stage?.close());

const phase = async () => (await stage.house.states.load(stage.guild))?.proposals.get(P1)?.phase.state;
const becomes = (state: string) => until(`P-1 is in ${state}`, async () => (await phase()) === state);

describe('from a proposal to a rule in force, by the pages', () => {
  it('tells members from when on they may propose, and asks a stranger to sign in', async () => {
    bob = await stage.visitor('bob');
    const list = await bob.get(proposals);
    expect(list.text).toMatch(/you can from \d+ \w+ \d{4} on/);
    const refused = await bob.get('/communities/guild/propose');
    expect([refused.status, refused.headers.location]).toEqual([303, proposals]);
    const unknown = await stranger.get('/communities/guild/propose');
    expect(unknown.text + String(unknown.headers.location)).toMatch(/sign-in/);
    expect((await stranger.submit(proposals, linkRule)).status).not.toBe(200);
  });

  it('lets her choose, draft and preview a rule, and names each wrong field', async () => {
    await stage.forward(31 * DAY);
    alice = await stage.visitor('alice');
    expect((await alice.get('/communities/guild/propose')).text).toContain('Adopt a new rule');
    expect((await alice.get('/communities/guild/propose/draft?change=ban-alice')).status).toBe(422);
    expect((await alice.get('/communities/guild/propose/draft?change=adopt-rule')).text).toContain('discussion');
    const wrong = await alice.submit(proposals, { ...linkRule, holdHours: '100', step: 'submit' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Give a whole number from 1 to 72.');
    expect(wrong.text).toContain('Nineteen adverts');
    const preview = await alice.submit(proposals, { ...linkRule, step: 'preview' });
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('Posts by members of less than 30 days that carry more than 2 links are held');
    expect(preview.text).not.toContain('In the way');
  });

  it('submits it; bob and carol second it, alice may not, nobody does twice', async () => {
    const submitted = await alice.submit(proposals, { ...linkRule, step: 'submit' });
    expect([submitted.status, submitted.headers.location]).toEqual([303, `${proposals}/P-1`]);
    expect((await alice.get(`${proposals}/P-1`)).text).toContain('Your proposal P-1 is submitted.');
    await alice.submit(`${proposals}/P-1/second`, {});
    expect((await alice.get(`${proposals}/P-1`)).text).toContain('0 of the 2');
    bob = await stage.visitor('bob');
    carol = await stage.visitor('carol');
    expect((await bob.submit(`${proposals}/P-1/second`, {})).headers.location).toBe(`${proposals}/P-1`);
    await bob.submit(`${proposals}/P-1/second`, {});
    expect((await stranger.get(`${proposals}/P-1`)).text).toContain('1 of the 2');
    await carol.submit(`${proposals}/P-1/second`, {});
    expect(await phase()).toBe('discussion');
  });

  it('opens the vote after discussion and freeze, and tells only how many have voted', async () => {
    await stage.forward(5 * DAY + 1);
    await becomes('frozen');
    await stage.forward(2 * DAY);
    await becomes('voting');
    bob = await stage.visitor('bob');
    expect((await bob.get(`${proposals}/P-1`)).text).toContain('Cast my ballot');
    const cast = await bob.submit(`${proposals}/P-1/ballot`, { choice: 'yes' });
    expect([cast.status, cast.headers.location]).toEqual([303, `${proposals}/P-1`]);
    const receipt = (await bob.get(`${proposals}/P-1`)).text;
    expect(receipt).toContain('Your ballot is cast');
    expect(receipt).toMatch(/<code>[0-9a-f]{64}<\/code>/);
    await bob.submit(`${proposals}/P-1/ballot`, { choice: 'no' });
    expect((await bob.get(`${proposals}/P-1`)).text).toContain('You have already voted');
    const forStranger = (await stranger.get(`${proposals}/P-1`)).text;
    expect(forStranger).toContain('1 of 3 members on the roll have voted');
    expect(forStranger).not.toContain('Cast my ballot');
    expect((await stranger.submit(`${proposals}/P-1/ballot`, { choice: 'no' })).status).not.toBe(200);
    expect(await stage.house.ballots.count(stage.guild, P1)).toBe(1);
  });

  it('shows the result, to members who voted what, and brings the rule into force by itself', async () => {
    for (const name of ['alice', 'carol']) {
      await (await stage.visitor(name)).submit(`${proposals}/P-1/ballot`, { choice: 'yes' });
    }
    await stage.forward(7 * DAY + 1);
    await becomes('timelock');
    bob = await stage.visitor('bob');
    const forBob = (await bob.get(`${proposals}/P-1`)).text;
    expect(forBob).toContain('3 yes, 0 no, 0 abstained');
    expect(forBob).toContain('Who voted what');
    expect(forBob).toContain('Your ballot stands on its board');
    const thread = /href="(\/communities\/guild\/threads\/[^"]+)"/.exec(forBob)?.[1] ?? '';
    expect((await stranger.get(thread)).text).toContain('Links by newcomers');
    const forStranger = (await stranger.get(`${proposals}/P-1`)).text;
    expect(forStranger).toContain('3 yes, 0 no, 0 abstained');
    expect(forStranger).not.toContain('Who voted what');
    await stage.forward(3 * DAY + 1);
    await becomes('in-force');
    const rules = (await stranger.get('/communities/guild/rules')).text;
    expect(rules).toContain('id="R-1-v1"');
    expect(rules).toContain(`href="${proposals}/P-1"`);
  });

  it('offers to change or repeal the rule, with the form as it stands', async () => {
    alice = await stage.visitor('alice');
    const draft = (await alice.get('/communities/guild/propose/draft?change=amend-rule:R-1')).text;
    expect(draft).toContain('Change rule R-1');
    expect(draft).toContain('Links by newcomers');
    const repeal = { change: 'repeal-rule:R-1', title: 'No more', reasons: 'It worked.' };
    expect((await alice.submit(proposals, { ...repeal, step: 'preview' })).text).toContain('no longer be in force');
    const charter = { change: 'amend-charter', title: 'Longer', reasons: 'Holidays.', parameter: 'votingDays' };
    const same = await alice.submit(proposals, { ...charter, value: '7', step: 'submit' });
    expect([same.status, same.text]).toEqual([422, expect.stringContaining('The charter says this already')]);
    const longer = await alice.submit(proposals, { ...charter, value: '9', step: 'submit' });
    expect(longer.headers.location).toBe(`${proposals}/P-2`);
    expect((await alice.submit(`${proposals}/P-2/withdraw`, {})).headers.location).toBe(`${proposals}/P-2`);
    expect((await alice.get(`${proposals}/P-2`)).text).toContain('Withdrawn by its proposer');
  });
});

describe('lists, charter and the open book', () => {
  it('lists proposals of one and of all communities', async () => {
    for (const path of [proposals, '/decisions']) {
      expect((await stranger.get(path)).text).toContain('Links by newcomers');
    }
  });

  it('shows the charter in words', async () => {
    const { status, text } = await stranger.get('/communities/guild/charter');
    expect(status).toBe(200);
    expect(text).toContain('Days of voting');
    expect(text).toContain('7 days');
  });

  it('names members in the book to members only, and checks it', async () => {
    const forMember = (await alice.get('/communities/guild/record')).text;
    expect(forMember).toContain('Checked just now');
    expect(forMember).toContain('>bob</a>');
    expect(forMember).toContain('record.json');
    const forStranger = (await stranger.get('/communities/guild/record')).text;
    expect(forStranger).toMatch(/Member \d+ \(north\.localhost/);
    expect(forStranger).not.toMatch(/\b(bob|carol)\b/);
  });

  it('gives the record as data to members, and to nobody else', async () => {
    const { status, text } = await alice.get('/communities/guild/record.json');
    expect(status).toBe(200);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { seq: number; prev: string; hash: string });
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
    expect(lines.slice(1).every(({ prev }, index) => prev === lines[index]?.hash)).toBe(true);
    expect((await stranger.get('/communities/guild/record.json')).status).toBe(404);
  });

  it('finds nothing where there is nothing', async () => {
    for (const path of [
      'nowhere/proposals',
      'guild/proposals/P-99',
      'guild@elsewhere.example/rules',
      'nowhere/record',
    ]) {
      expect([path, (await stranger.get(`/communities/${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('says on the page which ballot was changed in the database behind its back: to members by name', async () => {
    const { modifiedCount } = await stage.db
      .collection('ballots')
      .updateOne({ voter: stage.person('bob') }, { $set: { choice: 'no' } });
    expect(modifiedCount).toBe(1);
    // The last check is kept for a moment as long as the record has the same head; a new entry makes it look again.
    await stage.settle('dora');
    await stage.quiet();
    const forMember = (await alice.get('/communities/guild/record')).text;
    expect(forMember).toContain('This book does not add up');
    expect(forMember).toContain(`The ballot of ${stage.person('bob')} on P-1 is not as it was cast`);
    const forStranger = (await stranger.get('/communities/guild/record')).text;
    expect(forStranger).toContain('a ballot on P-1');
    expect(forStranger).not.toContain(stage.person('bob'));
  });
});

describe('verifying the real database', () => {
  interface Entry {
    readonly _id: string;
    readonly seq: number;
    readonly kind: string;
    readonly eventJson: string;
  }
  const faults = async () => (await verifyCommunity(stage.house, stage.guild)).faults;
  const entries = () => stage.db.collection<Entry>('entries');

  async function entryOf(kind: string): Promise<Entry> {
    const entry = await entries().findOne({ community: stage.guild, kind });
    if (entry === null) throw new Error(`there is no ${kind}`);
    return entry;
  }

  beforeAll(async () => {
    await stage.db.collection('ballots').updateOne({ voter: stage.person('bob') }, { $set: { choice: 'yes' } });
  });

  it('finds everything in order again once the ballot is as it was', async () => {
    const report = await verifyCommunity(stage.house, stage.guild);
    expect(report.faults).toEqual([]);
    expect(report.ballotsChecked).toBe(3);
  });

  it('names the entry of which a byte was changed, and the one that was taken out', async () => {
    const entry = await entryOf('rule-in-force');
    const eventJson = entry.eventJson.replace('"hours":72', '"hours":71');
    expect(eventJson).not.toBe(entry.eventJson);
    await entries().updateOne({ _id: entry._id }, { $set: { eventJson } });
    expect(await faults()).toMatchObject([{ where: `entry ${entry.seq}`, seq: entry.seq }]);
    await entries().deleteOne({ _id: entry._id });
    expect(await faults()).toMatchObject([{ where: `entry ${entry.seq}`, seq: entry.seq }]);
    await entries().insertOne(entry);
    expect(await faults()).toEqual([]);
  });

  it('names the ballot of which the receipt was changed, and the board with a ballot less', async () => {
    const ballots = stage.db.collection('ballots');
    const ballot = await ballots.findOneAndUpdate({ voter: stage.person('carol') }, { $set: { leaf: '0'.repeat(64) } });
    if (ballot === null) throw new Error('carol has not voted');
    expect(await faults()).toMatchObject([{ where: `ballot of ${stage.person('carol')} on P-1` }]);
    await ballots.deleteOne({ _id: ballot._id });
    expect(await faults()).toMatchObject([{ where: 'board of P-1' }]);
    await ballots.insertOne(ballot);
    expect(await faults()).toEqual([]);
  });

  it('names the stored state when somebody writes another one', async () => {
    const state = await stage.house.states.load(stage.guild);
    if (state === null) throw new Error('there is no state');
    const stateJson = encodeState({ ...state, title: 'My guild' });
    const projection = { seq: state.seq, stateJson, hash: sha256(stateJson) };
    await stage.db
      .collection<{ _id: string }>('projections')
      .updateOne({ _id: stage.guild }, { $set: projection }, { upsert: true });
    expect(await faults()).toMatchObject([{ where: 'projection', seq: state.seq }]);
  });
});
