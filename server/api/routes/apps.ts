import { z } from 'zod';
import { hashOf, registerApp } from '../../accounts/oauth/apps.ts';
import { ALL_SCOPES } from '../../accounts/oauth/scopes.ts';
import type { ClientApp } from '../../ports/oauth.ts';
import { read, saidIn, words } from '../bodies.ts';
import { ApiError, refusalError } from '../errors.ts';
import type { ApiRoutes } from '../parts.ts';

/** One address, or several: in a list, or on a line each. */
const redirects = z
  .union([z.string(), z.array(z.string()).max(20)])
  .transform((said) => (Array.isArray(said) ? said : said.split(/\s+/)).filter((uri) => uri !== ''));

const registering = z.object({
  client_name: z.string().max(2000),
  redirect_uris: redirects,
  scopes: words(1000),
  website: words(2000),
});

/** Apps, and the tokens they act with (RFC 6749, 7009, 8414; Mastodon’s `apps`). */
export const appsRoutes: ApiRoutes = ({ house, oauth, wall, throttle, push }, router) => {
  const entityOf = (app: ClientApp) => ({ ...appEntity(app), vapid_key: push.publicKey });

  router.post('/api/v1/apps', async (request, response) => {
    const wait = await throttle.waitToRegister(request.ip ?? '');
    if (wait !== null) {
      response.set('Retry-After', String(wait));
      throw new ApiError(429, 'Too many apps were registered from your address. Try again in a quarter of an hour.');
    }
    const { client_name: name, redirect_uris: redirectUris, scopes, website } = read(request, registering);
    const registered = await registerApp(
      { clientApps: house.clientApps, now: wall() },
      { name, redirectUris, ...(scopes ? { scopes } : {}), ...(website ? { website } : {}) },
    );
    if (!registered.ok) throw refusalError(registered.refusal);
    const { app, secret } = registered.value;
    response.json({ ...entityOf(app), client_id: app.id, client_secret: secret, client_secret_expires_at: 0 });
  });

  router.get('/api/v1/apps/verify_credentials', async (request, response) => {
    const app = request.asking && (await house.clientApps.get(request.asking.app));
    if (!app) throw new ApiError(401, 'The access token is invalid');
    response.json(entityOf(app));
  });

  router.post('/oauth/token', async (request, response) => {
    const token = await oauth.token(textsIn(saidIn(request)), basicOf(request.get('Authorization')));
    response.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' }).json(token);
  });

  // An app that has lost its id sends the word “undefined”; the token alone proves enough to end it (RFC 7009).
  router.post('/oauth/revoke', async (request, response) => {
    const { token } = textsIn(saidIn(request));
    if (token !== undefined) await house.accessTokens.revoke(hashOf(token));
    response.json({});
  });

  router.get('/.well-known/oauth-authorization-server', (_request, response) => {
    const { origin } = house.addresses;
    response.json({
      issuer: `${origin}/`,
      authorization_endpoint: `${origin}/oauth/authorize`,
      token_endpoint: `${origin}/oauth/token`,
      revocation_endpoint: `${origin}/oauth/revoke`,
      app_registration_endpoint: `${origin}/api/v1/apps`,
      scopes_supported: ALL_SCOPES,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      code_challenge_methods_supported: ['S256'],
    });
  });
};

const appEntity = (app: ClientApp) => ({
  id: app.id,
  name: app.name,
  website: app.website ?? null,
  scopes: app.scopes,
  redirect_uri: app.redirectUris.join('\n'),
  redirect_uris: app.redirectUris,
});

/** The fields that are texts: nothing else means anything here, nor is looked at. */
const textsIn = (said: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** A client may prove itself in the header (RFC 6749 §2.3.1); a token there means nothing at this place. */
const basicOf = (header: string | undefined): string | undefined =>
  /^basic /i.test(header ?? '') ? header : undefined;
