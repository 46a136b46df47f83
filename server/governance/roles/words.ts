import { type Said, said } from '../../community/said.ts';
import type { Role } from './role.ts';

/** What each role is for, in a sentence. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  moderator: 'Moderators look at held posts and decide cases within the power that the charter gives them.',
  steward: 'Stewards look after the community as a whole: handing it over, moving it.',
  clerk: 'Clerks brief juries, and they alone know who reported.',
  teller: 'Tellers open secret ballots, together and only after the close.',
};

/** “Members elect 3 moderators.” */
export const electedWords = (seats: number, role: Role): Said => (seats === 1 ? ELECT_ONE : ELECT)[role](seats);

/** “Election of 3 moderators”: what such a vote is called. */
export const electionTitle = (seats: number, role: Role): Said =>
  (seats === 1 ? ELECTION_OF_ONE : ELECTION)[role](seats);

type OfSeats = Readonly<Record<Role, (seats: number) => Said>>;

const ELECT: OfSeats = {
  moderator: (seats) => said`Members elect ${seats} moderators.`,
  steward: (seats) => said`Members elect ${seats} stewards.`,
  clerk: (seats) => said`Members elect ${seats} clerks.`,
  teller: (seats) => said`Members elect ${seats} tellers.`,
};

const ELECT_ONE: OfSeats = {
  moderator: (seats) => said`Members elect ${seats} moderator.`,
  steward: (seats) => said`Members elect ${seats} steward.`,
  clerk: (seats) => said`Members elect ${seats} clerk.`,
  teller: (seats) => said`Members elect ${seats} teller.`,
};

const ELECTION: OfSeats = {
  moderator: (seats) => said`Election of ${seats} moderators`,
  steward: (seats) => said`Election of ${seats} stewards`,
  clerk: (seats) => said`Election of ${seats} clerks`,
  teller: (seats) => said`Election of ${seats} tellers`,
};

const ELECTION_OF_ONE: OfSeats = {
  moderator: (seats) => said`Election of ${seats} moderator`,
  steward: (seats) => said`Election of ${seats} steward`,
  clerk: (seats) => said`Election of ${seats} clerk`,
  teller: (seats) => said`Election of ${seats} teller`,
};
