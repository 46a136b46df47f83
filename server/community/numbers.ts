import { hash } from 'node:crypto';
import type { ActorIri, PostIri } from './ids.ts';

/**
 * Numbers by which client apps name things (Mastodon's API: decimal texts below 2⁶³). Each follows from the thing
 * itself, so that it is the same for ever, on every process, and after a restored backup.
 */

/** Low bits of a post's number that come from its id; above them stand milliseconds, enough until the year 2248. */
const HASH_BITS = 20n;
const HASH_MASK = (1n << HASH_BITS) - 1n;

function hash64(text: string): bigint {
  return hash('sha256', text, 'buffer').readBigUInt64BE(0);
}

/** The number of something that has a time, sortable by it: milliseconds since 1970, then 20 bits of a hash. */
export function numberAt(at: Date, id: string): bigint {
  return (BigInt(at.getTime()) << HASH_BITS) | (hash64(id) & HASH_MASK);
}

interface Numbered {
  readonly iri: PostIri;
  readonly receivedAt: Date;
}

/** The number of a post: sortable by when this server first had it. */
export function postNumber(post: Numbered): string {
  let number = known.get(post);
  if (number === undefined) {
    number = numberAt(post.receivedAt, post.iri).toString();
    known.set(post, number);
  }
  return number;
}

/** A list asks for the numbers of its posts again and again, and neither their ids nor these times ever change. */
const known = new WeakMap<Numbered, string>();

/** The time that stands in a number made by `numberAt`. */
export function timeIn(number: bigint): Date {
  return new Date(Number(number >> HASH_BITS));
}

/** The number of a person or a community: 63 bits of its id's SHA-256, so that no two servers' numbers meet. */
export const actorNumber = (iri: ActorIri): string => numberOf(iri).toString();

/** The number of something that has no time of its own. */
export const numberOf = (name: string): bigint => hash64(name) >> 1n;

/** A number as an app sent it; `null` for anything that cannot be one. */
export function readNumber(text: string): bigint | null {
  if (!/^\d{1,19}$/.test(text)) return null;
  const number = BigInt(text);
  return number < 1n << 63n ? number : null;
}
