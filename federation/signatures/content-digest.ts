import { hash, timingSafeEqual } from 'node:crypto';
import { parseDictionary } from './structured-fields.ts';

const ALGORITHMS: ReadonlyMap<string, 'sha256' | 'sha512'> = new Map([
  ['sha-256', 'sha256'],
  ['sha-512', 'sha512'],
]);

/**
 * Whether a Content-Digest header (RFC 9530 §2) is true of the body: at least one sha-256 or sha-512 in it, and each
 * of these equal to the body's own, compared in constant time. Digests of other algorithms are passed over.
 */
export function contentDigestMatches(header: string, body: Uint8Array): boolean {
  let known = 0;
  for (const [name, member] of parseDictionary(header) ?? []) {
    const algorithm = ALGORITHMS.get(name);
    if (algorithm === undefined) continue;
    if (member.kind !== 'item' || member.item.kind !== 'bytes') return false;
    const claimed = member.item.value;
    const actual = hash(algorithm, body, 'buffer');
    if (claimed.length !== actual.length || !timingSafeEqual(claimed, actual)) return false;
    known += 1;
  }
  return known > 0;
}
