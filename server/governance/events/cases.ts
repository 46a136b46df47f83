import type { ActorIri, CaseId, JuryId, PersonIri, PostIri, ProposalId, SanctionId } from '../../community/ids.ts';
import type { RuleCited } from '../../community/post.ts';
import type { Act, ReviewOutcome } from '../cases/case.ts';
import type { Decision } from '../cases/decision.ts';
import type { Level } from '../cases/ladder.ts';
import type { DatesOf, TextsOf } from './dates-of.ts';

/** Reports, cases, measures, sanctions and appeals. Who reported never stands in the record. */
export type CaseEvent =
  | {
      readonly kind: 'case-opened';
      readonly case: CaseId;
      readonly respondent: ActorIri;
      readonly acts: readonly Act[];
      readonly cited: RuleCited;
      readonly law?: string;
      readonly origin: 'notice' | 'own-initiative';
      readonly reports: number;
      readonly organisations: number;
    }
  /** More reports of the same, or fewer; how many there are now, and acts that came to it. */
  | ({ readonly kind: 'report-merged' } & Counted)
  | ({ readonly kind: 'report-withdrawn' } & Counted)
  /** A first moderator proposes what takes two. */
  | {
      readonly kind: 'measure-proposed';
      readonly case: CaseId;
      readonly by: PersonIri;
      readonly level: Level;
      readonly days?: number;
      readonly facts: string;
      readonly interim?: true;
    }
  | { readonly kind: 'case-dismissed'; readonly case: CaseId; readonly decision: Decision }
  | {
      readonly kind: 'sanction-imposed';
      readonly case: CaseId;
      readonly sanction: SanctionId;
      readonly respondent: ActorIri;
      readonly decision: Decision & { readonly level: Level };
      readonly interim?: true;
    }
  | {
      readonly kind: 'case-referred';
      readonly case: CaseId;
      readonly why: 'referred' | 'not-decided' | 'demanded';
      readonly by?: ActorIri;
      readonly max: Level;
      readonly facts: string;
    }
  | {
      readonly kind: 'appeal-filed';
      readonly case: CaseId;
      readonly by: ActorIri;
      /** Against a measure that was taken at once; absent: against what was decided. */
      readonly of?: 'interim';
      readonly words: string;
      readonly verdictBy: Date;
    }
  /** A jury looked at what was decided: on appeal, or because the respondent demanded it in the moderators' place. */
  | {
      readonly kind: 'review-decided';
      readonly case: CaseId;
      readonly of: 'appeal' | 'demand' | 'interim';
      readonly outcome: ReviewOutcome;
      readonly jury: JuryId;
      /** What is left of the sanction. */
      readonly level: Level | null;
      readonly until?: Date;
      /** Where an appeal is still possible. */
      readonly appealUntil?: Date;
    }
  | { readonly kind: 'sanction-ended'; readonly sanction: SanctionId; readonly how: 'time-over' }
  | { readonly kind: 'sanction-stayed'; readonly sanction: SanctionId; readonly why: 'appeal-overdue' }
  | { readonly kind: 'sanction-resumed'; readonly sanction: SanctionId; readonly until?: Date }
  | { readonly kind: 'case-closed'; readonly case: CaseId }
  /** The author of a held post asks that a person looks at it. */
  | { readonly kind: 'hold-appealed'; readonly post: PostIri; readonly by: ActorIri; readonly words: string }
  /** The members let somebody come back who was removed: she may join again. */
  | { readonly kind: 'member-readmitted'; readonly proposal: ProposalId; readonly member: PersonIri };

interface Counted {
  readonly case: CaseId;
  readonly acts: readonly Act[];
  readonly reports: number;
  readonly organisations: number;
}

/** Where they hold dates (`encoding.ts`). */
export const CASES_DATES = {
  'case-opened': ['acts.*.actAt'],
  'report-merged': ['acts.*.actAt'],
  'report-withdrawn': ['acts.*.actAt'],
  'measure-proposed': [],
  'case-dismissed': ['decision.until', 'decision.redress.appealUntil'],
  'sanction-imposed': ['decision.until', 'decision.redress.appealUntil'],
  'case-referred': [],
  'appeal-filed': ['verdictBy'],
  'review-decided': ['until', 'appealUntil'],
  'sanction-ended': [],
  'sanction-stayed': [],
  'sanction-resumed': ['until'],
  'case-closed': [],
  'hold-appealed': [],
  'member-readmitted': [],
} as const satisfies DatesOf<CaseEvent>;

/** What of them can be erased. */
export const CASES_TEXTS = {
  'case-opened': ['law'],
  'measure-proposed': ['facts'],
  'case-dismissed': ['decision.facts', 'decision.law'],
  'sanction-imposed': ['decision.facts', 'decision.law'],
  'case-referred': ['facts'],
  'appeal-filed': ['words'],
  'hold-appealed': ['words'],
} as const satisfies TextsOf<CaseEvent>;
