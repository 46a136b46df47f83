import { never } from '../community/result.ts';
import type { CharterParameters } from './charter.ts';
import type { Change } from './proposal.ts';
import type { RuleDraft } from './rules/rule.ts';
import { ruleWords } from './rules/words.ts';
import { RESTORABLE_DAYS, type ServerLevel } from './servers.ts';

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
    case 'limit-server':
      return limitWords(change.server, change.level);
    case 'link-community':
      return `This community would be linked with ${change.community}, if that community decides the same: what each passes on is shown to the members of the other, and never passed on again.`;
    case 'unlink-community':
      return `This community would no longer be linked with ${change.community}.`;
    case 'move-community':
      return `This community would move to ${change.target}: other servers are told to follow it there, and nobody writes here any more. Its record stays.`;
    default:
      return never(change);
  }
}

/** What would happen to a server, for this community alone. */
export function limitWords(server: string, level: ServerLevel | 'none'): string {
  const here = 'This is for this community alone.';
  switch (level) {
    case 'suspend':
      return `${server} and everything below it would be suspended: posts, likes, memberships and votes from there would no longer be let in, and nothing would be sent there. Members there would rest until it is lifted; after ${RESTORABLE_DAYS} days their memberships end. ${here}`;
    case 'limit':
      return `What people at ${server} write would be shown to members only, and to nobody else. ${here}`;
    case 'reject-media':
      return `Pictures and other files from ${server} would be left out; the text stays. ${here}`;
    case 'allow':
      return `${server} would be let in, where the charter lets in named servers only. ${here}`;
    case 'none':
      return `What was decided about ${server} would be lifted. ${here}`;
    default:
      return never(level);
  }
}

/** What is decided about a server, in a few words. */
export const LEVEL_WORDS: Readonly<Record<ServerLevel, string>> = {
  suspend: 'suspended',
  limit: 'limited to members',
  'reject-media': 'without its pictures and files',
  allow: 'let in',
};

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
  federation: 'Servers that are let in',
};
