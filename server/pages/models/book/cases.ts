import type { Run } from '../../../../views/pages/record.ts';
import { BOOK } from '../../../../views/words/book.ts';
import { BOOK_CASES, BOOK_MEASURES } from '../../../../views/words/book-cases.ts';
import { MEASURES } from '../../../../views/words/measures.ts';
import { never } from '../../../community/result.ts';
import type { DecidedBy, Decision } from '../../../governance/cases/decision.ts';
import type { CaseEvent } from '../../../governance/events/cases.ts';
import type { EventOf } from '../../../governance/events.ts';
import { at, joined, joinedRuns, type Naming, type Tellings, text, told, type Words } from './naming.ts';

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
      const { respondent, cited, origin, case: id } = event;
      return {
        says: told(name, BOOK_CASES.opened, { case: id, person: name.person(respondent), rule: name.rule(cited) }),
        sub: origin === 'notice' ? countsOf(event, name) : text(name, BOOK_CASES.byModerator),
      };
    }
    case 'report-merged':
      return { says: told(name, BOOK_CASES.again, { case: event.case }), sub: countsOf(event, name) };
    case 'report-withdrawn':
      return {
        says: told(name, BOOK_CASES.takenBack, { case: event.case }),
        sub: event.reports === 0 ? text(name, BOOK_CASES.nobodyElse) : countsOf(event, name),
      };
    case 'measure-proposed': {
      const measure = text(name, MEASURES[event.level]);
      const proposed = event.interim ? BOOK_CASES.proposedAtOnce : BOOK_CASES.proposed;
      return {
        says: told(name, proposed, { person: name.person(event.by), measure, case: event.case }),
        sub: text(name, BOOK_CASES.second),
      };
    }
    case 'case-referred':
      return {
        says: told(name, BOOK_CASES.toJury, { case: event.case }),
        sub: text(name, WHY_A_JURY[event.why]),
      };
    case 'hold-appealed':
      return { says: told(name, BOOK_CASES.holdAppealed, { person: name.person(event.by) }) };
    case 'member-readmitted':
      return {
        says: told(name, BOOK_CASES.readmitted, {
          person: name.person(event.member),
          proposal: name.proposal(event.proposal),
        }),
        sub: text(name, BOOK.carriedOut),
      };
    default:
      return never(event);
  }
}

const WHY_A_JURY = {
  referred: BOOK_CASES.referred,
  'not-decided': BOOK_CASES.notDecided,
  demanded: BOOK_CASES.demanded,
} as const;

const countsOf = (
  { reports, organisations }: { readonly reports: number; readonly organisations: number },
  name: Naming,
): string => text(name, BOOK_CASES.counts, { reports, organisations });

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
  const byItself = text(name, BOOK.byItself);
  switch (event.kind) {
    case 'case-dismissed':
      return {
        says: told(name, BOOK_MEASURES.dismissed, {
          case: event.case,
          deciders: deciders(event.decision.decidedBy, name),
        }),
        sub: joined(name, ground(event.decision, name)),
      };
    case 'sanction-imposed':
      return imposedWords(event, name);
    case 'appeal-filed':
      return {
        says: told(name, event.of === 'interim' ? BOOK_MEASURES.interimAppealed : BOOK_MEASURES.appealed, {
          person: name.person(event.by),
          case: event.case,
        }),
        sub: text(name, BOOK_MEASURES.waits, { time: at(name, event.verdictBy) }),
      };
    case 'review-decided':
      return reviewWords(event, name);
    case 'sanction-ended':
      return { says: told(name, BOOK_MEASURES.ended, { sanction: event.sanction }), sub: byItself };
    case 'sanction-stayed':
      return { says: told(name, BOOK_MEASURES.stayed, { sanction: event.sanction }), sub: byItself };
    case 'sanction-resumed':
      return {
        says: told(name, BOOK_MEASURES.resumed, { sanction: event.sanction }),
        sub:
          event.until === undefined
            ? byItself
            : text(name, BOOK_MEASURES.byItselfUntil, { time: at(name, event.until) }),
      };
    case 'case-closed':
      return { says: told(name, BOOK_MEASURES.closed, { case: event.case }), sub: byItself };
    default:
      return never(event);
  }
}

function reviewWords({ of, case: id, outcome, level }: EventOf<'review-decided'>, name: Naming): Words {
  if (of === 'interim') {
    return {
      says: told(name, BOOK_MEASURES.interimReviewed, { case: id, outcome }),
      sub: text(name, level === null ? BOOK_MEASURES.interimUndone : BOOK_MEASURES.interimStands),
    };
  }
  return {
    says: told(name, BOOK_MEASURES.reviewed, { case: id, outcome }),
    sub:
      level === null
        ? text(name, BOOK_MEASURES.undone)
        : text(name, BOOK_MEASURES.stands, { measure: text(name, MEASURES[level]) }),
  };
}

function imposedWords(event: EventOf<'sanction-imposed'>, name: Naming): Words {
  const { case: id, respondent, decision, interim, sanction } = event;
  const { level, until, decidedBy, cited } = decision;
  return {
    says: told(name, BOOK_MEASURES.imposed, {
      measure: capital(text(name, MEASURES[level])),
      person: name.person(respondent),
      case: id,
      rule: name.rule(cited),
      until: until === undefined ? 'none' : at(name, until),
      deciders: deciders(decidedBy, name),
      how: interim ? 'once' : 'judged',
    }),
    sub: joined(name, [text(name, BOOK_MEASURES.number, { sanction }), ...ground(decision, name)]),
  };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function deciders(decidedBy: DecidedBy, name: Naming): readonly Run[] {
  if (decidedBy.by === 'jury') return [text(name, BOOK_MEASURES.jury, { jury: decidedBy.jury })];
  return joinedRuns(
    name,
    decidedBy.members.map((member) => [name.person(member)]),
    BOOK.and,
  );
}

const ground = ({ redress: { appealUntil }, law }: Decision, name: Naming): readonly string[] => [
  ...(law === undefined ? [] : [text(name, BOOK_MEASURES.law, { law })]),
  text(name, BOOK_MEASURES.told, { time: at(name, appealUntil) }),
];

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
