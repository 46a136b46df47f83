import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import { turnOf } from '../../../server/governance/ballots.ts';
import { Stage } from '../../support/stage.ts';
import type { Visitor } from '../../support/visitor.ts';
import { DAY, type OpenVote, openVote, reach } from '../../support/voting-stage.ts';

let stage: Stage;
let bob: Visitor;
let carol: Visitor;
let vote: OpenVote;
let page: string;
const delegations = '/communities/guild/delegations';

beforeAll(async () => {
  stage = await Stage.open();
  await stage.forward(31 * DAY);
  vote = await openVote(stage, 'Links by newcomers', [stage.person('bob'), stage.person('carol')]);
  page = `/communities/guild/proposals/${vote.proposal}`;
  bob = await stage.visitor('bob');
  carol = await stage.visitor('carol');
});
afterAll(() => stage?.close());

const ballots = () => stage.house.ballots.of(stage.guild, vote.proposal);

describe('a vote, by the pages', () => {
  it('is changed by who says so, and only then; all that was cast is kept', async () => {
    await bob.submit(`${page}/ballot`, { choice: 'no' });
    const shown = (await bob.get(page)).text;
    expect(shown).toContain('You voted <b>No</b>');
    expect(shown).toContain('<summary>Change my vote</summary>');
    await bob.submit(`${page}/ballot`, { choice: 'yes' });
    expect((await bob.get(page)).text).toContain('You have already voted on this, and your vote stands.');
    await bob.submit(`${page}/ballot`, { choice: 'yes', change: 'yes' });
    const after = (await bob.get(page)).text;
    expect(after).toContain('Your vote is changed. Keep your new receipt.');
    expect(after).toContain('You voted <b>Yes</b>');
    expect((await ballots()).map(({ choice, turn }) => [choice, turn])).toEqual([
      ['no', 1],
      ['yes', 2],
    ]);
    expect(await stage.house.ballots.count(stage.guild, vote.proposal)).toBe(1);
  });

  it('changed ten times at once ends as the last of ten turns, none of them lost or twice there', async () => {
    const alice = stage.person('alice');
    const cast = { community: stage.guild, proposal: vote.proposal, voter: alice, via: 'web', change: true } as const;
    const choices = ['yes', 'no', 'abstain', 'yes', 'no', 'abstain', 'yes', 'no'];
    const answers = await Promise.all(choices.map((choice) => stage.actions.castBallot({ ...cast, choice })));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const hers = (await ballots()).filter(({ voter }) => voter === alice).map(turnOf);
    expect(hers.toSorted((a, b) => a - b)).toEqual(hers.map((_, at) => at + 1));
    const last = await stage.house.ballots.by(stage.guild, vote.proposal, alice);
    expect(last && turnOf(last)).toBe(hers.length);
    await stage.actions.castBallot({ ...cast, choice: 'abstain' });
  });

  it('can be given to somebody else, who is told, and taken back', async () => {
    expect((await carol.get(delegations)).text).toContain('You vote for yourself.');
    await carol.submit(delegations, { delegate: '@nobody@north.localhost' });
    expect((await carol.get(delegations)).text).toContain('Choose a member of this community.');
    await carol.submit(delegations, { delegate: 'bob' });
    const given = (await carol.get(delegations)).text;
    expect(given).toContain('They vote for you where you do not vote yourself.');
    expect((await bob.get(delegations)).text).toContain('Your ballot counts for them too');
    await stage.quiet();
    const notices = await stage.house.notices.to(stage.person('bob'), 5);
    expect(notices.map(({ text }) => text).join()).toContain('carol has asked you to vote for them in Guild');
    await carol.submit(`${delegations}/end`, {});
    expect((await carol.get(delegations)).text).toContain('You vote for yourself again.');
    await carol.submit(delegations, { delegate: '@bob' });
  });

  it('is counted as last cast, with the delegated one, and everybody can check it', async () => {
    await stage.forward(7 * DAY + 1);
    await reach(stage, vote.proposal, 'timelock');
    const proposal = (await stage.house.states.load(stage.guild))?.proposals.get(vote.proposal);
    expect(proposal?.outcome).toMatchObject({ tally: { yes: 2, no: 0, abstain: 1, delegated: 1 }, ballots: 2 });
    const { faults, notes } = await verifyCommunity(stage.house, stage.guild);
    expect([faults, notes.filter((note) => note.includes('ballot'))]).toEqual([[], []]);
    bob = await stage.visitor('bob');
    const shown = (await bob.get(page)).text;
    expect(shown).toContain('1 of them through a delegate');
    expect(shown).toContain('Your ballot stands on its board');
  });

  it('cannot be turned back by taking the last ballot away, or by one more', async () => {
    const store = stage.db.collection('ballots');
    const last = await store.findOneAndDelete({ voter: stage.person('bob'), turn: 2 });
    if (last === null) throw new Error('bob has not changed his vote');
    const faults = async () => (await verifyCommunity(stage.house, stage.guild)).faults.map(({ where }) => where);
    expect(await faults()).toEqual([`board of ${vote.proposal}`]);
    await store.insertOne(last);
    expect(await faults()).toEqual([]);
  });
});
