import type { RequestHandler } from 'express';
import { Passport } from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Person } from '../community/person.ts';
import { sentenceOf } from '../community/result.ts';
import type { Sentence } from '../community/said.ts';
import type { Stores } from '../ports/index.ts';
import { type Authenticate, authenticateWith } from './authenticate.ts';
import { passwordFits } from './passwords.ts';
import { checkCode } from './second-factor.ts';
import { type Held, type SessionNeeds, sessionsInCookies } from './session-cookies.ts';
import type { Throttle } from './throttle.ts';

/** Who is signed in, as far as a request goes. */
declare global {
  namespace Express {
    interface User {
      readonly person: Person;
      /** How often her password had been changed when this session began (`Credential`). */
      readonly epoch: number;
    }
  }
}

declare module 'express-session' {
  interface SessionData {
    /** Somebody who took the first step, until she gives a code as well. She is not signed in by it. */
    halfway: { readonly name: string; readonly epoch: number; readonly until: string };
  }
}

export interface SignInNeeds extends SessionNeeds, Pick<Stores, 'people' | 'credentials' | 'secondFactors'> {
  readonly throttle: Throttle;
}

const HALFWAY_MS = 10 * 60_000;

/** Sessions, and sign-in by password and by whatever else passport has a strategy for. */
export function createSignIn(needs: SignInNeeds): {
  /** Puts the session and, when somebody is signed in, the person on every request. */
  readonly middleware: readonly RequestHandler[];
  /** Checks name and password of a form, and starts a session with a new id; halfway only where a code is asked for. */
  readonly signIn: (request: Express.Request & Parameters<RequestHandler>[0]) => Promise<SignInAnswer>;
  /** Checks the code of whoever is halfway. */
  readonly signInByCode: (request: Asked, code: string) => Promise<CodeAnswer>;
  /** For ways in beside the password: asks a strategy, and signs nobody in. */
  readonly authenticate: Authenticate;
  /** Signs in whom such a way leads to; halfway only where a code is asked for, and the way does not stand for one. */
  readonly enter: (request: Asked, user: Express.User, how: { readonly standsForCode: boolean }) => Promise<Entered>;
} {
  const passport = new Passport();
  passport.use(
    new LocalStrategy(async (name, password, done) => {
      try {
        const known = await needs.credentials.byName(name.trim());
        const fits = await passwordFits(known?.passwordHash ?? null, password);
        const person = known && fits ? await needs.people.byIri(known.person) : null;
        done(null, person === null ? false : { person, epoch: known?.epoch ?? 0 });
      } catch (cause) {
        done(cause);
      }
    }),
  );
  passport.serializeUser(({ person, epoch }, done) =>
    done(null, { name: person.username, epoch, since: new Date().toISOString() } satisfies Held),
  );
  passport.deserializeUser((held: Held | string, done) => {
    // Sessions from before passwords could be changed hold the name alone.
    const { name, epoch } = typeof held === 'string' ? { name: held, epoch: 0 } : held;
    needs.credentials.holder(name).then(
      (holder) => done(null, holder?.epoch === epoch ? holder : false),
      (cause) => done(cause),
    );
  });

  const authenticate = authenticateWith(passport);
  async function enter(request: Asked, user: Express.User, { standsForCode }: { readonly standsForCode: boolean }) {
    if (!standsForCode && (await needs.secondFactors.of(user.person.iri)) !== null) {
      await goHalfway(request, user);
      return { outcome: 'code-needed' } as const;
    }
    await startSession(request, user);
    return { outcome: 'signed-in', person: user.person } as const;
  }
  return {
    authenticate,
    enter,
    middleware: [sessionsInCookies(needs), passport.initialize(), passport.session()],
    async signIn(request) {
      const name = String((request.body as Record<string, unknown>)?.username ?? '');
      const wait = await needs.throttle.waitFor({ name, address: request.ip ?? '' });
      if (wait !== null) return { outcome: 'too-often', retryAfterSeconds: wait };
      const found = await authenticate(request, 'local');
      if (found.kind !== 'user') return { outcome: 'wrong' };
      await needs.throttle.forget(name);
      return enter(request, found.user, { standsForCode: false });
    },
    async signInByCode(request, code) {
      const holder = await halfwayIn(needs, request);
      if (holder === null) return { outcome: 'start-again' };
      const fits = await checkCode({ ...needs, wall: () => new Date() }, { person: holder.person, code });
      if (!fits.ok) return { outcome: fits.refusal.code, text: sentenceOf(fits.refusal) };
      await startSession(request, holder);
      return { outcome: 'signed-in', person: holder.person };
    },
  };
}

export type Entered = { readonly outcome: 'signed-in'; readonly person: Person } | { readonly outcome: 'code-needed' };

export type SignInAnswer =
  | Entered
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'too-often'; readonly retryAfterSeconds: number };

export type CodeAnswer =
  | { readonly outcome: 'signed-in'; readonly person: Person }
  /** The password is too long ago, was changed since, or was never given. */
  | { readonly outcome: 'start-again' }
  | { readonly outcome: 'wrong-code' | 'too-often'; readonly text: Sentence };

/** The password was right: a session with a new id remembers that, and signs nobody in. */
function goHalfway(request: Asked, { person, epoch }: Express.User): Promise<void> {
  const until = new Date(Date.now() + HALFWAY_MS).toISOString();
  return new Promise((resolve, reject) => {
    request.session.regenerate((cause) => {
      if (cause) return reject(cause);
      request.session.halfway = { name: person.username, epoch, until };
      request.session.save((failed) => (failed ? reject(failed) : resolve()));
    });
  });
}

/** Who is halfway in this browser, as long as it holds. */
async function halfwayIn({ credentials }: Pick<SignInNeeds, 'credentials'>, request: Asked) {
  const { halfway } = request.session;
  if (halfway === undefined || new Date(halfway.until) <= new Date()) return null;
  const holder = await credentials.holder(halfway.name);
  return holder?.epoch === halfway.epoch ? holder : null;
}

type Asked = Parameters<RequestHandler>[0];

/** Signs somebody in; passport gives the session a new id, so an id fixed beforehand is worth nothing. */
export function startSession(request: Asked, user: Express.User): Promise<void> {
  return new Promise((resolve, reject) => {
    request.logIn(user, (cause) => (cause ? reject(cause) : resolve()));
  });
}

/** Ends the session for good, here and in the database. */
export function endSession(request: Asked): Promise<void> {
  return new Promise((resolve, reject) => {
    request.logout((cause) => {
      if (cause) return reject(cause);
      request.session.destroy((failed) => (failed ? reject(failed) : resolve()));
    });
  });
}
