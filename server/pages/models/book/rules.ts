import { never } from '../../../community/result.ts';
import { timeInWords } from '../../../governance/dates.ts';
import type { EnforcementEvent } from '../../../governance/events/enforcement.ts';
import type { RuleEvent } from '../../../governance/events/rules.ts';
import type { Naming, Tellings, Words } from './naming.ts';

/** What the book says about what came into force, and what ended. */
function enactmentWords(event: RuleEvent, name: Naming): Words {
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

/** What the book says about what a rule did to a post. */
function restrictionWords(event: EnforcementEvent, name: Naming): Words {
  switch (event.kind) {
    case 'post-held': {
      const { author, cited, facts } = event.statement;
      return {
        says: [
          'A post by ',
          name.person(author),
          ' was ',
          { strong: 'held' },
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
            sub: 'As the founder, while her acts are provisional',
          }
        : { says: ['A held post is shown: the time of its hold was over.'], sub: 'By itself' };
    default:
      return never(event);
  }
}

export const ruleTellings = {
  'rule-in-force': enactmentWords,
  'rule-repealed': enactmentWords,
  'rule-expired': enactmentWords,
  'rules-renewed': enactmentWords,
  'charter-amended': enactmentWords,
  'post-held': restrictionWords,
  'post-labelled': restrictionWords,
  'hold-ended': restrictionWords,
} as const satisfies Tellings<RuleEvent | EnforcementEvent>;
