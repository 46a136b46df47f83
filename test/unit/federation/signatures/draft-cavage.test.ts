import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from '../../../../federation/signatures/digest.ts';
import {
  checkRequest,
  type IncomingRequest,
  type SignatureRefusal,
  verifyRequest,
} from '../../../../federation/signatures/draft-cavage.ts';
import { privateKeyFromPem, publicKeyFromPem } from '../../../../federation/signatures/keys.ts';
import { signRequest } from '../../../../federation/signatures/sign-request.ts';
import { spareKeys } from '../../../support/spare-keys.ts';
import { signWith } from './sign-with.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const HOUR = 3600_000;
const KEY_ID = 'https://elsewhere.test/u/alice#main-key';
const body = Buffer.from(JSON.stringify({ type: 'Follow', actor: 'https://elsewhere.test/u/alice' }));

const alice = await pair();
const mallory = await pair();

async function pair() {
  const { publicKeyPem, privateKeyPem } = await spareKeys();
  const publicKey = publicKeyFromPem(publicKeyPem);
  if (publicKey === undefined) throw new Error('no key');
  return { publicKey, privateKey: privateKeyFromPem(privateKeyPem) };
}

/** Alice's request as our own signer makes it. */
async function post(now = NOW): Promise<IncomingRequest> {
  const url = 'https://ours.test/inbox?box=shared';
  const headers = await signRequest({ method: 'POST', url, body, keyId: KEY_ID, privateKey: alice.privateKey, now });
  return { method: 'POST', path: '/inbox?box=shared', headers, rawBody: body, expectedHost: 'ours.test', now: NOW };
}

/** Alice's request with a list of signed headers of her choice. */
function signed(names: string, parameters: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const request: IncomingRequest = {
    method: 'POST',
    path: '/inbox',
    headers: { host: 'ours.test', date: NOW.toUTCString(), digest: digestOf(body), ...headers },
    rawBody: body,
    expectedHost: 'ours.test',
    now: NOW,
  };
  return signWith(alice.privateKey, request, names.split(' '), { keyId: `"${KEY_ID}"`, ...parameters });
}

const ALL = '(request-target) host date digest';
const check = (request: IncomingRequest, publicKey = alice.publicKey): SignatureRefusal | 'ok' => {
  const result = verifyRequest({ ...request, publicKey });
  return result.ok ? 'ok' : result.refusal.code;
};
const withHeaders = (request: IncomingRequest, headers: Record<string, string>): IncomingRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

