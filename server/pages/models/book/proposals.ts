import { BOOK } from '../../../../views/words/book.ts';
import { BOOK_PROPOSALS } from '../../../../views/words/book-proposals.ts';
import { never } from '../../../community/result.ts';
import type { ProposalEvent } from '../../../governance/events/proposals.ts';
import type { EventOf } from '../../../governance/events.ts';
import { at, english, type Naming, type Tellings, text, told, type Words } from './naming.ts';
import { textTellings } from './texts.ts';
import { voteTellings } from './votes.ts';

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
      const { by, title, secondsNeeded: seconds, until, discussionUntil } = event;
      return {
        says: told(name, BOOK_PROPOSALS.submitted, { by: name.person(by), proposal, title }),
        sub:
          discussionUntil === undefined
            ? text(name, BOOK_PROPOSALS.secondsBy, { seconds, time: at(name, until) })
            : text(name, BOOK_PROPOSALS.discussed, { time: at(name, discussionUntil) }),
      };
    }
    case 'proposal-seconded': {
      const { by, organisation, discussionUntil } = event;
      const given = { by: name.person(by), proposal };
      return discussionUntil === undefined
        ? { says: told(name, BOOK_PROPOSALS.seconded, given), sub: text(name, BOOK.countsFor, { organisation }) }
        : {
            says: told(name, BOOK_PROPOSALS.lastSecond, given),
            sub: text(name, BOOK_PROPOSALS.countsDiscussed, { organisation, time: at(name, discussionUntil) }),
          };
    }
    case 'proposal-withdrawn':
      return { says: told(name, BOOK_PROPOSALS.withdrawn, { by: name.person(event.by), proposal }) };
    case 'vote-called':
      return {
        says: told(name, BOOK_PROPOSALS.called, { proposal, title: event.title }),
        sub: [english(event.reasons)],
      };
    case 'proposal-lapsed':
      return {
        says: told(name, BOOK_PROPOSALS.lapsed, { proposal }),
        sub: text(name, BOOK_PROPOSALS.again, { time: at(name, event.refileFrom) }),
      };
    case 'proposal-voided':
      return { says: told(name, BOOK_PROPOSALS.voided, { proposal, why: english(event.why) }) };
    default:
      return never(event);
  }
}

export const proposalTellings = {
  ...textTellings,
  ...voteTellings,
  'proposal-submitted': proposalWords,
  'proposal-seconded': proposalWords,
  'proposal-withdrawn': proposalWords,
  'vote-called': proposalWords,
  'proposal-lapsed': proposalWords,
  'proposal-voided': proposalWords,
} as const satisfies Tellings<ProposalEvent>;
