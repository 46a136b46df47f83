import { hash, timingSafeEqual } from 'node:crypto';

/** The Digest header for a body (RFC 3230 with RFC 5843's SHA-256). */
export function digestOf(body: Uint8Array): string {
  return `SHA-256=${hash('sha256', body, 'base64')}`;
}

const ALGORITHMS: ReadonlyMap<string, 'sha256' | 'sha512'> = new Map([
  ['sha-256', 'sha256'],
  ['sha-512', 'sha512'],
]);

/**
 * Whether a Digest header is true of the body: at least one SHA-256 or SHA-512 in it, and every one of those equal to
 * the body's own, compared in constant time. Digests of other algorithms are passed over.
 */
export function digestMatches(header: string, body: Uint8Array): boolean {
  let known = 0;
  for (const part of header.split(',', 8)) {
    const equals = part.indexOf('=');
    const algorithm = ALGORITHMS.get(part.slice(0, equals).trim().toLowerCase());
    if (equals === -1 || algorithm === undefined) continue;
    known += 1;
    const claimed = Buffer.from(part.slice(equals + 1).trim(), 'base64');
    const actual = hash(algorithm, body, 'buffer');
    if (claimed.length !== actual.length || !timingSafeEqual(claimed, actual)) return false;
  }
  return known > 0;
}
