import type { KeyObject } from 'node:crypto';
import { accepted, type Result, refused } from '../../server/community/result.ts';
import { isFresh, parseHttpDate } from './date-window.ts';
import { digestMatches } from './digest.ts';
import {
  type CheckedRequest,
  hasBody,
  headerOf,
  type IncomingRequest,
  isForUs,
  type RefusedSignature,
  type SignatureRefusal,
  type SigningMethod,
  verifyWithKey,
} from './incoming-request.ts';
import { parseSignature, type SignatureHeader } from './signature-header.ts';

export type { IncomingRequest, SignatureRefusal } from './incoming-request.ts';

/**
 * Everything about a signature that needs no key, so that nothing is fetched for a request that is bad anyway: it can
 * be read; it covers (request-target), host, a time and, where there is a body, the digest; digest, host and time are
 * true. GET and HEAD without a body need no digest.
 */
export function checkRequest(request: IncomingRequest): Result<CheckedRequest, SignatureRefusal> {
  const header = headerOf(request.headers, 'signature');
  if (header === undefined) return no('no-signature', 'no Signature header');
  // RFC 9421 uses the same header name in another syntax: see checkMessage.
  if (headerOf(request.headers, 'signature-input') !== undefined) return no('unsupported-algorithm', 'RFC 9421');
  const signature = parseSignature(header);
  if (signature === undefined) return no('malformed', `unreadable: ${header.slice(0, 200)}`);
  const wrong =
    unsupported(signature) ??
    uncovered(signature, request) ??
    foreignHost(request) ??
    staleTime(signature, request) ??
    falseDigest(signature, request);
  if (wrong !== undefined) return wrong;
  const signedTexts = pathsOf(request).map((path) => signedTextOf(signature, { ...request, path }));
  if (!signedTexts.every((text) => text !== undefined)) {
    return no('malformed', `a signed header is missing: ${signature.headers.join(' ')}`);
  }
  const methods = ALGORITHMS.get(signature.algorithm) ?? [];
  return accepted({ keyId: signature.keyId, signature: signature.signature, signedTexts, methods });
}

/** Both steps, for those who have the key already. */
export function verifyRequest(
  request: IncomingRequest & { readonly publicKey: KeyObject },
): Result<{ readonly keyId: string }, SignatureRefusal> {
  const checked = checkRequest(request);
  return checked.ok ? verifyWithKey(checked.value, request.publicKey) : checked;
}

/**
 * hs2019 and silence leave kind and hash to the key; RSA's hash is SHA-256 on the fediverse, the draft's registry says
 * SHA-512. Ed25519 is seen under two names.
 */
const ALGORITHMS: ReadonlyMap<string | undefined, readonly SigningMethod[]> = new Map([
  [undefined, ['rsa-sha256', 'rsa-sha512', 'ed25519']],
  ['hs2019', ['rsa-sha256', 'rsa-sha512', 'ed25519']],
  ['rsa-sha256', ['rsa-sha256']],
  ['rsa-sha512', ['rsa-sha512']],
  ['ed25519', ['ed25519']],
  ['ed25519-sha512', ['ed25519']],
]);

const TEXTS: Readonly<Record<SignatureRefusal, string>> = {
  'no-signature': 'This request must carry an HTTP signature: RFC 9421, or draft-cavage-http-signatures-12.',
  malformed: 'The Signature header, or a header that it lists, cannot be read.',
  'not-covered': 'The signature must cover (request-target), host, date or (created), and the digest of the body.',
  'digest-mismatch': 'The Digest header is not the SHA-256 of the body.',
  stale: 'The signature is too old, or too far in the future: check the clock of the sending server.',
  'wrong-host': 'This request was signed for another host.',
  'bad-signature': 'The signature does not hold.',
  'unsupported-algorithm': 'Please sign with rsa-sha256, hs2019 or ed25519 as in draft-cavage-http-signatures-12.',
};

const no = (code: SignatureRefusal, log: string): RefusedSignature =>
  refused(code, TEXTS[code], `signature refused: ${log}`);

function unsupported({ algorithm, headers }: SignatureHeader): RefusedSignature | undefined {
  if (!ALGORITHMS.has(algorithm)) return no('unsupported-algorithm', `algorithm ${algorithm}`);
  // §2.3: the rsa-* names predate (created) and (expires) and may not be mixed with them.
  const pseudo = headers.includes('(created)') || headers.includes('(expires)');
  return pseudo && algorithm?.startsWith('rsa-') ? no('malformed', `(created) with ${algorithm}`) : undefined;
}

function uncovered({ headers }: SignatureHeader, request: IncomingRequest): RefusedSignature | undefined {
  const needed = ['(request-target)', 'host', ...(hasBody(request) ? ['digest'] : [])];
  const missing = needed.filter((name) => !headers.includes(name));
  if (!headers.includes('date') && !headers.includes('(created)')) missing.push('date');
  return missing.length === 0 ? undefined : no('not-covered', `not covered: ${missing.join(' ')}`);
}

function foreignHost(request: IncomingRequest): RefusedSignature | undefined {
  if (isForUs(request)) return undefined;
  return no('wrong-host', `Host is ${headerOf(request.headers, 'host')}, not ${request.expectedHost}`);
}

/** Every time that the signature states must be within the window, and at least one of them is covered. */
function staleTime(signature: SignatureHeader, { headers, now }: IncomingRequest): RefusedSignature | undefined {
  const { created, expires } = signature;
  if (signature.headers.includes('date')) {
    const date = headerOf(headers, 'date');
    const signedAt = parseHttpDate(date ?? '');
    if (signedAt === undefined || !isFresh(signedAt, now)) return no('stale', `Date is ${date}`);
  }
  if (signature.headers.includes('(created)') && created === undefined) return no('malformed', 'created is missing');
  if (created !== undefined && !isFresh(new Date(created * 1000), now)) return no('stale', `created is ${created}`);
  if (expires !== undefined && now.getTime() > expires * 1000) return no('stale', `expired at ${expires}`);
  return undefined;
}

function falseDigest({ headers: covered }: SignatureHeader, request: IncomingRequest): RefusedSignature | undefined {
  if (!covered.includes('digest')) return undefined;
  const digest = headerOf(request.headers, 'digest');
  if (digest !== undefined && digestMatches(digest, request.rawBody)) return undefined;
  return no('digest-mismatch', `Digest is ${digest}`);
}

/** Fedify and old Mastodon leave the query out of what they sign: taken for reading, never for what changes things. */
function pathsOf({ method, path }: IncomingRequest): readonly string[] {
  const query = path.indexOf('?');
  const reads = ['GET', 'HEAD'].includes(method.toUpperCase());
  return query === -1 || !reads ? [path] : [path, path.slice(0, query)];
}

/** draft-cavage-12 §2.3, or undefined when a listed header is not in the request. */
function signedTextOf(signature: SignatureHeader, request: IncomingRequest): string | undefined {
  const lines: string[] = [];
  for (const name of signature.headers) {
    const value = signedValue(name, signature, request);
    if (value === undefined) return undefined;
    lines.push(`${name}: ${value}`);
  }
  return lines.join('\n');
}

function signedValue(name: string, signature: SignatureHeader, request: IncomingRequest): string | undefined {
  switch (name) {
    case '(request-target)':
      return `${request.method.toLowerCase()} ${request.path}`;
    case '(created)':
      return signature.created?.toString();
    case '(expires)':
      return signature.expires?.toString();
    default:
      return headerOf(request.headers, name);
  }
}
