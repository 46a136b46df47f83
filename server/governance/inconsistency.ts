import type { CommunityIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { TreeHead } from '../record/merkle.ts';
import { addHours } from './dates.ts';
import type { EventOf } from './events.ts';
import type { CommunityState } from './state.ts';

/** One community's contradictions are written down so seldom: its server must not be able to fill another's book. */
const ONCE_HOURS = 24;

/** A linked community's record contradicts what was seen of it before: that stands in the record, with the proof. */
export function seeInconsistency({
  state,
  now,
  ...found
}: {
  readonly state: CommunityState;
  readonly now: Date;
  readonly origin: CommunityIri;
  readonly seen: TreeHead;
  readonly shown: TreeHead;
  /** What its server signed. */
  readonly note: string;
}): Result<EventOf<'inconsistency-seen'>, 'known'> {
  const before = state.inconsistencies.get(found.origin);
  if (before !== undefined && now < addHours(before.at, ONCE_HOURS))
    return refused('known', 'That this record contradicts itself stands in the book already.');
  return accepted({ kind: 'inconsistency-seen', ...found });
}
