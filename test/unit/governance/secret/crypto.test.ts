import { constants, createPublicKey, generateKeyPairSync, type KeyObject, privateDecrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { combine as combineTheirs, split as splitTheirs } from 'shamir-secret-sharing';
import {
  draftPaper,
  faultOf,
  finishPaper,
  leafOf,
  type PostedBallot,
  signBallot,
} from '../../../../server/governance/secret/crypto/ballots.ts';
import {
  blind,
  finalise,
  inverseOf,
  readIssuer,
  verifyPaper,
} from '../../../../server/governance/secret/crypto/blind-rsa.ts';
import {
  type Bytes,
  concat,
  fromBase64Url,
  random,
  toBase64Url,
  toHex,
  toNumber,
  utf8,
} from '../../../../server/governance/secret/crypto/bytes.ts';
import { mistakeIn, rankingOf } from '../../../../server/governance/secret/crypto/choice.ts';
import { belongTogether, type KeyPair, makeKeys } from '../../../../server/governance/secret/crypto/keys.ts';
import { open, type Seal, seal, sealedLength } from '../../../../server/governance/secret/crypto/sealing.ts';
import { split, valueAt } from '../../../../server/governance/secret/crypto/shamir.ts';

const bytes = (hex: string): Bytes => Uint8Array.from(Buffer.from(hex.replace(/^0x/, ''), 'hex'));
const spkiOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');
const base64Url = (hex: string): string => Buffer.from(bytes(hex)).toString('base64url');
const must = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('there is nothing');
  return value;
};

const rawSign = (key: KeyObject, blinded: Bytes): Bytes =>
  Uint8Array.from(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded));

describe('blind signatures', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spki = spkiOf(publicKey);

  it('give what RFC 9474 says they give (Appendix A.1)', async () => {
    const file = new URL('../../../fixtures/secret/rfc9474-pss-randomized.json', import.meta.url);
    const vector = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const { n = '', e = '', prepared_msg = '', salt = '', inv = '', blinded_msg, blind_sig = '', sig } = vector;
    const jwk = { kty: 'RSA', n: base64Url(n), e: base64Url(e) };
    const issuer = await readIssuer(spkiOf(createPublicKey({ key: jwk, format: 'jwk' })));
    const r = must(inverseOf(toNumber(bytes(inv)), issuer.n));
    const made = await blind(issuer, bytes(prepared_msg), { salt: bytes(salt), r });
    expect(toHex(made.blinded)).toBe(blinded_msg?.replace(/^0x/, ''));
    const signed = await finalise(issuer, bytes(prepared_msg), { signature: bytes(blind_sig), inverse: made.inverse });
    expect(toHex(must(signed))).toBe(sig?.replace(/^0x/, ''));
  });

  it('are understood by another implementation, and understand it', async () => {
    const issuer = await readIssuer(spki);
    const theirs = RSABSSA.SHA384.PSS.Randomized();
    const hash = { name: 'RSA-PSS', hash: 'SHA-384' };
    const theirKey = await crypto.subtle.importKey('spki', Buffer.from(spki, 'base64'), hash, true, ['verify']);
    // Ours is verified by them …
    const vote = { community: 'https://north.example/actors/guild', proposal: 'P-1' };
    const draft = await draftPaper(vote, issuer, random);
    const answer = toBase64Url(rawSign(privateKey, must(fromBase64Url(draft.blinded))));
    const paper = must(await finishPaper(vote, issuer, draft, answer));
    const message = utf8(`folkmoot/paper/1\n${vote.community}\n${vote.proposal}\n${draft.token.publicKey}`);
    const prepared = concat(must(fromBase64Url(paper.prefix)), message);
    expect(await theirs.verify(theirKey, must(fromBase64Url(paper.paper)), prepared)).toBe(true);
    // … and theirs, signed by our raw operation, by us.
    const blinded = await theirs.blind(theirKey, prepared);
    const signed = rawSign(privateKey, Uint8Array.from(blinded.blindedMsg));
    const clear = await theirs.finalize(theirKey, prepared, signed, blinded.inv);
    expect(await verifyPaper(issuer, prepared, Uint8Array.from(clear))).toBe(true);
  });

  it('take nothing else for a signature', async () => {
    const issuer = await readIssuer(spki);
    const vote = { community: 'c', proposal: 'P-1' };
    const draft = await draftPaper(vote, issuer, random);
    const signature = rawSign(privateKey, must(fromBase64Url(draft.blinded)));
    expect(await finishPaper({ ...vote, proposal: 'P-2' }, issuer, draft, toBase64Url(signature))).toBeNull();
    signature[9] = (signature[9] ?? 0) ^ 1;
    expect(await finishPaper(vote, issuer, draft, toBase64Url(signature))).toBeNull();
  });
});

