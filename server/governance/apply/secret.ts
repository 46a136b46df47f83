import type { ProposalId } from '../../community/ids.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { SecretEvent } from '../events/secret.ts';
import { NOTHING_YET, type SecretVote } from '../secret/state.ts';
import type { Handlers } from './handlers.ts';
import { inPhase } from './proposals.ts';

const voteOn = ({ draft }: Context, id: ProposalId): SecretVote => draft.secretVotes.get(id) ?? NOTHING_YET;

/** A secret vote whose board is closed; anywhere else the event makes no sense. */
function counted(context: Context, id: ProposalId): SecretVote {
  const vote = voteOn(context, id);
  if (vote.board === undefined) senseless(context, `the board of ${id} is not closed`);
  return vote;
}

export const secretHandlers = {
  'teller-key-deposited'(context, { proposal, teller, organisation, key }) {
    inPhase(context, proposal, 'nomination', 'discussion');
    const vote = voteOn(context, proposal);
    const others = vote.deposits.filter((deposit) => deposit.teller !== teller);
    const deposits = [...others, { teller, organisation, key }];
    context.draft.secretVotes.set(proposal, { ...vote, deposits });
  },
  'secret-board-closed'(context, { proposal, root, ballots, issued }) {
    inPhase(context, proposal, 'counting');
    const vote = voteOn(context, proposal);
    if (vote.board !== undefined) senseless(context, `the board of ${proposal} is closed twice`);
    context.draft.secretVotes.set(proposal, { ...vote, board: { root, ballots, issued } });
  },
  'teller-key-opened'(context, { proposal, teller, key }) {
    const { pinned } = inPhase(context, proposal, 'counting');
    const vote = counted(context, proposal);
    if (!pinned?.secret?.tellers.some((one) => one.teller === teller)) {
      senseless(context, `nothing of ${proposal} is sealed to ${teller}`);
    }
    if (vote.opened.some((one) => one.teller === teller)) senseless(context, `${teller} opens ${proposal} twice`);
    const opened = [...vote.opened, { teller, ...(key === undefined ? {} : { key }) }];
    context.draft.secretVotes.set(proposal, { ...vote, opened });
  },
  'tellers-reminded'(context, { proposal }) {
    inPhase(context, proposal, 'counting');
    context.draft.secretVotes.set(proposal, { ...counted(context, proposal), reminded: true });
  },
  'secret-vote-failed'(context, { proposal: id, refileFrom }) {
    const proposal = inPhase(context, id, 'counting');
    counted(context, id);
    const phase = { state: 'lapsed', at: context.at, why: 'not-counted', refileFrom } as const;
    context.draft.proposals.set(id, { ...proposal, phase });
  },
  'papers-disputed'(context, { proposal, by, why }) {
    const vote = counted(context, proposal);
    const disputes = [...vote.disputes, { by, why, at: context.at }];
    context.draft.secretVotes.set(proposal, { ...vote, disputes });
  },
} as const satisfies Handlers<SecretEvent>;
