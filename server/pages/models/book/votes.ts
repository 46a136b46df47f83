import { BOOK } from '../../../../views/words/book.ts';
import { BOOK_PROPOSALS } from '../../../../views/words/book-proposals.ts';
import { BOOK_VOTES } from '../../../../views/words/book-votes.ts';
import { never } from '../../../community/result.ts';
import type { EventOf } from '../../../governance/events.ts';
import { STATUS_QUO } from '../../../governance/tally/options.ts';
import { isYesNo, type Tally } from '../../../governance/tally/tally.ts';
import {
  at,
  english,
  joined,
  joinedRuns,
  type Naming,
  short,
  type Tellings,
  text,
  told,
  type Words,
} from './naming.ts';

type VoteEvent = EventOf<'proposal-frozen' | 'voting-opened' | 'voting-extended' | 'voting-ended' | 'proposal-decided'>;

/** What the book says about a vote. */
function voteWords(event: VoteEvent, name: Naming): Words {
  const proposal = name.proposal(event.proposal);
  switch (event.kind) {
    case 'proposal-frozen':
      return {
        says: told(name, BOOK_VOTES.frozen, { proposal, time: at(name, event.votingFrom) }),
        sub: frozenWords(event, name),
      };
    case 'voting-opened':
      return { says: told(name, BOOK_VOTES.opened, { proposal, time: at(name, event.until) }) };
    case 'voting-extended':
      return {
        says: told(name, BOOK_VOTES.extended, { proposal, time: at(name, event.until) }),
        sub: text(name, event.why === 'quorum' ? BOOK_VOTES.tooFew : BOOK_VOTES.lateEnough),
      };
    case 'voting-ended':
      return { says: told(name, BOOK_VOTES.ended, { proposal }) };
    case 'proposal-decided':
      return {
        says: told(name, BOOK_VOTES[event.tally.result], { proposal, tally: tallyWords(event.tally, name) }),
        sub: decidedWords(event, name),
      };
    default:
      return never(event);
  }
}

function frozenWords({ pinned, dropped = [] }: EventOf<'proposal-frozen'>, name: Naming): Words['says'] {
  const { rollSize: members, organisations, quorum, rollRoot, charterVersion: version, options } = pinned;
  const roll = { members, organisations, quorum, version, hash: short(rollRoot) };
  const parts = [
    told(name, BOOK_VOTES.roll, roll),
    ...(options === undefined ? [] : [told(name, BOOK_VOTES.choice, { count: options.length })]),
    ...dropped.map(({ id, why }) => told(name, BOOK_VOTES.dropped, { id, why: english(why) })),
  ];
  return joinedRuns(name, parts, BOOK.semicolon);
}

function decidedWords(event: EventOf<'proposal-decided'>, name: Naming): string {
  const { ballots, boardRoot, others, confirmed = [], inForceFrom, refileFrom } = event;
  return joined(name, [
    text(name, BOOK_VOTES.decidedBy, { ballots: ballotsWords(ballots, name), hash: short(boardRoot) }),
    ...(others === undefined ? [] : [text(name, BOOK_VOTES.others, { ...others })]),
    ...confirmed.map((one) => text(name, BOOK_VOTES.confirmed, { ...one })),
    ...(inForceFrom === undefined ? [] : [text(name, BOOK_PROPOSALS.effect, { time: at(name, inForceFrom) })]),
    ...(refileFrom === undefined ? [] : [text(name, BOOK_PROPOSALS.againLater, { time: at(name, refileFrom) })]),
  ]);
}

const ballotsWords = (count: number, name: Naming): string => text(name, BOOK_VOTES.ballots, { count });

/** A count in a few words: “41 yes, 6 no, 3 abstained”. Texts and people are named by their ids. */
function tallyWords(tally: Tally, name: Naming): string {
  if (isYesNo(tally)) {
    const { yes, no, abstain } = tally;
    return text(name, BOOK_VOTES.yesNo, { yes, no, abstain });
  }
  const ballots = ballotsWords(tally.turnout, name);
  switch (tally.method) {
    case 'schulze':
      return tally.winner === STATUS_QUO
        ? text(name, BOOK_VOTES.asItIs, { ballots })
        : text(name, BOOK_VOTES.won, { winner: tally.winner, ballots });
    case 'stv': {
      const elected = tally.elected.join(text(name, BOOK.comma));
      const people = elected === '' ? text(name, BOOK_VOTES.nobody) : elected;
      return text(name, tally.reopened === true ? BOOK_VOTES.electedReopened : BOOK_VOTES.elected, { people, ballots });
    }
    default:
      return never(tally);
  }
}

export const voteTellings = {
  'proposal-frozen': voteWords,
  'voting-opened': voteWords,
  'voting-extended': voteWords,
  'voting-ended': voteWords,
  'proposal-decided': voteWords,
} as const satisfies Tellings<VoteEvent>;
