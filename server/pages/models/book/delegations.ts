import { BOOK_MEMBERS } from '../../../../views/words/book-members.ts';
import type { DelegationEvent } from '../../../governance/events/delegations.ts';
import { at, type Tellings, text, told } from './naming.ts';

const WHY = {
  'taken-back': BOOK_MEMBERS['taken-back'],
  expired: BOOK_MEMBERS.expired,
  left: BOOK_MEMBERS['one-left'],
} as const;

/** What the book says about who votes for whom. */
export const delegationsTellings = {
  'delegation-given': ({ by, to, until }, name) => ({
    says: told(name, BOOK_MEMBERS.delegated, { by: name.person(by), to: name.person(to) }),
    sub: text(name, BOOK_MEMBERS.openVotes, { time: at(name, until) }),
  }),
  'delegation-ended': ({ by, to, why }, name) => ({
    says: told(name, BOOK_MEMBERS.undelegated, { to: name.person(to), by: name.person(by) }),
    sub: text(name, WHY[why]),
  }),
} as const satisfies Tellings<DelegationEvent>;
