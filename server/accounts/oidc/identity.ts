import { createHash } from 'node:crypto';
import { oneLine } from '../../community/text.ts';
import type { Identity } from '../../ports/ways-in.ts';
import type { Provider } from './provider.ts';

const LONGEST_ORGANISATION = 100;

/**
 * Who somebody is by a provider's word. Issuer and subject alone say that (OpenID Connect Core §5.7): an address, a
 * name, whatever else may stand in the token can be given to somebody else, and is not looked at.
 */
export function identityOf(
  provider: Provider,
  claims: { readonly iss: string; readonly sub: string; readonly [claim: string]: unknown },
  since: Date,
): Identity {
  const key = createHash('sha256')
    .update(JSON.stringify([claims.iss, claims.sub]))
    .digest('base64url');
  const said = provider.organisationClaim === undefined ? undefined : claims[provider.organisationClaim];
  const organisation = typeof said === 'string' ? oneLine(said).slice(0, LONGEST_ORGANISATION) : '';
  const { issuer, name } = provider;
  return { key, issuer, name, since, ...(organisation === '' ? {} : { organisation }) };
}
