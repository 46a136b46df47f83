import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';

/** A certificate and its key, as PEM. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

/** An authority that nobody but a test trusts, and what it vouches for. */
export interface TestCa {
  /** What clients must trust, as PEM. */
  readonly certificate: string;
  /** A certificate for servers of these names on loopback. */
  identityFor(names: readonly string[]): Identity;
}

const DAY_MS = 86_400_000;

/** Makes an authority with a key of its own (RFC 5280, ECDSA over P-256), good for a month. */
export function createTestCa(): TestCa {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = nameOf('Folkmoot test authority');
  const authority = certificateOf({
    subject: name,
    publicKey: keys.publicKey,
    issuer: { name, keys },
    extensions: [
      extension(OID.basicConstraints, sequence(BOOLEAN_TRUE), true),
      extension(OID.keyUsage, KEY_CERT_SIGN, true),
    ],
  });
  return {
    certificate: authority,
    identityFor(names) {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const certificate = certificateOf({
        subject: nameOf(names[0] ?? 'localhost'),
        publicKey: own.publicKey,
        issuer: { name, keys },
        extensions: [
          extension(OID.basicConstraints, sequence(), true),
          extension(OID.extendedKeyUsage, sequence(OID.serverAuth)),
          extension(OID.subjectAltName, sequence(...names.map((host) => tagged(0x82, Buffer.from(host))), LOOPBACK)),
        ],
      });
      if (!new X509Certificate(certificate).verify(keys.publicKey))
        throw new Error('the certificate was not made right');
      return { certificate, key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string };
    },
  };
}

interface Parts {
  readonly subject: Buffer;
  readonly publicKey: KeyObject;
  readonly issuer: {
    readonly name: Buffer;
    readonly keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  };
  readonly extensions: readonly Buffer[];
}

function certificateOf({ subject, publicKey, issuer, extensions }: Parts): string {
  const algorithm = sequence(OID.ecdsaWithSha256);
  const now = Date.now();
  const signed = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    issuer.name,
    sequence(time(now - DAY_MS), time(now + 30 * DAY_MS)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      0xa3,
      sequence(
        ...extensions,
        extension(OID.subjectKeyIdentifier, tagged(0x04, keyIdOf(publicKey))),
        extension(OID.authorityKeyIdentifier, sequence(tagged(0x80, keyIdOf(issuer.keys.publicKey)))),
      ),
    ),
  );
  const signature = sign('sha256', signed, issuer.keys.privateKey);
  const whole = sequence(signed, algorithm, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** DER: a tag, the length, the content (X.690 §8.1). */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...bytes]), content]);
}
const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));
const oid = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));
const time = (at: number): Buffer =>
  tagged(
    0x17,
    Buffer.from(
      `${new Date(at)
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/g, '')
        .slice(2)}`,
    ),
  );
const nameOf = (name: string): Buffer =>
  sequence(tagged(0x31, sequence(OID.commonName, tagged(0x0c, Buffer.from(name)))));
const keyIdOf = (key: KeyObject): Buffer =>
  createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();

const BOOLEAN_TRUE = tagged(0x01, Buffer.from([0xff]));
/** One bit of eight: seven are unused after the sixth, which is `keyCertSign`. */
const KEY_CERT_SIGN = tagged(0x03, Buffer.from([2, 0x04]));
const LOOPBACK = tagged(0x87, Buffer.from([127, 0, 0, 1]));

const extension = (name: Buffer, value: Buffer, critical = false): Buffer =>
  sequence(name, ...(critical ? [BOOLEAN_TRUE] : []), tagged(0x04, value));

const OID = {
  ecdsaWithSha256: oid('2a8648ce3d040302'),
  commonName: oid('550403'),
  basicConstraints: oid('551d13'),
  keyUsage: oid('551d0f'),
  extendedKeyUsage: oid('551d25'),
  serverAuth: oid('2b06010505070301'),
  subjectAltName: oid('551d11'),
  subjectKeyIdentifier: oid('551d0e'),
  authorityKeyIdentifier: oid('551d23'),
};
