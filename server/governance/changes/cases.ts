import { accepted, refused } from '../../community/result.ts';
import { onDay, said } from '../../community/said.ts';
import { barredBy } from '../cases/sanction.ts';
import { addDays } from '../dates.ts';
import type { ChangeOf, KindOfChange } from './kind-of-change.ts';
import { voided } from './voided.ts';

/** Somebody who was removed may come back, if the members want it (governance.md §3.4). */
const readmit: KindOfChange<ChangeOf<'readmit'>> = {
  matter: 'ordinary',
  title: said`Somebody comes back.`,
  words: ({ member }) => said`${member}, who was removed, could join this community again.`,
  check({ state, change, now }) {
    const sanction = barredBy(state, change.member);
    if (sanction?.level !== 5) return refused('no-such-member', 'Nobody of this name was removed from here.');
    const from = addDays(sanction.imposedAt, state.charter.parameters.readmissionDays);
    return now < from
      ? refused('nothing-changes', said`This can be proposed from ${onDay(from)} on.`)
      : accepted(change);
  },
  enact: ({ state, change: { member }, proposal }) =>
    barredBy(state, member)?.level === 5
      ? { kind: 'member-readmitted', proposal: proposal.id, member }
      : voided(proposal.id, 'Nothing keeps them out any more.'),
};

export const caseChanges = { readmit } as const;
