import type { PersonIri } from '../../community/ids.ts';
import type { Draft } from '../draft.ts';

/** Who moves keeps her delegate, and those for whom she votes. */
export function moveDelegations(draft: Draft, from: PersonIri, to: PersonIri): void {
  for (const one of [...draft.delegations.values()]) {
    if (one.by !== from && one.to !== from) continue;
    const moved = { ...one, by: one.by === from ? to : one.by, to: one.to === from ? to : one.to };
    draft.delegations.delete(one.by);
    if (moved.by !== moved.to) draft.delegations.set(moved.by, moved);
  }
}
