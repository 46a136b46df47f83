import type { Request } from 'express';
import type { Configuration, IDToken } from 'openid-client';
import type { AuthenticateOptions } from 'openid-client/passport';
import type { Strategy } from 'passport';

/** What a strategy for one request is made with. */
export interface Way {
  readonly configuration: Configuration;
  /** Where the provider leads back to: each provider to a place of its own (RFC 9700 §4.4). */
  readonly callback: URL;
  /** The field of the session that remembers what was asked. */
  readonly sessionKey: string;
  /** To prove who somebody is anew: the provider has to ask her now, whatever it remembers. */
  readonly anew: boolean;
  /** Whom what the provider says leads to. */
  readonly lookUp: (claims: IDToken) => Promise<Express.User | null>;
}

/** What passport is told: whether the browser is to be led to the provider, or comes back from it. */
export interface Half extends AuthenticateOptions {
  readonly half: 'there' | 'back';
}

/**
 * The strategy of openid-client, with state and nonce besides PKCE, whatever the provider says it can do, and with
 * addresses from the configuration instead of the request.
 */
export async function oidcStrategy({ configuration, callback, sessionKey, anew, lookUp }: Way): Promise<Strategy> {
  const [client, { Strategy: OpenIdStrategy }] = await Promise.all([
    import('openid-client'),
    import('openid-client/passport'),
  ]);
  class ProviderStrategy extends OpenIdStrategy {
    override authorizationRequestParams<Options extends AuthenticateOptions>(request: Request, options: Options) {
      const params = new URLSearchParams(super.authorizationRequestParams(request, options));
      params.set('state', client.randomState());
      params.set('nonce', client.randomNonce());
      if (anew) {
        params.set('max_age', '0');
        params.set('prompt', 'login');
      }
      return params;
    }
    override currentUrl(request: Request): URL {
      return new URL(request.originalUrl, callback);
    }
    override shouldInitiateAuthRequest(_request: Request, _url: URL, options: AuthenticateOptions): boolean {
      return (options as Half).half === 'there';
    }
  }
  const strategy = new ProviderStrategy(
    { config: configuration, name: 'oidc', sessionKey, callbackURL: callback, scope: 'openid' },
    async (tokens, verified) => {
      const claims = tokens.claims();
      const user = claims === undefined ? null : await lookUp(claims);
      verified(null, user ?? false);
    },
  );
  // Passport's type asks of a strategy to do without its own parts.
  return strategy as unknown as Strategy;
}