describe('a split secret', () => {
  it('comes back from any parts that are enough, and only then', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 0, max: 6 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (secret, threshold, more, dice) => {
          const bytes = Uint8Array.from(secret);
          const parts = split(bytes, { threshold, count: threshold + more }, random);
          const order = parts.map((part) => ({ part, key: dice.next().value ?? 0 }));
          const chosen = order.sort((a, b) => a.key - b.key).map(({ part }) => part);
          expect(valueAt(chosen.slice(0, threshold), 0)).toEqual(bytes);
          for (const part of parts) expect(valueAt(chosen.slice(0, threshold), part.at)).toEqual(part.bytes);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is the same secret to another implementation, both ways', async () => {
    const secret = random(32);
    const theirs = await splitTheirs(secret, 5, 3);
    // Its parts carry their place in the last byte.
    const read = theirs.map((part) => ({ at: part.at(-1) ?? 0, bytes: Uint8Array.from(part.slice(0, -1)) }));
    expect(valueAt(read.slice(1, 4), 0)).toEqual(secret);
    const ours = split(secret, { threshold: 3, count: 5 }, random);
    const written = [0, 2, 4].map((at) => Uint8Array.from([...(ours[at]?.bytes ?? []), at + 1]));
    expect(Uint8Array.from(await combineTheirs(written))).toEqual(secret);
  });
});

describe('a sealed choice', () => {
  const tellers = async (count: number): Promise<KeyPair[]> =>
    Promise.all(Array.from({ length: count }, () => makeKeys('ECDH')));
  const to = (keys: readonly KeyPair[], threshold: number): Seal => ({
    tellers: keys.map(({ publicKey }) => publicKey),
    threshold,
    context: 'c\nP-1\ntoken',
    length: 64,
  });
  const some = (keys: readonly KeyPair[], ...places: readonly number[]) =>
    new Map(places.map((place) => [place, keys[place]?.privateKey ?? ''] as const));

  it('opens to the same for any two of three tellers, and for one alone not at all', async () => {
    const keys = await tellers(3);
    const how = to(keys, 2);
    const sealed = await seal('N-2>N-1', how, random);
    expect(sealed).toHaveLength(sealedLength(how));
    for (const pair of [
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 0],
    ]) {
      expect(await open(sealed, how, some(keys, ...pair))).toBe('N-2>N-1');
    }
    await expect(open(sealed, how, some(keys, 1))).rejects.toThrow(RangeError);
  });

  it('has one length, whatever it says', async () => {
    const how = to(await tellers(2), 2);
    const lengths = await Promise.all(['no', 'abstain', 'N-1>N-2>N-3'].map((text) => seal(text, how, random)));
    expect(new Set(lengths.map(({ length }) => length)).size).toBe(1);
    await expect(seal('x'.repeat(63), how, random)).rejects.toThrow(RangeError);
  });

  it('does not open elsewhere, nor with a key that is not the teller’s', async () => {
    const keys = await tellers(2);
    const how = to(keys, 2);
    const sealed = await seal('yes', how, random);
    expect(await open(sealed, { ...how, context: 'c\nP-2\ntoken' }, some(keys, 0, 1))).toBeNull();
    expect(await open(sealed, how, some([keys[1], keys[0]] as KeyPair[], 0, 1))).toBeNull();
  });

  it('with any byte changed is spoiled, the same for every pair of tellers', async () => {
    const keys = await tellers(3);
    const how = to(keys, 2);
    const sealed = must(fromBase64Url(await seal('yes', how, random)));
    // The passing key, the commitment, the body, and each of the three parts.
    for (const at of [40, 70, 120, 65 + 32 + 112 + 5, 65 + 32 + 112 + 48 + 5, 65 + 32 + 112 + 96 + 5]) {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 4;
      for (const pair of [
        [0, 1],
        [0, 2],
        [1, 2],
      ]) {
        expect([at, pair, await open(toBase64Url(changed), how, some(keys, ...pair))]).toEqual([at, pair, null]);
      }
    }
  });

  it('knows which halves of a key belong together', async () => {
    const [one, other] = (await tellers(2)) as [KeyPair, KeyPair];
    expect(await belongTogether(one)).toBe(true);
    expect(await belongTogether({ publicKey: one.publicKey, privateKey: other.privateKey })).toBe(false);
    expect(await belongTogether({ publicKey: one.publicKey, privateKey: 'AAAA' })).toBe(false);
  });
});

