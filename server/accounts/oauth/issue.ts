import type { PersonIri } from '../../community/ids.ts';
import type { AccessTokens } from '../../ports/oauth.ts';
import { hashOf, newSecret } from './apps.ts';
import type { IssuedToken } from './provider.ts';

/**
 * A token for whom an app has just signed up. She is asked nothing more: she gave the app her password. Until her account
 * is open it lets the app ask for another letter, and nothing else.
 */
export async function issueToken(
  {
    house: { accessTokens },
    wall,
  }: { readonly house: { readonly accessTokens: AccessTokens }; readonly wall: () => Date },
  { app, scopes, person }: { readonly app: string; readonly scopes: readonly string[]; readonly person: PersonIri },
): Promise<IssuedToken> {
  const token = newSecret();
  const createdAt = wall();
  await accessTokens.add({ id: hashOf(token), app, scopes, createdAt, person });
  return {
    access_token: token,
    token_type: 'Bearer',
    scope: scopes.join(' '),
    created_at: Math.floor(createdAt.getTime() / 1000),
  };
}
