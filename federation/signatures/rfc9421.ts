import { accepted, type Result, refused } from '../../server/community/result.ts';
import { isLoopbackAddress, isLoopbackName } from '../fetch/addresses.ts';
import { contentDigestMatches } from './content-digest.ts';
import { isFresh, parseHttpDate } from './date-window.ts';
import {
  type CheckedRequest,
  hasBody,
  headerOf,
  type IncomingRequest,
  isForUs,
  plainHost,
  type RefusedSignature,
  type SignatureRefusal,
  type SigningMethod,
} from './incoming-request.ts';
import { type MessageSignature, readSignatures } from './signature-input.ts';

/** Whether a request is signed by RFC 9421; otherwise, if at all, by draft-cavage: both use the Signature header. */
export function hasMessageSignature({ headers }: IncomingRequest): boolean {
  return headerOf(headers, 'signature-input') !== undefined;
}

/**
 * Everything about an HTTP Message Signature (RFC 9421) that needs no key: it can be read; it says when and with which
 * key it was made; it covers the method, the target, our host and, where there is a body, its digest; digest, host and
 * times are true. Of several signatures the first counts for which all this holds; if none does, the first one's
 * refusal is given.
 */
export function checkMessage(request: IncomingRequest): Result<CheckedRequest, SignatureRefusal> {
  const input = headerOf(request.headers, 'signature-input');
  const header = headerOf(request.headers, 'signature');
  if (input === undefined || header === undefined) return no('no-signature', 'no Signature-Input or no Signature');
  // Anything else would run on from our host in @target-uri, as if it were part of its name.
  if (!request.path.startsWith('/')) return no('malformed', `the request target is ${request.path.slice(0, 200)}`);
  const [first, ...others] = readSignatures(input, header);
  if (first === undefined) return no('malformed', `unreadable: ${input.slice(0, 200)}`);
  const verdict = checkSignature(first, request);
  if (verdict.ok) return verdict;
  for (const other of others) {
    const second = checkSignature(other, request);
    if (second.ok) return second;
  }
  return verdict;
}

/** Two of RFC 9421 §6.2.2, those that keys of actors are made for; silence leaves the algorithm to the key (§3.2). */
const ALGORITHMS: ReadonlyMap<string | undefined, readonly SigningMethod[]> = new Map([
  [undefined, ['rsa-sha256', 'ed25519']],
  ['rsa-v1_5-sha256', ['rsa-sha256']],
  ['ed25519', ['ed25519']],
]);

const TEXTS: Readonly<Record<SignatureRefusal, string>> = {
  'no-signature': 'An HTTP message signature needs both a Signature-Input and a Signature header (RFC 9421).',
  malformed: 'The Signature-Input or Signature header, or a component that it lists, cannot be read.',
  'not-covered': 'The signature must cover @method, @target-uri and the content-digest of the body, and state created.',
  'digest-mismatch': 'The Content-Digest header is not the sha-256 or sha-512 of the body.',
  stale: 'The signature is too old, or too far in the future: check the clock of the sending server.',
  'wrong-host': 'This request was signed for another host.',
  'bad-signature': 'The signature does not hold.',
  'unsupported-algorithm': 'Please sign with rsa-v1_5-sha256 or ed25519 (RFC 9421), components without parameters.',
};

const no = (code: SignatureRefusal, log: string): RefusedSignature =>
  refused(code, TEXTS[code], `message signature refused: ${log}`);

function checkSignature(
  signature: MessageSignature,
  request: IncomingRequest,
): Result<CheckedRequest, SignatureRefusal> {
  const { keyId } = signature;
  if (keyId === undefined) return no('malformed', `no keyid: ${signature.written.slice(0, 200)}`);
  if (signature.hasComponentParameters) return no('unsupported-algorithm', `a component has parameters: ${keyId}`);
  const methods = ALGORITHMS.get(signature.algorithm);
  if (methods === undefined) return no('unsupported-algorithm', `alg ${signature.algorithm}`);
  const wrong = uncovered(signature, request) ?? untrue(signature, request);
  if (wrong !== undefined) return wrong;
  const signedTexts = schemesOf(request).map((scheme) => signatureBase(signature, request, scheme));
  if (!signedTexts.every((text) => text !== undefined)) {
    return no('malformed', `a component is missing or unknown: ${signature.components.join(' ')}`);
  }
  return accepted({ keyId, signature: signature.bytes, signedTexts: [...new Set(signedTexts)], methods });
}

