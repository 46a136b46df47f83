import type { CaseId, SanctionId } from '../../community/ids.ts';
import { staysAt } from '../cases/appeal.ts';
import type { Case } from '../cases/case.ts';
import { overdueAt } from '../cases/moderate.ts';
import { runs, type Sanction } from '../cases/sanction.ts';
import { interimVerdictFor, isUpheld, verdictFor } from '../cases/verdict.ts';
import type { CommunityState } from '../state.ts';

export type CasesStep =
  | {
      readonly step: 'carry-out-verdict' | 'carry-out-interim-verdict' | 'call-overdue-jury' | 'close-case';
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
    ...[...state.cases.values()].flatMap((found) => interimStep(state, found)),
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

function interimStep(state: CommunityState, found: Case): readonly CasesStep[] {
  const verdict = interimVerdictFor(state, found);
  return verdict === null ? [] : [{ step: 'carry-out-interim-verdict', case: found.id, at: verdict.at }];
}

function stepOf(state: CommunityState, sanction: Sanction): CasesStep | null {
  const { id, until } = sanction;
  if (isUpheld(state, id)) return { step: 'resume-sanction', sanction: id, at: state.at };
  if (!runs(sanction)) return null;
  const stay = staysAt(state, id);
  if (stay !== null && (until === undefined || stay < until)) return { step: 'stay-sanction', sanction: id, at: stay };
  return until === undefined ? null : { step: 'end-sanction', sanction: id, at: until };
}
