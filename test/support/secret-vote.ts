import { decideAndRecord } from '../../server/actions/record.ts';
import { prepareSetup } from '../../server/actions/secret/vote-keys.ts';
import type { CommunityIri, ProposalId } from '../../server/community/ids.ts';
import { proposalId } from '../../server/community/ids.ts';
import type { Result } from '../../server/community/result.ts';
import { accepted } from '../../server/community/result.ts';
import type { Composed } from '../../server/compose.ts';
import { addHours } from '../../server/governance/dates.ts';
import type { GovernanceEvent } from '../../server/governance/events.ts';
import type { Pinned } from '../../server/governance/proposal.ts';
import { freezeRoll } from '../../server/governance/roll.ts';
import {
  contextOf,
  type Draft,
  draftPaper,
  finishPaper,
  type Paper,
  type PostedBallot,
  signBallot,
  type Vote,
} from '../../server/governance/secret/crypto/ballots.ts';
import { readIssuer } from '../../server/governance/secret/crypto/blind-rsa.ts';
import { random } from '../../server/governance/secret/crypto/bytes.ts';
import { seal } from '../../server/governance/secret/crypto/sealing.ts';
import { choiceLength, type SecretSetup } from '../../server/governance/secret/setup.ts';
import { must } from './people.ts';
import { until } from './wait.ts';

type Server = Pick<Composed, 'house' | 'settle'>;

/** Writes an event down that nobody here decided: how a vote on a recall comes about is another test's matter. */
export async function write(server: Server, community: CommunityIri, event: GovernanceEvent): Promise<void> {
  must(await decideAndRecord(server.house, community, () => accepted(event) as Result<GovernanceEvent>));
}

/**
 * Brings a recall to its secret vote: called, frozen with today's members on the roll, and open.
 *
 * @param tellers to whom the ballots are sealed; by default the machine
 */
export async function openSecretVote(
  server: Server & { readonly clock: { forward(hours: number): void } },
  community: CommunityIri,
  { number = 1, tellers }: { number?: number; tellers?: Pick<SecretSetup, 'tellers' | 'threshold'> } = {},
): Promise<{ readonly vote: Vote & { community: CommunityIri; proposal: ProposalId }; readonly pinned: Pinned }> {
  const { house } = server;
  const proposal = proposalId(number);
  const before = await house.states.load(community);
  if (before === null) throw new Error('there is no such community');
  const now = house.clock.now();
  const change = { kind: 'recall', role: 'moderator', member: before.founder } as const;
  const title = 'Whether Ana stays moderator';
  const called = {
    kind: 'vote-called',
    proposal,
    title,
    reasons: 'So many asked for it.',
    change,
    matter: 'recall',
  } as const;
  await write(server, community, { ...called, until: addHours(now, 9999) });
  const state = await house.states.load(community);
  if (state === null) throw new Error('there is no such community');
  const roll = await house.boards.keepRoll(
    community,
    proposal,
    freezeRoll({
      state: { ...state, charter: { ...state.charter, parameters: { ...state.charter.parameters, tenureDays: 0 } } },
      at: now,
      actedSince: new Map(),
    }),
  );
  const setup = (await prepareSetup(house, state, proposal))(state, now);
  if (setup === undefined) throw new Error('a recall is secret');
  const pinned: Pinned = {
    textHash: roll.root,
    rollRoot: roll.root,
    rollSize: roll.entries.length,
    active: roll.active,
    organisations: 1,
    quorum: 2,
    method: 'yes-no',
    matter: 'recall',
    charterVersion: state.charter.version,
    secret: { ...setup, ...tellers },
  };
  await write(server, community, { kind: 'proposal-frozen', proposal, pinned, votingFrom: now });
  await until('the vote is open', async () => {
    await server.settle();
    return (await house.states.load(community))?.proposals.get(proposal)?.phase.state === 'voting';
  });
  return { vote: { community, proposal }, pinned };
}

/** Ends the open vote and lets everything happen that follows. */
export async function endSecretVote(
  server: Server & { readonly clock: { forward(hours: number): void } },
): Promise<void> {
  server.clock.forward(7 * 24 + 1);
  await server.settle();
}

export const begin = async (vote: Vote, { secret }: Pinned): Promise<Draft> =>
  draftPaper(vote, await readIssuer(secret?.issuer ?? ''), random);

export async function finish(vote: Vote, { secret }: Pinned, draft: Draft, signature: string): Promise<Paper> {
  const paper = await finishPaper(vote, await readIssuer(secret?.issuer ?? ''), draft, signature);
  if (paper === null) throw new Error('that is no paper');
  return paper;
}

export async function ballotOf(
  vote: Vote,
  pinned: Pinned,
  paper: Paper,
  choice: string,
  turn = 1,
): Promise<PostedBallot> {
  const { tellers = [], threshold = 1 } = pinned.secret ?? {};
  const context = contextOf(vote, paper.token.publicKey);
  const to = { tellers: tellers.map(({ key }) => key), threshold, context, length: choiceLength(pinned) };
  return signBallot(vote, paper, { turn, sealed: await seal(choice, to, random) });
}

/** A ballot as the form that carries it. */
export const asForm = (ballot: PostedBallot): Readonly<Record<string, string>> => ({
  ...ballot,
  turn: `${ballot.turn}`,
});
