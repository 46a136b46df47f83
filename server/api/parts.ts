import type { Request, Router } from 'express';
import type { Provider } from '../accounts/oauth/provider.ts';
import type { Throttle } from '../accounts/throttle.ts';
import type { Actor } from '../actions/actor-named.ts';
import type { House } from '../actions/house.ts';
import type { Actions } from '../actions/index.ts';
import type { PostIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Doors } from '../governance/sign-up.ts';
import type { Applicant } from '../ports/applicants.ts';
import type { Streaming } from './streaming/index.ts';

/** What the API's routes work with. */
export interface ApiParts {
  /** For reading; what changes anything goes through `actions`. */
  readonly house: House;
  readonly actions: Actions;
  readonly oauth: Provider;
  readonly throttle: Pick<Throttle, 'waitToRegister' | 'waitToSignUp'>;
  /** How often an account's apps may ask in five minutes. */
  readonly requestsPerAccount: number;
  /** Lets pending effects happen before an answer that would tell of them. */
  readonly settle: () => Promise<void>;
  /** Asks another server for somebody, or a community, by handle or address. */
  readonly lookUpActor: (address: string) => Promise<(Actor & { readonly ok: true }) | { readonly ok: false }>;
  /** Asks another server for a public post, by its address; `null` where there is none to be had. */
  readonly lookUpPost: (address: string) => Promise<PostIri | null>;
  /** The machine's time, for tokens. */
  readonly wall: () => Date;
  readonly version: string;
  readonly sourceUrl: string;
  /** How one may open an account here. */
  readonly doors: () => Promise<Doors>;
  /** What happens, sent to apps that listen. */
  readonly streaming: Streaming;
  readonly push: {
    /** By which apps and push services know this server (VAPID): a point on P-256, base64url. */
    readonly publicKey: string;
    /** Whether this server sends anything to such an address. */
    readonly mayBeSentTo: (endpoint: string) => boolean;
  };
}

/** Routes of one noun. */
export type ApiRoutes = (parts: ApiParts, router: Router) => void;

/** Who asks, by her app's token. */
export interface Asking {
  /** Absent for an app that acts for nobody. */
  readonly person?: Person;
  /** Somebody whose account is not open yet: for all but her letters she is nobody. */
  readonly applicant?: Applicant;
  readonly app: string;
  readonly scopes: readonly string[];
  readonly token: string;
}

declare global {
  namespace Express {
    interface Request {
      /** Set where a request carried a valid token. */
      asking?: Asking;
    }
  }
}

/** Who asks, if anybody in particular does. */
export const viewerOf = (request: Request): Person | null => request.asking?.person ?? null;
