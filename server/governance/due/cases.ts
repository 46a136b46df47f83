import type { CaseId, SanctionId } from '../../community/ids.ts';
import { staysAt } from '../cases/appeal.ts';
import type { Case } from '../cases/case.ts';
import { overdueAt } from '../cases/moderate.ts';
import type { Sanction } from '../cases/sanction.ts';
import { isUpheld, verdictFor } from '../cases/verdict.ts';
import type { CommunityState } from '../state.ts';

export type CasesStep =
  | {
      readonly step: 'carry-out-verdict' | 'call-overdue-jury' | 'close-case';
      readonly case: CaseId;
      readonly at: Date;
    }
  | {
      readonly step: 'end-sanction' | 'stay-sanction' | 'resume-sanction';
      readonly sanction: SanctionId;
      readonly at: Date;
    };

/** What time, and juries, bring about in cases; ends and stays of sanctions. */
export function comingCases(state: CommunityState): readonly CasesStep[] {
  return [
    ...[...state.cases.values()].flatMap((found) => stepIn(state, found) ?? []),
    ...[...state.sanctions.values()].flatMap((sanction) => stepOf(state, sanction) ?? []),
  ];
}

function stepIn(state: CommunityState, found: Case): CasesStep | null {
  const { id, phase } = found;
  const verdict = verdictFor(state, found);
  if (verdict !== null) return { step: 'carry-out-verdict', case: id, at: verdict.at };
  if (phase.state === 'open') return { step: 'call-overdue-jury', case: id, at: overdueAt(state, found) };
  return phase.state === 'decided' ? { step: 'close-case', case: id, at: phase.appealUntil } : null;
}

function stepOf(state: CommunityState, { id, until, state: stands }: Sanction): CasesStep | null {
  if (isUpheld(state, id)) return { step: 'resume-sanction', sanction: id, at: state.at };
  if (stands !== 'active') return null;
  const stay = staysAt(state, id);
  if (stay !== null && (until === undefined || stay < until)) return { step: 'stay-sanction', sanction: id, at: stay };
  return until === undefined ? null : { step: 'end-sanction', sanction: id, at: until };
}
