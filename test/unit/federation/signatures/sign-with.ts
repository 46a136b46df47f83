import { type KeyObject, sign } from 'node:crypto';
import type { IncomingRequest } from '../../../../federation/signatures/draft-cavage.ts';

/** Signs a request the way a careless or hostile sender might: any list of headers, any parameters, given raw. */
export function signWith(
  privateKey: KeyObject,
  request: IncomingRequest,
  names: readonly string[],
  parameters: Readonly<Record<string, string>>,
): IncomingRequest {
  const pseudo: Record<string, string | undefined> = {
    '(request-target)': `${request.method.toLowerCase()} ${request.path}`,
    '(created)': parameters.created?.replaceAll('"', ''),
    '(expires)': parameters.expires?.replaceAll('"', ''),
  };
  const text = names.map((name) => `${name}: ${pseudo[name] ?? request.headers[name]}`).join('\n');
  const hash = privateKey.asymmetricKeyType === 'rsa' ? 'sha256' : undefined;
  const signature = sign(hash, Buffer.from(text), privateKey).toString('base64');
  const all: Record<string, string> = { headers: `"${names.join(' ')}"`, ...parameters, signature: `"${signature}"` };
  const header = Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
  return { ...request, headers: { ...request.headers, signature: header } };
}
