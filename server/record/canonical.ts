import { hash } from 'node:crypto';
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

/**
 * Whether a text is the canonical one of the value that was parsed from it. The same as writing it again and comparing,
 * and several times as fast: RFC 8785 writes as `JSON.stringify` does, save for the order of names.
 */
export function isCanonical(text: string, parsed: unknown): boolean {
  const fast = JSON.stringify(parsed) === text && !text.includes('\\ud') && inOrder(parsed);
  return fast || canonicalText(parsed) === text;
}

/** Whether names stand in order (by UTF-16 units, RFC 8785 §3.2.3), everywhere in it. */
function inOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(inOrder);
  let before: string | undefined;
  for (const name of Object.keys(value)) {
    if ((before !== undefined && name <= before) || !inOrder((value as Record<string, unknown>)[name])) return false;
    before = name;
  }
  return true;
}

/** SHA-256 over a value's canonical text. */
export function hashOf(value: unknown): Digest {
  return sha256(canonicalText(value));
}

/** SHA-256 over a text in UTF-8. */
export function sha256(text: string): Digest {
  return digest(hash('sha256', text, 'hex'));
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
