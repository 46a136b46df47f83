import { createECDH, createPrivateKey, createPublicKey, hkdfSync, randomBytes, sign } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Signing } from './record/note.ts';

/** Keys that are not in the database: a copy of the database alone opens nothing. */
export interface Secrets {
  /** Seals actors' private keys; 32 bytes. */
  readonly sealing: Buffer;
  /** Signs session cookies. */
  readonly cookies: string;
  /** Signs links that let somebody do one thing without an account here; 32 bytes. */
  readonly capabilities: Buffer;
  /** Signs addresses for answers by e-mail; 32 bytes. */
  readonly replyAddresses: Buffer;
  /** Makes what passkeys know their owners by; 32 bytes. */
  readonly passkeyHandles: Buffer;
  /** Proves the operator to this server's operator routes. */
  readonly operatorToken: string;
  /** Signs the checkpoints of this server's records, and countersigns others' (Ed25519). */
  readonly recordKey: Signing;
  /** Says to push services who sends (VAPID, RFC 8292). */
  readonly push: PushKeys;
}

/** A key pair of P-256, base64url without padding: the uncompressed point, and the number. */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/**
 * The master key from the configuration, or from a file that is made once (readable by its owner alone), and what is
 * derived from it (HKDF, RFC 5869).
 */
export function loadSecrets({
  dataDir,
  secretKey,
}: {
  readonly dataDir: string;
  readonly secretKey?: string;
}): Secrets {
  const master = Buffer.from(secretKey ?? keyFile(path.join(dataDir, 'secrets', 'master.key')), 'hex');
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `folkmoot/${purpose}/1`, 32));
  return {
    sealing: derive('sealing'),
    cookies: derive('cookies').toString('hex'),
    capabilities: derive('capabilities'),
    replyAddresses: derive('reply-addresses'),
    passkeyHandles: derive('passkey-handles'),
    operatorToken: derive('operator').toString('base64url'),
    recordKey: signingWith(derive('record')),
    push: pushKeysFrom(derive),
  };
}

/** Of 2³² numbers of 32 bytes one is none that P-256 takes as a key; then the next one is. */
function pushKeysFrom(derive: (purpose: string) => Buffer, nth = 0): PushKeys {
  const pair = createECDH('prime256v1');
  const key = derive(`push ${nth}`);
  try {
    pair.setPrivateKey(key);
  } catch {
    return pushKeysFrom(derive, nth + 1);
  }
  return { publicKey: pair.getPublicKey('base64url'), privateKey: key.toString('base64url') };
}

/** The PKCS #8 form of RFC 8410 §7 up to the seed's 32 bytes. */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** An Ed25519 key from its seed, which stays in here. */
function signingWith(seed: Buffer): Signing {
  const key = createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { publicKey, sign: (message) => sign(null, message, key) };
}

function keyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const key = randomBytes(32).toString('hex');
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    return readFileSync(file, 'utf8').trim();
  }
}
