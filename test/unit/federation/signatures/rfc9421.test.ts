import { generateKeyPairSync, hash, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type IncomingRequest,
  type SignatureRefusal,
  verifyWithKey,
} from '../../../../federation/signatures/incoming-request.ts';
import { checkMessage, hasMessageSignature } from '../../../../federation/signatures/rfc9421.ts';
import { signMessage } from '../../../support/message-signer.ts';

const KEY_ID = 'https://elsewhere.test/u/alice#main-key';
const NOW = new Date('2026-11-23T12:00:00Z');
const HOUR = 3600;
const created = NOW.getTime() / 1000;
const body = JSON.stringify({ type: 'Follow', actor: 'https://elsewhere.test/u/alice' });
const digestOf = (text: string): string => `sha-256=:${hash('sha256', text, 'base64')}:`;

const alice = generateKeyPairSync('rsa', { modulusLength: 2048 });
const mallory = generateKeyPairSync('rsa', { modulusLength: 2048 });

const check = (request: IncomingRequest, publicKey: KeyObject = alice.publicKey): SignatureRefusal | 'ok' => {
  const checked = checkMessage(request);
  const verdict = checked.ok ? verifyWithKey(checked.value, publicKey) : checked;
  return verdict.ok ? 'ok' : verdict.refusal.code;
};
const withHeaders = (request: IncomingRequest, headers: IncomingRequest['headers']): IncomingRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

describe.each(['https://ours.test/inbox', 'https://ours.test/inbox?box=shared', 'http://ours.localhost:3000/inbox'])(
  'a request to %s that alice signed with Fedify',
  (url) => {
    const { host, pathname, search } = new URL(url);
    const signed = async (components?: readonly string[]): Promise<IncomingRequest> => ({
      method: 'POST',
      path: pathname + search,
      headers: await signMessage({
        url,
        body,
        keyId: KEY_ID,
        privateKey: alice.privateKey,
        ...(components && { components }),
      }),
      rawBody: Buffer.from(body),
      expectedHost: host,
      now: new Date(),
    });

    it('is taken, and names the key', async () => {
      const request = await signed();
      expect(hasMessageSignature(request)).toBe(true);
      expect(checkMessage(request)).toMatchObject({ ok: true, value: { keyId: KEY_ID } });
      expect(check(request)).toBe('ok');
      expect(check(request, mallory.publicKey)).toBe('bad-signature');
    });

    it('is taken whatever of the target she covers, as long as it is all', async () => {
      expect(check(await signed(['@method', '@target-uri']))).toBe('ok');
      expect(check(await signed(['@scheme', '@method', '@authority', '@path', 'content-type']))).toBe(
        search === '' ? 'ok' : 'not-covered',
      );
    });

    it('is refused with another body, digest, method, path, time or host', async () => {
      const request = await signed();
      const other = body.replace('Follow', 'Delete');
      expect(check({ ...request, rawBody: Buffer.from(other) })).toBe('digest-mismatch');
      expect(check(withHeaders(request, { 'content-digest': digestOf(other) }))).toBe('digest-mismatch');
      const both = withHeaders(request, { 'content-digest': digestOf(other) });
      expect(check({ ...both, rawBody: Buffer.from(other) })).toBe('bad-signature');
      expect(check({ ...request, method: 'PUT' })).toBe('bad-signature');
      expect(check({ ...request, path: `${request.path}x` })).toBe('bad-signature');
      expect(check(withHeaders(request, { date: new Date(Date.now() - 60_000).toUTCString() }))).toBe('bad-signature');
      expect(check({ ...request, expectedHost: 'theirs.test' })).toBe('wrong-host');
      expect(check({ ...withHeaders(request, { host: 'theirs.test' }), expectedHost: 'theirs.test' })).toBe(
        'bad-signature',
      );
      expect(check({ ...request, now: new Date(Date.now() + 13 * HOUR * 1000) })).toBe('stale');
    });
  },
);

/** What alice, or somebody careless or hostile, signs: the base is put together here by hand. */
interface Draft {
  readonly components?: string;
  readonly parameters?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly key?: KeyObject;
  readonly digest?: string;
  readonly path?: string;
  readonly label?: string;
}

const FULL = '"@method" "@target-uri" "@authority" "content-digest"';
const PARAMETERS = `;alg="rsa-v1_5-sha256";keyid="${KEY_ID}";created=${created}`;

