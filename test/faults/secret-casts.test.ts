import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../server/actions/verify-record.ts';
import type { PersonIri } from '../../server/community/ids.ts';
import type { Pinned } from '../../server/governance/proposal.ts';
import type { Paper, PostedBallot } from '../../server/governance/secret/crypto/ballots.ts';
import { leafOf } from '../../server/governance/secret/crypto/ballots.ts';
import { must } from '../support/people.ts';
import { asForm, ballotOf, begin, finish, openSecretVote } from '../support/secret-vote.ts';
import { Stage } from '../support/stage.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

/** The power goes while secret ballots are cast, twice: no receipt that was given out is lost, no paper counts twice. */

const VOTERS = 12;
/** What each has signed and sends at once, twice each: for every turn all three. */
const CHOICES = ['yes', 'no', 'abstain'] as const;

let stage: Stage;
let vote: Awaited<ReturnType<typeof openSecretVote>>['vote'];
let pinned: Pinned;
let papers: readonly Paper[];
let path: string;
/** Receipts that the server answered with, by whose paper and turn. */
const given = new Map<string, { readonly token: string; readonly turn: number; readonly leaf: string }>();
let refused = 0;
/** Called at each receipt. */
let atReceipt = (): void => {};

beforeAll(async () => {
  stage = await Stage.open({ ownEngine: true });
  const names = Array.from({ length: VOTERS - 3 }, (_, at) => `voter${at}`);
  const people = ['alice', 'bob', 'carol', ...names];
  await Promise.all(names.map((name) => stage.settle(name)));
  await stage.quiet();
  const settle = () => stage.quiet();
  ({ vote, pinned } = await openSecretVote({ house: stage.house, settle, clock: stage.clock }, stage.guild));
  path = `/communities/guild/proposals/${vote.proposal}/secret`;
  const asked = people.map(async (name) => {
    const draft = await begin(vote, pinned);
    const member: PersonIri = stage.person(name);
    const { signature } = must(await stage.actions.issuePaper({ ...vote, member, blinded: draft.blinded }));
    return finish(vote, pinned, draft, String(signature));
  });
  papers = await Promise.all(asked);
}, 120_000);
afterAll(() => stage?.close(), 30_000);

/** One ballot on its way; what the answer says is written down, and no answer says nothing. */
async function cast(ballot: PostedBallot): Promise<void> {
  const answer = await new Visitor(stage.server).submit(`${path}/cast`, asForm(ballot)).catch(() => undefined);
  if (answer === undefined || answer.status >= 500) return;
  if (answer.status !== 200) {
    refused += 1;
    return;
  }
  const { leaf } = JSON.parse(answer.text) as { readonly leaf: string };
  expect(leaf).toBe(await leafOf(vote, ballot));
  const key = `${ballot.token} ${ballot.turn}`;
  // Whoever was answered twice for one turn was answered the same.
  expect(given.get(key)?.leaf ?? leaf).toBe(leaf);
  given.set(key, { token: ballot.token, turn: ballot.turn, leaf });
  atReceipt();
}

const APART_MS = 10;

/** All ballots of all voters, until so many are answered for; then the power goes. */
async function castAndKill(answers: number, turns: readonly number[]): Promise<void> {
  const ballots = await Promise.all(
    papers.flatMap((paper) =>
      turns.flatMap((turn) => CHOICES.map((choice) => ballotOf(vote, pinned, paper, choice, turn))),
    ),
  );
  const before = given.size;
  let killed: Promise<void> | undefined;
  atReceipt = () => {
    if (given.size - before >= answers) killed ??= stage.server.kill();
  };
  // One after the other, without waiting: or all of them might be answered for at the same moment.
  const casts = ballots.map(async (ballot, nth) => {
    await new Promise((resolve) => setTimeout(resolve, nth * APART_MS));
    await Promise.all([cast(ballot), cast(ballot)]);
  });
  await Promise.all(casts);
  expect(killed).toBeDefined();
  await killed;
  expect(given.size - before).toBeLessThan(papers.length * turns.length);
  await stage.kill();
  await stage.restart();
  await stage.quiet();
}

it('every receipt stands after a kill -9 in the middle of secret casts, and no paper has two ballots (VOT-14)', async () => {
  await castAndKill(6, [1, 2, 3, 4]);
  await castAndKill(6, [5, 6, 7, 8]);
  const kept = await stage.db.collection('secretBallots').find().toArray();
  const byTurn = kept.map(({ token, turn }) => `${token} ${turn}`);
  expect(new Set(byTurn).size).toBe(byTurn.length);
  const leaves = new Map<string, string>(
    await Promise.all(kept.map(async (one) => [`${one.token} ${one.turn}`, await leafOf(vote, one as never)] as const)),
  );
  for (const [key, { leaf }] of given) expect([key, leaves.get(key)]).toEqual([key, leaf]);

  // Who has no ballot there, and one who has, cast another as if nothing had been.
  const turnOf = (token: string) => Math.max(0, ...kept.filter((one) => one.token === token).map(({ turn }) => turn));
  const [first] = papers as readonly [Paper, ...Paper[]];
  for (const paper of papers.filter((one) => one === first || turnOf(one.token.publicKey) === 0)) {
    const turn = turnOf(paper.token.publicKey) + 1;
    await cast(await ballotOf(vote, pinned, paper, 'yes', turn));
    expect(given.has(`${paper.token.publicKey} ${turn}`)).toBe(true);
  }
  await stage.forward(7 * 24 + 1);
  const over = () => stage.house.states.load(stage.guild).then((state) => state?.proposals.get(vote.proposal)?.outcome);
  const { tally } = await until('it is counted', over, 30_000);
  expect(tally).toMatchObject({ turnout: VOTERS });

  // The last ballot of each paper is on the board, as its receipt proves; an earlier one was replaced by it.
  let proved = 0;
  for (const { token, turn, leaf } of given.values()) {
    const after = [...given.values()].some((one) => one.token === token && one.turn > turn);
    if (after || turn < turnOf(token)) continue;
    const answer = await new Visitor(stage.server).get(`${path}/receipt.json?leaf=${leaf}`);
    expect([token, JSON.parse(answer.text)]).toMatchObject([token, { found: true, size: VOTERS }]);
    proved += 1;
  }
  expect(proved).toBeGreaterThan(0);
  expect((await verifyCommunity(stage.house, stage.guild)).faults).toEqual([]);
  expect(refused).toBeGreaterThan(0);
}, 120_000);
