import type { CommunityIri, Digest } from '../community/ids.ts';
import { EVENT_DATES, type GovernanceEvent } from '../governance/events.ts';
import { canonicalText } from './canonical.ts';
import type { Entry } from './entry.ts';
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
  readonly eventJson: string;
}

export function encodeEntry({ head, hash, event, salt }: Entry): EncodedEntry {
  return { ...head, hash, salt, eventJson: encodeEvent(event) };
}

/** Reads a stored entry; whether it is the one that was written, `checkEntry` says. Throws a RecordFault. */
export function decodeEntry(encoded: EncodedEntry): Entry {
  const { community, seq, prev, at, kind, commitment, hash, salt, eventJson } = encoded;
  try {
    if (!(at instanceof Date) || Number.isNaN(at.getTime())) throw new TypeError('its time is no date');
    const event = decodeEvent(eventJson);
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

/** Reads an event's text back, dates and all. Throws unless the text is exactly what `encodeEvent` writes. */
export function decodeEvent(text: string): GovernanceEvent {
  const event: unknown = JSON.parse(text);
  if (canonicalText(event) !== text) throw new TypeError('its text is not in canonical form');
  if (typeof event !== 'object' || event === null || !('kind' in event)) throw new TypeError('it holds no event');
  const { kind } = event;
  if (typeof kind !== 'string' || !Object.hasOwn(EVENT_DATES, kind))
    throw new TypeError(`no event is called “${kind}”`);
  return reviveDates(event, EVENT_DATES[kind as GovernanceEvent['kind']]) as unknown as GovernanceEvent;
}
