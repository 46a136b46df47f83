import type { RuleId } from '../../../community/ids.ts';
import { never } from '../../../community/result.ts';
import { timeInWords } from '../../../governance/dates.ts';
import type { EnforcementEvent } from '../../../governance/events/enforcement.ts';
import type { RuleEvent } from '../../../governance/events/rules.ts';
import { amountOf } from '../../../governance/rules/vocabulary.ts';
import { exampleWords } from '../../../governance/rules/words.ts';
import type { Naming, Tellings, Words } from './naming.ts';

/** What the book says about what came into force, and what ended. */
function enactmentWords(event: Exclude<RuleEvent, Reading | ServerRule>, name: Naming): Words {
  switch (event.kind) {
    case 'rule-in-force': {
      const { id, version, title, sunsetAt } = event.rule;
      return {
        says: [
          name.rule({ rule: id, version }),
          ` is in force: “${title}”. It was decided by `,
          name.proposal(event.proposal),
          '.',
        ],
        sub: `Carried out by itself; ends on ${timeInWords(sunsetAt)} unless renewed`,
      };
    }
    case 'rule-repealed':
      return {
        says: [
          name.rules(event.rule),
          ' is no longer in force. It was repealed by ',
          name.proposal(event.proposal),
          '.',
        ],
        sub: 'Carried out by itself',
      };
    case 'rule-expired':
      return {
        says: [name.rule(event), ' ran out, since nobody renewed it.'],
        sub: 'Carried out by itself',
      };
    case 'rules-renewed':
      return {
        says: [
          ...event.rules.flatMap((rule, index) => [...(index === 0 ? [] : [', ']), name.rule(rule)]),
          ` ${event.rules.length === 1 ? 'stays' : 'stay'} in force until ${timeInWords(event.sunsetAt)}. It was decided by `,
          name.proposal(event.proposal),
          '.',
        ],
        sub: 'Carried out by itself',
      };
    case 'charter-amended':
      return {
        says: [
          `Version ${event.charter.version} of the charter is in force. It was decided by `,
          name.proposal(event.proposal),
          '.',
        ],
        sub: 'Carried out by itself',
      };
    default:
      return never(event);
  }
}

/** What the book says about rules that contradict each other, and what a jury read in one. */
function readingWords(event: Reading, name: Naming): Words {
  switch (event.kind) {
    case 'rules-suspended':
      return {
        says: [...pair(event.rules, name), ' each say that they override the other.'],
        sub: 'Until a jury has decided, neither does anything to a post that both are about',
      };
    case 'rules-resolved': {
      const [one, other] = event.rules;
      const { favour } = event;
      if (favour === 'no-longer') {
        return { says: [...pair(event.rules, name), ' no longer contradict each other.'], sub: 'By itself' };
      }
      if (favour === 'neither') {
        return {
          says: ['Of posts that ', ...pair(event.rules, name), ' are both about, neither says anything.'],
          sub: juryWords(event),
        };
      }
      return {
        says: ['Of posts that ', ...pair(event.rules, name), ' are both about, ', name.rules(favour), ' counts.'],
        sub: `${juryWords(event)} ${favour === one ? other : one} yields`,
      };
    }
    case 'rule-example-added':
      return {
        says: [
          name.rules(event.rule),
          event.catches ? ' is about a post like this: ' : ' is not about a post like this: ',
          exampleWords(event.example),
        ],
        sub: juryWords(event),
      };
    default:
      return never(event);
  }
}

type Reading = Extract<RuleEvent, { readonly kind: 'rules-suspended' | 'rules-resolved' | 'rule-example-added' }>;
const pair = ([one, other]: readonly [RuleId, RuleId], name: Naming): Words['says'] => [
  name.rules(one),
  ' and ',
  name.rules(other),
];
const juryWords = ({ jury }: { readonly jury?: string }): string =>
  jury === undefined ? 'By itself.' : `Decided by jury ${jury}.`;

/** What the book says about rules of the whole server. */
function serverRuleWords(event: ServerRule, name: Naming): Words {
  const { seq } = event.asOf;
  const sub = `As entry ${seq} of the home community’s record has it`;
  return event.kind === 'instance-rule-in-force'
    ? {
        says: [
          name.rule({ rule: event.rule.id, version: event.rule.version }),
          ` of the whole server is in force here: “${event.rule.title}”.`,
        ],
        sub,
      }
    : { says: [name.rules(event.rule), ' of the whole server is no longer in force here.'], sub };
}