describe('a posted ballot', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const vote = { community: 'https://north.example/actors/guild', proposal: 'P-4' };

  it('is whole only as its voter made it', async () => {
    const issuer = await readIssuer(spkiOf(publicKey));
    const keys = await makeKeys('ECDH');
    const how: Seal = { tellers: [keys.publicKey], threshold: 1, context: '', length: 64 };
    const draft = await draftPaper(vote, issuer, random);
    const answer = toBase64Url(rawSign(privateKey, must(fromBase64Url(draft.blinded))));
    const paper = must(await finishPaper(vote, issuer, draft, answer));
    const sealed = await seal('yes', how, random);
    const ballot = await signBallot(vote, paper, { turn: 1, sealed });
    const check = (changed: PostedBallot, of = vote) => faultOf(of, { issuer, seal: how }, changed);
    expect(await check(ballot)).toBeNull();
    expect(await check({ ...ballot, turn: 2 })).toBe('bad-signature');
    expect(await check({ ...ballot, turn: 100 })).toBe('bad-form');
    expect(await check({ ...ballot, sealed: await seal('no', how, random) })).toBe('bad-signature');
    expect(await check({ ...ballot, sealed: 'AAAA' })).toBe('bad-form');
    expect(await check({ ...ballot, token: (await makeKeys('ECDSA')).publicKey })).toBe('bad-paper');
    expect(await check(ballot, { ...vote, proposal: 'P-5' })).toBe('bad-paper');
    expect(await leafOf(vote, ballot)).toMatch(/^[0-9a-f]{64}$/);
    expect(await leafOf(vote, { ...ballot, turn: 2 })).not.toBe(await leafOf(vote, ballot));
  });
});

describe('a choice, before it is sealed', () => {
  it('is one that can be counted, or the voter is told what is wrong', () => {
    const options = ['N-1', 'N-2', 'reopen'];
    const wrong = (choice: string, of = options) => mistakeIn(choice, of) !== null;
    expect(['N-2>N-1', 'N-1', 'abstain', 'reopen>N-2>N-1'].map((choice) => wrong(choice))).toEqual(
      Array(4).fill(false),
    );
    expect(['', 'N-9', 'N-1>N-1', 'N-1=N-2', 'yes'].map((choice) => wrong(choice))).toEqual(Array(5).fill(true));
    expect(['yes', 'no', 'abstain', 'maybe'].map((choice) => wrong(choice, []))).toEqual([false, false, false, true]);
  });

  it('is made from the numbers that were given', () => {
    const of = (...ranks: readonly string[]) => rankingOf(ranks.map((rank, at) => ({ option: `N-${at + 1}`, rank })));
    expect(of('2', '', '1')).toEqual({ choice: 'N-3>N-1' });
    expect(of('10', ' 9 ', '')).toEqual({ choice: 'N-2>N-1' });
    expect(of('1', '1')).toHaveProperty('mistake');
    expect(of('first')).toHaveProperty('mistake');
  });
});