describe('a request that alice signed', () => {
  let request: IncomingRequest;
  beforeAll(async () => {
    request = await post();
  });

  it('holds with her key and names it', () => {
    expect(verifyRequest({ ...request, publicKey: alice.publicKey })).toEqual({ ok: true, value: { keyId: KEY_ID } });
  });

  it('does not hold with mallory’s key', () => expect(check(request, mallory.publicKey)).toBe('bad-signature'));

  it('is refused with any one byte of the body changed', () => {
    const anyByte = fc.record({ at: fc.nat(body.length - 1), flip: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(anyByte, ({ at, flip }) => {
        const rawBody = Buffer.from(body);
        rawBody[at] = (rawBody[at] ?? 0) ^ flip;
        expect(check({ ...request, rawBody })).toBe('digest-mismatch');
      }),
    );
  });

  it('is refused with any character of a signed header, the path or the method changed', () => {
    const parts = ['Host', 'Date', 'Digest', 'path', 'method'] as const;
    const anyChange = fc.record({ part: fc.constantFrom(...parts), at: fc.nat(200), to: fc.constantFrom(...'Zz09-~') });
    fc.assert(
      fc.property(anyChange, ({ part, at, to }) => {
        const isHeader = part !== 'path' && part !== 'method';
        const before = isHeader ? String(request.headers[part]) : request[part];
        const index = at % before.length;
        const after = before.slice(0, index) + to + before.slice(index + 1);
        // Host and method mean the same in any case.
        fc.pre(after.toLowerCase() !== before.toLowerCase() || (isHeader && part !== 'Host' && after !== before));
        const changed = isHeader ? withHeaders(request, { [part]: after }) : { ...request, [part]: after };
        expect(check(changed)).not.toBe('ok');
      }),
      { numRuns: 300 },
    );
  });

  it('cannot be replayed to another host, or as if it were for another (SIG-05)', () => {
    expect(check({ ...request, expectedHost: 'theirs.test' })).toBe('wrong-host');
    expect(check({ ...withHeaders(request, { Host: 'theirs.test' }), expectedHost: 'theirs.test' })).toBe(
      'bad-signature',
    );
  });

  it('may name the default port and spell the host in capitals', () => {
    expect(check({ ...request, expectedHost: 'ours.test:443' })).toBe('ok');
    expect(check({ ...request, expectedHost: 'OURS.test' })).toBe('ok');
    expect(check({ ...request, expectedHost: 'ours.test:8443' })).toBe('wrong-host');
  });
});

describe('what a signature must cover', () => {
  it.each([
    ['date', 'not-covered'],
    ['(request-target) host date', 'not-covered'],
    ['host date digest', 'not-covered'],
    ['(request-target) date digest', 'not-covered'],
    ['(request-target) host digest', 'not-covered'],
    [ALL, 'ok'],
    [`${ALL} x-not-there`, 'malformed'],
  ])('%s → %s', (names, outcome) => expect(check(signed(names))).toBe(outcome));

  it('a list that is absent covers (created) alone', () => {
    expect(check(signed('(created)', { created: '1763899200', headers: '' }))).toBe('not-covered');
  });

  it('a GET needs no digest, until it has a body', async () => {
    const url = 'https://ours.test/u/bob';
    const headers = await signRequest({
      method: 'GET',
      url,
      keyId: KEY_ID,
      privateKey: alice.privateKey,
      now: NOW,
    });
    const get = { method: 'GET', path: '/u/bob', headers, expectedHost: 'ours.test', now: NOW };
    expect(check({ ...get, rawBody: Buffer.alloc(0) })).toBe('ok');
    expect(check({ ...get, rawBody: body })).toBe('not-covered');
  });

  it('a POST without a body still needs its digest', () => {
    expect(check({ ...signed('(request-target) host date'), rawBody: Buffer.alloc(0) })).toBe('not-covered');
  });
});

describe('the digest', () => {
  it.each([
    ['of another body', digestOf(Buffer.from('other')), 'digest-mismatch'],
    ['missing', undefined, 'digest-mismatch'],
    ['of an unknown algorithm only', 'MD5=1B2M2Y8AsgTpgAmY7PhCfg==', 'digest-mismatch'],
    ['empty', '', 'digest-mismatch'],
    ['right, beside a wrong one', `${digestOf(body)},SHA-512=AAAA`, 'digest-mismatch'],
    ['right, beside one that we do not know', `MD5=AAAA, ${digestOf(body)}`, 'ok'],
    ['in lower case', digestOf(body).replace('SHA', 'sha'), 'ok'],
  ])('%s', (_, digest, outcome) => {
    const { digest: __, ...rest } = signed(ALL, {}, digest === undefined ? {} : { digest }).headers;
    const request = signed(ALL, {}, digest === undefined ? {} : { digest });
    expect(check(digest === undefined ? { ...request, headers: rest } : request)).toBe(outcome);
  });
});

describe('the time of signing (SIG-07)', () => {
  const at = (ms: number): string => new Date(NOW.getTime() + ms).toUTCString();
  it.each([
    [at(-11.9 * HOUR), 'ok'],
    [at(-13 * HOUR), 'stale'],
    [at(0.9 * HOUR), 'ok'],
    [at(2 * HOUR), 'stale'],
    ['foo', 'stale'],
    ['foo 1', 'stale'],
    ['', 'stale'],
    ['2026-11-23T12:00:00Z', 'stale'],
    ['Mon, 99 Nov 2026 12:00:00 GMT', 'stale'],
  ])('Date: %s → %s', (date, outcome) => expect(check(signed(ALL, {}, { date }))).toBe(outcome));

  const seconds = (ms: number): string => String(Math.floor((NOW.getTime() + ms) / 1000));
  it.each([
    [seconds(0), seconds(60_000), 'ok'],
    [`"${seconds(0)}"`, `"${seconds(60_000)}"`, 'ok'],
    [seconds(-13 * HOUR), seconds(60_000), 'stale'],
    [seconds(2 * HOUR), seconds(3 * HOUR), 'stale'],
    [seconds(0), seconds(-1000), 'stale'],
    ['soon', seconds(60_000), 'malformed'],
  ])('created=%s, expires=%s → %s (SIG-16)', (created, expires, outcome) => {
    const names = '(request-target) host (created) (expires) digest';
    expect(check(signed(names, { created, expires, algorithm: '"hs2019"' }))).toBe(outcome);
  });
});

describe('the algorithm', () => {
  it.each([
    [{}, 'ok'],
    [{ algorithm: '"hs2019"' }, 'ok'],
    [{ algorithm: 'rsa-sha256' }, 'ok'],
    [{ algorithm: '"RSA-SHA256"', opaque: '"x"' }, 'ok'],
    [{ algorithm: '"rsa-sha1"' }, 'unsupported-algorithm'],
    [{ algorithm: '"hmac-sha256"' }, 'unsupported-algorithm'],
    [{ algorithm: '"none"' }, 'unsupported-algorithm'],
    [{ algorithm: '"rsa-sha512"' }, 'bad-signature'],
  ])('%j → %s', (parameters, outcome) => expect(check(signed(ALL, parameters))).toBe(outcome));

  it.each([
    [{}, 'bad-signature'],
    [{ algorithm: '"hs2019"' }, 'bad-signature'],
    [{ algorithm: '"rsa-sha256"' }, 'unsupported-algorithm'],
  ])('an Ed25519 key is not taken for an RSA one: %j → %s', (parameters, outcome) => {
    const { publicKey } = generateKeyPairSync('ed25519');
    expect(check(signed(ALL, parameters), publicKey)).toBe(outcome);
  });

  it.each([
    [{}, 'ok'],
    [{ algorithm: '"hs2019"' }, 'ok'],
    [{ algorithm: '"ed25519"' }, 'ok'],
    [{ algorithm: '"ed25519-sha512"' }, 'ok'],
    [{ algorithm: '"rsa-sha256"' }, 'unsupported-algorithm'],
  ])('an Ed25519 key signs by its own names: %j → %s', (parameters, outcome) => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const request = { ...signed(ALL), headers: { host: 'ours.test', date: NOW.toUTCString(), digest: digestOf(body) } };
    const byEd = signWith(privateKey, request, ALL.split(' '), { keyId: `"${KEY_ID}"`, ...parameters });
    expect(check(byEd, publicKey)).toBe(outcome);
    expect(check(withHeaders(byEd, { date: new Date(NOW.getTime() + 1000).toUTCString() }), publicKey)).not.toBe('ok');
  });
});

