import { accepted, type Result, refused } from '../../server/community/result.ts';
import { parseIri } from '../vocabulary/iri.ts';

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

const no = (text: string, why: string) =>
  refused('bad-url', 'This address cannot be fetched: it must begin with https://.', `${text.slice(0, 200)}: ${why}`);
