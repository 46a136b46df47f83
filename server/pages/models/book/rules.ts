import { BOOK } from '../../../../views/words/book.ts';
import { BOOK_RULES } from '../../../../views/words/book-rules.ts';
import { toldText } from '../../../../views/words/told-text.ts';
import { never } from '../../../community/result.ts';
import type { EnforcementEvent } from '../../../governance/events/enforcement.ts';
import type { RuleEvent } from '../../../governance/events/rules.ts';
import { exampleWords } from '../../../governance/rules/words.ts';
import { at, joinedRuns, type Naming, type Tellings, text, told, type Words } from './naming.ts';
import { postTellings } from './posts.ts';

/** What the book says about what came into force, and what ended. */
function enactmentWords(event: Exclude<RuleEvent, Reading | ServerRule>, name: Naming): Words {
  const carriedOut = text(name, BOOK.carriedOut);
  switch (event.kind) {
    case 'rule-in-force': {
      const { id, version, title, sunsetAt } = event.rule;
      const rule = name.rule({ rule: id, version });
      return {
        says: told(name, BOOK_RULES.inForce, { rule, title, proposal: name.proposal(event.proposal) }),
        sub: text(name, BOOK_RULES.unlessRenewed, { time: at(name, sunsetAt) }),
      };
    }
    case 'rule-repealed':
      return {
        says: told(name, BOOK_RULES.repealed, {
          rule: name.rules(event.rule),
          proposal: name.proposal(event.proposal),
        }),
        sub: carriedOut,
      };
    case 'rule-expired':
      return { says: told(name, BOOK_RULES.expired, { rule: name.rule(event) }), sub: carriedOut };
    case 'rules-renewed': {
      const named = event.rules.map((rule) => [name.rule(rule)]);
      return {
        says: told(name, BOOK_RULES.renewed, {
          rules: joinedRuns(name, named, BOOK.comma),
          count: named.length,
          time: at(name, event.sunsetAt),
          proposal: name.proposal(event.proposal),
        }),
        sub: carriedOut,
      };
    }
    case 'charter-amended':
      return {
        says: told(name, BOOK_RULES.charter, {
          version: event.charter.version,
          proposal: name.proposal(event.proposal),
        }),
        sub: carriedOut,
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
        says: told(name, BOOK_RULES.suspended, pair(event.rules, name)),
        sub: text(name, BOOK_RULES.untilJury),
      };
    case 'rules-resolved': {
      const [first, second] = event.rules;
      const { favour } = event;
      const both = pair(event.rules, name);
      if (favour === 'no-longer') {
        return { says: told(name, BOOK_RULES.noLonger, both), sub: text(name, BOOK.byItself) };
      }
      if (favour === 'neither') return { says: told(name, BOOK_RULES.neither, both), sub: juryWords(event, name) };
      const rule = favour === first ? second : first;
      return {
        says: told(name, BOOK_RULES.favoured, { ...both, favour: name.rules(favour) }),
        sub: text(name, BOOK_RULES.yields, { decided: juryWords(event, name), rule }),
      };
    }
    case 'rule-example-added':
      return {
        says: told(name, event.catches ? BOOK_RULES.catches : BOOK_RULES.catchesNot, {
          rule: name.rules(event.rule),
          example: toldText(exampleWords(event.example), name.say),
        }),
        sub: juryWords(event, name),
      };
    default:
      return never(event);
  }
}

type Reading = Extract<RuleEvent, { readonly kind: 'rules-suspended' | 'rules-resolved' | 'rule-example-added' }>;
const pair = ([one, other]: Extract<Reading, { readonly kind: 'rules-suspended' }>['rules'], name: Naming) => ({
  one: name.rules(one),
  other: name.rules(other),
});
const juryWords = ({ jury }: { readonly jury?: string }, name: Naming): string =>
  jury === undefined ? text(name, BOOK_RULES.byItselfStop) : text(name, BOOK_RULES.byJury, { jury });

/** What the book says about rules of the whole server. */
function serverRuleWords(event: ServerRule, name: Naming): Words {
  const sub = text(name, BOOK_RULES.asEntry, { seq: event.asOf.seq });
  if (event.kind === 'instance-rule-ended') {
    return { says: told(name, BOOK_RULES.wholeServerEnded, { rule: name.rules(event.rule) }), sub };
  }
  const { id, version, title } = event.rule;
  return { says: told(name, BOOK_RULES.wholeServer, { rule: name.rule({ rule: id, version }), title }), sub };
}

type ServerRule = Extract<RuleEvent, { readonly kind: 'instance-rule-in-force' | 'instance-rule-ended' }>;

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
  ...postTellings,
} as const satisfies Tellings<RuleEvent | EnforcementEvent>;
