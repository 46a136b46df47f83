import type { Result } from './result.ts';
import { accepted, refused } from './result.ts';

/** An e-mail address of somebody here: ASCII, its domain in lower case. Private: it stands in no public document. */
export type EmailAddress = string & { readonly __brand: 'EmailAddress' };

/** RFC 5321 §4.5.3.1: of the part before the `@`, and of the whole. */
const LONGEST_LOCAL_PART = 64;
const LONGEST = 254;
/** A dot-atom (RFC 5322 §3.2.3): nothing in it ends a header, names a second address or quotes anything. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Reads an address as somebody typed it; spaces around it and wide forms of its signs are no fault. */
export function readEmailAddress(typed: string): Result<EmailAddress, 'bad-address'> {
  const text = typed.slice(0, 1000).normalize('NFKC').trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(0, at));
  const domain = readDomain(text.slice(at + 1));
  const whole = `${local}@${domain}`;
  const sound = local.length <= LONGEST_LOCAL_PART && LOCAL_PART.test(local) && whole.length <= LONGEST;
  return domain !== null && sound
    ? accepted(whole as EmailAddress)
    : refused('bad-address', 'Give one e-mail address, like ana@works.example.');
}

/** A domain in lower-case ASCII (RFC 5890), of two labels at least; `null` where it is none. */
export function readDomain(typed: string): string | null {
  const text = typed.trim().replace(/^@/, '').toLowerCase();
  if (!/^[\p{L}\p{N}.-]{3,253}$/u.test(text) || !URL.canParse(`http://${text}`)) return null;
  const { hostname } = new URL(`http://${text}`);
  const labels = hostname.split('.');
  const named = labels.length >= 2 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1) ?? '');
  return named && hostname.length <= 253 ? hostname : null;
}

export const domainOf = (address: EmailAddress): string => address.slice(address.lastIndexOf('@') + 1);

/** What tells addresses apart: two that differ in capitals alone are one, so that nobody has two accounts by it. */
export const canonicalAddress = (address: string): string => address.toLowerCase();

/** The mailbox that an address very likely belongs to: what stands after a `+` makes no other one. For counting only. */
export function mailboxOf(address: EmailAddress): string {
  const canonical = canonicalAddress(address);
  const at = canonical.lastIndexOf('@');
  return `${canonical.slice(0, at).replace(/\+.*$/, '')}${canonical.slice(at)}`;
}
