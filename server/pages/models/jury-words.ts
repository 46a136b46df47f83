import { longTime } from '../../../views/parts/time.ts';
import { JURY_PURPOSES, JURY_STANDS } from '../../../views/words/jury-standing.ts';
import type { Say } from '../../../views/words/speaking.ts';
import { never } from '../../community/result.ts';
import { roundTime } from '../../governance/juries/beacon.ts';
import type { JuryPurpose } from '../../governance/juries/jury.ts';
import type { Jury } from '../../governance/juries/state.ts';

/** What a jury is about, to follow “on”. */
export function purposeWords(purpose: JuryPurpose, say: Say): string {
  switch (purpose.kind) {
    case 'case':
    case 'appeal':
    case 'interim':
      return say.text(JURY_PURPOSES[purpose.kind], { case: purpose.case });
    case 'challenge':
      return say.text(JURY_PURPOSES.challenge, { proposal: purpose.proposal });
    case 'interpretation': {
      const rules = new Intl.ListFormat(say.language).format(purpose.rules);
      return say.text(JURY_PURPOSES.interpretation, { rules });
    }
    default:
      return never(purpose);
  }
}

/** Where a jury stands, in a sentence. */
export function stands({ phase, contributions, beacon }: Jury, say: Say): string {
  const at = (when: Date) => ({ time: longTime(when, say.language) });
  switch (phase.state) {
    case 'called':
    case 'drawing':
    case 'answering':
    case 'counting':
      return say.text(JURY_STANDS[phase.state]);
    case 'awaiting-round': {
      const round = beacon?.round ?? 1;
      return say.text(JURY_STANDS.awaitingRound, { round, ...at(roundTime(round)) });
    }
    case 'committing':
    case 'deliberation':
      return say.text(JURY_STANDS[phase.state], at(phase.until));
    case 'revealing':
      return contributions.length === 0
        ? say.text(JURY_STANDS.drawing)
        : say.text(JURY_STANDS.revealing, at(phase.until));
    case 'voting':
      return say.text(JURY_STANDS[phase.round], at(phase.until));
    case 'decided':
    case 'dissolved':
      return say.text(JURY_STANDS[phase.state], at(phase.at));
    default:
      return never(phase);
  }
}
