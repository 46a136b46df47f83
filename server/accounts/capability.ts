import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Capabilities, Capability } from '../ports/capabilities.ts';

/** Long enough for two ids; whatever is longer is not ours, and is not looked at. */
const LONGEST = 6000;

/**
 * Links that prove what they allow: the capability and an HMAC-SHA256 over it (RFC 2104), base64url. Whoever has the
 * link has what it allows, until it ends; that it works once only, what it is used for sees to.
 *
 * @param key 32 bytes that are not in the database
 */
export function createCapabilities(key: Buffer): Capabilities {
  const proof = (payload: string): Buffer => createHmac('sha256', key).update(payload).digest();
  return {
    issue({ kind, subject, person, until }) {
      const payload = Buffer.from(JSON.stringify([kind, subject, person, until.getTime()])).toString('base64url');
      return `${payload}.${proof(payload).toString('base64url')}`;
    },
    read(token, kind, now) {
      const [payload = '', mac = '', ...more] = token.length > LONGEST ? [] : token.split('.');
      const given = Buffer.from(mac, 'base64url');
      const ours = proof(payload);
      if (more.length > 0 || given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
      const found = parse(payload);
      return found !== null && found.kind === kind && now < found.until ? found : null;
    },
  };
}

function parse(payload: string): Capability | null {
  const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  if (!Array.isArray(value)) return null;
  const [kind, subject, person, until] = value as readonly unknown[];
  if (typeof kind !== 'string' || typeof subject !== 'string' || typeof person !== 'string') return null;
  return typeof until === 'number' ? { kind, subject, person, until: new Date(until) } : null;
}