describe('a Signature header that cannot be read', () => {
  const request = signed(ALL);
  it.each([
    ['nothing', undefined, 'no-signature'],
    ['empty', '', 'malformed'],
    ['words', 'please let me in', 'malformed'],
    ['no keyId', 'headers="date",signature="AAAA"', 'malformed'],
    ['no signature', `keyId="${KEY_ID}"`, 'malformed'],
    ['keyId twice', `keyId="a",keyId="b",signature="AAAA"`, 'malformed'],
    ['an open quote', `keyId="${KEY_ID}`, 'malformed'],
    ['an empty list', `keyId="a",headers="",signature="AAAA"`, 'malformed'],
    ['very long', `keyId="${'a'.repeat(100_000)}"`, 'malformed'],
  ])('%s', (_, signature, outcome) => {
    expect(check({ ...request, headers: { ...request.headers, signature } })).toBe(outcome);
  });

  it('never throws, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (signature) => {
        expect(checkRequest(withHeaders(request, { signature })).ok).toBe(false);
      }),
    );
  });

  it('RFC 9421 is told apart, so that the sender falls back', () => {
    const rfc9421 = { 'signature-input': 'sig1=("@method");keyid="a"', signature: 'sig1=:AAAA:' };
    expect(check(withHeaders(request, rfc9421))).toBe('unsupported-algorithm');
  });
});
