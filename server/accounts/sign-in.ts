import MongoStore from 'connect-mongo';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Db, MongoClient } from 'mongodb';
import { Passport } from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Person } from '../community/person.ts';
import type { Stores } from '../ports/index.ts';
import { passwordFits } from './passwords.ts';
import { checkCode } from './second-factor.ts';
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

/** What a session keeps of who is signed in. */
interface Held {
  readonly name: string;
  readonly epoch: number;
  /** When she signed in: ISO 8601. */
  readonly since: string;
}

declare module 'express-session' {
  interface SessionData {
    /** Somebody who gave her password, until she gives a code as well. She is not signed in by it. */
    halfway: { readonly name: string; readonly epoch: number; readonly until: string };
  }
}

export interface SignInNeeds extends Pick<Stores, 'people' | 'credentials' | 'secondFactors'> {
  readonly db: Db;
  readonly client: MongoClient;
  /** Signs session cookies. */
  readonly cookieSecret: string;
  readonly secureCookies: boolean;
  readonly throttle: Throttle;
}

const FOURTEEN_DAYS_S = 14 * 86_400;
const HALFWAY_MS = 10 * 60_000;

/** Sessions in the database, and sign-in by password. */
export function createSignIn(needs: SignInNeeds): {
  /** Puts the session and, when somebody is signed in, the person on every request. */
  readonly middleware: readonly RequestHandler[];
  /** Checks name and password of a form, and starts a session with a new id; halfway only where a code is asked for. */
  readonly signIn: (request: Express.Request & Parameters<RequestHandler>[0]) => Promise<SignInAnswer>;
  /** Checks the code of whoever is halfway. */
  readonly signInByCode: (request: Asked, code: string) => Promise<CodeAnswer>;
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

  const store = MongoStore.create({
    client: needs.client,
    dbName: needs.db.databaseName,
    collectionName: 'sessions',
    ttl: FOURTEEN_DAYS_S,
    // As a document, so that somebody's sessions can be found. They were texts before.
    stringify: false,
    unserialize: (kept: unknown) => (typeof kept === 'string' ? JSON.parse(kept) : kept),
    // Swept with everything else that is over (forgetExpired): the embedded engine expires nothing by itself.
    autoRemove: 'disabled',
  });
  // A session ends a fixed time after sign-in: moving its end with every visit, or with every form that leaves a notice
  // in it, would keep when somebody was last here.
  store.touch = (_id, _session, done) => done?.(null);
  const keep = store.set.bind(store);
  store.set = (id, kept, done) => {
    const held = (kept as { readonly passport?: { readonly user?: Held } }).passport?.user;
    if (held !== undefined) kept.cookie.expires = new Date(Date.parse(held.since) + FOURTEEN_DAYS_S * 1000);
    return keep(id, kept, done);
  };
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
      await needs.throttle.forget(name);
      if ((await needs.secondFactors.of(user.person.iri)) !== null) {
        await goHalfway(request, user);
        return { outcome: 'code-needed' };
      }
      await startSession(request, user);
      return { outcome: 'signed-in', person: user.person };
    },
    async signInByCode(request, code) {
      const holder = await halfwayIn(needs, request);
      if (holder === null) return { outcome: 'start-again' };
      const fits = await checkCode({ ...needs, wall: () => new Date() }, { person: holder.person, code });
      if (!fits.ok) return { outcome: fits.refusal.code, text: fits.refusal.text };
      await startSession(request, holder);
      return { outcome: 'signed-in', person: holder.person };
    },
  };
}

export type SignInAnswer =
  | { readonly outcome: 'signed-in'; readonly person: Person }
  | { readonly outcome: 'code-needed' }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'too-often'; readonly retryAfterSeconds: number };

export type CodeAnswer =
  | { readonly outcome: 'signed-in'; readonly person: Person }
  /** The password is too long ago, was changed since, or was never given. */
  | { readonly outcome: 'start-again' }
  | { readonly outcome: 'wrong-code' | 'too-often'; readonly text: string };

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
