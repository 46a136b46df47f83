import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../server/actions/verify-record.ts';
import { activity, signedRequest, voteNote } from '../support/attacker.ts';
import { send } from '../support/http-client.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { spareKeys } from '../support/spare-keys.ts';
import { Stage } from '../support/stage.ts';
import { DAY, type OpenVote, openVote } from '../support/voting-stage.ts';
import { until } from '../support/wait.ts';

const VOTERS = 20;
const VOTES_EACH = 50;
let stage: Stage;
let honest: RemoteOrigin;
let voters: readonly RemoteActor[];
let open: OpenVote;

beforeAll(async () => {
  [stage, honest] = await Promise.all([Stage.open({ ownEngine: true }), startRemoteOrigin('vic')]);
  const keys = await spareKeys();
  voters = await Promise.all(Array.from({ length: VOTERS }, (_, number) => honest.actor(`voter${number}`, { keys })));
  await Promise.all(
    voters.map((one) =>
      send(stage.server.port, signedRequest(stage.sharedInbox, one, activity('Follow', one, stage.guild))),
    ),
  );
  const joined = async () => (await stage.house.states.load(stage.guild))?.members.size === VOTERS + 3;
  await until('all have joined', joined, 60_000);
  await stage.forward(31 * DAY);
  open = await openVote(stage, 'Links by newcomers', [
    stage.person('bob'),
    stage.person('carol'),
    voters[0]?.iri as never,
  ]);
});
afterAll(async () => {
  await Promise.all([stage, honest].map((one) => one?.close()));
});

it('a thousand votes at once and a kill -9: whoever was acknowledged has voted, nobody twice (VOT-14)', async () => {
  const acknowledged = new Set<string>();
  let answers = 0;
  const votes = Array.from({ length: VOTERS * VOTES_EACH }, async (_, number) => {
    const voter = voters[number % VOTERS] as RemoteActor;
    const choice = ['Yes', 'No', 'Abstain'][Math.floor(number / VOTERS) % 3];
    const vote = activity('Create', voter, voteNote(voter, open.question, stage.guild, choice), { to: [stage.guild] });
    const answer = await send(stage.server.port, signedRequest(stage.sharedInbox, voter, vote)).catch(() => undefined);
    if (answer?.status !== 202) return;
    acknowledged.add(voter.iri);
    answers += 1;
  });
  await until('some are acknowledged', () => answers > 100, 60_000);
  await stage.server.kill();
  await Promise.all(votes);
  await stage.kill();
  await stage.restart();
  await stage.quiet();
  const counted = async () =>
    (await stage.house.ballots.of(stage.guild, open.proposal)).map(({ voter }) => String(voter));
  await until('all of them are carried out', async () => {
    const there = new Set(await counted());
    return [...acknowledged].every((voter) => there.has(voter));
  });
  const all = await counted();
  expect(new Set(all).size).toBe(all.length);

  await stage.forward(8 * DAY);
  const outcome = () =>
    stage.house.states.load(stage.guild).then((state) => state?.proposals.get(open.proposal)?.outcome);
  const decided = await until('it is counted', outcome, 60_000);
  expect(decided.tally).toMatchObject({ turnout: all.length });
  const { faults, ballotsChecked } = await verifyCommunity(stage.house, stage.guild);
  expect([faults, ballotsChecked]).toEqual([[], all.length]);
}, 180_000);
