import type { Request, Response } from 'express';
import type { SignUpModel } from '../../views/pages/sign-up.ts';
import { signUpClosedPage, signUpPage } from '../../views/pages/sign-up.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import { linkId } from '../accounts/link-id.ts';
import { startSession } from '../accounts/sign-in.ts';
import { invitationFor, signUp, signUpMode } from '../accounts/sign-up.ts';
import type { Refusal } from '../community/result.ts';
import type { Invitation } from '../ports/invitations.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, shellOf, show } from './context.ts';
import { param } from './governed.ts';

export const signUpRoutes: Routes = (parts, router) => {
  router.get('/sign-up', async (request, response) => {
    if ((await signUpMode(parts.house)) !== 'open') return showClosed(parts, request, response);
    showForm(parts, request, response, { by: 'open', form: EMPTY_FORM });
  });

  router.post('/sign-up', async (request, response) => {
    await open(parts, request, response, { by: 'open' });
  });

  router.get('/invitations/:secret', async (request, response) => {
    const invitation = await invitationFor(parts.house, param(request, 'secret'));
    if (invitation?.purpose !== 'join') return showClosed(parts, request, response, OVER);
    const invited = await invitedBy(parts, invitation);
    showForm(parts, request, response, { by: 'invitation', form: EMPTY_FORM, ...invited });
  });

  router.post('/invitations/:secret', async (request, response) => {
    const secret = param(request, 'secret');
    // Also one that was used: by the same name it may be used again, after a stop in between.
    const invitation = await parts.house.invitations.get(linkId(secret));
    if (invitation?.purpose !== 'join') return showClosed(parts, request, response, OVER);
    const invited = await invitedBy(parts, invitation);
    await open(parts, request, response, { by: 'invitation', secret, ...invited });
  });
};

const OVER = 'This invitation was used already, or is over.';

async function open(
  parts: PagesParts,
  request: Request,
  response: Response,
  { secret, ...how }: Pick<SignUpModel, 'by' | 'invitedBy'> & { readonly secret?: string },
): Promise<void> {
  const username = field(request, 'username');
  const opened = await signUp(parts.house, {
    username,
    password: field(request, 'password'),
    ...(secret === undefined ? {} : { invitation: secret }),
  });
  if (opened.ok) {
    await startSession(request, { person: opened.value, epoch: 0 });
    leaveNotice(request, 'done', `Your account is open. Welcome, ${opened.value.username}.`);
    return goTo(response, '/communities');
  }
  const { code, text } = opened.refusal;
  if (code === 'invitation-needed' || code === 'invitation-not-valid') {
    return showClosed(parts, request, response, text);
  }
  showForm(parts, request, response, { ...how, form: { values: { username }, ...accountErrors(opened.refusal) } }, 422);
}

/** A refusal of name or password, at its field. */
export function accountErrors({ code, text }: Refusal): Pick<Form<'username' | 'password'>, 'errors' | 'error'> {
  switch (code) {
    case 'bad-name':
    case 'looks-alike':
    case 'name-taken':
      return { errors: { username: text } };
    case 'bad-password':
      return { errors: { password: text } };
    default:
      return { errors: {}, error: text };
  }
}

/** Who made the link; the operator's command made those without. */
async function invitedBy({ house }: PagesParts, { by }: Invitation): Promise<Pick<SignUpModel, 'invitedBy'>> {
  const person = by === undefined ? null : await house.people.byIri(by);
  return person === null ? {} : { invitedBy: person.displayName };
}

function showForm(
  parts: PagesParts,
  request: Request,
  response: Response,
  model: Pick<SignUpModel, 'by' | 'invitedBy' | 'form'>,
  status = 200,
): void {
  const { host } = parts.house.addresses;
  show(response, signUpPage({ ...model, shell: shellOf(parts, request), action: request.path, host }), status);
}

/** Without a reason: simply that accounts are opened by invitation. */
function showClosed(parts: PagesParts, request: Request, response: Response, why?: string): void {
  const shell = shellOf(parts, request);
  show(response, signUpClosedPage({ shell, ...(why === undefined ? {} : { why }) }), why === undefined ? 200 : 403);
}
