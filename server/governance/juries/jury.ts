import type { CaseId, JuryId, Organisation, PersonIri, ProposalId, RuleId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import type { CommunityState } from '../state.ts';

/** What a jury is called for. Each is answered by one jury. */
export type JuryPurpose =
  /** A case whose measure only a jury may take, or whose respondent demanded one. */
  | { readonly kind: 'case'; readonly case: CaseId }
  | { readonly kind: 'appeal'; readonly case: CaseId }
  /** A measure that two moderators took at once, appealed by itself. */
  | { readonly kind: 'interim'; readonly case: CaseId }
  /** Whether a passed proposal kept to the procedure (governance.md §3.1, Timelock). */
  | { readonly kind: 'challenge'; readonly proposal: ProposalId }
  /** Two rules contradict each other about the same act (§3.3, Conflict). */
  | { readonly kind: 'interpretation'; readonly rules: readonly RuleId[] };

/** What a jury may decide; the mildest first. */
export interface JuryOption {
  readonly id: string;
  readonly words: string;
  /** Votes for this or for anything more severe that it takes. */
  readonly need: number;
}

/** A jury that some part of the state asks for: the juries' own part calls it (`wanted.ts`). */
export interface JuryWanted {
  readonly purpose: JuryPurpose;
  readonly since: Date;
  readonly size: number;
  /** The one sentence that is asked. */
  readonly question: string;
  readonly options: readonly JuryOption[];
  /** Who cannot judge this: parties, reporters, those who decided before, those they block (§3.4, Recuse). */
  readonly excluded: readonly PersonIri[];
  /** Organisations of parties and reporters; relaxed, and logged, where fewer than three are left. */
  readonly excludedOrganisations: readonly Organisation[];
}

/** What a jury decided. */
export interface Verdict {
  readonly option: JuryOption['id'];
  /** No option but the mildest had the votes it takes. */
  readonly hung: boolean;
  readonly at: Date;
  readonly jury: JuryId;
}

/** What was decided for a purpose, or `null` as long as it is not. */
export function verdictOn(state: CommunityState, purpose: JuryPurpose): Verdict | null {
  return state.verdicts.get(purposeKey(purpose)) ?? null;
}

/** One text for a purpose: the same whether it was just decided or read from the record, which sorts what it holds. */
export function purposeKey(purpose: JuryPurpose): string {
  switch (purpose.kind) {
    case 'case':
    case 'appeal':
    case 'interim':
      return `${purpose.kind} ${purpose.case}`;
    case 'challenge':
      return `${purpose.kind} ${purpose.proposal}`;
    case 'interpretation':
      return [purpose.kind, ...purpose.rules].join(' ');
    default:
      return never(purpose);
  }
}
