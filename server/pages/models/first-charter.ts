import type { CharterParameters } from '../../governance/charter.ts';
import { amountOf } from '../../governance/rules/vocabulary.ts';

const days = (amount: number): string => amountOf(amount, ['day', 'days']);
const hours = (amount: number): string => amountOf(amount, ['hour', 'hours']);

const SIGN_UP = {
  open: 'Anyone may open an account on this server.',
  request: 'Who asks for an account on this server says why, and a member lets her in.',
  invitation: 'New accounts on this server are opened by invitation.',
} as const;

/** What a charter says, as far as a vote can change it, in the sentences that matter to whoever founds under it. */
export function charterSentences(
  charter: CharterParameters,
  { homeOfServer }: { readonly homeOfServer: boolean },
): readonly string[] {
  return [
    // The first community's charter alone decides about accounts.
    ...(homeOfServer ? [SIGN_UP[charter.signUp]] : []),
    `A member proposes, seconds and votes after ${days(charter.tenureDays)} in the community.`,
    `A proposal is discussed for ${days(charter.discussionDays)}, then its text is frozen for ${hours(charter.freezeHours)}, then the vote is open for ${days(charter.votingDays)}.`,
    `What passes takes effect by itself ${hours(charter.timelockHours)} later.`,
    `A rule ends after ${amountOf(charter.ruleSunsetMonths, ['month', 'months'])} unless it is renewed.`,
    `No rule holds a post for longer than ${hours(charter.maxHoldHours)}.`,
  ];
}