function signed({ components = FULL, parameters = PARAMETERS, key = alice.privateKey, ...draft }: Draft = {}) {
  const { path = '/inbox', digest = digestOf(body), label = 'sig1' } = draft;
  const headers = { host: 'ours.test', date: NOW.toUTCString(), 'content-digest': digest, 'x-two': ' a ' };
  const values: Record<string, string> = {
    ...headers,
    'x-two': 'a',
    '@method': 'POST',
    '@target-uri': `https://ours.test${path}`,
    '@authority': 'ours.test',
    '@request-target': path,
    '@path': path.replace(/\?.*/, ''),
    '@query': path.replace(/^[^?]*/, '') || '?',
    '@scheme': 'https',
    ...draft.values,
  };
  const lines = components.split(' ').map((component) => `${component}: ${values[component.replace(/^"|".*$/g, '')]}`);
  const base = [...lines, `"@signature-params": (${components})${parameters}`].join('\n');
  const hashName = key.asymmetricKeyType === 'rsa' ? 'sha256' : undefined;
  const signature = sign(hashName, Buffer.from(base), key).toString('base64');
  const request: IncomingRequest = {
    method: 'POST',
    path,
    headers: {
      ...headers,
      'signature-input': `${label}=(${components})${parameters}`,
      signature: `${label}=:${signature}:`,
    },
    rawBody: Buffer.from(body),
    expectedHost: 'ours.test',
    now: NOW,
  };
  return request;
}

describe('what a message signature must cover', () => {
  it.each([
    [FULL, '/inbox', 'ok'],
    ['"@method" "@target-uri" "content-digest"', '/inbox?a=b', 'ok'],
    ['"@method" "@request-target" "host" "content-digest"', '/inbox?a=b', 'ok'],
    ['"@method" "@path" "@authority" "content-digest" "x-two"', '/inbox', 'ok'],
    ['"@method" "@path" "@query" "@authority" "@scheme" "content-digest"', '/inbox?a=b', 'ok'],
    ['"@method" "@path" "@query" "@authority" "content-digest"', '/inbox', 'ok'],
    ['"@method" "@path" "@authority" "content-digest"', '/inbox?a=b', 'not-covered'],
    ['"@target-uri" "@authority" "content-digest"', '/inbox', 'not-covered'],
    ['"@method" "@target-uri" "@authority"', '/inbox', 'not-covered'],
    ['"@method" "@authority" "content-digest"', '/inbox', 'not-covered'],
    ['"@method" "@request-target" "content-digest"', '/inbox', 'not-covered'],
    ['"@method" "@path" "content-digest"', '/inbox', 'not-covered'],
    ['"date"', '/inbox', 'not-covered'],
    [`${FULL} "x-not-there"`, '/inbox', 'malformed'],
    [`${FULL} "@status"`, '/inbox', 'malformed'],
    [`${FULL} "@signature-params"`, '/inbox', 'malformed'],
    [`${FULL} "@method"`, '/inbox', 'malformed'],
    [`${FULL} "Date"`, '/inbox', 'malformed'],
    [`${FULL} date`, '/inbox', 'malformed'],
    [`${FULL} "date";sf`, '/inbox', 'unsupported-algorithm'],
    [`${FULL} "date";bs`, '/inbox', 'unsupported-algorithm'],
    [`${FULL} "date";req`, '/inbox', 'unsupported-algorithm'],
    [`${FULL} "date";key="a"`, '/inbox', 'unsupported-algorithm'],
  ])('%s at %s → %s', (components, path, outcome) => expect(check(signed({ components, path }))).toBe(outcome));

  it('a POST without a body needs its digest all the same; a GET does not', () => {
    const bare = signed({ components: '"@method" "@target-uri"', values: { '@method': 'GET' } });
    expect(check({ ...bare, rawBody: Buffer.alloc(0) })).toBe('not-covered');
    expect(check({ ...bare, method: 'GET', rawBody: Buffer.alloc(0) })).toBe('ok');
    expect(check({ ...bare, method: 'GET' })).toBe('not-covered');
  });

  it('the digest must be there and of the body', () => {
    expect(check(signed({ digest: digestOf('other') }))).toBe('digest-mismatch');
    expect(check(signed({ digest: 'md5=:AAAA:' }))).toBe('digest-mismatch');
    expect(check(signed({ digest: `sha-512=:${hash('sha512', body, 'base64')}:` }))).toBe('ok');
    expect(check(withHeaders(signed(), { 'content-digest': undefined }))).toBe('digest-mismatch');
  });

  it('a signature for another host cannot be sent to us, whatever Host says', () => {
    const theirs = { '@target-uri': 'https://theirs.test/inbox', '@authority': 'theirs.test' };
    expect(check(signed({ values: theirs }))).toBe('bad-signature');
    expect(check(withHeaders(signed({ values: theirs }), { host: 'theirs.test' }))).toBe('wrong-host');
    const plain = { '@target-uri': 'http://ours.test/inbox' };
    expect(check(signed({ values: plain }))).toBe('bad-signature');
  });

  it('a host whose name begins with ours is another host', () => {
    const components = '"@method" "@target-uri" "content-digest"';
    expect(check(signed({ components, path: '.evil.test/inbox' }))).toBe('malformed');
  });
});

