import type { Request, Response } from 'express';
import { z } from 'zod';
import { type AuthorizeModel, authorizePage, codePage } from '../../views/pages/authorize.ts';
import { formActionFor, leadBack, OUT_OF_BAND } from '../accounts/oauth/apps.ts';
import { OAuthRefusal } from '../accounts/oauth/provider.ts';
import { DEFAULT_SCOPES, parseScopes, scopesMay, within } from '../accounts/oauth/scopes.ts';
import { endSession } from '../accounts/sign-in.ts';
import type { ClientApp } from '../ports/oauth.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, NotFound, requireViewer, SignInFirst, shellOf, show, viewerOf } from './context.ts';

/** What an app sends somebody's browser here with (RFC 6749 §4.1.1, RFC 7636 §4.3). Anything twice is refused. */
const asked = z.object({
  response_type: z.literal('code'),
  client_id: z.string().min(1).max(200),
  redirect_uri: z.string().min(1).max(2000),
  scope: z.string().max(1000).default(DEFAULT_SCOPES.join(' ')),
  state: z.string().max(2000).optional(),
  code_challenge: z.string().max(200).optional(),
  code_challenge_method: z.string().max(20).optional(),
});
type Asked = z.output<typeof asked>;

/** A request that no app can be told of, because it is not sure where that app is. */
class BadRequest extends Error {
  readonly status = 400;
}

/** The page on which somebody lets an app in. Apps call it with and without a slash at the end. */
export const authorizeRoutes: Routes = (parts, router) => {
  router.get('/oauth/authorize{/}', async (request, response) => {
    relax(response);
    const { ask, app } = await understood(parts, request.query);
    if (viewerOf(request) === null) throw new SignInFirst('Sign in first.');
    const refusal = faultOf(ask, app);
    if (refusal) return answer(parts, request, response, { ask, app }, refusal);
    showQuestion(parts, request, response, { ask, app });
  });

  router.post('/oauth/authorize{/}', async (request, response) => {
    relax(response);
    const viewer = requireViewer(request);
    const decision = field(request, 'decision');
    const { ask, app } = await understood(parts, withoutDecision(request.body));
    if (decision === 'sign-out') {
      await endSession(request);
      return response.redirect(303, `/oauth/authorize?${new URLSearchParams(fieldsOf(ask))}`);
    }
    if (decision !== 'allow') {
      const error_description = 'The person said no.';
      return answer(parts, request, response, { ask, app }, { error: 'access_denied', error_description });
    }
    const fields = Object.fromEntries(Object.entries(fieldsOf(ask)));
    try {
      const code = await parts.oauth.authorize(fields, viewer);
      answer(parts, request, response, { ask, app }, { code });
    } catch (error) {
      if (!(error instanceof OAuthRefusal)) throw error;
      answer(parts, request, response, { ask, app }, { error: error.error, error_description: error.message });
    }
  });
};

/** A web client opens this page in a window of its own and waits for what it is led to: it must stay its opener. */
function relax(response: Response): void {
  response.set({ 'Cross-Origin-Opener-Policy': 'unsafe-none', 'Cache-Control': 'no-store' });
}

/** What is asked, by which app. The app is led back to only if it registered exactly that address (RFC 9700 §2.1). */
async function understood({ house }: PagesParts, given: unknown): Promise<{ ask: Asked; app: ClientApp }> {
  const read = asked.safeParse(given);
  if (!read.success) {
    const names = read.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new BadRequest(`The app asked in a way that cannot be answered (${names}). Its makers can mend that.`);
  }
  const app = await house.clientApps.get(read.data.client_id);
  if (app === null) throw new BadRequest('This app is not known here. Sign out in the app, then sign in again.');
  if (!app.redirectUris.includes(read.data.redirect_uri)) {
    throw new BadRequest('The app wants to lead you to an address that it did not register here. Nothing was done.');
  }
  return { ask: read.data, app };
}

/** What can be said to the app before anybody is asked. */
function faultOf(ask: Asked, app: ClientApp): Readonly<Record<string, string>> | null {
  const { known, unknown } = parseScopes(ask.scope);
  if (unknown.length > 0 || known.length === 0 || !within(app.scopes, known)) {
    return { error: 'invalid_scope', error_description: 'The app did not register what it asks for.' };
  }
  return null;
}

const fieldsOf = (ask: Asked): Record<string, string> =>
  Object.fromEntries(Object.entries(ask).filter((entry): entry is [string, string] => entry[1] !== undefined));

const withoutDecision = (body: unknown): unknown => {
  const { decision, ...rest } = (body ?? {}) as Record<string, unknown>;
  return rest;
};

interface Question {
  readonly ask: Asked;
  readonly app: ClientApp;
}

function showQuestion(parts: PagesParts, request: Request, response: Response, { ask, app }: Question): void {
  letLeadTo(response, ask.redirect_uri);
  const may = scopesMay(parseScopes(ask.scope).known);
  const leadsTo = whereTo(ask.redirect_uri);
  show(response, authorizePage({ shell: shellOf(parts, request), app, may, leadsTo, fields: fieldsOf(ask) }));
}

const whereTo = (redirectUri: string): AuthorizeModel['leadsTo'] => {
  if (redirectUri === OUT_OF_BAND) return 'code';
  return /^https?:/i.test(redirectUri) ? { host: new URL(redirectUri).host } : 'device';
};

/** Browsers hold a form's redirects against the page's `form-action`: the app's address has to stand there. */
function letLeadTo(response: Response, redirectUri: string): void {
  if (redirectUri === OUT_OF_BAND) return;
  const policy = String(response.get('Content-Security-Policy') ?? '');
  const allowed = policy.replace(/form-action 'self'/, `form-action 'self' ${formActionFor(redirectUri)}`);
  response.set('Content-Security-Policy', allowed);
}

/** Tells the app what came of it: by leading there, or by a page with the code. */
function answer(
  parts: PagesParts,
  request: Request,
  response: Response,
  { ask, app }: Question,
  what: Readonly<Record<string, string>>,
): void {
  letLeadTo(response, ask.redirect_uri);
  if (ask.redirect_uri !== OUT_OF_BAND) {
    response.redirect(303, leadBack(ask.redirect_uri, { ...what, state: ask.state }));
    return;
  }
  const { code } = what;
  if (code === undefined) throw new NotFound('Nothing was done. You can close this page.');
  show(response, codePage({ shell: shellOf(parts, request), app, code }));
}
