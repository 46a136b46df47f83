import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { QUICKNET, roundNamedAt, roundTime, signatureIn } from '../../../server/governance/juries/beacon.ts';
import { isSignatureOf } from '../../../server/governance/juries/beacon-signature.ts';
import {
  ALIAS_13335,
  answerOf,
  BEFORE_ROUND_1000,
  NO_SIGNATURES,
  ROUND_1000,
  ROUNDS,
} from '../../support/drand-rounds.ts';

describe('quicknet', () => {
  it('is the chain whose hash is pinned: every number here is in that hash', () => {
    const numbers = Buffer.alloc(12);
    numbers.writeUInt32BE(QUICKNET.period);
    numbers.writeBigInt64BE(BigInt(QUICKNET.genesis), 4);
    const rest = [QUICKNET.publicKey, QUICKNET.groupHash].map((hex) => Buffer.from(hex, 'hex'));
    const all = Buffer.concat([numbers, ...rest, Buffer.from(QUICKNET.name)]);
    expect(createHash('sha256').update(all).digest('hex')).toBe(QUICKNET.hash);
  });

  it.each(ROUNDS)(
    'round $round is signed as it was published, and is no other round',
    ({ round, signature, randomness }) => {
      expect(isSignatureOf(round, signature)).toBe(true);
      expect(isSignatureOf(round + 1, signature)).toBe(false);
      expect(createHash('sha256').update(Buffer.from(signature, 'hex')).digest('hex')).toBe(randomness);
    },
  );

  it.each(NO_SIGNATURES)('%s is no signature of round 1000', (_, signature) => {
    expect(isSignatureOf(1000, signature)).toBe(false);
  });

  it('takes no second way to write a signature, which would leave a choice', () => {
    expect(isSignatureOf(13_335, ALIAS_13335)).toBe(false);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])('has no round %s', (round) => {
    expect(isSignatureOf(round, ROUND_1000.signature)).toBe(false);
  });

  it('no bit of a signature can be changed', () => {
    const flipped = (bit: number) => {
      const bytes = Buffer.from(ROUND_1000.signature, 'hex');
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return bytes.toString('hex');
    };
    fc.assert(
      fc.property(fc.nat(383), (bit) => !isSignatureOf(1000, flipped(bit))),
      { numRuns: 60 },
    );
  });
});

describe('the round of a draw', () => {
  it('is published ten minutes after it is named at the earliest, eleven at the latest, and follows from the time alone', () => {
    const times = fc.date({ min: roundTime(1), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(times, (at) => {
        const { chain, round } = roundNamedAt(at);
        const ahead = roundTime(round).getTime() - at.getTime();
        return chain === QUICKNET.hash && round % 20 === 0 && ahead >= 600_000 && ahead < 660_000;
      }),
      { numRuns: 10_000 },
    );
    expect(roundNamedAt(BEFORE_ROUND_1000).round).toBe(1000);
  });

  it('is found in what a relay answers, or by itself', () => {
    const { signature } = ROUND_1000;
    for (const said of [signature, answerOf(ROUND_1000), ` ${signature.toUpperCase()}\n`]) {
      expect(signatureIn(said)).toBe(signature);
    }
    for (const said of ['', 'none', ROUND_1000.randomness, `${signature}00`, `0${signature}`])
      expect(signatureIn(said)).toBeNull();
  });
});
