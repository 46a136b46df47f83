import { timeInWords } from '../../../governance/dates.ts';
import type { DelegationEvent } from '../../../governance/events/delegations.ts';
import type { Tellings } from './naming.ts';

const WHY = {
  'taken-back': 'Taken back',
  expired: 'Its time was over',
  left: 'One of the two is no present member any more',
} as const;

export const delegationsTellings = {
  'delegation-given': ({ by, to, until }, name) => ({
    says: [name.person(by), ' asked ', name.person(to), ' to vote for them where they do not vote themselves.'],
    sub: `In open votes, until ${timeInWords(until)}`,
  }),
  'delegation-ended': ({ by, to, why }, name) => ({
    says: [name.person(to), ' no longer votes for ', name.person(by), '.'],
    sub: WHY[why],
  }),
} as const satisfies Tellings<DelegationEvent>;
