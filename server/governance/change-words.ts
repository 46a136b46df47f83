import { never } from '../community/result.ts';
import type { CharterParameters } from './charter.ts';
import type { Change } from './proposal.ts';
import type { RuleDraft } from './rules/rule.ts';
import { ruleWords } from './rules/words.ts';

/** What a proposal would change, in plain sentences. */
export function changeWords(change: Change): string {
  switch (change.kind) {
    case 'adopt-rule':
      return `A new rule would be adopted: ${inWords(change.rule)}`;
    case 'amend-rule':
      return `Rule ${change.id} would be changed to: ${inWords(change.rule)}`;
    case 'repeal-rule':
      return `Rule ${change.id} would no longer be in force.`;
    case 'amend-charter':
      return Object.entries(change.parameters)
        .map(([name, value]) => `${PARAMETER_WORDS[name as keyof CharterParameters]}: ${value}.`)
        .join(' ');
    default:
      return never(change);
  }
}

/** The words people vote on, and what the software will do by them. */
const inWords = (rule: RuleDraft): string =>
  `“${rule.text[rule.authoritative] ?? rule.title}” What the software will do: ${ruleWords(rule)}`;

/** The charter's parameters as people call them. */
export const PARAMETER_WORDS: Readonly<Record<keyof CharterParameters, string>> = {
  signUp: 'Opening an account on this server',
  tenureDays: 'Days of membership before one may propose and vote',
  activeDays: 'Days without an act after which a member no longer counts for the quorum',
  maxOpenProposals: 'Open proposals one member may have',
  secondingDays: 'Days to find seconders',
  discussionDays: 'Days of discussion',
  charterDiscussionDays: 'Days of discussion on the charter',
  freezeHours: 'Hours between the frozen text and the vote',
  votingDays: 'Days of voting',
  charterVotingDays: 'Days of voting on the charter',
  extensionDays: 'Days of the one extension when too few have voted',
  lateQuorumHours: 'Hours added when the quorum is reached late',
  timelockHours: 'Hours between a passed vote and its effect',
  charterTimelockHours: 'The same for the charter',
  refileDays: 'Days before a lapsed proposal may come again',
  ruleSunsetMonths: 'Months after which a rule ends unless renewed',
  maxHoldHours: 'Most hours that a rule may hold a post',
};
