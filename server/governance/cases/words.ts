import { timeInWords } from '../dates.ts';
import { amountOf } from '../rules/vocabulary.ts';
import type { CommunityState } from '../state.ts';
import type { Case } from './case.ts';
import { LEVEL_WORDS } from './ladder.ts';

/** Where a case stands, in a sentence that names nobody. */
export function standsWords({ phase, appeal }: Case): string {
  switch (phase.state) {
    case 'open':
      return 'It waits for the moderators.';
    case 'jury':
      return 'A jury of members judges it.';
    case 'decided':
      return `It is decided, and can be appealed until ${timeInWords(phase.appealUntil)}.`;
    case 'demanded':
      return 'A jury of members judges it in the moderators’ place; until then nothing is in effect.';
    case 'appealed':
      return 'It is appealed: a jury of members looks at it again.';
    case 'withdrawn':
      return 'Whoever reported it took that back; it is over.';
    case 'final':
      return appeal?.outcome === undefined ? 'It is over.' : `It is over: on appeal it was ${appeal.outcome}.`;
  }
}

/** What happened in a case, oldest first: as far as the state knows it. */
export function happenedIn(
  state: CommunityState,
  found: Case,
): readonly { readonly at: Date; readonly what: string }[] {
  const sanctions = [...state.sanctions.values()].filter((one) => one.case === found.id);
  const { phase, appeal, interimAppeal } = found;
  const all = [
    { at: found.openedAt, what: found.origin === 'notice' ? 'It was reported.' : 'A moderator opened it.' },
    ...sanctions.map(({ imposedAt, level, interim, id }) => ({
      at: imposedAt,
      what: `${interim ? 'At once, for some hours' : 'Decided'}: ${LEVEL_WORDS[level].name} (${id}).`,
    })),
    ...sanctions.flatMap(({ stayedAt, id }) =>
      stayedAt === undefined ? [] : [{ at: stayedAt, what: `${id} waits.` }],
    ),
    ...(interimAppeal === undefined
      ? []
      : [{ at: interimAppeal.filedAt, what: 'What was done at once was appealed: a jury of members looks at it.' }]),
    ...('since' in phase ? [{ at: phase.since, what: standsWords(found) }] : []),
    ...(appeal === undefined || phase.state === 'appealed' ? [] : [{ at: appeal.filedAt, what: 'It was appealed.' }]),
    ...('at' in phase ? [{ at: phase.at, what: standsWords(found) }] : []),
  ];
  return all.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** How a case came up; how many reported it is said to those who decide. */
export function originWords({ origin, reports, organisations }: Case, counted: boolean): string {
  if (origin === 'own-initiative' && reports === 0) return 'A moderator came upon it; nobody had reported it.';
  if (!counted) return 'It was reported.';
  const from = amountOf(organisations, ['organisation', 'organisations']);
  return `It was reported ${amountOf(reports, ['time', 'times'])}, from ${from}.`;
}
