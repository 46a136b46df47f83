import type { OptionId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import { phrase, type Said, said } from '../../community/said.ts';
import type { Option } from '../proposal.ts';
import { STATUS_QUO } from './options.ts';
import { isYesNo, type Tally } from './tally.ts';

/**
 * A count in a few words, for sentences: “41 yes, 6 no, 3 abstained”.
 *
 * @param options what was chosen between; without them, texts and people are named by their ids
 */
export function tallyWords(tally: Tally, options: readonly Option[] = []): Said {
  if (isYesNo(tally)) return said`${tally.yes} yes, ${tally.no} no, ${tally.abstain} abstained`;
  const nameOf = (id: OptionId) => options.find((option) => option.id === id)?.words ?? id;
  const ballots = tally.turnout === 1 ? phrase('1 ballot') : said`${tally.turnout} ballots`;
  switch (tally.method) {
    case 'schulze':
      return tally.winner === STATUS_QUO
        ? said`everything stays as it is, ${ballots}`
        : said`“${nameOf(tally.winner)}” won, ${ballots}`;
    case 'stv': {
      const people = tally.elected.map(nameOf).join(', ');
      const elected = people === '' ? phrase('nobody elected') : said`${people} elected`;
      return tally.reopened === true
        ? said`${elected}; nominations are reopened for the other seats, ${ballots}`
        : said`${elected}, ${ballots}`;
    }
    default:
      return never(tally);
  }
}
