import { senseless } from '../draft.ts';
import type { ParticipationEvent } from '../events/participation.ts';
import type { Handlers } from './handlers.ts';
import { inPhase } from './phases.ts';

export const participationHandlers = {
  'sample-asked'(context, { proposal, domain, ballots, asked }) {
    inPhase(context, proposal, 'voting');
    const { samples } = context.draft;
    const before = samples.get(proposal) ?? [];
    if (before.some((one) => one.domain === domain)) senseless(context, `${domain} is asked twice about ${proposal}`);
    samples.set(proposal, [...before, { domain, ballots, asked }]);
  },
  'ballot-disputed'(context, { proposal: id, by, leaf }) {
    const { draft, at } = context;
    if (draft.proposals.get(id)?.votingOpenedAt === undefined) senseless(context, `there was no vote on ${id}`);
    const before = draft.ballotDisputes.get(id) ?? [];
    if (before.some((one) => one.leaf === leaf)) senseless(context, `one ballot on ${id} is disputed twice`);
    draft.ballotDisputes.set(id, [...before, { by, leaf, at }]);
  },
} as const satisfies Handlers<ParticipationEvent>;