describe('the parameters', () => {
  const key = `;keyid="${KEY_ID}"`;
  it.each([
    [`;keyid="${KEY_ID}";created=${created}`, 'ok'],
    [`${PARAMETERS};nonce="\\"n\\\\";tag="t";unknown=?0;flag`, 'ok'],
    [`${key};alg="rsa-v1_5-sha256"`, 'not-covered'],
    [`${key};created=${created - 13 * HOUR}`, 'stale'],
    [`${key};created=${created + 2 * HOUR}`, 'stale'],
    [`${key};created=999999999999999`, 'stale'],
    [`${key};created=${created};expires=${created + 1}`, 'ok'],
    [`${key};created=${created};expires=${created - 1}`, 'stale'],
    [`${key};created="${created}"`, 'malformed'],
    [`${key};created=${created}.5`, 'malformed'],
    [`;created=${created}`, 'malformed'],
    [`;keyid="";created=${created}`, 'malformed'],
    [`;keyid=token;created=${created}`, 'malformed'],
    [`${key};created=${created};alg="none"`, 'unsupported-algorithm'],
    [`${key};created=${created};alg="hmac-sha256"`, 'unsupported-algorithm'],
    [`${key};created=${created};alg="rsa-pss-sha512"`, 'unsupported-algorithm'],
    [`${key};created=${created};alg="ed25519"`, 'unsupported-algorithm'],
    [`${key};created=${created};alg=ed25519`, 'malformed'],
  ])('%s → %s', (parameters, outcome) => expect(check(signed({ parameters }))).toBe(outcome));

  it('a Date that is covered must be within the window too', () => {
    const request = signed({ components: `${FULL} "date"` });
    expect(check(request)).toBe('ok');
    expect(check(withHeaders(request, { date: new Date(NOW.getTime() - 13 * HOUR * 1000).toUTCString() }))).toBe(
      'stale',
    );
  });

  it('an Ed25519 key may sign, but not under the name of RSA', () => {
    const pair = generateKeyPairSync('ed25519');
    const by = (alg: string) =>
      signed({ key: pair.privateKey, parameters: `;keyid="${KEY_ID}";created=${created}${alg}` });
    expect(check(by(';alg="ed25519"'), pair.publicKey)).toBe('ok');
    expect(check(by(''), pair.publicKey)).toBe('ok');
    expect(check(by(';alg="rsa-v1_5-sha256"'), pair.publicKey)).toBe('unsupported-algorithm');
    expect(check(by(''))).toBe('bad-signature');
  });
});

describe('of several signatures', () => {
  const both = (one: IncomingRequest, two: IncomingRequest): IncomingRequest =>
    withHeaders(one, {
      'signature-input': `${one.headers['signature-input']}, ${two.headers['signature-input']}`,
      signature: [one.headers.signature, two.headers.signature].map(String),
    });

  it('the first that is acceptable counts', () => {
    const proxy = signed({ components: '"date"', key: mallory.privateKey, label: 'proxy' });
    expect(check(both(proxy, signed()))).toBe('ok');
    expect(check(both(signed(), proxy))).toBe('ok');
    expect(check(both(proxy, proxy))).toBe('malformed');
  });

  it('the refusal is the first one’s when none is', () => {
    const proxy = signed({ components: '"date"', label: 'proxy' });
    expect(check(both(proxy, signed({ parameters: `;keyid="${KEY_ID}";created=1` })))).toBe('not-covered');
  });
});

describe('headers that cannot be read', () => {
  const request = signed();
  it.each([
    ['no Signature', { signature: undefined }, 'no-signature'],
    ['draft-cavage’s Signature', { signature: `keyId="${KEY_ID}",signature="AAAA"` }, 'malformed'],
    ['a Signature with another label', { signature: 'sig2=:AAAA:' }, 'malformed'],
    ['a Signature that is text', { signature: 'sig1="AAAA"' }, 'malformed'],
    ['an empty Signature', { signature: 'sig1=::' }, 'bad-signature'],
    ['an empty Signature-Input', { 'signature-input': '' }, 'malformed'],
    ['a Signature-Input that is no list', { 'signature-input': 'sig1="@method"' }, 'malformed'],
    ['a very long Signature-Input', { 'signature-input': `sig1=("${'a'.repeat(100_000)}")` }, 'malformed'],
  ])('%s', (_, headers, outcome) => expect(check(withHeaders(request, headers))).toBe(outcome));

  it('never throws, whatever they say', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const input = fc.oneof(
      text,
      text.map((rest) => `sig1=(${FULL} ${rest}`),
      text.map((rest) => `sig1=(${FULL})${PARAMETERS};${rest}`),
    );
    const headers = fc.record({ 'signature-input': input, signature: fc.oneof(text, fc.constant('sig1=:AAAA:')) });
    fc.assert(
      fc.property(headers, text, (garbage, digest) => {
        expect(check(withHeaders(request, garbage))).not.toBe('ok');
        expect(check(withHeaders(request, { 'content-digest': digest }))).toBe('digest-mismatch');
      }),
      { numRuns: 500 },
    );
  });
});
