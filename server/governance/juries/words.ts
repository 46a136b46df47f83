import { never } from '../../community/result.ts';
import type { JuryPurpose } from './jury.ts';
import type { OutReason, Relaxation } from './state.ts';

/** What a jury is about, to follow “on”. */
export function purposeWords(purpose: JuryPurpose): string {
  switch (purpose.kind) {
    case 'case':
      return `case ${purpose.case}`;
    case 'appeal':
      return `the appeal in case ${purpose.case}`;
    case 'interim':
      return `the appeal against what was done at once in case ${purpose.case}`;
    case 'challenge':
      return `whether proposal ${purpose.proposal} kept to the procedure`;
    case 'interpretation':
      return `how rules ${purpose.rules.join(' and ')} go together`;
    default:
      return never(purpose);
  }
}

const RELAXED: Readonly<Record<Relaxation, string>> = {
  organisations: 'organisations of parties are not kept out: fewer than three would be left',
  yearly: 'some have been on as many juries this year as the charter allows: too few others are left',
  'small-pool': 'fewer members can judge this than the jury has seats',
  contributors: 'fewer than three members from two organisations contributed to the seed',
  'no-round':
    'the round of drand that was named was not handed in within a day, so the draw follows from words of members',
  'organisation-cap': 'an organisation has more than a third of the seats: nobody else was left',
};

/** What could not be kept to, for a list. */
export const relaxationWords = (relaxed: Relaxation): string => RELAXED[relaxed];

const OUT: Readonly<Record<OutReason, string>> = {
  declined: 'declined',
  silent: 'did not answer in time',
  recused: 'stepped back',
  conflict: 'is replaced: the matter concerns them',
  left: 'is replaced: no member any more',
  'serves-elsewhere': 'was passed over: on another jury',
};

/** Why a juror is out, to follow “Juror 3”. */
export const outWords = (why: OutReason): string => OUT[why];