type ServerRule = Extract<RuleEvent, { readonly kind: 'instance-rule-in-force' | 'instance-rule-ended' }>;

/** What the book says about what a rule did to a post. */
function restrictionWords(event: Exclude<EnforcementEvent, Existing>, name: Naming): Words {
  switch (event.kind) {
    case 'post-held': {
      const { author, cited, facts, effect } = event.statement;
      return {
        says: [
          'A post by ',
          name.person(author),
          ' was ',
          { strong: effect.do === 'hide' ? 'hidden' : 'held' },
          ' by ',
          name.rule(cited),
          `, until ${timeInWords(event.until)} at the latest. Its author has been told why.`,
        ],
        sub: `Automatic, no person decided this. ${facts}`,
      };
    }
    case 'post-labelled': {
      const { author, cited, facts } = event.statement;
      return {
        says: [
          'A post by ',
          name.person(author),
          ' was ',
          { strong: `labelled “${event.label}”` },
          ' by ',
          name.rule(cited),
          '. Its author has been told why.',
        ],
        sub: `Automatic, no person decided this. ${facts}`,
      };
    }
    case 'hold-ended':
      if (event.as === 'moderator' && event.by !== undefined) {
        return { says: [name.person(event.by), ' released a held post.'], sub: 'As a moderator' };
      }
      return event.how === 'released' && event.by !== undefined
        ? {
            says: [name.founder(event.by), ' released a held post.'],
            sub: 'As the founder, while a founder’s acts are provisional',
          }
        : { says: ['A held post is shown: the time of its hold was over.'], sub: 'By itself' };
    default:
      return never(event);
  }
}

type Existing = Extract<EnforcementEvent, { readonly kind: `existing-${string}` }>;

/** What the book says about posts from before a rule: one line for many, with their number. */
function existingWords(event: Existing, name: Naming): Words {
  const rule = name.rule(event);
  switch (event.kind) {
    case 'existing-announced':
      return {
        says: [
          rule,
          event.posts === 0
            ? ' is also about what was posted before it: no such post was found here.'
            : ` is also about what was posted before it: ${posts(event.posts)} will be hidden on ${timeInWords(event.hideAt)}. Their authors have been told.`,
        ],
        sub: `As the posts stand now; what is changed until then is looked at as it stands then.${event.upTo === undefined ? '' : ' Others are still being looked at.'}`,
      };
    case 'existing-hidden':
      return {
        says: [
          `${posts(event.posts.length)} from before `,
          rule,
          event.posts.length === 1 ? ' was ' : ' were ',
          { strong: 'hidden' },
          ', as long as it is in force. Nobody was sanctioned; their authors have been told why.',
        ],
        sub: `Automatic, by decision of the members, seven days after the notice.${event.upTo === undefined ? '' : ' Others are still being looked at.'}`,
      };
    case 'existing-shown':
      return event.posts.length === 0
        ? {
            says: ['What was posted before ', rule, ' is left alone: the rule no longer says otherwise.'],
            sub: 'By itself',
          }
        : {
            says: [
              `${posts(event.posts.length)} from before `,
              rule,
              event.posts.length === 1 ? ' is shown again' : ' are shown again',
              ': the rule is over, or no longer about what existed.',
            ],
            sub: 'By itself',
          };
    default:
      return never(event);
  }
}

const posts = (amount: number): string => amountOf(amount, ['post', 'posts']);

export const ruleTellings = {
  'rule-in-force': enactmentWords,
  'rule-repealed': enactmentWords,
  'rule-expired': enactmentWords,
  'rules-renewed': enactmentWords,
  'charter-amended': enactmentWords,
  'rules-suspended': readingWords,
  'rules-resolved': readingWords,
  'rule-example-added': readingWords,
  'instance-rule-in-force': serverRuleWords,
  'instance-rule-ended': serverRuleWords,
  'post-held': restrictionWords,
  'post-labelled': restrictionWords,
  'hold-ended': restrictionWords,
  'existing-announced': existingWords,
  'existing-hidden': existingWords,
  'existing-shown': existingWords,
} as const satisfies Tellings<RuleEvent | EnforcementEvent>;
