import type { KeyObject } from 'node:crypto';
import { signRequest } from '@fedify/fedify/sig';

/** Signs a request with HTTP Message Signatures (RFC 9421) as Fedify does; answers all headers, lower case. */
export async function signMessage({
  method = 'POST',
  url,
  body,
  keyId,
  privateKey,
  components,
}: {
  readonly method?: string;
  readonly url: string;
  readonly body?: string;
  readonly keyId: string;
  readonly privateKey: KeyObject;
  /** What to cover beside the body's digest, when not what Fedify covers by itself. */
  readonly components?: readonly string[];
}): Promise<Record<string, string>> {
  const der = privateKey.export({ type: 'pkcs8', format: 'der' });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('pkcs8', new Uint8Array(der), algorithm, true, ['sign']);
  const headers = { 'content-type': 'application/activity+json' };
  const request = new Request(url, { method, headers, ...(body === undefined ? {} : { body }) });
  const signed = await signRequest(request, key, new URL(keyId), {
    spec: 'rfc9421',
    ...(components && { rfc9421: { components: components.map((value) => ({ value, params: {} })) } }),
  });
  return Object.fromEntries(signed.headers);
}
