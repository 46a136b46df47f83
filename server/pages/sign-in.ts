import type { Request, Response } from 'express';
import { signInCodePage, signInPage } from '../../views/pages/sign-in.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import { endSession } from '../accounts/sign-in.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, shellOf, show, viewerOf } from './context.ts';
import { query } from './governed.ts';
import { localPath } from './local-path.ts';
import { doorsModel } from './models/doors.ts';
import { allowScript } from './script.ts';

export const signInRoutes: Routes = (parts, router) => {
  router.get('/sign-in', async (request, response) => {
    const next = localPath(query(request, 'next') ?? '');
    staysOpener(response, next);
    if (viewerOf(request)) return goTo(response, next);
    await showSignIn(parts, request, response, { next, form: EMPTY_FORM });
  });

  router.post('/sign-in', async (request, response) => {
    const username = field(request, 'username');
    const next = localPath(field(request, 'next'));
    request.body = { username, password: field(request, 'password') };
    staysOpener(response, next);
    const answer = await parts.signIn(request);
    switch (answer.outcome) {
      case 'signed-in':
        return goTo(response, next);
      case 'code-needed':
        return goTo(response, `/sign-in/code?next=${encodeURIComponent(next)}`);
      case 'wrong':
        return showSignIn(parts, request, response, { next, form: refused(username, WRONG) }, 422);
      case 'too-often':
        response.set('Retry-After', String(answer.retryAfterSeconds));
        return showSignIn(parts, request, response, { next, form: refused(username, TOO_OFTEN) }, 429);
    }
  });

  router.get('/sign-in/code', (request, response) => {
    const next = localPath(query(request, 'next') ?? '');
    staysOpener(response, next);
    if (viewerOf(request)) return goTo(response, next);
    if (request.session.halfway === undefined) return goTo(response, '/sign-in');
    show(response, signInCodePage({ shell: shellOf(parts, request), next, form: EMPTY_FORM }));
  });

  router.post('/sign-in/code', async (request, response) => {
    const next = localPath(field(request, 'next'));
    staysOpener(response, next);
    const answer = await parts.signInByCode(request, field(request, 'code').slice(0, 100));
    if (answer.outcome === 'signed-in') return goTo(response, next);
    if (answer.outcome === 'start-again') return goTo(response, `/sign-in?next=${encodeURIComponent(next)}`);
    const tooOften = answer.outcome === 'too-often';
    if (tooOften) response.set('Retry-After', String(QUARTER_HOUR_S));
    const form = { values: {}, errors: { code: answer.text } };
    show(response, signInCodePage({ shell: shellOf(parts, request), next, form }), tooOften ? 429 : 422);
  });

  router.post('/sign-out', async (request, response) => {
    if (viewerOf(request)) await endSession(request);
    goTo(response, '/');
  });
};

/** On the way to letting an app in: the web client that opened this window waits for it (`authorize.ts`). */
export function staysOpener(response: Response, next: string): void {
  if (next.startsWith('/oauth/authorize')) response.set('Cross-Origin-Opener-Policy', 'unsafe-none');
}

/** The same for an unknown name and a wrong password: which of them it was is nobody's business. */
const WRONG = 'Name and password do not go together. Check both and try again.';
const QUARTER_HOUR_S = 900;
const TOO_OFTEN = 'Too many tries. Wait a quarter of an hour, then try again.';

const refused = (username: string, error: string): Form<'username'> => ({ values: { username }, errors: {}, error });

/** The page of sign-in, with what was wrong. */
export async function showSignIn(
  parts: PagesParts,
  request: Request,
  response: Response,
  { next, form }: { readonly next: string; readonly form: Form<'username'> },
  status = 200,
): Promise<void> {
  const doors = await doorsModel(parts.house);
  allowScript(response);
  const providers = parts.oidc.providers.map(({ id, name }) => ({ id, name }));
  show(response, signInPage({ shell: shellOf(parts, request), next, doors, providers, form }), status);
}
