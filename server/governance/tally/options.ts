import { type OptionId, optionId } from '../../community/ids.ts';
import type { Nominee, Option } from '../proposal.ts';

/** Leaving everything as it is: in every vote between texts, always last. */
export const STATUS_QUO = optionId('status-quo');
/** Nominating anew rather than electing anybody more: in every election, always last. */
export const REOPEN = optionId('reopen');
/** The proposal's own text. */
export const OWN_TEXT = optionId('T-1');

/** What a vote between texts puts in an order: each of them, and last that everything stays as it is. */
export function textOptions(texts: readonly { readonly id: OptionId; readonly title: string }[]): readonly Option[] {
  return [
    ...texts.map(({ id, title }) => ({ id, words: title })),
    { id: STATUS_QUO, words: 'Everything stays as it is' },
  ];
}

/** Who can be elected, and last that nominations are opened again. Pages show nominees by their names. */
export function nomineeOptions(nominees: readonly Nominee[]): readonly Option[] {
  return [
    ...nominees.map(({ id, member }) => ({ id, words: member as string })),
    { id: REOPEN, words: 'Reopen nominations' },
  ];
}
