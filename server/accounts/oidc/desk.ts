import type { Request } from 'express';
import type { Configuration } from 'openid-client';
import type { House } from '../../actions/house.ts';
import type { PersonIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import type { Identity, LedTo } from '../../ports/ways-in.ts';
import type { Authenticate, Authenticated } from '../authenticate.ts';
import { keepBriefly } from '../passkeys/challenges.ts';
import { TOO_OFTEN } from '../prove.ts';
import type { Throttle } from '../throttle.ts';
import { identityOf } from './identity.ts';
import { createConfigurations, type Provider } from './provider.ts';
import { type Half, oidcStrategy } from './strategy.ts';

/** Why a browser was led to a provider. */
export interface Errand {
  readonly purpose: 'sign-in' | 'connect' | 'confirm';
  /** Who was signed in; absent: nobody. */
  readonly person?: PersonIri;
  /** A path here, to go to afterwards. */
  readonly next: string;
  /** The secret of an invitation, for who has no account here yet. */
  readonly invitation?: string;
}

declare module 'express-session' {
  interface SessionData {
    /** The errand this browser is on, at one provider at a time. ISO 8601. */
    errand: Errand & { readonly provider: string; readonly until: string };
  }
}

/** Who came back from a provider, and on which errand. `led`: the account here that she leads to, if there is one. */
export interface CameBack {
  readonly errand: Errand;
  readonly provider: Provider;
  readonly identity: Identity;
  readonly led: LedTo | null;
}

/** Sign-in by the word of another house (OpenID Connect, authorization code flow). */
export interface Oidc {
  readonly providers: readonly Provider[];
  /** Where to lead the browser. */
  begin(request: Request, provider: Provider, errand: Errand): Promise<Result<string, 'away' | 'too-often'>>;
  /** Reads what the provider led the browser back with. Nobody is signed in by it. */
  back(request: Request, provider: Provider): Promise<Result<CameBack, 'refused' | 'away' | 'too-often'>>;
}

const QUARTER_HOUR_MS = 15 * 60_000;

export function createOidc(
  needs: Pick<House, 'waysIn' | 'addresses' | 'log'> & {
    readonly providers: readonly Provider[];
    readonly throttle: Throttle;
    readonly authenticate: Authenticate;
  },
): Oidc {
  const { waysIn, addresses, log, throttle, authenticate } = needs;
  const configurationOf = createConfigurations();

  async function ask(
    request: Request,
    { provider, configuration, half, anew }: Asking,
    came: (identity: Identity, led: LedTo | null) => void,
  ): Promise<Authenticated> {
    const strategy = await oidcStrategy({
      configuration,
      anew,
      callback: new URL(`/sign-in/by/${provider.id}/back`, addresses.origin),
      sessionKey: `oidc_${provider.id}`,
      async lookUp(claims) {
        const identity = identityOf(provider, claims, new Date());
        const led = await waysIn.byIdentity(identity.key);
        came(identity, led);
        return led;
      },
    });
    return authenticate(request, strategy, { half } satisfies Half as Half);
  }

  return {
    providers: needs.providers,
    async begin(request, provider, errand) {
      if ((await throttle.waitToBegin(request.ip ?? '')) !== null) return refused('too-often', TOO_OFTEN);
      try {
        const configuration = await configurationOf(provider);
        const anew = errand.purpose === 'confirm';
        const lead = await ask(request, { provider, configuration, half: 'there', anew }, () => {});
        if (lead.kind !== 'lead') throw new Error('the strategy led nowhere');
        const until = new Date(Date.now() + QUARTER_HOUR_MS).toISOString();
        request.session.errand = { ...errand, provider: provider.id, until };
        keepBriefly(request);
        return accepted(lead.to);
      } catch (cause) {
        log.warn({ provider: provider.id, err: cause }, 'a sign-in provider does not answer as it should');
        return refused('away', awayText(provider));
      }
    },
    async back(request, provider) {
      const { errand } = request.session;
      delete request.session.errand;
      const isOnErrand = errand?.provider === provider.id && new Date(errand.until) > new Date();
      // Once, also of many that come at the same time with the same answer.
      const state = new URL(request.originalUrl, addresses.origin).searchParams.get('state') ?? '';
      if (!isOnErrand || !(await throttle.isFirst(`oidc ${state}`))) return refused('refused', lateText(provider));
      let found: { readonly identity: Identity; readonly led: LedTo | null } | undefined;
      try {
        const configuration = await configurationOf(provider);
        const asking: Asking = { provider, configuration, half: 'back', anew: errand.purpose === 'confirm' };
        await ask(request, asking, (identity, led) => {
          found = { identity, led };
        });
      } catch (cause) {
        const away = isAway(cause);
        const why = away
          ? 'a sign-in provider does not answer as it should'
          : 'what came from a sign-in provider is not believed';
        log.warn({ provider: provider.id, err: cause }, why);
        return away ? refused('away', awayText(provider)) : refused('refused', notBelievedText(provider));
      }
      if (found === undefined)
        return refused('refused', said`You did not sign in at ${provider.name}. Nothing was done here.`);
      return accepted({ errand, provider, ...found });
    },
  };
}

interface Asking {
  readonly provider: Provider;
  readonly configuration: Configuration;
  readonly half: Half['half'];
  readonly anew: boolean;
}

const awayText = ({ name }: Provider) =>
  said`${name} does not answer now. Try again in a while, or sign in another way.`;
const lateText = ({ name }: Provider) =>
  said`This was not begun in this browser, or is over. Begin once more here, with “Go on with ${name}”.`;
const notBelievedText = ({ name }: Provider) =>
  said`What came back from ${name} does not hold, so nothing was done. Begin once more. If it happens again, tell whoever runs this server.`;

/** Whether a provider could not be reached, or is broken itself; everything else is something not to be believed. */
function isAway(cause: unknown): boolean {
  for (let one: unknown = cause; one instanceof Error; one = one.cause) {
    const { code, status } = one as Error & { readonly code?: string; readonly status?: number };
    if (code === 'OAUTH_TIMEOUT' || one.name === 'TimeoutError' || one.message === 'fetch failed') return true;
    if (status !== undefined && status >= 500) return true;
    if (one.cause instanceof Response && one.cause.status >= 500) return true;
  }
  return false;
}
