import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Digest } from '../community/ids.ts';
import { digest } from '../community/ids.ts';

/**
 * The one text of a value, whoever writes it (RFC 8785). Dates become ISO strings; a Map becomes pairs and a Set
 * becomes elements, both sorted, so that the order of insertion does not show. What is `undefined` is left out.
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(plain(value));
  if (text === undefined) throw new TypeError('nothing to write: the value has no JSON form');
  return text;
}

/** SHA-256 over a value's canonical text. */
export function hashOf(value: unknown): Digest {
  return sha256(canonicalText(value));
}

/** SHA-256 over a text in UTF-8. */
export function sha256(text: string): Digest {
  return digest(createHash('sha256').update(text, 'utf8').digest('hex'));
}

function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  // An invalid date has no ISO form and throws here: better than a `null` in the record.
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Map) return sorted([...value].map(plain));
  if (value instanceof Set) return sorted([...value].map(plain));
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

function sorted(parts: readonly unknown[]): unknown[] {
  const written = parts.map((part) => ({ part, text: canonicalize(part) ?? '' }));
  written.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return written.map(({ part }) => part);
}
