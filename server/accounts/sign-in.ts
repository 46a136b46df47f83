import MongoStore from 'connect-mongo';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Db, MongoClient } from 'mongodb';
import { Passport } from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Person } from '../community/person.ts';
import type { Stores } from '../ports/index.ts';
import { passwordFits } from './passwords.ts';
import type { Throttle } from './throttle.ts';

/** Who is signed in, as far as a request goes. */
declare global {
  namespace Express {
    interface User {
      readonly person: Person;
    }
  }
}

export interface SignInNeeds extends Pick<Stores, 'people' | 'credentials'> {
  readonly db: Db;
  readonly client: MongoClient;
  /** Signs session cookies. */
  readonly cookieSecret: string;
  readonly secureCookies: boolean;
  readonly throttle: Throttle;
}

const FOURTEEN_DAYS_S = 14 * 86_400;

/** Sessions in the database, and sign-in by password. */
export function createSignIn(needs: SignInNeeds): {
  /** Puts the session and, when somebody is signed in, the person on every request. */
  readonly middleware: readonly RequestHandler[];
  /** Checks name and password of a form, and starts a session with a new id. */
  readonly signIn: (request: Express.Request & Parameters<RequestHandler>[0]) => Promise<SignInAnswer>;
} {
  const passport = new Passport();
  passport.use(
    new LocalStrategy(async (name, password, done) => {
      try {
        const known = await needs.credentials.byName(name.trim());
        const fits = await passwordFits(known?.passwordHash ?? null, password);
        const person = known && fits ? await needs.people.byIri(known.person) : null;
        done(null, person === null ? false : { person });
      } catch (cause) {
        done(cause);
      }
    }),
  );
  passport.serializeUser((user, done) => done(null, user.person.username));
  passport.deserializeUser((name: string, done) => {
    needs.people.byName(name).then(
      (person) => done(null, person === null || person.goneAt ? false : { person }),
      (cause) => done(cause),
    );
  });

  const store = MongoStore.create({
    client: needs.client,
    dbName: needs.db.databaseName,
    collectionName: 'sessions',
    ttl: FOURTEEN_DAYS_S,
    // Swept with everything else that is over (forgetExpired): the embedded engine expires nothing by itself.
    autoRemove: 'disabled',
  });
  // A session ends a fixed time after sign-in: moving its end with every visit would keep when somebody was last here.
  store.touch = (_id, _session, done) => done?.(null);
  const cookies = session({
    name: 'folkmoot',
    secret: needs.cookieSecret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: needs.secureCookies, maxAge: FOURTEEN_DAYS_S * 1000 },
  });
  return {
    middleware: [cookies, passport.initialize(), passport.session()],
    async signIn(request) {
      const name = String((request.body as Record<string, unknown>)?.username ?? '');
      const wait = await needs.throttle.waitFor({ name, address: request.ip ?? '' });
      if (wait !== null) return { outcome: 'too-often', retryAfterSeconds: wait };
      const user = await authenticate(passport, request);
      if (user === null) return { outcome: 'wrong' };
      await startSession(request, user);
      await needs.throttle.forget(name);
      return { outcome: 'signed-in', person: user.person };
    },
  };
}

export type SignInAnswer =
  | { readonly outcome: 'signed-in'; readonly person: Person }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'too-often'; readonly retryAfterSeconds: number };

type Asked = Parameters<RequestHandler>[0];

function authenticate(passport: InstanceType<typeof Passport>, request: Asked): Promise<Express.User | null> {
  return new Promise((resolve, reject) => {
    const check = passport.authenticate('local', (cause: unknown, user: Express.User | false) => {
      if (cause) reject(cause);
      else resolve(user || null);
    }) as RequestHandler;
    void check(request, undefined as never, reject as never);
  });
}

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
