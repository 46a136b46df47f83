import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a server asks a browser for, as far as it is used here. */
export interface Asked {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
}

/** How an answer is to differ from what an honest browser and an honest key would give. */
export interface Bent {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly counter?: number;
  /** Nobody showed who she is. */
  readonly unverified?: boolean;
  readonly userHandle?: string | null;
  /** The credential that it says it is. */
  readonly id?: string;
  /** Signed by another key. */
  readonly key?: KeyObject;
}

const b64 = (bytes: Buffer): string => bytes.toString('base64url');
const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

/**
 * A browser with an authenticator (WebAuthn Level 3, ES256), written from the specification, that can also answer what
 * no browser would: browsers check the origin themselves, so attacks have to come without one.
 */
export class Authenticator {
  readonly id: string;
  readonly key: KeyObject;
  counter = 0;
  private readonly origin: string;
  private userHandle: string | null = null;

  constructor(origin: string, id = b64(randomBytes(32))) {
    this.origin = origin;
    this.id = id;
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  }

  /** A new key, without attestation (§6.5, §8.7). */
  create(asked: Asked, bent: Bent = {}): string {
    this.userHandle = asked.user?.id ?? null;
    const clientData = this.clientData(asked, { type: 'webauthn.create', ...bent });
    const id = Buffer.from(bent.id ?? this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, this.coseKey()]);
    const authData = Buffer.concat([this.authData(bent.rpId ?? asked.rp?.id ?? '', bent, 0x40), attested]);
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    return this.answer(bent, {
      clientDataJSON: b64(clientData),
      attestationObject: b64(attestation),
      transports: ['internal'],
    });
  }

  /** A signature by the key (§6.3.3); it counts up by one unless it is told what to say. */
  get(asked: Asked, bent: Bent = {}): string {
    this.counter = bent.counter ?? this.counter + 1;
    const clientData = this.clientData(asked, { type: 'webauthn.get', ...bent });
    const authData = this.authData(bent.rpId ?? asked.rpId ?? '', bent, 0);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), bent.key ?? this.key);
    const userHandle = bent.userHandle === undefined ? this.userHandle : bent.userHandle;
    return this.answer(bent, {
      clientDataJSON: b64(clientData),
      authenticatorData: b64(authData),
      signature: b64(signature),
      ...(userHandle === null ? {} : { userHandle }),
    });
  }

  private answer(bent: Bent, response: object): string {
    const id = bent.id ?? this.id;
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  private clientData(asked: Asked, { type, challenge = asked.challenge, origin = this.origin }: Bent): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private authData(rpId: string, { unverified = false }: Bent, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags | (unverified ? 0x01 : 0x05)]), counter]);
  }

  /** RFC 9053 §7.1: kty EC2, alg ES256, crv P-256. */
  private coseKey(): Buffer {
    const { x = '', y = '' } = this.key.export({ format: 'jwk' });
    return cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
  }
}

/** RFC 8949, as much of it as is needed. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, pairs.length), ...pairs.flatMap(([name, one]) => [cbor(name), cbor(one)])]);
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  if (count < 256) return Buffer.from([(major << 5) | 24, count]);
  return Buffer.from([(major << 5) | 25, count >> 8, count & 0xff]);
}
