import type { ProposalId } from '../../community/ids.ts';
import { addHours } from '../dates.ts';
import type { Proposal } from '../proposal.ts';
import { procedureOf } from '../proposals/procedure.ts';
import { NOTHING_YET } from '../secret/state.ts';
import type { CommunityState } from '../state.ts';

export interface SecretStep {
  readonly step: 'close-secret-board' | 'open-machine-key' | 'count-secret' | 'remind-tellers' | 'fail-secret-vote';
  readonly proposal: ProposalId;
  readonly at: Date;
}

/**
 * The next steps of secret votes that are over. Their tellers have the charter's `ballotDisputeHours` to open the
 * ballots, then they are reminded, and after the same time again the vote lapses without a result.
 */
export function comingSecret(state: CommunityState): readonly SecretStep[] {
  return [...state.proposals.values()].flatMap((proposal) => stepsOf(state, proposal));
}

function stepsOf(state: CommunityState, proposal: Proposal): readonly SecretStep[] {
  const { id, phase, pinned } = proposal;
  if (phase.state !== 'counting' || pinned?.secret === undefined) return [];
  const { endedAt } = phase;
  const { board, opened, reminded } = state.secretVotes.get(id) ?? NOTHING_YET;
  const at = (step: SecretStep['step'], hours = 0): SecretStep => ({
    step,
    proposal: id,
    at: addHours(endedAt, hours),
  });
  if (board === undefined) return [at('close-secret-board')];
  if (board.issued < board.ballots || pinned.rollSize < board.issued) return [at('fail-secret-vote')];
  if (opened.length >= pinned.secret.threshold) return [at('count-secret')];
  if (pinned.secret.tellers.some(({ teller }) => teller === 'machine')) return [at('open-machine-key')];
  const { ballotDisputeHours } = procedureOf(state, proposal);
  return [
    ...(reminded ? [] : [at('remind-tellers', ballotDisputeHours)]),
    at('fail-secret-vote', 2 * ballotDisputeHours),
  ];
}
