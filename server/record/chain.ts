import type { CommunityIri, Digest } from '../community/ids.ts';
import { digest } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { GovernanceEvent } from '../governance/events.ts';
import { canonicalText, sha256 } from './canonical.ts';
import type { Entry, EntryHead } from './entry.ts';
import { type ErasableText, splitTexts } from './erasable.ts';
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
 * @param textSalt makes another one for each text that can be erased; without it none can be
 */
export function makeEntry({
  community,
  seq,
  prev,
  at,
  event,
  salt,
  textSalt,
}: {
  readonly community: CommunityIri;
  readonly seq: number;
  readonly prev: Digest;
  readonly at: Date;
  readonly event: GovernanceEvent;
  readonly salt: string;
  readonly textSalt?: () => string;
}): Entry {
  const texts: ErasableText[] = [];
  let committed: object = event;
  if (textSalt !== undefined) {
    const split = splitTexts(event, textSalt);
    committed = split.committed;
    texts.push(...split.texts);
  }
  const text = canonicalText(committed);
  const head: EntryHead = { community, seq, prev, at, kind: event.kind, commitment: commitmentOf(text, salt) };
  return { head, hash: headHash(head), event, text, salt, ...(texts.length === 0 ? {} : { texts }) };
}

/** SHA-256 of the canonical `{event, salt}`, of an event that is canonical text already. */
export function commitmentOf(text: string, salt: string): Digest {
  return sha256(`{"event":${text},"salt":${JSON.stringify(salt)}}`);
}

/** SHA-256 of the canonical head, which is written by hand: its names in order, as RFC 8785 has them. */
export function headHash({ at, commitment, community, kind, prev, seq }: EntryHead): Digest {
  const made = `{"at":"${at.toISOString()}","commitment":${JSON.stringify(commitment)}`;
  const where = `"community":${JSON.stringify(community)},"kind":${JSON.stringify(kind)}`;
  return sha256(`${made},${where},"prev":${JSON.stringify(prev)},"seq":${seq}}`);
}

/**
 * Whether an entry stands rightly after another, or, with `null`, at the beginning. The refusal's code says what is
 * wrong; of several faults, the one nearest to the entry itself.
 */
export function checkEntry(entry: Entry, previous: Link | null): Result<Entry, FaultKind> {
  const { head, event, text, salt } = entry;
  const wrong = wrongAt(previous);
  if (headHash(head) !== entry.hash) return wrong('hash', HEAD_CHANGED);
  if (commitmentOf(text, salt) !== head.commitment)
    return wrong('commitment', 'what it says is not what was committed to');
  if (event.kind !== head.kind) return wrong('kind', `it holds “${event.kind}”, and its head says “${head.kind}”`);
  const link = checkPlace(entry, previous);
  return link.ok ? accepted(entry) : link;
}

/** The same, of an entry of which one has the head alone: everything but what it says. */
export function checkHead<Headed extends Link & { readonly head: EntryHead }>(
  entry: Headed,
  previous: Link | null,
): Result<Headed, FaultKind> {
  if (headHash(entry.head) !== entry.hash) return wrongAt(previous)('hash', HEAD_CHANGED);
  const link = checkPlace(entry, previous);
  return link.ok ? accepted(entry) : link;
}

const HEAD_CHANGED = 'its head was changed; the hash does not fit';

const wrongAt = (previous: Link | null) => (what: FaultKind, why: string) =>
  refused(what, `Entry ${(previous?.head.seq ?? 0) + 1}: ${why}.`);

function checkPlace({ head }: { readonly head: EntryHead }, previous: Link | null): Result<true, FaultKind> {
  const place = (previous?.head.seq ?? 0) + 1;
  const wrong = wrongAt(previous);
  if (head.seq !== place) return wrong('seq', `it is missing; entry ${head.seq} stands in its place`);
  if (head.prev !== (previous?.hash ?? FIRST_PREV)) return wrong('prev', 'it does not follow from the entry before it');
  if (previous !== null && head.community !== previous.head.community) {
    return wrong('community', `it belongs to the record of ${head.community}`);
  }
  if (previous !== null && head.at < previous.head.at) return wrong('time', 'it is dated before the entry before it');
  return accepted(true);
}
