import type { Request, RequestHandler } from 'express';
import { Passport } from 'passport';
import { Strategy as BearerStrategy } from 'passport-http-bearer';
import { hashOf } from '../accounts/oauth/apps.ts';
import { covers } from '../accounts/oauth/scopes.ts';
import type { House } from '../actions/house.ts';
import type { Person } from '../community/person.ts';
import { ApiError } from './errors.ts';
import type { Asking } from './parts.ts';

type Needs = Pick<House, 'accessTokens' | 'shownActors' | 'applicants'>;

/** Who asks with a token; `null` for one that is not valid, or no longer. */
export async function askingWith(
  { accessTokens, shownActors, applicants }: Needs,
  given: string,
): Promise<Asking | null> {
  const token = await accessTokens.get(hashOf(given));
  if (token === null) return null;
  const { app, scopes, id } = token;
  if (token.person === undefined) return { app, scopes, token: id };
  // Her tokens end with her account; that she has left is noticed besides.
  const person = (await shownActors.of([token.person])).get(token.person);
  if (person !== undefined && 'username' in person) {
    return person.goneAt ? null : { app, scopes, token: id, person };
  }
  const applicant = await applicants.byIri(token.person);
  return applicant === null || applicant.declinedAt ? null : { app, scopes, token: id, applicant };
}

/** Reads a request's token, in its header, body or query (RFC 6750 §2). One without a token is anybody's. */
export function bearer(house: Needs): RequestHandler {
  const passport = new Passport();
  passport.use(
    new BearerStrategy((given, done) => {
      askingWith(house, given).then(
        (asking) => done(null, asking ?? false),
        (cause) => done(cause),
      );
    }),
  );

  return (request, response, next) => {
    if (!carriesToken(request)) return next();
    const check = passport.authenticate('bearer', { session: false }, (cause: unknown, asking: Asking | false) => {
      if (cause) return next(cause);
      if (!asking) return next(new ApiError(401, 'The access token is invalid'));
      request.asking = asking;
      next();
    }) as RequestHandler;
    void check(request, response, next);
  };
}

function carriesToken(request: Request): boolean {
  const inBody = (request.body as Record<string, unknown> | undefined)?.access_token;
  return request.get('Authorization') !== undefined || inBody !== undefined || request.query.access_token !== undefined;
}

/** As Mastodon says it: apps know these sentences. */
const UNCONFIRMED = 'Your login is missing a confirmed e-mail address';
const NOT_LET_IN = 'Your login is currently pending approval';

/** Whoever asks. */
export function personAsking(asking: Asking | null | undefined): Person {
  if (asking?.applicant) throw new ApiError(403, asking.applicant.unconfirmed ? UNCONFIRMED : NOT_LET_IN);
  if (asking?.person === undefined)
    throw new ApiError(asking ? 422 : 401, 'This method requires an authenticated user');
  return asking.person;
}

/** Whoever asks, if her app may do this for her. */
export function askedBy({ asking }: Pick<Request, 'asking'>, scope: string): Person {
  const person = personAsking(asking);
  if (!covers(asking?.scopes ?? [], scope)) throw new ApiError(403, 'This action is outside the authorized scopes');
  return person;
}

/** Who asks for what anybody may read; a token that was given must cover it. */
export function readBy(request: Request, scope: string): Person | null {
  return request.asking?.person === undefined ? null : askedBy(request, scope);
}
