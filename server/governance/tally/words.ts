import type { OptionId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import type { Option } from '../proposal.ts';
import { STATUS_QUO } from './options.ts';
import { isYesNo, type Tally } from './tally.ts';

/**
 * A count in a few words, for sentences: “41 yes, 6 no, 3 abstained”.
 *
 * @param options what was chosen between; without them, texts and people are named by their ids
 */
export function tallyWords(tally: Tally, options: readonly Option[] = []): string {
  if (isYesNo(tally)) return `${tally.yes} yes, ${tally.no} no, ${tally.abstain} abstained`;
  const nameOf = (id: OptionId) => options.find((option) => option.id === id)?.words ?? id;
  const ballots = `${tally.turnout} ${tally.turnout === 1 ? 'ballot' : 'ballots'}`;
  switch (tally.method) {
    case 'schulze':
      return `${tally.winner === STATUS_QUO ? 'everything stays as it is' : `“${nameOf(tally.winner)}” won`}, ${ballots}`;
    case 'stv': {
      const people = tally.elected.map(nameOf).join(', ');
      const rest = tally.reopened === true ? '; nominations are reopened for the other seats' : '';
      return `${people === '' ? 'nobody' : people} elected${rest}, ${ballots}`;
    }
    default:
      return never(tally);
  }
}
