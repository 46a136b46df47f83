import { constants, createPrivateKey, privateDecrypt, publicEncrypt } from 'node:crypto';
import { fromBase64Url, toBase64Url } from '../../governance/secret/crypto/bytes.ts';

/** The raw RSA operation (RFC 9474 §4.3), with its check against faults; `null` for what is no number below n. */
export function blindSign(pem: string, blinded: string): string | null {
  const key = createPrivateKey(pem);
  const size = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  const bytes = fromBase64Url(blinded, size);
  if (bytes === null) return null;
  const raw = { key, padding: constants.RSA_NO_PADDING };
  try {
    const signature = privateDecrypt(raw, bytes);
    return publicEncrypt(raw, signature).equals(bytes) ? toBase64Url(signature) : null;
  } catch {
    return null;
  }
}
