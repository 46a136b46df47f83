import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Of IPv6, only 2000::/3 is given out for the public internet (IANA); the exceptions within it are ranges of their own. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** Blocks within 2000::/3 that ipaddr.js counts as ordinary: IETF protocol assignments and documentation (RFC 9637). */
const NOT_GLOBAL = [ipaddr.IPv6.parseCIDR('2001::/23'), ipaddr.IPv6.parseCIDR('3fff::/20')];

/**
 * Whether an IP address may be connected to for somebody else's sake. Refused is everything that is not public unicast:
 * loopback, private, link-local, carrier NAT, benchmarking, documentation, multicast, reserved, and IPv6 forms that
 * carry an IPv4 address inside (mapped, NAT64, 6to4, Teredo). Decimal, octal, hexadecimal and short IPv4 are read as
 * URLs read them. What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  const ip = parseAddress(address);
  if (ip === undefined || ip.range() !== 'unicast') return false;
  if (!(ip instanceof ipaddr.IPv6)) return true;
  return ip.match(GLOBAL_UNICAST) && !NOT_GLOBAL.some((block) => ip.match(block));
}

/** 127.0.0.0/8 and ::1, also in the mapped form. */
export function isLoopbackAddress(address: string): boolean {
  return parseAddress(address)?.range() === 'loopback';
}

/** `localhost` and the names under it, which mean this machine whatever the DNS says (RFC 6761 §6.3). */
export function isLoopbackName(hostname: string): boolean {
  return /(?:^|\.)localhost\.?$/i.test(hostname);
}

/** IPv4-mapped addresses become the IPv4 address that they are. */
function parseAddress(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const text = address.includes(':') ? address.replace(/^\[|\]$/g, '') : dotted(address);
  return text !== undefined && ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
}

/** `2130706433`, `0x7f.1` and `0177.0.0.1` as URL parsing normalises them: to 127.0.0.1. */
function dotted(address: string): string | undefined {
  if (isIPv4(address)) return address;
  const hostname = URL.parse(`http://${address}/`)?.hostname;
  return hostname !== undefined && isIPv4(hostname) ? hostname : undefined;
}
