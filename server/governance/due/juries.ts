import type { JuryId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import { juriesToCall } from '../juries/call.ts';
import { allCommitted } from '../juries/contribute.ts';
import { purposeKey } from '../juries/jury.ts';
import { allShown } from '../juries/seating.ts';
import type { Jury } from '../juries/state.ts';
import type { CommunityState } from '../state.ts';

export type JuriesStep =
  | { readonly step: 'call-jury'; readonly purpose: string; readonly at: Date }
  | {
      readonly step: 'advance-jury';
      readonly jury: JuryId;
      readonly next:
        | 'freeze-pool'
        | 'note-late-round'
        | 'miss-round'
        | 'close-seed'
        | 'draw'
        | 'open-vote'
        | 'remind'
        | 'end-vote'
        | 'count-vote';
      readonly at: Date;
    }
  /** Whoever has not answered in time is replaced. */
  | { readonly step: 'replace-juror'; readonly jury: JuryId; readonly juror: number; readonly at: Date };

/** Juries that are asked for, and the next steps of those that are under way. */
export function comingJuries(state: CommunityState): readonly JuriesStep[] {
  return [
    ...juriesToCall(state).map(
      ({ purpose, since }): JuriesStep => ({ step: 'call-jury', purpose: purposeKey(purpose), at: since }),
    ),
    ...[...state.juries.values()].flatMap((jury) => stepsOf(jury, state.at)),
  ];
}

/** @param last the time of the last entry: what need not wait any more is due from then on */
function stepsOf(jury: Jury, last: Date): readonly JuriesStep[] {
  const { id, phase } = jury;
  const next = (name: (JuriesStep & { step: 'advance-jury' })['next'], at: Date): JuriesStep => {
    return { step: 'advance-jury', jury: id, next: name, at };
  };
  switch (phase.state) {
    case 'called':
      return [next('freeze-pool', phase.since)];
    case 'awaiting-round':
      return [phase.until === undefined ? next('note-late-round', phase.lateFrom) : next('miss-round', phase.until)];
    case 'drawing':
      return [next('draw', phase.since)];
    case 'committing':
      return [next('close-seed', allCommitted(jury) ? last : phase.until)];
    case 'revealing':
      return [next('draw', allShown(jury) ? last : phase.until)];
    case 'answering': {
      const silent = unanswered(jury);
      return [...silent, next('open-vote', silent.length === 0 ? last : phase.until)];
    }
    case 'voting': {
      const remind = phase.remindAt === undefined ? [] : [next('remind', phase.remindAt)];
      return [...unanswered(jury), ...remind, next('end-vote', phase.until)];
    }
    case 'counting':
      return [next('count-vote', phase.endedAt)];
    case 'deliberation':
      return [...unanswered(jury), next('open-vote', phase.until)];
    case 'decided':
    case 'dissolved':
      return [];
    default:
      return never(phase);
  }
}

function unanswered({ id, seats }: Jury): readonly (JuriesStep & { step: 'replace-juror' })[] {
  return seats.flatMap(({ standing, answerBy }, at) =>
    standing === 'asked' ? [{ step: 'replace-juror' as const, jury: id, juror: at + 1, at: answerBy }] : [],
  );
}
