import type { Request } from 'express';
import type { Proposal } from '../governance/proposal.ts';

/** What no vote takes for a choice: a ballot that is broken is refused as a whole, for nobody meant a part of it. */
const BROKEN = '';
const RANK = 'rank-';
const ABSTAIN = 'abstain';

/**
 * What a ballot says, as the vote reads it: one answer, or the options in the order of the places they were given
 * (“T-2>T-1=status-quo”). Empty when the form is not as its page made it.
 */
export function choiceIn({ body }: Request, { pinned }: Proposal): string {
  const fields = (body ?? {}) as Readonly<Record<string, unknown>>;
  const { choice = '' } = fields;
  if (typeof choice !== 'string') return BROKEN;
  if (pinned?.options === undefined) return choice;
  const places = placesIn(fields, new Set(pinned.options.map(({ id }) => id)));
  if (places === null) return BROKEN;
  // The button to abstain sends the places along.
  if (choice === ABSTAIN || places.size === 0) return choice;
  if (choice !== '') return BROKEN;
  const inOrder = [...places].sort(([a], [b]) => a - b);
  return inOrder.map(([, ids]) => ids.join('=')).join('>');
}

/** Which options were given each place; `null` when one is no place, or is given to what is not on the ballot. */
function placesIn(
  fields: Readonly<Record<string, unknown>>,
  options: ReadonlySet<string>,
): ReadonlyMap<number, readonly string[]> | null {
  const places = new Map<number, string[]>();
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith(RANK)) continue;
    const id = name.slice(RANK.length);
    if (!options.has(id) || typeof value !== 'string') return null;
    if (value === '') continue;
    const place = /^[1-9]\d{0,3}$/.test(value) ? Number(value) : 0;
    if (place < 1 || place > options.size) return null;
    places.set(place, [...(places.get(place) ?? []), id]);
  }
  return places;
}
