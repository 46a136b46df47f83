import type { Request, Response } from 'express';
import { z } from 'zod';
import { issueToken } from '../../accounts/oauth/issue.ts';
import { covers } from '../../accounts/oauth/scopes.ts';
import { sendAgain } from '../../accounts/own-address.ts';
import { readdress } from '../../accounts/readdress.ts';
import { askForAccount, type SignUpRefusal } from '../../accounts/sign-up.ts';
import type { Refusal } from '../../community/result.ts';
import { flag, read, words } from '../bodies.ts';
import { ApiError, refusalError } from '../errors.ts';
import type { ApiParts, ApiRoutes, Asking } from '../parts.ts';

const signingUp = z.object({
  username: words(200),
  email: words(1000),
  password: words(1000),
  agreement: flag.optional(),
  reason: words(5000),
  invite_code: words(200),
});

/** Opening an account out of an app, and the letter that confirms its address (Mastodon’s `accounts` and `emails`). */
export const signUpRoutes: ApiRoutes = (parts, router) => {
  const { house } = parts;

  router.post('/api/v1/accounts', async (request, response) => {
    const app = appOf(request);
    await slowly(parts, request, response);
    const { username = '', email, password = '', agreement, reason, invite_code: code } = read(request, signingUp);
    if (agreement !== true) throw invalid('agreement', 'ERR_ACCEPTED', 'Agree to the rules of this server first.');
    const asked = await askForAccount(house, {
      username,
      password,
      ...(email ? { address: email } : {}),
      ...(reason ? { sentence: reason } : {}),
      ...(code ? { invitation: code } : {}),
    });
    if (!asked.ok) throw signUpError(asked.refusal);
    response.json(await issueToken(parts, { ...app, person: asked.value.iri }));
  });

  router.post('/api/v1/emails/confirmations', async (request, response) => {
    const { person, applicant } = holderOf(request);
    const { email = '' } = read(request, z.object({ email: words(1000) }));
    // Who has an account changes its address on its own page, by her password.
    if (applicant === undefined && email !== '') throw new ApiError(403, CONFIRMED);
    await slowly(parts, request, response);
    const sent = applicant ? await readdress(house, applicant, email) : person && (await sendAgain(house, person));
    if (!sent || (!sent.ok && sent.refusal.code === 'nothing-to-confirm')) throw new ApiError(403, CONFIRMED);
    if (!sent.ok) throw refusalError(sent.refusal);
    response.json({});
  });

  router.get('/api/v1/emails/check_confirmation', (request, response) => {
    response.json(holderOf(request).applicant?.unconfirmed !== true);
  });
};

const CONFIRMED = 'This method is only available while the e-mail is awaiting confirmation';

/** The app itself, acting for nobody. */
function appOf({ asking }: Request): Pick<Asking, 'app' | 'scopes'> {
  if (asking === undefined) throw new ApiError(401, 'The access token is invalid');
  if (asking.person ?? asking.applicant)
    throw new ApiError(403, 'Somebody is signed in: an app signs up with its own token.');
  if (!covers(asking.scopes, 'write:accounts')) {
    throw new ApiError(403, 'This action is outside the authorized scopes');
  }
  return asking;
}

function holderOf({ asking }: Request): Asking {
  if (asking === undefined) throw new ApiError(401, 'The access token is invalid');
  if (!asking.person && !asking.applicant) throw new ApiError(422, 'This method requires an authenticated user');
  return asking;
}

async function slowly({ throttle }: ApiParts, request: Request, response: Response): Promise<void> {
  const wait = await throttle.waitToSignUp(request.ip ?? '');
  if (wait === null) return;
  response.set('Retry-After', String(wait));
  throw new ApiError(429, 'Many accounts were asked for from where you are. Try again in an hour.');
}

/** What was wrong, at its field, as Mastodon’s apps read it. */
const FIELDS: Readonly<Partial<Record<SignUpRefusal, readonly [field: string, error: string]>>> = {
  'bad-name': ['username', 'ERR_INVALID'],
  'looks-alike': ['username', 'ERR_RESERVED'],
  'name-taken': ['username', 'ERR_TAKEN'],
  'bad-password': ['password', 'ERR_TOO_SHORT'],
  'bad-address': ['email', 'ERR_INVALID'],
  'address-needed': ['email', 'ERR_BLANK'],
  'wrong-domain': ['email', 'ERR_BLOCKED'],
  'sentence-needed': ['reason', 'ERR_BLANK'],
};

function signUpError({ code, text }: Refusal<SignUpRefusal>): ApiError {
  const at = FIELDS[code];
  return at === undefined ? new ApiError(403, text) : invalid(at[0], at[1], text);
}

const invalid = (field: string, error: string, description: string): ApiError =>
  new ApiError(422, `Validation failed: ${description}`, { [field]: [{ error, description }] });
