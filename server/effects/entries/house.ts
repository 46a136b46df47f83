import { takeTextOut } from '../../actions/erase-text.ts';
import { tellOfInconsistency } from '../contradictions.ts';
import { withoutCopies } from '../erased-copies.ts';
import { withoutErased } from '../erasures.ts';
import type { Consequences } from './consequences.ts';

/** What was erased goes out of where it stood; a contradiction is told to everybody. */
export const houseConsequences = {
  async 'text-erased'(parts, { community }, event) {
    const [entry, here] = await Promise.all([
      parts.house.record.entry(community, event.seq),
      parts.house.communities.byIri(community),
    ]);
    const text = entry?.texts?.find(({ path }) => path === event.path)?.text;
    if (here !== null && text !== undefined) await withoutCopies(parts, here, event, text);
    await takeTextOut(parts.house, community, event);
    await withoutErased(parts, community, event);
  },
  'inconsistency-seen': tellOfInconsistency,
} as const satisfies Consequences;
