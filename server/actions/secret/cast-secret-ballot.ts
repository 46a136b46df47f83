import type { CommunityIri, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { type BallotFault, faultOf, leafOf, type PostedBallot } from '../../governance/secret/crypto/ballots.ts';
import { readIssuer } from '../../governance/secret/crypto/blind-rsa.ts';
import { openSecretVote } from '../../governance/secret/papers.ts';
import { choiceLength } from '../../governance/secret/setup.ts';
import type { House } from '../house.ts';
import { closeBoard } from './board.ts';

type Needs = Pick<House, 'states' | 'boards' | 'secretBallots' | 'clock'>;

export interface SecretCast {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly ballot: PostedBallot;
}

const FAULTS: Readonly<Record<BallotFault, string>> = {
  'bad-form': 'This is no ballot of this vote. Load the page again and vote anew.',
  'bad-paper': 'The ballot paper was not issued for this vote.',
  'bad-signature': 'The ballot was changed after it was signed. Vote anew.',
};

/**
 * Somebody casts a secret ballot; who she is, nobody here knows. One insert; the answer is the leaf that will stand on
 * the board. Cast again with a higher turn it replaces the one before. Against the close it holds what `castBallot`
 * says. Nothing of this is logged.
 */
export async function castSecretBallot(
  house: Needs,
  { community, proposal, ballot }: SecretCast,
): Promise<Result<{ readonly leaf: string }>> {
  const state = await house.states.load(community);
  if (state === null) return refused('no-such-community', 'There is no such community here.');
  const open = openSecretVote({ state, proposal, now: house.clock.now() });
  if (!open.ok) return open;
  const { setup, pinned } = open.value;
  const vote = { community, proposal };
  const seal = { tellers: setup.tellers.map(({ key }) => key), length: choiceLength(pinned) };
  const fault = await faultOf(vote, { issuer: await readIssuer(setup.issuer), seal }, ballot);
  if (fault !== null) return refused(fault, FAULTS[fault]);
  const leaf = await leafOf(vote, ballot);
  if ((await house.secretBallots.cast({ ...ballot, ...vote, leaf })) === 'taken') {
    return refused('turn-taken', 'Another ballot was cast with this paper meanwhile. Vote once more to replace it.');
  }
  const after = (await house.states.load(community))?.proposals.get(proposal)?.phase.state;
  if (after === 'voting' || (await closeBoard(house, vote)).leaves.some((one) => one === leaf))
    return accepted({ leaf });
  return refused('closed', 'The vote closed in the moment you voted; this ballot came too late and is not counted.');
}
