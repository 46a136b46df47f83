import type { CaseId, PostIri, SanctionId } from '../../community/ids.ts';
import type { Case } from './case.ts';
import type { Sanction } from './sanction.ts';

/** Cases and sanctions, as the record has them. */
export interface CasesState {
  readonly cases: ReadonlyMap<CaseId, Case>;
  readonly sanctions: ReadonlyMap<SanctionId, Sanction>;
  /** Acts that were sanctioned, or judged by a jury (`judgedKey`): nobody is judged twice for one. */
  readonly judged: ReadonlySet<string>;
  /** Held posts whose author has asked a person to look at them. */
  readonly holdAppeals: ReadonlyMap<PostIri, { readonly at: Date; readonly words: string }>;
}

export const NO_CASES: CasesState = {
  cases: new Map(),
  sanctions: new Map(),
  judged: new Set(),
  holdAppeals: new Map(),
};
