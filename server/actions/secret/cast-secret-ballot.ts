import type { CommunityIri, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { type BallotFault, faultOf, leafOf, type PostedBallot } from '../../governance/secret/crypto/ballots.ts';
import { readIssuer } from '../../governance/secret/crypto/blind-rsa.ts';
import { openSecretVote } from '../../governance/secret/papers.ts';
import { choiceLength } from '../../governance/secret/setup.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { KeptBallot } from '../../ports/secret-ballots.ts';
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
 * the board. Cast again with a higher turn it replaces the one before. What it is decided on, and how it stands
 * against the close, is as `castBallot` says. Nothing of this is logged.
 */
export async function castSecretBallot(house: Needs, cast: SecretCast): Promise<Result<Receipt>> {
  const known = house.states.lastKnown(cast.community);
  const early = known && (await admit(house, known, cast));
  if (known && early?.ok) {
    const kept = await keep(house, early.value, known.seq);
    if (kept !== 'overtaken') return kept;
  }
  const state = await house.states.load(cast.community);
  if (state === null) return refused('no-such-community', 'There is no such community here.');
  // What was refused on this very state is refused: a signature is not checked twice.
  const admitted = early !== null && state === known ? early : await admit(house, state, cast);
  if (!admitted.ok) return admitted;
  const kept = await keep(house, admitted.value);
  if (kept === 'overtaken') throw new Error('a ballot was held back although nobody asked for it');
  return kept;
}

interface Receipt {
  readonly leaf: string;
}

/** The ballot as it is to be kept, if it may be cast now. */
async function admit(
  house: Pick<Needs, 'clock'>,
  state: CommunityState,
  { community, proposal, ballot }: SecretCast,
): Promise<Result<KeptBallot>> {
  const open = openSecretVote({ state, proposal, now: house.clock.now() });
  if (!open.ok) return open;
  const { setup, pinned } = open.value;
  const vote = { community, proposal };
  const seal = { tellers: setup.tellers.map(({ key }) => key), length: choiceLength(pinned) };
  const fault = await faultOf(vote, { issuer: await readIssuer(setup.issuer), seal }, ballot);
  if (fault !== null) return refused(fault, FAULTS[fault]);
  return accepted({ ...ballot, ...vote, leaf: await leafOf(vote, ballot) });
}

/** Keeps it, and says whether it will be on the board. */
async function keep(house: Needs, ballot: KeptBallot, decidedOn?: number): Promise<Result<Receipt> | 'overtaken'> {
  const { community, proposal, leaf } = ballot;
  const cast = await house.secretBallots.cast(ballot, decidedOn);
  if (cast === 'overtaken') return cast;
  if (cast === 'counts') return accepted({ leaf });
  if (cast === 'taken')
    return refused('turn-taken', 'Another ballot was cast with this paper meanwhile. Vote once more to replace it.');
  const after = (await house.states.load(community))?.proposals.get(proposal)?.phase.state;
  if (after === 'voting' || (await closeBoard(house, { community, proposal })).leaves.some((one) => one === leaf))
    return accepted({ leaf });
  return refused('closed', 'The vote closed in the moment you voted; this ballot came too late and is not counted.');
}
