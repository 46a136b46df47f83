import { optionId } from '../../community/ids.ts';
import type { Change, Method, Option, Proposal } from '../proposal.ts';

/** Leaving everything as it is: in every vote between texts, always last. */
export const STATUS_QUO = optionId('status-quo');
/** Nominating anew rather than electing anybody more: in every election, always last. */
export const REOPEN = optionId('reopen');
/** The proposal's own text. */
export const OWN_TEXT = optionId('T-1');

type Text = Pick<Proposal, 'title' | 'change' | 'alternatives' | 'nominees'>;

/** How a proposal is voted on (governance.md §3.2). */
export function methodOf({ change, alternatives = [] }: Text): Method {
  if (change.kind === 'elect') return 'stv';
  return alternatives.length > 0 ? 'schulze' : 'yes-no';
}

/**
 * What a ranked vote on a proposal chooses between; nothing where it is yes or no.
 *
 * @param nameOf how nominees are called on the ballot, for ever: by default by their ids
 */
export function optionsOf(
  proposal: Text,
  nameOf: (member: string) => string = (member) => member,
): readonly Option[] | undefined {
  const { title, alternatives = [], nominees = [] } = proposal;
  const method = methodOf(proposal);
  if (method === 'yes-no') return undefined;
  if (method === 'stv') {
    const people = nominees.map(({ id, member }) => ({ id, words: nameOf(member) }));
    return [...people, { id: REOPEN, words: 'Reopen nominations' }];
  }
  const texts = alternatives.map((other) => ({ id: other.id, words: other.title }));
  return [{ id: OWN_TEXT, words: title }, ...texts, { id: STATUS_QUO, words: 'Leave everything as it is' }];
}

/** What a proposal changes: its own text, or the one that won against it. */
export function adoptedChange({
  change,
  alternatives = [],
  outcome,
}: Pick<Proposal, 'change' | 'alternatives' | 'outcome'>): Change {
  const tally = outcome?.tally;
  if (tally === undefined || !('method' in tally) || tally.method !== 'schulze') return change;
  return alternatives.find(({ id }) => id === tally.winner)?.change ?? change;
}
