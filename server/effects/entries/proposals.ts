import {
  announceResult,
  closeQuestion,
  closeSeconding,
  extendQuestion,
  openProposal,
  openQuestion,
} from '../question.ts';
import { offerCheckpoints } from '../witnessing.ts';
import type { Consequences } from './consequences.ts';

/** Proposals and votes are made known, and can be answered, as polls of the community. */
export const proposalConsequences = {
  'proposal-submitted': openProposal,
  'proposal-seconded': async (parts, head, event) =>
    event.discussionUntil === undefined ? undefined : closeSeconding(parts, head, event.proposal),
  'proposal-lapsed': (parts, head, event) => closeSeconding(parts, head, event.proposal),
  'proposal-withdrawn': (parts, head, event) => closeSeconding(parts, head, event.proposal),
  'voting-opened': openQuestion,
  'voting-extended': extendQuestion,
  async 'proposal-decided'(parts, head, event) {
    await closeQuestion(parts, head, event);
    await announceResult(parts, head, event);
    await offerCheckpoints(parts, head.community, { atOnce: true });
  },
} as const satisfies Consequences;
