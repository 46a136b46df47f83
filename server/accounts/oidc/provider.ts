import type { Configuration } from 'openid-client';

/** A house by whose word people sign in here, as the operator configured it. */
export interface Provider {
  /** Its name in addresses: `council`. */
  readonly id: string;
  /** What people read on the button. */
  readonly name: string;
  /** Its issuer identifier, to the letter (OpenID Connect Discovery §2). */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whether somebody whom it names may open an account here, within what the charter allows. */
  readonly opensAccounts: boolean;
  /** The organisation whose people it signs in, by its domain: whoever it names belongs to it. */
  readonly domain?: string;
  /** The claim of its ID tokens that says which organisation somebody belongs to. */
  readonly organisationClaim?: string;
}

/** Seconds that a provider may take to answer. */
const PATIENCE_S = 8;
/** What a provider says of itself is asked for anew after this time. */
const KNOWN_FOR_MS = 60 * 60_000;

/** What providers say of themselves: asked for when it is needed, so that one that is away keeps nobody from starting. */
export function createConfigurations(): (provider: Provider) => Promise<Configuration> {
  const known = new Map<string, { readonly at: number; readonly configuration: Promise<Configuration> }>();
  return (provider) => {
    const before = known.get(provider.id);
    if (before !== undefined && Date.now() - before.at < KNOWN_FOR_MS) return before.configuration;
    const configuration = discover(provider);
    known.set(provider.id, { at: Date.now(), configuration });
    configuration.catch(() => known.delete(provider.id));
    return configuration;
  };
}

/** Loaded when somebody signs in by a provider. */
async function discover({ issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  const client = await import('openid-client');
  const found = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: PATIENCE_S,
    // Plain http is for trials on one machine: the configuration refuses it elsewhere.
    execute: issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
  });
  const metadata = found.serverMetadata();
  // Basic is what a provider takes that does not say (OpenID Connect Discovery §3).
  const byPost = metadata.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true;
  const by = byPost ? client.ClientSecretPost(clientSecret) : client.ClientSecretBasic(clientSecret);
  const configuration = new client.Configuration(metadata, clientId, clientSecret, by);
  configuration.timeout = PATIENCE_S;
  if (issuer.startsWith('http:')) client.allowInsecureRequests(configuration);
  // Signatures of ID tokens are checked although they come straight from the provider.
  client.enableNonRepudiationChecks(configuration);
  return configuration;
}
