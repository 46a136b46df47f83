import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Digest } from '../community/ids.ts';
import { digest } from '../community/ids.ts';

/**
 * The one text of a value, whoever writes it (RFC 8785). Dates become ISO strings; a Map becomes pairs and a Set
 * becomes elements, both sorted, so that the order of insertion does not show. What is `undefined` is left out.
 */
export function canonicalText(value: unknown): string {
  return write(plain(value, { odd: false }));
}

/** A value of JSON's own kinds whose names stand in order. */
interface Plain {
  readonly value: unknown;
  /** Whether something in it is written otherwise than `JSON.stringify` does, or cannot be written. */
  readonly odd: boolean;
}

/** RFC 8785 writes as `JSON.stringify` does, save for the order of names; half of a character it refuses. */
function write({ value, odd }: Plain): string {
  const fast = odd ? undefined : JSON.stringify(value);
  if (fast !== undefined && !fast.includes('\\ud')) return fast;
  const text = canonicalize(value);
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

function plain(value: unknown, seen: { odd: boolean }): Plain {
  const copied = copy(value, seen);
  return { value: copied, odd: seen.odd };
}

function copy(value: unknown, seen: { odd: boolean }): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object') {
    // No number of JSON; and what a list does not leave out, as an object does.
    if (!Number.isFinite(value)) seen.odd = true;
    return value;
  }
  // An invalid date has no ISO form and throws here: better than a `null` in the record.
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Map || value instanceof Set) return sorted([...value], seen);
  if (Array.isArray(value)) return value.map((part) => copy(part, seen));
  return ordered(value as Readonly<Record<string, unknown>>, seen);
}

/** Names by their UTF-16 units (§3.2.3). Those that are numbers an object keeps in an order of its own. */
function ordered(value: Readonly<Record<string, unknown>>, seen: { odd: boolean }): unknown {
  const result: Record<string, unknown> = Object.create(null);
  for (const name of Object.keys(value).sort()) {
    const part = value[name];
    if (part === undefined) continue;
    const first = name.charCodeAt(0);
    if (first >= 0x30 && first <= 0x39) seen.odd = true;
    result[name] = copy(part, seen);
  }
  return result;
}

function sorted(values: readonly unknown[], seen: { odd: boolean }): unknown[] {
  const written = values.map((one) => {
    const part = plain(one, { odd: false });
    if (part.odd) seen.odd = true;
    return { part: part.value, text: write(part) };
  });
  written.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return written.map(({ part }) => part);
}