/** What must be signed, so that nothing of it can be exchanged: the method, the whole target, our host, the body. */
function uncovered({ components, created }: MessageSignature, request: IncomingRequest): RefusedSignature | undefined {
  const covers = (name: string): boolean => components.includes(name);
  const query = !request.path.includes('?') || covers('@query');
  const target = covers('@target-uri') || covers('@request-target') || (covers('@path') && query);
  const missing = [
    ...(covers('@method') ? [] : ['@method']),
    ...(target ? [] : ['@target-uri']),
    ...(['@authority', 'host', '@target-uri'].some(covers) ? [] : ['@authority']),
    ...(covers('content-digest') || !hasBody(request) ? [] : ['content-digest']),
    ...(created === undefined ? ['created'] : []),
  ];
  return missing.length === 0 ? undefined : no('not-covered', `not covered: ${missing.join(' ')}`);
}

/** The first thing that the signature says and that is not so. */
function untrue(signature: MessageSignature, request: IncomingRequest): RefusedSignature | undefined {
  const { components, created = 0, expires } = signature;
  const { headers, now, expectedHost, rawBody } = request;
  if (!isForUs(request)) return no('wrong-host', `Host is ${headerOf(headers, 'host')}, not ${expectedHost}`);
  if (!isFresh(new Date(created * 1000), now)) return no('stale', `created is ${created}`);
  if (expires !== undefined && now.getTime() > expires * 1000) return no('stale', `expired at ${expires}`);
  if (components.includes('date')) {
    const date = headerOf(headers, 'date') ?? '';
    const signedAt = parseHttpDate(date);
    if (signedAt === undefined || !isFresh(signedAt, now)) return no('stale', `Date is ${date}`);
  }
  if (!components.includes('content-digest')) return undefined;
  const digest = headerOf(headers, 'content-digest');
  if (digest !== undefined && contentDigestMatches(digest, rawBody)) return undefined;
  return no('digest-mismatch', `Content-Digest is ${digest?.slice(0, 200)}`);
}

type Scheme = 'https' | 'http';

/** What peers call us by: https, through whatever proxy; on a machine of one's own also plain http. */
function schemesOf({ expectedHost }: IncomingRequest): readonly Scheme[] {
  const hostname = expectedHost.replace(/:\d+$/, '');
  const local = isLoopbackName(hostname) || isLoopbackAddress(hostname.replace(/^\[|\]$/g, ''));
  return local ? ['https', 'http'] : ['https'];
}

/** RFC 9421 §2.5, or undefined when a component is not in the request. */
function signatureBase(
  { components, written }: MessageSignature,
  request: IncomingRequest,
  scheme: Scheme,
): string | undefined {
  const lines: string[] = [];
  for (const name of components) {
    const value = name.startsWith('@') ? DERIVED.get(name)?.(request, scheme) : fieldValue(request, name);
    if (value === undefined) return undefined;
    lines.push(`"${name}": ${value}`);
  }
  return [...lines, `"@signature-params": ${written}`].join('\n');
}

/** The derived components of a request (RFC 9421 §2.2) that need no parameter. The host is ours, not what is claimed. */
const DERIVED: ReadonlyMap<string, (request: IncomingRequest, scheme: Scheme) => string> = new Map([
  ['@method', ({ method }) => method],
  ['@target-uri', ({ expectedHost, path }, scheme) => `${scheme}://${plainHost(expectedHost)}${path}`],
  ['@authority', ({ expectedHost }) => plainHost(expectedHost)],
  ['@scheme', (_, scheme) => scheme],
  ['@request-target', ({ path }) => path],
  ['@path', ({ path }) => path.split('?', 1)[0] || '/'],
  ['@query', ({ path }) => (path.includes('?') ? path.slice(path.indexOf('?')) : '?')],
] satisfies [string, (request: IncomingRequest, scheme: Scheme) => string][]);

/** A header as RFC 9421 §2.1 has it signed: each value trimmed, several joined with a comma and a space. */
function fieldValue({ headers }: IncomingRequest, name: string): string | undefined {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  if (found === undefined) return undefined;
  return (typeof found === 'string' ? [found] : found).map((value) => value.trim()).join(', ');
}
