import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { freePort } from './server-process.ts';

/** How what a house says differs from what an honest one would say. */
export interface Lie {
  /** Instead of, or besides, the right claims; `null` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signed by a key that it does not publish. */
  readonly forged?: boolean;
  /** `alg: none`. */
  readonly unsigned?: boolean;
  /** Who it says it is, where it leads back. */
  readonly iss?: string;
  /** It takes a code as often as it comes. */
  readonly again?: boolean;
  /** The token endpoint answers so instead. */
  readonly status?: number;
}

interface Granted {
  readonly clientId: string;
  readonly nonce: string | null;
  readonly challenge: string | null;
  readonly lie: Lie;
}

/** A provider of our own making (OpenID Connect Core, code flow) that can be told to lie. It checks no client's secret. */
export class FalseHouse {
  readonly issuer: string;
  /** Every code_verifier that came. */
  readonly verifiers: string[] = [];
  /** Broken: it answers 500 to everything. */
  broken = false;
  private readonly codes = new Map<string, Granted>();
  private readonly key = newKey();
  private readonly otherKey = newKey();
  private stopping: () => Promise<void> = async () => {};

  private constructor(issuer: string) {
    this.issuer = issuer;
  }

  static async open(): Promise<FalseHouse> {
    const port = await freePort();
    const house = new FalseHouse(`http://127.0.0.1:${port}`);
    const server = createServer((request, response) => void house.answer(request, response));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    house.stopping = async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    };
    return house;
  }

  stop(): Promise<void> {
    return this.stopping();
  }

  /** What a browser that was led here is led back with: path and query. */
  grant(asked: URL, subject: string, lie: Lie = {}): string {
    const { searchParams: query } = asked;
    const code = randomBytes(16).toString('hex');
    this.codes.set(code, {
      clientId: query.get('client_id') ?? '',
      nonce: query.get('nonce'),
      challenge: query.get('code_challenge'),
      lie: { ...lie, claims: { sub: subject, ...lie.claims } },
    });
    const back = new URL(query.get('redirect_uri') ?? '');
    back.search = String(new URLSearchParams({ code, state: query.get('state') ?? '', iss: lie.iss ?? this.issuer }));
    return back.pathname + back.search;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const say = (status: number, body: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (this.broken) return void say(500, {});
    if (request.url === '/.well-known/openid-configuration') return void say(200, this.metadata());
    if (request.url === '/jwks') {
      const jwk = this.key.publicKey.export({ format: 'jwk' });
      return void say(200, { keys: [{ ...jwk, alg: 'RS256', use: 'sig', kid: 'k' }] });
    }
    if (request.url === '/token') return void this.give(new URLSearchParams(String(Buffer.concat(chunks))), say);
    say(404, {});
  }

  private metadata(): object {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      authorization_response_iss_parameter_supported: true,
    };
  }

  private give(body: URLSearchParams, say: (status: number, body: object) => void): unknown {
    const granted = this.codes.get(body.get('code') ?? '');
    if (!granted?.lie.again) this.codes.delete(body.get('code') ?? '');
    const verifier = body.get('code_verifier') ?? '';
    this.verifiers.push(verifier);
    const fits = createHash('sha256').update(verifier).digest('base64url') === granted?.challenge;
    if (granted === undefined || !fits) return say(400, { error: 'invalid_grant' });
    if (granted.lie.status !== undefined) return say(granted.lie.status, { error: 'server_error' });
    return say(200, { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: this.tokenOf(granted) });
  }

  private tokenOf({ clientId, nonce, lie }: Granted): string {
    const now = Math.floor(Date.now() / 1000);
    const right = { iss: this.issuer, aud: clientId, iat: now, exp: now + 60, auth_time: now, nonce };
    const claims = Object.entries({ ...right, ...lie.claims }).filter(([, value]) => value !== null);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const header = lie.unsigned ? { alg: 'none' } : { alg: 'RS256', kid: 'k' };
    const signed = `${part(header)}.${part(Object.fromEntries(claims))}`;
    const { privateKey } = lie.forged ? this.otherKey : this.key;
    return `${signed}.${lie.unsigned ? '' : sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
  }
}

const newKey = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 });
