import type { CommunityIri, Digest, PersonIri, ProposalId } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { Ballot } from '../governance/ballot.ts';
import { namesOf } from '../governance/ballots.ts';
import { disputeBallot } from '../governance/participation/dispute.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake' | 'ballots' | 'confirmations'>;

export interface OnOwnBallot {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly by: PersonIri;
  /** The ballot she was shown: what she says is about that one. */
  readonly leaf: string;
}

/** Somebody's last ballot on a proposal, under any name of hers. */
export async function ballotOf(
  house: Pick<Needs, 'states' | 'ballots'>,
  { community, proposal, by }: Omit<OnOwnBallot, 'leaf'>,
): Promise<Ballot | null> {
  const state = await house.states.load(community);
  const names = state === null ? [by] : namesOf(state, by);
  const found = await Promise.all(names.map((name) => house.ballots.by(community, proposal, name)));
  return found.find((ballot) => ballot !== null) ?? null;
}

/** A member says that the ballot in her name is hers. */
export async function confirmBallot(house: Needs, ask: OnOwnBallot): Promise<Result<Digest>> {
  const ballot = await ballotOf(house, ask);
  if (ballot === null || ballot.leaf !== ask.leaf) return notThatOne(ask);
  await house.confirmations.confirm(ask.community, ask.proposal, ballot.leaf);
  return accepted(ballot.leaf);
}

/** A member says that the ballot in her name is not hers; it stands in the record. */
export async function denyBallot(house: Needs, ask: OnOwnBallot) {
  const ballot = await ballotOf(house, ask);
  if (ballot !== null && ballot.leaf !== ask.leaf) return notThatOne(ask);
  return decideAndRecord(house, ask.community, (state, now) => disputeBallot({ ...ask, state, ballot, now }));
}

const notThatOne = ({ proposal }: OnOwnBallot) =>
  refused('no-ballot', said`Your ballot on ${proposal} is another one by now. Look at it again.`);
