import type { CommunityIri, Digest } from '../community/ids.ts';
import { digest } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { type Said, said } from '../community/said.ts';
import type { GovernanceEvent } from '../governance/events.ts';
import { canonicalText, sha256 } from './canonical.ts';
import type { Entry, EntryHead } from './entry.ts';
import { type ErasableText, splitTexts } from './erasable.ts';
import type { FaultKind } from './fault.ts';
import { isoText } from './iso-text.ts';

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
  const made = `{"at":"${isoText(at)}","commitment":${JSON.stringify(commitment)}`;
  const where = `"community":${quoted(community)},"kind":${quoted(kind)}`;
  return sha256(`${made},${where},"prev":${JSON.stringify(prev)},"seq":${seq}}`);
}

/** Communities and kinds are few and come again with every entry: the last ones are known by their text. */
function quoted(text: string): string {
  const known = quotes.get(text);
  if (known !== undefined) return known;
  if (quotes.size > 500) quotes.clear();
  const made = JSON.stringify(text);
  quotes.set(text, made);
  return made;
}
const quotes = new Map<string, string>();

/**
 * Whether an entry stands rightly after another, or, with `null`, at the beginning. The refusal's code says what is
 * wrong; of several faults, the one nearest to the entry itself.
 */
export function checkEntry(entry: Entry, previous: Link | null): Result<Entry, FaultKind> {
  const { head, event, text, salt } = entry;
  if (headHash(head) !== entry.hash) return refused('hash', headChanged(previous));
  if (commitmentOf(text, salt) !== head.commitment)
    return refused('commitment', said`Entry ${placeAfter(previous)}: what it says is not what was committed to.`);
  if (event.kind !== head.kind)
    return refused(
      'kind',
      said`Entry ${placeAfter(previous)}: it holds “${event.kind}”, and its head says “${head.kind}”.`,
    );
  return misplaced(head, previous) ?? accepted(entry);
}

/** The same, of an entry of which one has the head alone: everything but what it says. */
export function checkHead<Headed extends Link & { readonly head: EntryHead }>(
  entry: Headed,
  previous: Link | null,
): Result<Headed, FaultKind> {
  if (headHash(entry.head) !== entry.hash) return refused('hash', headChanged(previous));
  return misplaced(entry.head, previous) ?? accepted(entry);
}

const placeAfter = (previous: Link | null): number => (previous?.head.seq ?? 0) + 1;

const headChanged = (previous: Link | null): Said =>
  said`Entry ${placeAfter(previous)}: its head was changed; the hash does not fit.`;

/** What is wrong with where an entry stands, or `null`. */
function misplaced(head: EntryHead, previous: Link | null): ReturnType<typeof refused<FaultKind>> | null {
  const place = placeAfter(previous);
  if (head.seq !== place) {
    return refused('seq', said`Entry ${place}: it is missing; entry ${head.seq} stands in its place.`);
  }
  if (head.prev !== (previous?.hash ?? FIRST_PREV)) {
    return refused('prev', said`Entry ${place}: it does not follow from the entry before it.`);
  }
  if (previous === null) return null;
  if (head.community !== previous.head.community) {
    return refused('community', said`Entry ${place}: it belongs to the record of ${head.community}.`);
  }
  return head.at.getTime() < previous.head.at.getTime()
    ? refused('time', said`Entry ${place}: it is dated before the entry before it.`)
    : null;
}
