import type { CharterParameters } from '../../governance/charter.ts';
import { quorumFor } from '../../governance/quorum.ts';
import { amountOf } from '../../governance/rules/vocabulary.ts';

const days = (amount: number): string => amountOf(amount, ['day', 'days']);
const hours = (amount: number): string => amountOf(amount, ['hour', 'hours']);
const members = (amount: number): string => amountOf(amount, ['member', 'members']);

/** What a charter says in the sentences that matter to somebody who founds a community under it. */
export function charterSentences(charter: CharterParameters): readonly string[] {
  return [
    charter.signUp === 'open'
      ? 'Anyone may open an account on this server.'
      : 'New accounts on this server are opened by invitation, and every member may invite.',
    `A member proposes, seconds and votes after ${days(charter.tenureDays)} in the community.`,
    `A proposal is discussed for ${days(charter.discussionDays)}, then its text is frozen for ${hours(charter.freezeHours)}, then the vote is open for ${days(charter.votingDays)}.`,
    `It passes with more Yes than No, when enough have voted: of 20 active members, ${members(quorumFor('ordinary', 20))}.`,
    `What passes takes effect by itself ${hours(charter.timelockHours)} later.`,
    `A rule ends after ${amountOf(charter.ruleSunsetMonths, ['month', 'months'])} unless it is renewed.`,
    `No rule holds a post for longer than ${hours(charter.maxHoldHours)}.`,
    'This charter itself changes by two thirds of the votes, after a longer discussion.',
  ];
}
