import type { Request, Response } from 'express';
import { passwordLinkOverPage, passwordLinkPage } from '../../views/pages/password-link.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import { passwordLinkFor, resetPassword } from '../accounts/password-link.ts';
import { sentenceOf } from '../community/result.ts';
import type { Sentence } from '../community/said.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, shellOf, show } from './context.ts';
import { param } from './governed.ts';

/** A new password by a link that the operator's command made. */
export const passwordLinkRoutes: Routes = (parts, router) => {
  router.get('/password/:secret', (request, response) => showForm(parts, request, response, EMPTY_FORM));

  router.post('/password/:secret', async (request, response) => {
    const reset = await resetPassword(parts.house, {
      secret: param(request, 'secret'),
      wanted: field(request, 'wanted'),
    });
    if (reset.ok) {
      leaveNotice(request, 'done', 'Your password is set. Sign in with it.');
      return goTo(response, '/sign-in');
    }
    const { code } = reset.refusal;
    const text = sentenceOf(reset.refusal);
    if (code !== 'bad-password') return showOver(parts, request, response, text);
    await showForm(parts, request, response, { values: {}, errors: { wanted: text } }, 422);
  });
};

async function showForm(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: Form<'wanted'>,
  status = 200,
): Promise<void> {
  const found = await passwordLinkFor(parts.house, param(request, 'secret'));
  if (!found.ok) return showOver(parts, request, response, sentenceOf(found.refusal));
  // It is the key to an account: no page that is opened from here is told its address.
  response.set('Referrer-Policy', 'no-referrer');
  const shell = shellOf(parts, request);
  show(response, passwordLinkPage({ shell, action: request.path, username: found.value.username, form }), status);
}

function showOver(parts: PagesParts, request: Request, response: Response, why: Sentence): void {
  show(response, passwordLinkOverPage({ shell: shellOf(parts, request), why }), 404);
}
