import { longTime } from '../../../views/parts/time.ts';
import { CASE_HISTORY, CASE_STANDS } from '../../../views/words/case-standing.ts';
import { MEASURES } from '../../../views/words/measures.ts';
import type { Say } from '../../../views/words/speaking.ts';
import type { Case } from '../../governance/cases/case.ts';
import type { CommunityState } from '../../governance/state.ts';

/** Where a case stands, in a sentence that names nobody. */
export function standsWords({ phase, appeal }: Case, say: Say): string {
  if (phase.state === 'decided') {
    return say.text(CASE_STANDS.decided, { time: longTime(phase.appealUntil, say.language) });
  }
  if (phase.state === 'final' && appeal?.outcome !== undefined) return say.text(CASE_STANDS[appeal.outcome]);
  return say.text(CASE_STANDS[phase.state]);
}

/** What happened in a case, oldest first: as far as the state knows it. */
export function happenedIn(
  state: CommunityState,
  found: Case,
  say: Say,
): readonly { readonly at: Date; readonly what: string }[] {
  const sanctions = [...state.sanctions.values()].filter((one) => one.case === found.id);
  const { phase, appeal, interimAppeal } = found;
  const { text } = say;
  const all = [
    { at: found.openedAt, what: text(found.origin === 'notice' ? CASE_HISTORY.reported : CASE_HISTORY.opened) },
    ...sanctions.map(({ imposedAt, level, interim, id }) => ({
      at: imposedAt,
      what: text(interim ? CASE_HISTORY.atOnce : CASE_HISTORY.imposed, { measure: text(MEASURES[level]), id }),
    })),
    ...sanctions.flatMap(({ stayedAt, id }) =>
      stayedAt === undefined ? [] : [{ at: stayedAt, what: text(CASE_HISTORY.stayed, { id }) }],
    ),
    ...(interimAppeal === undefined ? [] : [{ at: interimAppeal.filedAt, what: text(CASE_HISTORY.interimAppealed) }]),
    ...('since' in phase ? [{ at: phase.since, what: standsWords(found, say) }] : []),
    ...(appeal === undefined || phase.state === 'appealed'
      ? []
      : [{ at: appeal.filedAt, what: text(CASE_HISTORY.appealed) }]),
    ...('at' in phase ? [{ at: phase.at, what: standsWords(found, say) }] : []),
  ];
  return all.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** How a case came up; how many reported it is said to those who decide. */
export function originWords({ origin, reports, organisations }: Case, counted: boolean, say: Say): string {
  if (origin === 'own-initiative' && reports === 0) return say.text(CASE_HISTORY.cameUpon);
  return counted ? say.text(CASE_HISTORY.counted, { reports, organisations }) : say.text(CASE_HISTORY.reported);
}
