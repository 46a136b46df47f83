import OAuth2Server from '@node-oauth/oauth2-server';
import type { Person } from '../../community/person.ts';
import type { Stores } from '../../ports/index.ts';
import type { ClientApp } from '../../ports/oauth.ts';
import { hashOf, newSecret } from './apps.ts';
import { DEFAULT_SCOPES, within } from './scopes.ts';

export interface ProviderNeeds extends Pick<Stores, 'clientApps' | 'authorizationCodes' | 'accessTokens' | 'people'> {
  /** The machine's time: codes and tokens go by it. */
  readonly wall: () => Date;
}

type Fields = Readonly<Record<string, string>>;

/** A request of OAuth 2 that was refused: `error` is the code of RFC 6749 §4.1.2.1 or §5.2. */
export class OAuthRefusal extends Error {
  readonly error: string;
  readonly status: number;
  constructor(error: string, text: string, status: number) {
    super(text);
    this.error = error;
    this.status = status;
  }
}

export interface IssuedToken {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly scope: string;
  /** Seconds since 1970. */
  readonly created_at: number;
}

/** OAuth 2 as apps of Mastodon's API use it: codes with or without PKCE, and client credentials. No passwords. */
export interface Provider {
  /** A code for what somebody has just allowed. Throws `OAuthRefusal`. */
  authorize(fields: Fields, person: Person): Promise<string>;
  /** A token for a code, or for the app itself. Throws `OAuthRefusal`. */
  token(fields: Fields, authorization: string | undefined): Promise<IssuedToken>;
}

const TEN_MINUTES_S = 600;
/** Tokens do not end by themselves; the library wants a number, which is told to nobody. */
const NEVER_TOLD_S = 86_400;

/**
 * The library parses redirect addresses by Node's old `url.parse`, which refuses some that apps use
 * (`urn:ietf:wg:oauth:2.0:oob`, `icecubesapp://`): it gets to see an address that stands for each, and compares those.
 */
const standIn = (redirectUri: string): string => `https://redirect.invalid/${hashOf(redirectUri)}`;

export function createProvider(needs: ProviderNeeds): Provider {
  const server = new OAuth2Server({
    model: modelOf(needs),
    authorizationCodeLifetime: TEN_MINUTES_S,
    accessTokenLifetime: NEVER_TOLD_S,
    allowEmptyState: true,
  });
  return {
    async authorize(fields, person) {
      const request = new OAuth2Server.Request({ headers: {}, method: 'POST', query: {}, body: withStandIn(fields) });
      const authenticateHandler = { handle: () => ({ person }) };
      const answer = new OAuth2Server.Response({});
      const code = await refusing(() => server.authorize(request, answer, { authenticateHandler }));
      return code.authorizationCode;
    },
    async token(fields, authorization) {
      const body = withStandIn(fields);
      const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1' };
      const headers = { ...type, ...(authorization === undefined ? {} : { authorization }) };
      const request = new OAuth2Server.Request({ headers, method: 'POST', query: {}, body });
      const token = await refusing(() => server.token(request, new OAuth2Server.Response({})));
      return {
        access_token: token.accessToken,
        token_type: 'Bearer',
        scope: (token.scope ?? []).join(' '),
        created_at: Math.floor(needs.wall().getTime() / 1000),
      };
    },
  };
}

const withStandIn = (fields: Fields): Fields =>
  fields.redirect_uri === undefined ? fields : { ...fields, redirect_uri: standIn(fields.redirect_uri) };

async function refusing<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    // What the model itself throws comes wrapped: a bug or a database that is away, not the app's fault.
    if (error instanceof OAuth2Server.ServerError) throw (error as { readonly inner?: unknown }).inner ?? error;
    if (error instanceof OAuth2Server.OAuthError) throw new OAuthRefusal(error.name, error.message, statusOf(error));
    throw error;
  }
}

const statusOf = ({ name, code }: OAuth2Server.OAuthError): number => (name === 'invalid_client' ? 401 : code);

type Model = OAuth2Server.AuthorizationCodeModel & OAuth2Server.ClientCredentialsModel;
const GRANTS = ['authorization_code', 'client_credentials'];

const toClient = ({ id, redirectUris, scopes }: ClientApp): OAuth2Server.Client => ({
  id,
  redirectUris: redirectUris.map(standIn),
  grants: GRANTS,
  scopes,
});

function modelOf({ clientApps, authorizationCodes, accessTokens, people, wall }: ProviderNeeds): Model {
  return {
    async getClient(id, secret) {
      const app = await clientApps.get(id);
      // `null` where the person is asked; a token is given only for the secret, with PKCE as well.
      const proven = secret === null || (typeof secret === 'string' && app?.secretHash === hashOf(secret));
      return app !== null && proven ? toClient(app) : false;
    },
    generateAuthorizationCode: async () => newSecret(),
    generateAccessToken: async () => newSecret(),
    async validateScope(_user, client, scope) {
      const asked = scope === undefined || scope.length === 0 ? [...DEFAULT_SCOPES] : scope;
      return within(client.scopes as readonly string[], asked) ? asked : false;
    },
    async saveAuthorizationCode(code, client, user) {
      await authorizationCodes.add({
        id: hashOf(code.authorizationCode),
        app: client.id,
        person: (user as { person: Person }).person.iri,
        redirectUri: code.redirectUri,
        scopes: code.scope ?? [],
        expiresAt: new Date(wall().getTime() + TEN_MINUTES_S * 1000),
        used: 0,
        ...(code.codeChallenge === undefined ? {} : { challenge: code.codeChallenge }),
      });
      return { ...code, client, user };
    },
    async getAuthorizationCode(given) {
      const id = hashOf(given);
      const code = await authorizationCodes.get(id);
      if (code === null) return false;
      // Used again: somebody else may have it, so what it was given for ends (RFC 9700 §4.5).
      if (code.used > 0) await accessTokens.revokeOfCode(id);
      const [app, person] = await Promise.all([clientApps.get(code.app), people.byIri(code.person)]);
      if (code.used > 0 || code.expiresAt <= wall() || app === null || person === null || person.goneAt) return false;
      return {
        authorizationCode: given,
        expiresAt: code.expiresAt,
        redirectUri: code.redirectUri,
        scope: [...code.scopes],
        client: toClient(app),
        user: { person },
        ...(code.challenge === undefined ? {} : { codeChallenge: code.challenge, codeChallengeMethod: 'S256' }),
      };
    },
    async revokeAuthorizationCode({ authorizationCode }) {
      return (await authorizationCodes.use(hashOf(authorizationCode))) === 1;
    },
    async getUserFromClient() {
      return { app: true };
    },
    async saveToken(token, client, user) {
      const { person } = user as { person?: Person };
      const code = (token as { authorizationCode?: string }).authorizationCode;
      await accessTokens.add({
        id: hashOf(token.accessToken),
        app: client.id,
        scopes: token.scope ?? [],
        createdAt: wall(),
        ...(person === undefined ? {} : { person: person.iri }),
        ...(code === undefined ? {} : { code: hashOf(code) }),
      });
      // Handed in again while this one was on its way.
      if (code !== undefined && (await authorizationCodes.get(hashOf(code)))?.used !== 1) {
        await accessTokens.revokeOfCode(hashOf(code));
        return false;
      }
      return { ...token, client, user };
    },
    getAccessToken: async () => false,
  };
}
