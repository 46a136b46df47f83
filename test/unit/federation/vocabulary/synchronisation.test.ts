import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  followersDigest,
  readSynchronisation,
  writeSynchronisation,
} from '../../../../federation/vocabulary/synchronisation.ts';

const followers = 'https://north.example/actors/guild/followers';
const url = 'https://north.example/actors/guild/followers_synchronization';
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

describe('what is said of followers (FEP-8fcf)', () => {
  it('is, of one, the SHA-256 of its id; of nobody, zeros', () => {
    expect(followersDigest(['https://testing.example.org/users/1'])).toBe(sha('https://testing.example.org/users/1'));
    expect(followersDigest([])).toBe('0'.repeat(64));
  });

  it('is the exclusive or of the digests of all', () => {
    const [a, b] = [sha('a'), sha('b')].map((hex) => BigInt(`0x${hex}`)) as [bigint, bigint];
    expect(followersDigest(['a', 'b'])).toBe((a ^ b).toString(16).padStart(64, '0'));
  });

  it('does not depend on their order, nor on one named twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.webUrl(), { maxLength: 20 }), (ids) => {
        expect(followersDigest([...ids, ...ids].reverse())).toBe(followersDigest(ids));
      }),
    );
  });

  it('is read as it was written, and in Mastodon’s order', () => {
    const said = { collectionId: followers, url, digest: sha('a') };
    expect(readSynchronisation(writeSynchronisation(said))).toEqual(said);
    const theirs = `collectionId="${followers}", digest="${said.digest.toUpperCase()}", url="${url}"`;
    expect(readSynchronisation(theirs)).toEqual(said);
  });

  it.each([
    ['nothing', ''],
    ['no digest', `collectionId="${followers}", url="${url}"`],
    ['a digest of another length', `collectionId="${followers}", url="${url}", digest="abc"`],
    ['noise', '"""===,,,'],
  ])('is no header: %s', (_, header) => expect(readSynchronisation(header)).toBeUndefined());
});
