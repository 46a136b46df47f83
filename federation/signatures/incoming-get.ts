import type { KeyObject } from 'node:crypto';
import type { ActorIri } from '../../server/community/ids.ts';
import type { Result } from '../../server/community/result.ts';
import { checkRequest } from './draft-cavage.ts';
import { type IncomingRequest, type RequestHeaders, verifyWithKey } from './incoming-request.ts';
import { checkMessage, hasMessageSignature } from './rfc9421.ts';

/** A request to read something, as it arrived. `url` is the raw request target. */
export interface IncomingGet {
  readonly method: string;
  readonly url: string;
  readonly headers: RequestHeaders;
}

/** Who asks to read: the owner of the key that signed the request; `null` when it is not signed, or not soundly. */
export type RequesterOf = (request: IncomingGet) => Promise<ActorIri | null>;

interface Key {
  readonly owner: ActorIri;
  readonly publicKey: KeyObject;
  /** Fetched just now, so that asking again would bring nothing new. */
  readonly fresh: boolean;
}

export interface RequesterParts {
  readonly keys: {
    keyOf(keyId: string): Promise<Result<Key>>;
    refetchedKeyOf(keyId: string): Promise<Result<Key>>;
  };
  /** Our host with its port, as signatures must cover it. */
  readonly host: string;
  readonly wall: () => Date;
}

const NO_BODY = new Uint8Array();

/** Whether anything is signed at all: nothing need be looked up for anybody else. */
export function isSigned({ headers }: Pick<IncomingGet, 'headers'>): boolean {
  return headers.signature !== undefined;
}

/**
 * Authorised fetch, as Mastodon calls it: a GET or HEAD, signed by draft-cavage over (request-target), host and date, or
 * by RFC 9421 over the method, the target and our host. The key is bound to its owner by the owner's own document, as
 * for what is delivered. A request with a body is nobody's: its body would not be signed.
 */
export function createRequesterOf({ keys, host, wall }: RequesterParts): RequesterOf {
  return async ({ method, url, headers }) => {
    const reads = method === 'GET' || method === 'HEAD';
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
    if (!reads || hasBody || !isSigned({ headers })) return null;
    const incoming: IncomingRequest = { method, path: url, headers, rawBody: NO_BODY, expectedHost: host, now: wall() };
    const checked = hasMessageSignature(incoming) ? checkMessage(incoming) : checkRequest(incoming);
    if (!checked.ok) return null;
    const key = await keys.keyOf(checked.value.keyId);
    if (!key.ok) return null;
    if (verifyWithKey(checked.value, key.value.publicKey).ok) return key.value.owner;
    if (key.value.fresh) return null;
    const anew = await keys.refetchedKeyOf(checked.value.keyId);
    return anew.ok && verifyWithKey(checked.value, anew.value.publicKey).ok ? anew.value.owner : null;
  };
}
