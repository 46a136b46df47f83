import type { CommunityIri, Digest } from '../community/ids.ts';
import { EVENT_DATES, type GovernanceEvent } from '../governance/events.ts';
import { canonicalText, isCanonical } from './canonical.ts';
import type { Entry } from './entry.ts';
import { type ErasableText, joinTexts } from './erasable.ts';
import { RecordFault } from './fault.ts';
import { reviveDates } from './revive.ts';

/** An entry as it is stored: flat, and the event as its canonical text, so that no database changes its types. */
export interface EncodedEntry {
  readonly community: string;
  readonly seq: number;
  readonly prev: string;
  readonly at: Date;
  readonly kind: string;
  readonly commitment: string;
  readonly hash: string;
  readonly salt: string;
  /** What was committed to. */
  readonly eventJson: string;
  /** The texts that stand in it as hashes, and have not been erased. */
  readonly texts?: readonly ErasableText[];
}

export function encodeEntry({ head, hash, text, texts, salt }: Entry): EncodedEntry {
  return { ...head, hash, salt, eventJson: text, ...(texts === undefined ? {} : { texts }) };
}

/** Reads a stored entry; whether it is the one that was written, `checkEntry` says. Throws a RecordFault. */
export function decodeEntry(encoded: EncodedEntry): Entry {
  const { community, seq, prev, at, kind, commitment, hash, salt, eventJson, texts } = encoded;
  try {
    if (!(at instanceof Date) || Number.isNaN(at.getTime())) throw new TypeError('its time is no date');
    const event = decodeEvent(eventJson, texts);
    return {
      head: {
        community: community as CommunityIri,
        seq,
        prev: prev as Digest,
        at,
        kind: kind as GovernanceEvent['kind'],
        commitment: commitment as Digest,
      },
      hash: hash as Digest,
      event,
      text: eventJson,
      ...(texts === undefined ? {} : { texts }),
      salt,
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RecordFault(seq, 'unreadable', `Entry ${seq}: it cannot be read (${why}).`, { cause });
  }
}

/** An event's canonical text. */
export function encodeEvent(event: GovernanceEvent): string {
  return canonicalText(event);
}

/**
 * Reads an event's text back, dates and erasable texts and all. Throws unless the text is exactly what `encodeEvent`
 * writes, and each erasable text is the one that was committed to.
 */
export function decodeEvent(text: string, texts: readonly ErasableText[] = []): GovernanceEvent {
  const event: unknown = JSON.parse(text);
  if (!isCanonical(text, event)) throw new TypeError('its text is not in canonical form');
  if (typeof event !== 'object' || event === null || !('kind' in event)) throw new TypeError('it holds no event');
  const { kind } = event;
  if (typeof kind !== 'string' || !Object.hasOwn(EVENT_DATES, kind))
    throw new TypeError(`no event is called “${kind}”`);
  const known = kind as GovernanceEvent['kind'];
  // Most hold no hash of a text, and need not be searched for one.
  const joined = texts.length > 0 || text.includes('"sha256":') ? joinTexts(event, known, texts) : event;
  reviveDates(joined, EVENT_DATES[known]);
  return joined as unknown as GovernanceEvent;
}
