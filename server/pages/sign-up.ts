import type { Request, Response } from 'express';
import type { SignUpModel } from '../../views/pages/sign-up.ts';
import { signUpClosedPage, signUpPage } from '../../views/pages/sign-up.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import { linkId } from '../accounts/link-id.ts';
import { startSession } from '../accounts/sign-in.ts';
import { type Asked, askForAccount, doorsHere, invitationFor } from '../accounts/sign-up.ts';
import { takesInvitation } from '../accounts/sign-up-by.ts';
import type { Refusal } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import { registrationsOf } from '../governance/sign-up.ts';
import type { Invitation } from '../ports/invitations.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, shellOf, show } from './context.ts';
import { param } from './governed.ts';
import { languageOf } from './language-of.ts';
import { doorsModel } from './models/doors.ts';
import { allowScript } from './script.ts';

export const signUpRoutes: Routes = (parts, router) => {
  router.get('/sign-up', async (request, response) => {
    if (!registrationsOf(await doorsHere(parts.house)).enabled) return showClosed(parts, request, response);
    await showForm(parts, request, response, { by: 'doors', form: EMPTY_FORM });
  });

  router.post('/sign-up', async (request, response) => {
    const wait = await parts.throttle.waitToSignUp(request.ip ?? '');
    if (wait !== null) {
      response.set('Retry-After', String(wait));
      const form = { values: valuesIn(request), errors: {}, error: MANY };
      return showForm(parts, request, response, { by: 'doors', form }, 429);
    }
    await open(parts, request, response, { by: 'doors' });
  });

  router.get('/invitations/:secret', async (request, response) => {
    const invitation = await invitationFor(parts.house, param(request, 'secret'));
    if (invitation?.purpose !== 'join') return showClosed(parts, request, response, OVER);
    const invited = await invitedBy(parts, invitation);
    const link = { invitation: param(request, 'secret') };
    await showForm(parts, request, response, { by: 'invitation', form: EMPTY_FORM, ...link, ...invited });
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

const OVER = said`This invitation was used already, or is over.`;
const MANY = said`Many accounts were asked for from where you are. Try again in an hour, or ask a member for an invitation.`;

/** Never the password. */
const valuesIn = (request: Request) => ({
  username: field(request, 'username'),
  address: field(request, 'address'),
  sentence: field(request, 'sentence'),
});

async function open(
  parts: PagesParts,
  request: Request,
  response: Response,
  { secret, ...how }: Pick<SignUpModel, 'by' | 'invitedBy'> & { readonly secret?: string },
): Promise<void> {
  const values = valuesIn(request);
  const asked = await askForAccount(parts.house, {
    ...values,
    password: field(request, 'password'),
    zone: field(request, 'zone'),
    language: languageOf(request),
    ...(secret === undefined ? {} : { invitation: secret }),
  });
  if (asked.ok) return goOn(parts, request, response, asked.value);
  const { code } = asked.refusal;
  const text = sentenceOf(asked.refusal);
  if (code === 'invitation-needed' || code === 'invitation-not-valid') {
    return showClosed(parts, request, response, text);
  }
  const link = secret === undefined ? {} : { invitation: secret };
  const form = { values, ...accountErrors(asked.refusal) };
  await showForm(parts, request, response, { ...how, ...link, form }, 422);
}

/** An account that is open begins; for others the page says what happens next. */
async function goOn(
  { house }: PagesParts,
  request: Request,
  response: Response,
  { person, way }: Asked,
): Promise<void> {
  if (person === null) {
    const next = way.confirm ? (house.sendsMail ? 'letter' : 'operator') : 'member';
    return goTo(response, `/sign-up/asked/${next}`);
  }
  // A new session begins: where she was on her way to goes along.
  const { onward = '/communities' } = request.session;
  await startSession(request, { person, epoch: 0 });
  leaveNotice(request, 'done', said`Your account is open. Welcome, ${person.username}.`);
  goTo(response, onward);
}

/** A refusal of name or password, at its field. */
export function accountErrors(
  refusal: Refusal,
): Pick<Form<'username' | 'password' | 'address' | 'sentence'>, 'errors' | 'error'> {
  const text = sentenceOf(refusal);
  switch (refusal.code) {
    case 'bad-name':
    case 'looks-alike':
    case 'name-taken':
      return { errors: { username: text } };
    case 'bad-password':
      return { errors: { password: text } };
    case 'bad-address':
    case 'address-needed':
    case 'wrong-domain':
      return { errors: { address: text } };
    case 'sentence-needed':
      return { errors: { sentence: text } };
    default:
      return { errors: {}, error: text };
  }
}

/** Who made the link; the operator's command made those without. */
async function invitedBy({ house }: PagesParts, { by }: Invitation): Promise<Pick<SignUpModel, 'invitedBy'>> {
  const person = by === undefined ? null : await house.people.byIri(by);
  return person === null ? {} : { invitedBy: person.displayName };
}

async function showForm(
  parts: PagesParts,
  request: Request,
  response: Response,
  model: Pick<SignUpModel, 'by' | 'invitedBy' | 'invitation' | 'form'>,
  status = 200,
): Promise<void> {
  const { house } = parts;
  const around = { shell: shellOf(parts, request), action: request.path, host: house.addresses.host };
  const doors = await doorsModel(house);
  const letsIn = model.by === 'invitation' || !(await takesInvitation(house));
  const providers = parts.oidc.providers.flatMap(({ id, name, opensAccounts }) =>
    letsIn && opensAccounts ? [{ id, name }] : [],
  );
  allowScript(response);
  show(response, signUpPage({ ...model, ...around, doors, sendsMail: house.sendsMail, providers }), status);
}

/** Without a reason: simply that accounts are opened by invitation. */
function showClosed(parts: PagesParts, request: Request, response: Response, why?: Sentence): void {
  const shell = shellOf(parts, request);
  show(response, signUpClosedPage({ shell, ...(why === undefined ? {} : { why }) }), why === undefined ? 200 : 403);
}
