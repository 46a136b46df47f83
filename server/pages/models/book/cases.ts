import type { Run } from '../../../../views/pages/record.ts';
import { never } from '../../../community/result.ts';
import type { DecidedBy, Decision } from '../../../governance/cases/decision.ts';
import { LEVEL_WORDS } from '../../../governance/cases/ladder.ts';
import { timeInWords } from '../../../governance/dates.ts';
import type { CaseEvent } from '../../../governance/events/cases.ts';
import type { EventOf } from '../../../governance/events.ts';
import { amountOf } from '../../../governance/rules/vocabulary.ts';
import type { Naming, Tellings, Words } from './naming.ts';

type Early = EventOf<
  | 'case-opened'
  | 'report-merged'
  | 'report-withdrawn'
  | 'measure-proposed'
  | 'case-referred'
  | 'hold-appealed'
  | 'member-readmitted'
>;

/** What the book says about a case before it is decided. Who reported is nowhere in it. */
function openWords(event: Early, name: Naming): Words {
  switch (event.kind) {
    case 'case-opened': {
      const { respondent, cited, origin } = event;
      return {
        says: ['Case ', { strong: event.case }, ' is about ', name.person(respondent), ' and ', name.rule(cited), '.'],
        sub: origin === 'notice' ? countsOf(event) : 'Opened by a moderator',
      };
    }
    case 'report-merged':
      return { says: [`Case ${event.case} was reported again.`], sub: countsOf(event) };
    case 'report-withdrawn':
      return {
        says: [`A report in case ${event.case} was taken back.`],
        sub: event.reports === 0 ? 'Nobody else reported it, so the case is over' : countsOf(event),
      };
    case 'measure-proposed':
      return {
        says: [
          name.person(event.by),
          ` proposed ${LEVEL_WORDS[event.level].name} in case ${event.case}${event.interim ? ', at once' : ''}.`,
        ],
        sub: 'It takes a second moderator',
      };
    case 'case-referred':
      return { says: [`A jury is to judge case ${event.case}.`], sub: WHY_A_JURY[event.why] };
    case 'hold-appealed':
      return { says: [name.person(event.by), ' asked that a person looks at a held post.'] };
    case 'member-readmitted':
      return {
        says: [name.person(event.member), ' may join again. It was decided by ', name.proposal(event.proposal), '.'],
        sub: 'Carried out by itself',
      };
    default:
      return never(event);
  }
}

const WHY_A_JURY = {
  referred: 'A moderator called it',
  'not-decided': 'By itself: the moderators did not decide in time',
  demanded: 'Demanded by the one it is about; until its verdict nothing is in effect',
} as const;

const countsOf = ({ reports, organisations }: { readonly reports: number; readonly organisations: number }): string =>
  `${amountOf(reports, ['report', 'reports'])} from ${amountOf(organisations, ['organisation', 'organisations'])}`;

type Decided = EventOf<
  | 'case-dismissed'
  | 'sanction-imposed'
  | 'appeal-filed'
  | 'review-decided'
  | 'sanction-ended'
  | 'sanction-stayed'
  | 'sanction-resumed'
  | 'case-closed'
>;

/** What the book says about what was decided, and what became of it. */
function decidedWords(event: Decided, name: Naming): Words {
  switch (event.kind) {
    case 'case-dismissed':
      return {
        says: [
          'Case ',
          event.case,
          ' was ',
          { strong: 'dismissed' },
          ' by ',
          ...deciders(event.decision.decidedBy, name),
          '.',
        ],
        sub: ground(event.decision),
      };
    case 'sanction-imposed':
      return imposedWords(event, name);
    case 'appeal-filed':
      return {
        says: [
          name.person(event.by),
          event.of === 'interim'
            ? ` appealed against what was done at once in case ${event.case}.`
            : ` appealed in case ${event.case}.`,
        ],
        sub: `Without a verdict by ${timeInWords(event.verdictBy)} the measure waits`,
      };
    case 'review-decided':
      if (event.of === 'interim') {
        return {
          says: [
            'A jury looked at what was done at once in case ',
            event.case,
            ': it is ',
            { strong: event.outcome },
            '.',
          ],
          sub:
            event.level === null
              ? 'It is undone; the case itself goes on'
              : 'It stands until its end; the case itself goes on',
        };
      }
      return {
        says: ['A jury looked at case ', event.case, ' again: what was decided is ', { strong: event.outcome }, '.'],
        sub: event.level === null ? 'Everything is undone' : `What stands: ${LEVEL_WORDS[event.level].name}`,
      };
    case 'sanction-ended':
      return { says: [`Measure ${event.sanction} is over.`], sub: 'By itself' };
    case 'sanction-stayed':
      return { says: [`Measure ${event.sanction} waits: its appeal has had no verdict in time.`], sub: 'By itself' };
    case 'sanction-resumed':
      return {
        says: [`Measure ${event.sanction} goes on: a jury upheld it.`],
        sub: event.until === undefined ? 'By itself' : `By itself, until ${timeInWords(event.until)}`,
      };
    case 'case-closed':
      return { says: [`Case ${event.case} is closed: nobody appealed in time.`], sub: 'By itself' };
    default:
      return never(event);
  }
}

function imposedWords(
  { case: id, respondent, decision, interim, sanction }: EventOf<'sanction-imposed'>,
  name: Naming,
) {
  const { level, until, decidedBy, cited } = decision;
  const end = until === undefined ? '' : `, until ${timeInWords(until)}`;
  return {
    says: [
      { strong: capital(LEVEL_WORDS[level].name) },
      ' for ',
      name.person(respondent),
      ` in case ${id}, under `,
      name.rule(cited),
      `${end}. Decided by `,
      ...deciders(decidedBy, name),
      interim ? ', at once.' : '.',
    ],
    sub: `Measure ${sanction}; ${ground(decision)}`,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function deciders(decidedBy: DecidedBy, name: Naming): readonly Run[] {
  if (decidedBy.by === 'jury') return [`jury ${decidedBy.jury}`];
  return decidedBy.members.flatMap((member, at) => (at === 0 ? [name.person(member)] : [' and ', name.person(member)]));
}

const ground = ({ redress: { appealUntil }, law }: Decision): string =>
  `${law === undefined ? '' : `also under the law: ${law}; `}the one it is about was told why; it can be appealed until ${timeInWords(appealUntil)}`;

export const casesTellings = {
  'case-opened': openWords,
  'report-merged': openWords,
  'report-withdrawn': openWords,
  'measure-proposed': openWords,
  'case-referred': openWords,
  'hold-appealed': openWords,
  'member-readmitted': openWords,
  'case-dismissed': decidedWords,
  'sanction-imposed': decidedWords,
  'appeal-filed': decidedWords,
  'review-decided': decidedWords,
  'sanction-ended': decidedWords,
  'sanction-stayed': decidedWords,
  'sanction-resumed': decidedWords,
  'case-closed': decidedWords,
} as const satisfies Tellings<CaseEvent>;
