import { isIP } from 'node:net';
import { accepted, type Result, refused } from '../../server/community/result.ts';
import { parseIri } from '../vocabulary/iri.ts';
import { isLoopbackAddress, isLoopbackName, isPublicAddress } from './addresses.ts';

/**
 * The URL to be fetched, or why it may not be: only https (with loopback allowed also http), no user name or password,
 * a host. The address behind the host is checked when connecting. The fragment is dropped: it is never sent.
 */
export function fetchableUrl(
  text: string,
  { allowLoopback }: { readonly allowLoopback: boolean },
): Result<URL, 'bad-url'> {
  const url = parseIri(text);
  if (url === undefined) return no(text, 'not an http(s) URL without credentials');
  if (url.protocol !== 'https:' && !allowLoopback) return no(text, 'not https');
  url.hash = '';
  return accepted(url);
}

/**
 * Whether an address that somebody names may be one that we send to: as above, and no address of this machine or of a
 * private network by itself. What a name leads to is seen when connecting.
 */
export function mayBeSentTo(text: string, { allowLoopback }: { readonly allowLoopback: boolean }): boolean {
  const url = fetchableUrl(text, { allowLoopback });
  if (!url.ok) return false;
  const host = url.value.hostname.replace(/^\[|\]$/g, '');
  if (isLoopbackName(host)) return allowLoopback;
  return isIP(host) === 0 || isPublicAddress(host) || (allowLoopback && isLoopbackAddress(host));
}

const no = (text: string, why: string) =>
  refused('bad-url', 'This address cannot be fetched: it must begin with https://.', `${text.slice(0, 200)}: ${why}`);
