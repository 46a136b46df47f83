import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error it brings no types
import Provider from 'oidc-provider';
// @ts-expect-error it brings no types
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';
import { freePort } from './server-process.ts';
import type { Visitor } from './visitor.ts';

export const CLIENT = { id: 'folkmoot', secret: 'a secret that the house gave us' } as const;

/** What a house knows of somebody, as claims. */
export type Known = Readonly<Record<string, unknown>>;

/** Another house by whose word people sign in: the OpenID Certified `oidc-provider`, on loopback. */
export class LoginHouse {
  readonly issuer: string;
  /** Who sits at the browser, as far as the house can tell; `null`: she says no. */
  who: string | null = null;
  /** How many times somebody was asked who she is. */
  asked = 0;
  private readonly close: () => Promise<void>;

  private constructor(issuer: string, close: () => Promise<void>) {
    this.issuer = issuer;
    this.close = close;
  }

  /**
   * @param callback where it may lead back to
   * @param people by subject
   */
  static async open(callback: string, people: Readonly<Record<string, Known>>): Promise<LoginHouse> {
    const port = await freePort();
    const issuer = `http://127.0.0.1:${port}`;
    const provider = new Provider(issuer, configuration(callback, people));
    const answer = provider.callback() as (request: IncomingMessage, response: ServerResponse) => void;
    const server = createServer((request, response) => {
      if (request.url?.startsWith('/interaction/')) void house.interact(provider, request, response);
      else answer(request, response);
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    const house = new LoginHouse(issuer, async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    return house;
  }

  stop(): Promise<void> {
    return this.close();
  }

  // biome-ignore lint/suspicious/noExplicitAny: the package has no types
  private async interact(provider: any, request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked += 1;
    const result =
      this.who === null ? { error: 'access_denied', error_description: 'no' } : { login: { accountId: this.who } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
}

function configuration(callback: string, people: Readonly<Record<string, Known>>): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
    claims: { openid: ['sub', 'org', 'email', 'email_verified', 'preferred_username'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    cookies: { keys: ['for a test'] },
    // Its own one for trials, which it warns of when it is taken as it is.
    adapter: class extends MemoryAdapter {},
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 3600, IdToken: 60, Interaction: 600, Session: 3600 },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'one' }] },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
    // Everybody agreed to everything long ago.
    // biome-ignore lint/suspicious/noExplicitAny: the package has no types
    async loadExistingGrant({ oidc }: any) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}

/** Where a page leads on to. */
export const onwardFrom = ({ text }: { readonly text: string }): URL => {
  const [, address] = /<a class="do" href="([^"]+)"/.exec(text) ?? [];
  if (address === undefined) throw new Error(`it leads nowhere: ${text}`);
  return new URL(address.replaceAll('&amp;', '&'));
};

/** A browser that keeps the cookies of other houses. */
export class Walker {
  private readonly cookies = new Map<string, string>();

  /** Goes wherever it is led until it is led to `origin`; the path there. */
  async walk(from: URL, origin: string): Promise<string> {
    for (let at = from, steps = 0; steps < 12; steps += 1) {
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        this.cookies.set(name, value);
      }
      const to = answer.headers.get('location');
      if (to === null) throw new Error(`${at} leads nowhere: ${answer.status} ${await answer.text()}`);
      at = new URL(to, at);
      if (at.origin === origin) return at.pathname + at.search;
    }
    throw new Error('it leads in a circle');
  }
}

/** Somebody goes to a house and comes back; what our server says then. */
export async function goBy(
  { visitor, walker }: { readonly visitor: Visitor; readonly walker: Walker },
  {
    origin,
    begin,
    fields = {},
  }: { readonly origin: string; readonly begin: string; readonly fields?: Readonly<Record<string, string>> },
) {
  const onward = onwardFrom(await visitor.submit(begin, fields));
  return visitor.get(await walker.walk(onward, origin));
}

/** A port at which nobody answers. */
export async function nobodyAt(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}
