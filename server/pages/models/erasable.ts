import type { PersonIri } from '../../community/ids.ts';
import { eraseText } from '../../governance/erasure.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { Entry } from '../../record/entry.ts';

/** A text that its author may have erased now. */
export interface OwnText {
  readonly path: string;
  readonly text: string;
}

/** Which texts of an entry somebody may have erased: her own, once nothing is decided on them any more. */
export function ownTexts(state: CommunityState, entry: Entry, by: PersonIri): readonly OwnText[] {
  return (entry.texts ?? []).filter(({ path }) => eraseText({ state, entry, path, by, reason: '' }).ok);
}
