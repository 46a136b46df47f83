import type { CommunityIri, Digest } from '../community/ids.ts';
import { digest } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { GovernanceEvent } from '../governance/events.ts';
import { hashOf } from './canonical.ts';
import type { Entry, EntryHead } from './entry.ts';
import type { FaultKind } from './fault.ts';

/** What stands in `prev` of a record's first entry. */
export const FIRST_PREV: Digest = digest('0'.repeat(64));

/** An entry as far as the next one builds on it. */
export interface Link {
  readonly head: Pick<EntryHead, 'community' | 'seq' | 'at'>;
  readonly hash: Digest;
}

/**
 * The entry that says an event.
 *
 * @param at the community's time, not before the entry before
 * @param salt 32 hexadecimal characters, random: hides the event behind its commitment
 */
export function makeEntry({
  community,
  seq,
  prev,
  at,
  event,
  salt,
}: {
  readonly community: CommunityIri;
  readonly seq: number;
  readonly prev: Digest;
  readonly at: Date;
  readonly event: GovernanceEvent;
  readonly salt: string;
}): Entry {
  const head: EntryHead = { community, seq, prev, at, kind: event.kind, commitment: hashOf({ salt, event }) };
  return { head, hash: hashOf(head), event, salt };
}

/**
 * Whether an entry stands rightly after another, or, with `null`, at the beginning. The refusal's code says what is
 * wrong; of several faults, the one nearest to the entry itself.
 */
export function checkEntry(entry: Entry, previous: Link | null): Result<Entry, FaultKind> {
  const { head, hash, event, salt } = entry;
  const place = (previous?.head.seq ?? 0) + 1;
  const wrong = (what: FaultKind, why: string) => refused(what, `Entry ${place}: ${why}.`);
  if (hashOf(head) !== hash) return wrong('hash', 'its head was changed; the hash does not fit');
  if (hashOf({ salt, event }) !== head.commitment)
    return wrong('commitment', 'what it says is not what was committed to');
  if (event.kind !== head.kind) return wrong('kind', `it holds “${event.kind}”, and its head says “${head.kind}”`);
  if (head.seq !== place) return wrong('seq', `it is missing; entry ${head.seq} stands in its place`);
  if (head.prev !== (previous?.hash ?? FIRST_PREV)) return wrong('prev', 'it does not follow from the entry before it');
  if (previous !== null && head.community !== previous.head.community) {
    return wrong('community', `it belongs to the record of ${head.community}`);
  }
  if (previous !== null && head.at < previous.head.at) return wrong('time', 'it is dated before the entry before it');
  return accepted(entry);
}
