import { never } from '../../../community/result.ts';
import { timeInWords } from '../../../governance/dates.ts';
import type { ProposalEvent } from '../../../governance/events/proposals.ts';
import type { EventOf } from '../../../governance/events.ts';
import { confirmedWords, othersWords } from '../../../governance/participation/words.ts';
import { amountOf } from '../../../governance/rules/vocabulary.ts';
import { tallyWords } from '../../../governance/tally/words.ts';
import type { Naming, Tellings, Words } from './naming.ts';
import { textTellings } from './texts.ts';

type EarlyEvent = EventOf<
  | 'proposal-submitted'
  | 'proposal-seconded'
  | 'proposal-withdrawn'
  | 'vote-called'
  | 'proposal-lapsed'
  | 'proposal-voided'
>;

/** What the book says about a proposal up to its vote. */
function proposalWords(event: EarlyEvent, name: Naming): Words {
  const proposal = name.proposal(event.proposal);
  switch (event.kind) {
    case 'proposal-submitted': {
      const seconds = `It needs ${amountOf(event.secondsNeeded, ['second', 'seconds'])} by ${timeInWords(event.until)}`;
      const { discussionUntil } = event;
      return {
        says: [name.person(event.by), ' proposed ', proposal, `: “${event.title}”.`],
        sub: discussionUntil === undefined ? seconds : `Discussed until ${timeInWords(discussionUntil)}`,
      };
    }
    case 'proposal-seconded': {
      const { discussionUntil } = event;
      const then = discussionUntil === undefined ? '.' : `, the last second it needed.`;
      const sub = discussionUntil === undefined ? '' : `; discussed until ${timeInWords(discussionUntil)}`;
      return {
        says: [name.person(event.by), ' seconded ', proposal, then],
        sub: `Counts for ${event.organisation}${sub}`,
      };
    }
    case 'proposal-withdrawn':
      return { says: [name.person(event.by), ' withdrew ', proposal, '.'] };
    case 'vote-called':
      return {
        says: ['The charter calls for a vote: ', proposal, `, “${event.title}”.`],
        sub: event.reasons,
      };
    case 'proposal-lapsed':
      return {
        says: [proposal, ' ', { strong: 'lapsed' }, ': too few members seconded it in time.'],
        sub: `May come again from ${timeInWords(event.refileFrom)}`,
      };
    case 'proposal-voided':
      return { says: [proposal, ' is ', { strong: 'void' }, `: ${event.why}`] };
    default:
      return never(event);
  }
}

type VoteEvent = EventOf<'proposal-frozen' | 'voting-opened' | 'voting-extended' | 'voting-ended' | 'proposal-decided'>;

/** What the book says about a vote. */
function voteWords(event: VoteEvent, name: Naming): Words {
  const proposal = name.proposal(event.proposal);
  switch (event.kind) {
    case 'proposal-frozen': {
      const { rollSize, organisations, quorum, rollRoot, charterVersion } = event.pinned;
      const roll = `${amountOf(rollSize, ['member', 'members'])} from ${amountOf(organisations, ['organisation', 'organisations'])} on the roll`;
      return {
        says: ['The text of ', proposal, ` is frozen. Voting opens on ${timeInWords(event.votingFrom)}.`],
        sub: [
          `${roll}, quorum ${quorum}, charter version ${charterVersion}, roll ${short(rollRoot)}`,
          ...(event.pinned.options === undefined ? [] : [`a choice of ${event.pinned.options.length}`]),
          ...(event.dropped ?? []).map(({ id, why }) => `${id} dropped out: ${why}`),
        ].join('; '),
      };
    }
    case 'voting-opened':
      return { says: ['Voting on ', proposal, ` is open until ${timeInWords(event.until)}.`] };
    case 'voting-extended':
      return {
        says: ['The vote on ', proposal, ` goes on until ${timeInWords(event.until)}.`],
        sub: event.why === 'quorum' ? 'Too few had voted' : 'Enough had voted only in the last hours',
      };
    case 'voting-ended':
      return { says: ['The vote on ', proposal, ' is over.'] };
    case 'proposal-decided': {
      return {
        says: [proposal, ' ', { strong: RESULTS[event.tally.result] }, `: ${tallyWords(event.tally)}.`],
        sub: [
          `Decided by the members; ${amountOf(event.ballots, ['ballot', 'ballots'])}, board ${short(event.boardRoot)}`,
          ...(event.others === undefined ? [] : [othersWords(event.others)]),
          ...(event.confirmed ?? []).map(confirmedWords),
          ...(event.inForceFrom === undefined ? [] : [`takes effect on ${timeInWords(event.inForceFrom)}`]),
          ...(event.refileFrom === undefined ? [] : [`may come again from ${timeInWords(event.refileFrom)}`]),
        ].join('; '),
      };
    }
    default:
      return never(event);
  }
}

const RESULTS = { passed: 'passed', rejected: 'was rejected', lapsed: 'lapsed' } as const;

const short = (hash: string): string => `${hash.slice(0, 8)}…`;

export const proposalTellings = {
  ...textTellings,
  'proposal-submitted': proposalWords,
  'proposal-seconded': proposalWords,
  'proposal-withdrawn': proposalWords,
  'vote-called': proposalWords,
  'proposal-lapsed': proposalWords,
  'proposal-voided': proposalWords,
  'proposal-frozen': voteWords,
  'voting-opened': voteWords,
  'voting-extended': voteWords,
  'voting-ended': voteWords,
  'proposal-decided': voteWords,
} as const satisfies Tellings<ProposalEvent>;
