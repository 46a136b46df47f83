import MongoStore from 'connect-mongo';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Db, MongoClient } from 'mongodb';

/** What a session keeps of who is signed in. */
export interface Held {
  readonly name: string;
  readonly epoch: number;
  /** When she signed in: ISO 8601. */
  readonly since: string;
}

export interface SessionNeeds {
  readonly db: Db;
  readonly client: MongoClient;
  /** Signs session cookies. */
  readonly cookieSecret: string;
  readonly secureCookies: boolean;
}

const FOURTEEN_DAYS_S = 14 * 86_400;

/** Sessions in the database, each under a random id that stands in a signed cookie. */
export function sessionsInCookies(needs: SessionNeeds): RequestHandler {
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
  return session({
    name: 'folkmoot',
    secret: needs.cookieSecret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: needs.secureCookies, maxAge: FOURTEEN_DAYS_S * 1000 },
  });
}
