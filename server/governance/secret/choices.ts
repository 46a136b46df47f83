import type { Pinned } from '../proposal.ts';
import { readChoice } from '../tally/count.ts';

/** Spoiled ballots, and choices that mean nothing here, are left out: they stand on the board and say nothing. */
export function choicesThatCount(
  pinned: Pick<Pinned, 'method' | 'options'>,
  opened: readonly (string | null)[],
): readonly { readonly choice: string }[] {
  return opened.flatMap((text) => {
    const choice = text === null ? null : readChoice(pinned, text);
    return choice === null ? [] : [{ choice }];
  });
}
