import type { EmergencyId, ProposalId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import { delegates } from '../delegations/delegation.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { ProposalEvent } from '../events/proposals.ts';
import type { EventOf } from '../events.ts';
import type { Phase, Proposal } from '../proposal.ts';
import { challenged } from './challenges.ts';
import type { Handlers } from './handlers.ts';
import { objectedTo } from './minority.ts';
import { noteAct } from './note-act.ts';
import { inPhase } from './phases.ts';
import { withoutDropped, withTexts } from './texts.ts';

export { inPhase } from './phases.ts';

export function applyProposal(context: Context, event: ProposalEvent): void {
  context.draft.proposals.set(event.proposal, proposalAfter(context, event));
}

function proposalAfter(context: Context, event: ProposalEvent): Proposal {
  const { at } = context;
  const { proposal: id } = event;
  switch (event.kind) {
    case 'proposal-submitted':
      return submitted(context, event);
    case 'proposal-seconded':
      return seconded(context, event);
    case 'proposal-withdrawn':
      return { ...inPhase(context, id, 'seconding', 'discussion'), phase: { state: 'withdrawn', at } };
    case 'vote-called':
      return called(context, event);
    case 'alternative-proposed':
    case 'alternative-seconded':
    case 'amendment-taken-over':
      return withTexts(context, event);
    case 'challenge-signed':
    case 'challenge-decided':
      return challenged(context, event);
    case 'minority-stated':
    case 'minority-signed':
      return objectedTo(context, event);
    case 'proposal-frozen': {
      const proposal = withoutDropped(inPhase(context, id, 'discussion', 'nomination'), event.dropped ?? []);
      return { ...proposal, pinned: event.pinned, phase: { state: 'frozen', until: event.votingFrom } };
    }
    case 'voting-opened': {
      const phase: Phase = { state: 'voting', until: event.until, extended: { quorum: false, late: false } };
      return { ...inPhase(context, id, 'frozen'), question: event.question, votingOpenedAt: at, phase };
    }
    case 'voting-extended':
      return extended(context, event);
    case 'voting-ended':
      return ended(context, event);
    case 'proposal-decided':
      return decided(context, event);
    case 'proposal-lapsed': {
      const { refileFrom } = event;
      return { ...inPhase(context, id, 'seconding'), phase: { state: 'lapsed', at, why: 'not-seconded', refileFrom } };
    }
    case 'proposal-voided':
      return {
        ...inPhase(context, id, 'nomination', 'discussion', 'timelock'),
        phase: { state: 'voided', at, why: event.why },
      };
    default:
      return never(event);
  }
}

function submitted(context: Context, event: EventOf<'proposal-submitted'>): Proposal {
  const { kind: _, proposal: id, until, discussionUntil, ...said } = event;
  if (context.draft.proposals.has(id)) senseless(context, `there is a proposal ${id} already`);
  noteAct(context, event.by);
  const phase: Phase =
    discussionUntil === undefined ? { state: 'seconding', until } : { state: 'discussion', until: discussionUntil };
  return { ...said, id, submittedAt: context.at, seconds: [], phase };
}

function called(context: Context, event: EventOf<'vote-called'>): Proposal {
  const { kind: _, proposal: id, until, emergency, ...said } = event;
  if (context.draft.proposals.has(id)) senseless(context, `there is a proposal ${id} already`);
  if (emergency !== undefined) noteVote(context, emergency, id);
  const state = event.change.kind === 'elect' ? 'nomination' : 'discussion';
  const { community } = context.draft;
  const unseconded = { secondsNeeded: 0, organisationsNeeded: 0, seconds: [] };
  return { ...said, ...unseconded, id, by: community, submittedAt: context.at, phase: { state, until } };
}

/** A measure whose vote has been called does not call for another one. */
function noteVote({ draft }: Context, id: EmergencyId, vote: ProposalId): void {
  const emergency = draft.emergencies.get(id);
  if (emergency !== undefined) draft.emergencies.set(id, { ...emergency, vote });
}

function seconded(context: Context, event: EventOf<'proposal-seconded'>): Proposal {
  const { proposal: id, by, organisation, discussionUntil } = event;
  const proposal = inPhase(context, id, 'seconding');
  if (proposal.seconds.some((second) => second.by === by)) senseless(context, `${by} seconds ${id} twice`);
  noteAct(context, by);
  const phase: Phase = discussionUntil === undefined ? proposal.phase : { state: 'discussion', until: discussionUntil };
  return { ...proposal, seconds: [...proposal.seconds, { by, organisation }], phase };
}

function extended(context: Context, { proposal: id, why, until }: EventOf<'voting-extended'>): Proposal {
  const proposal = inPhase(context, id, 'voting');
  if (proposal.phase.state !== 'voting') return senseless(context, `${id} is not voted on`);
  const before = proposal.phase.extended;
  if (why === 'quorum' ? before.quorum : before.late) senseless(context, `${id} is extended twice for ${why}`);
  const extended = why === 'quorum' ? { ...before, quorum: true } : { ...before, late: true };
  return { ...proposal, phase: { state: 'voting', until, extended } };
}

function ended(context: Context, { proposal: id, delegations }: EventOf<'voting-ended'>): Proposal {
  const { draft, at } = context;
  const proposal = inPhase(context, id, 'voting');
  for (const { by, to } of delegations ?? []) {
    if (!delegates(draft, { by, to, at })) senseless(context, `${by} has not asked ${to} to vote for her`);
  }
  return {
    ...proposal,
    votingEndedAt: at,
    phase: { state: 'counting', endedAt: at },
    ...(delegations === undefined ? {} : { delegations }),
  };
}

function decided(context: Context, event: EventOf<'proposal-decided'>): Proposal {
  const { at } = context;
  const { proposal: id, tally, ballots, boardRoot, others, confirmed, inForceFrom, refileFrom } = event;
  const besides = { ...(others === undefined ? {} : { others }), ...(confirmed === undefined ? {} : { confirmed }) };
  const proposal = { ...inPhase(context, id, 'counting'), outcome: { tally, ballots, boardRoot, ...besides } };
  switch (tally.result) {
    case 'passed':
      if (inForceFrom === undefined) return senseless(context, `${id} has passed and never comes into force`);
      return { ...proposal, phase: { state: 'timelock', until: inForceFrom } };
    case 'rejected':
      return { ...proposal, phase: { state: 'rejected', at } };
    case 'lapsed':
      return {
        ...proposal,
        phase: { state: 'lapsed', at, why: 'quorum', ...(refileFrom === undefined ? {} : { refileFrom }) },
      };
    default:
      return never(tally.result);
  }
}

export const proposalsHandlers = {
  'proposal-submitted': applyProposal,
  'proposal-seconded': applyProposal,
  'proposal-withdrawn': applyProposal,
  'vote-called': applyProposal,
  'alternative-proposed': applyProposal,
  'alternative-seconded': applyProposal,
  'amendment-taken-over': applyProposal,
  'challenge-signed': applyProposal,
  'challenge-decided': applyProposal,
  'minority-stated': applyProposal,
  'minority-signed': applyProposal,
  'proposal-frozen': applyProposal,
  'voting-opened': applyProposal,
  'voting-extended': applyProposal,
  'voting-ended': applyProposal,
  'proposal-decided': applyProposal,
  'proposal-lapsed': applyProposal,
  'proposal-voided': applyProposal,
} as const satisfies Handlers<ProposalEvent>;
