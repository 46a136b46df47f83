import { amountOf } from '../rules/vocabulary.ts';
import type { Role } from './role.ts';

/** What each role is for, in a sentence. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  moderator: 'Moderators look at held posts and decide cases within the power that the charter gives them.',
  steward: 'Stewards look after the community as a whole: handing it over, moving it.',
  clerk: 'Clerks brief juries, and they alone know who reported.',
  teller: 'Tellers open secret ballots, together and only after the close.',
};

/** “1 moderator”, “3 moderators”. */
export const seatsInWords = (seats: number, role: Role): string => amountOf(seats, [role, `${role}s`]);
