import { carryOutEntry } from './entries.ts';
import { carryOutFollow } from './follows.ts';
import { carryOutGesture } from './gestures.ts';
import { carryOutBallot, carryOutFounding, carryOutNotice, carryOutSentVote } from './letters.ts';
import { carryOutApplicant } from './mails.ts';
import type { EffectParts } from './parts.ts';
import { carryOutPerson } from './people.ts';
import { carryOutPost } from './posts.ts';
import { carryOutQuoteLeave } from './quotes.ts';
import { carryOutReport } from './reports.ts';
import { carryOutWitnessed } from './witnessing.ts';
import { type Line, line } from './worker.ts';

const ANY_ORDER = { inOrder: false } as const;

/** Every kind of document with pending effects, in the order in which they are looked at. */
export function createLines(parts: EffectParts): readonly Line[] {
  const { pending } = parts.house;
  return [
    line('foundings', pending.foundings, (work) => carryOutFounding(parts, work)),
    line('people', pending.people, (work) => carryOutPerson(parts, work)),
    line('applicants', pending.applicants, (work) => carryOutApplicant(parts, work)),
    line('follows', pending.follows, (work) => carryOutFollow(parts, work)),
    line('posts', pending.posts, (work) => carryOutPost(parts, work), ANY_ORDER),
    line('entries', pending.entries, (work) => carryOutEntry(parts, work)),
    line('quote leaves', pending.quoteLeaves, (work) => carryOutQuoteLeave(parts, work)),
    line('reports', pending.reports, (work) => carryOutReport(parts, work)),
    line('ballots', pending.ballots, (work) => carryOutBallot(parts, work), ANY_ORDER),
    line('gestures', pending.gestures, (work) => carryOutGesture(parts, work)),
    line('sent votes', pending.sentVotes, (work) => carryOutSentVote(parts, work), ANY_ORDER),
    line('witnessed', pending.witnessed, (work) => carryOutWitnessed(parts, work)),
    line('notices', pending.notices, (work) => carryOutNotice(parts, work), ANY_ORDER),
  ];
}
