import { askVotersElsewhere } from '../ballot-letters.ts';
import { announceCalledResult } from '../called.ts';
import {
  announceResult,
  closeQuestion,
  closeSeconding,
  extendQuestion,
  openProposal,
  openQuestion,
} from '../question.ts';
import { announceSeverance } from '../severance-notice.ts';
import { tellOfAlternative, tellOfChallenge } from '../texts.ts';
import { offerCheckpoints } from '../witnessing.ts';
import type { Consequences } from './consequences.ts';
import { tidySecretVote } from './secret.ts';

/** Proposals and votes are made known, and can be answered, as polls of the community. */
export const proposalConsequences = {
  'proposal-submitted': openProposal,
  'proposal-seconded': async (parts, head, event) =>
    event.discussionUntil === undefined ? undefined : closeSeconding(parts, head, event.proposal),
  'proposal-lapsed': (parts, head, event) => closeSeconding(parts, head, event.proposal),
  'proposal-withdrawn': (parts, head, event) => closeSeconding(parts, head, event.proposal),
  // What the charter calls for needs no seconds, and is discussed like anything else.
  'vote-called': (parts, head, event) => openProposal(parts, head, { ...event, secondsNeeded: 0 }),
  'alternative-proposed': tellOfAlternative,
  'challenge-signed': tellOfChallenge,
  async 'voting-opened'(parts, head, event) {
    await openQuestion(parts, head, event);
    await askVotersElsewhere(parts, head, event);
  },
  'voting-extended': extendQuestion,
  async 'proposal-decided'(parts, head, event) {
    await closeQuestion(parts, head, event);
    await announceResult(parts, head, event);
    await announceCalledResult(parts, head, event);
    await announceSeverance(parts, head, event);
    await tidySecretVote(parts, head, event.proposal);
    await offerCheckpoints(parts, head.community, { atOnce: true });
  },
} as const satisfies Consequences;
