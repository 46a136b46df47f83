import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { communityIri, digest } from '../../../server/community/ids.ts';
import {
  type Checkpoint,
  checkpointText,
  cosign,
  cosignedAt,
  openCheckpoint,
  readCheckpoint,
  rootFrom,
  signCheckpoint,
} from '../../../server/record/checkpoint.ts';
import {
  keyLine,
  openNote,
  readKeyLine,
  type Signing,
  signatureLine,
  splitNote,
  verifiesLine,
} from '../../../server/record/note.ts';

/** A signer with a key that is made from a seed, as the server's is. */
function signerFrom(seed: Buffer): Signing {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { publicKey: spki.subarray(-32), sign: (message) => sign(null, message, key) };
}
/** The example that Go's own implementation of signed notes is documented and tested with. */
const GO = {
  seed: Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1),
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  note:
    'If you think cryptography is the answer to your problem,\n' +
    'then you don’t know what your problem is.\n'.replace('’', "'") +
    '\n' +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const FORGE = communityIri('https://south.example/actors/forge');
const GUILD = communityIri('https://north.example/actors/guild');
const guild = signerFrom(Buffer.alloc(32, 1));
const forge = signerFrom(Buffer.alloc(32, 2));
const checkpoint: Checkpoint = { origin: GUILD, size: 57, root: digest('ab'.repeat(32)) };
const NOON = new Date('2026-03-01T12:00:00.000Z');

describe('a signed note', () => {
  it('is the one that Go signs with the same key, and reads Go’s', () => {
    const signer = signerFrom(GO.seed);
    const signature = { name: 'PeterNeumann', type: 'ed25519' } as const;
    expect(keyLine(signature, signer.publicKey)).toBe(GO.key);
    const note = splitNote(GO.note);
    if (note === undefined) throw new Error('it cannot be taken apart');
    expect(`${note.text}\n${signatureLine(note.text, signature, signer)}`).toBe(GO.note);
    const read = readKeyLine(GO.key);
    if (read === undefined) throw new Error('the key cannot be read');
    expect(openNote(note, read.signature, read.key)).toBe(true);
    expect(openNote({ ...note, text: note.text.replace('your', 'my') }, read.signature, read.key)).toBe(false);
  });

  it('tells a key that was changed from one that was not', () => {
    expect(readKeyLine(GO.key.replace('c74f20a3', 'c74f20a4'))).toBeUndefined();
    expect(readKeyLine(GO.key.replace('PeterNeumann', 'PeterNewmann'))).toBeUndefined();
    expect(readKeyLine('nonsense')).toBeUndefined();
  });

  it('without signatures, or with control characters, is none', () => {
    expect(splitNote('one line\n')).toBeUndefined();
    expect(splitNote('text\n\nno dash\n')).toBeUndefined();
    expect(splitNote('te\u0007xt\n\n— a AAAA\n')).toBeUndefined();
  });
});

describe('a checkpoint', () => {
  it('says origin, size and root, a line each, and is the same whenever it is asked for', () => {
    const note = signCheckpoint(checkpoint, guild);
    expect(note).toBe(signCheckpoint(checkpoint, guild));
    expect(note.split('\n').slice(0, 4)).toEqual([GUILD, '57', Buffer.alloc(32, 0xab).toString('base64'), '']);
    expect(openCheckpoint(note, guild.publicKey)).toEqual({ text: checkpointText(checkpoint), checkpoint });
  });

  it('that somebody else signed, or that was changed, is not believed', () => {
    const note = signCheckpoint(checkpoint, guild);
    expect(openCheckpoint(note, forge.publicKey)).toBeUndefined();
    expect(openCheckpoint(note.replace('57', '58'), guild.publicKey)).toBeUndefined();
    expect(openCheckpoint(signCheckpoint({ ...checkpoint, origin: FORGE }, guild), forge.publicKey)).toBeUndefined();
  });

  it('is read back from its own text, and from nothing that merely looks like one', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, bytes) => {
        const one = { origin: GUILD, size, root: digest(Buffer.from(bytes).toString('hex')) };
        expect(readCheckpoint(checkpointText(one))).toEqual(one);
      }),
    );
    for (const text of ['', `${GUILD}\n057\nAAAA\n`, `${GUILD}\n5\nAAAA\n`, `\n5\n${'A'.repeat(43)}=\n`])
      expect(readCheckpoint(text)).toBeUndefined();
  });

  it('is found again by what somebody wrote down of it', () => {
    expect(rootFrom(` ${Buffer.alloc(32, 0xab).toString('base64')}\n`)).toBe(checkpoint.root);
    expect(rootFrom('AB'.repeat(32))).toBe(checkpoint.root);
    expect(rootFrom('none')).toBeUndefined();
  });
});

describe('a cosignature', () => {
  const text = checkpointText(checkpoint);
  const line = cosign(text, FORGE, NOON, forge);

  it('says when another community saw the checkpoint', () => {
    expect(cosignedAt(text, line, FORGE, forge.publicKey)).toEqual(NOON);
  });

  it('holds for no other text, key, witness, time or kind of signature', () => {
    expect(cosignedAt(text.replace('57', '58'), line, FORGE, forge.publicKey)).toBeUndefined();
    expect(cosignedAt(text, line, FORGE, guild.publicKey)).toBeUndefined();
    expect(cosignedAt(text, line, GUILD, forge.publicKey)).toBeUndefined();
    const later = Buffer.from(line.split(' ').at(-1) ?? '', 'base64');
    later[11] = (later[11] ?? 0) + 1;
    expect(cosignedAt(text, `— ${FORGE} ${later.toString('base64')}\n`, FORGE, forge.publicKey)).toBeUndefined();
    expect(verifiesLine(text, line, { name: FORGE, type: 'ed25519' }, forge.publicKey)).toBeUndefined();
  });
});
