import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets unreadable in the database: whoever has only the database cannot act in anybody's name. */
export interface Sealer {
  /** @param about whose secret it is; a sealed text moved to another document cannot be opened there */
  seal(secret: string, about: string): string;
  /** Throws a SealingFault. */
  unseal(sealed: string, about: string): string;
  /**
   * A keyed hash (HMAC-SHA256, base64url), by which a text can be found that is kept sealed: the same text has the same
   * one for the same use, and whoever has the database alone cannot try texts until one fits.
   */
  fingerprint(text: string, use: string): string;
}

/** A sealed text that cannot be opened. `message` is for the log, `advice` tells the operator what to do. */
class SealingFault extends Error {
  readonly advice: string;

  constructor(message: string, advice: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'SealingFault';
    this.advice = advice;
  }
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
/** 96 bits, at random for each text (NIST SP 800-38D §8.2.2): safe for far more texts than a server has actors. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals with AES-256-GCM. The text is `v1.<key id>.<iv>.<tag>.<ciphertext>`, base64url.
 *
 * @param masterKey 32 bytes, kept outside the database
 */
export function createSealer(masterKey: Buffer): Sealer {
  if (masterKey.length !== KEY_BYTES)
    throw new RangeError(`the master key has ${masterKey.length} bytes, not ${KEY_BYTES}`);
  const keyId = createHash('sha256').update('folkmoot key id').update(masterKey).digest('hex').slice(0, 8);
  const hashing = Buffer.from(hkdfSync('sha256', masterKey, '', 'folkmoot/fingerprint/1', KEY_BYTES));
  return {
    fingerprint: (text, use) => createHmac('sha256', hashing).update(`${use}\0${text}`).digest('base64url'),
    seal(secret, about) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, masterKey, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url'));
      return ['v1', keyId, ...parts].join('.');
    },
    unseal(sealed, about) {
      const [version, sealedWith, iv, tag, body] = sealed.split('.');
      if (version !== 'v1' || iv === undefined || tag === undefined || body === undefined) throw damaged(about);
      if (sealedWith !== keyId) throw anotherKey(about, { sealedWith: `${sealedWith}`, keyId });
      try {
        const decipher = createDecipheriv(ALGORITHM, masterKey, Buffer.from(iv, 'base64url'), {
          authTagLength: TAG_BYTES,
        })
          .setAAD(Buffer.from(about))
          .setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw damaged(about, cause);
      }
    },
  };
}

function damaged(about: string, cause?: unknown): SealingFault {
  return new SealingFault(
    `the sealed secret of ${about} was changed`,
    `The private key of ${about} in the database was changed and cannot be used. Restore the database from a backup.`,
    cause,
  );
}

function anotherKey(about: string, { sealedWith, keyId }: { sealedWith: string; keyId: string }): SealingFault {
  return new SealingFault(
    `the secret of ${about} was sealed with key ${sealedWith}, and this server has key ${keyId}`,
    'Private keys in the database were sealed with another secret key than this server has. Start it with the key it had before: SECRET_KEY, or the key file in the data directory.',
  );
}
