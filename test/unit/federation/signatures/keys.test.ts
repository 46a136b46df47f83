import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createPublicKeys, generateKeys, publicKeyFromPem } from '../../../../federation/signatures/keys.ts';

const pemOf = (bits: number): string =>
  generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ type: 'spki', format: 'pem' }).toString();

describe('keys', () => {
  it('ours are RSA-2048, as SPKI and PKCS #8', async () => {
    const { publicKeyPem, privateKeyPem } = await generateKeys();
    expect(publicKeyPem).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    expect(privateKeyPem).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(publicKeyFromPem(publicKeyPem)?.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(publicKeyFromPem(privateKeyPem)).toBeUndefined();
  });

  it('theirs may be PKCS #1 or Ed25519, but not short, of another curve or nonsense', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    const elliptic = curve.export({ type: 'spki', format: 'pem' }).toString();
    expect(publicKeyFromPem(publicKey.export({ type: 'pkcs1', format: 'pem' }).toString())).toBeDefined();
    expect(publicKeyFromPem(ed25519)?.asymmetricKeyType).toBe('ed25519');
    for (const pem of [pemOf(1024), elliptic, '', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n']) {
      expect(publicKeyFromPem(pem)).toBeUndefined();
    }
  });

  it('are parsed once while they are remembered', () => {
    const [first, second, third] = [pemOf(2048), pemOf(2048), pemOf(2048)];
    const keys = createPublicKeys({ limit: 2 });
    const parsed = keys.fromPem(first);
    keys.fromPem(second);
    expect(keys.fromPem(first)).toBe(parsed);
    keys.fromPem(third);
    expect(keys.fromPem(first)).toBe(parsed);
    const again = keys.fromPem(second);
    expect(keys.fromPem(second)).toBe(again);
  });
});
