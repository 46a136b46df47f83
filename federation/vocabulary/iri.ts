/** Longer identifiers exist nowhere in earnest, and an index would refuse them. */
const LONGEST_IRI = 2048;

/** Characters that URL parsing drops or rewrites silently, so that two readers could see two hosts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const REWRITTEN = /[\s\\\u0000-\u001f\u007f]/;

/**
 * An identifier from the wire as a URL: http or https, a host, no user name or password.
 * Undefined for everything else, of whatever type; never throws.
 */
export function parseIri(value: unknown): URL | undefined {
  if (typeof value !== 'string' || value.length > LONGEST_IRI || REWRITTEN.test(value)) return undefined;
  const url = URL.parse(value);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  if (url.username !== '' || url.password !== '' || url.hostname === '') return undefined;
  return url;
}

/** Scheme, host and port as the URL standard writes them, or undefined if this is no http(s) IRI. */
export function originOf(iri: unknown): string | undefined {
  return parseIri(iri)?.origin;
}

/** Whether two IRIs are of one origin, and so may speak for each other (FEP-fe34). False if either is no IRI. */
export function sameOrigin(one: unknown, other: unknown): boolean {
  const origin = originOf(one);
  return origin !== undefined && origin === originOf(other);
}

/** Whether two IRIs name the same thing once the URL standard has normalised case, default port and dots. */
export function sameIri(one: unknown, other: unknown): boolean {
  const url = parseIri(one);
  return url !== undefined && url.href === parseIri(other)?.href;
}

/** The IRI of the document in which a fragment is to be found. */
export function withoutFragment(iri: string): string {
  const hash = iri.indexOf('#');
  return hash === -1 ? iri : iri.slice(0, hash);
}
