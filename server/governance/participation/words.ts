import type { Proposal } from '../proposal.ts';
import type { Count } from '../tally/tally.ts';
import type { Confirmed } from './sample.ts';

/** “Others, not counted: 3 yes, 1 no, 0 abstained”. */
export const othersWords = ({ yes, no, abstain }: Count): string =>
  `others, not counted: ${yes} yes, ${no} no${abstain === 0 ? '' : `, ${abstain} abstained`}`;

/** “of 5 asked at big.example, 4 said that they voted themselves and 1 that they did not”. */
export const confirmedWords = ({ domain, asked, confirmed, denied }: Confirmed): string =>
  `of ${asked} asked at ${domain}, ${confirmed} said that they voted themselves, and ${denied} that they did not`;

/** What somebody voted, in words also where it is a ranking: “Three links at most, then Leave everything as it is”. */
export function saidWords(proposal: Pick<Proposal, 'pinned'> | undefined, choice: string): string {
  const { method = 'yes-no', options = [] } = proposal?.pinned ?? {};
  if (method === 'yes-no' || choice === 'abstain') return choice;
  const wordsOf = (id: string): string => options.find((option) => option.id === id)?.words ?? id;
  const places = choice.split('>').map((place) => place.split('=').map(wordsOf).join(' and '));
  return places.join(', then ');
}
