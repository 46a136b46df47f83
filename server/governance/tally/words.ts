import { isYesNo, type Tally } from './tally.ts';

/** A count in a few words, for sentences: “41 yes, 6 no, 3 abstained”. */
export function tallyWords(tally: Tally): string {
  if (isYesNo(tally)) return `${tally.yes} yes, ${tally.no} no, ${tally.abstain} abstained`;
  return `${tally.turnout} ballots`;
}
