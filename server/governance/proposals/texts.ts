import type { OptionId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { type ChangeRefusal, checkChange } from '../changes/index.ts';
import type { Alternative, Change, Proposal } from '../proposal.ts';
import { rulesAt } from '../rules/in-force.ts';
import type { CommunityState } from '../state.ts';
import { OWN_TEXT } from '../tally/options.ts';
import type { Tally } from '../tally/tally.ts';

/** One of the texts that a vote is between. */
export type Text = Pick<Alternative, 'id' | 'title' | 'reasons' | 'change'> & Pick<Proposal, 'by'>;

/** Every text of a proposal that has not been dropped, its own first. */
export function textsOf(proposal: Omit<Proposal, 'outcome'>): readonly Text[] {
  const { title, reasons, change, by, alternatives = [], dropped = [] } = proposal;
  const own = dropped.some(({ id }) => id === OWN_TEXT) ? [] : [{ id: OWN_TEXT, title, reasons, change, by }];
  return [...own, ...alternatives];
}

/**
 * The text that a vote adopted: the winner where there were several, the proposal's own otherwise. Asked only of a
 * proposal that has passed.
 */
export function adoptedText(
  proposal: Omit<Proposal, 'outcome'> & { readonly outcome?: { readonly tally: Tally } },
): Text {
  const tally = proposal.outcome?.tally;
  const winner: OptionId = tally !== undefined && 'winner' in tally ? tally.winner : OWN_TEXT;
  const text = textsOf(proposal).find(({ id }) => id === winner);
  if (text === undefined) throw new Error(`${proposal.id} has no text ${winner}`);
  return text;
}

/** Which texts come to the vote, and why the others do not. */
export interface Sifted {
  readonly standing: readonly Text[];
  readonly dropped: readonly { readonly id: OptionId; readonly why: string }[];
}

/** Before a vote is frozen: what nobody else wants on the ballot, or cannot stand beside what is in force, drops out. */
export function siftTexts(state: CommunityState, proposal: Proposal, now: Date): Sifted {
  const unseconded = new Set(
    (proposal.alternatives ?? [])
      .filter(({ seconds, secondsNeeded }) => seconds.length < secondsNeeded)
      .map(({ id }) => id),
  );
  const standing: Text[] = [];
  const dropped: { id: OptionId; why: string }[] = [];
  for (const text of textsOf(proposal)) {
    const stands = unseconded.has(text.id) ? NOBODY_ELSE : canStand({ state, proposal, change: text.change, now });
    if (stands.ok) standing.push(text);
    else dropped.push({ id: text.id, why: stands.refusal.text });
  }
  return { standing, dropped };
}

const NOBODY_ELSE = refused('not-seconded', 'Nobody else wanted it on the ballot.');

/** What the charter itself calls a vote on is not for members to propose, so it is not checked as theirs is. */
function canStand({
  state,
  proposal,
  change,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: Proposal;
  readonly change: Change;
  readonly now: Date;
}): Result<unknown, ChangeRefusal> {
  if (change.kind === 'renew-rules') {
    const inForce = rulesAt(state.rules, now);
    const some = change.rules.some((id) => inForce.some((rule) => rule.id === id));
    return some ? accepted(change) : refused('no-such-rule', 'None of these rules is in force any more.');
  }
  const called = proposal.by === state.community && change.kind !== 'amend-charter';
  return called ? accepted(change) : checkChange({ state, change, now });
}
