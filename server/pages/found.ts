import type { Request, Response } from 'express';
import { errorPage } from '../../views/pages/error.ts';
import type { FoundModel } from '../../views/pages/found.ts';
import { foundPage } from '../../views/pages/found.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { linkId } from '../accounts/link-id.ts';
import { freeName, nameAsKept } from '../accounts/names.ts';
import { startSession } from '../accounts/sign-in.ts';
import { accountFaults, signUp } from '../accounts/sign-up.ts';
import { foundingFaults } from '../actions/found-community.ts';
import type { Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused, sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { Invitation } from '../ports/invitations.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, shellOf, show } from './context.ts';
import { param } from './governed.ts';
import { languageOf } from './language-of.ts';
import {
  aroundFounding,
  COMMUNITY_FIELDS,
  communityErrors,
  type FoundForm,
  foundBy,
  wantedBy,
} from './models/founding.ts';
import { accountErrors } from './sign-up.ts';

const FIELDS = ['username', 'password', ...COMMUNITY_FIELDS] as const;
type Values = Readonly<Record<(typeof FIELDS)[number], string>>;

/** The one-time link of an empty server: an account and a community, founded together. */
export const foundRoutes: Routes = (parts, router) => {
  router.get('/found/:secret', async (request, response) => {
    const invitation = await foundingInvitation(parts, param(request, 'secret'));
    if (invitation === null) return showClosed(parts, request, response);
    showForm(parts, request, response, EMPTY_FORM);
  });

  router.post('/found/:secret', async (request, response) => {
    const secret = param(request, 'secret');
    const invitation = await foundingInvitation(parts, secret);
    if (invitation === null) return showClosed(parts, request, response);
    const values = Object.fromEntries(FIELDS.map((name) => [name, field(request, name)])) as Values;
    const form = await foundAll(parts, request, response, { values, secret, invitation });
    if (form !== null) showForm(parts, request, response, form, 422);
  });
};

/**
 * The invitation, as long as nothing has been founded here. Used up already, it still serves the name it was used
 * for: whoever was interrupted between the account and the community comes back with the same link.
 */
async function foundingInvitation({ house }: PagesParts, secret: string): Promise<Invitation | null> {
  const invitation = await house.invitations.get(linkId(secret));
  if (invitation?.purpose !== 'found' || invitation.expiresAt <= house.clock.now()) return null;
  return (await house.communities.here()).length === 0 ? invitation : null;
}

/** Account, session, community, membership: in this order. The form with what is wrong, or `null` when it is done. */
async function foundAll(
  parts: PagesParts,
  request: Request,
  response: Response,
  { values, secret, invitation }: { readonly values: Values; readonly secret: string; readonly invitation: Invitation },
): Promise<FoundForm | null> {
  const { password: _, ...shown } = values;
  // First everything that can be wrong about either: an account without a community would be half of it.
  const errors = await faultsOf(parts, { values, invitation });
  if (Object.keys(errors).length > 0) return { values: shown, errors };
  const account = await openAccount(parts, request, { values, secret, invitation });
  if (!account.ok) return { values: shown, ...accountErrors(account.refusal) };
  const founded = await foundBy(parts, request, {
    founder: account.value,
    values: shown,
    onward: said`Write the first post below, and invite others: “Invite people” stands on this page.`,
  });
  if (!founded.ok) return founded.form;
  goTo(response, founded.path);
  return null;
}

/** What is wrong with the account and with the community, told together, as far as it is known before either is there. */
async function faultsOf(
  { house }: PagesParts,
  { values, invitation }: { readonly values: Values; readonly invitation: Invitation },
): Promise<FoundForm['errors']> {
  const [account, free] = await Promise.all([accountFaults(house, values), freeName(house, values.community)]);
  const faults = account.filter(({ code }) => code !== 'name-taken' || !wasOpenedBy(invitation, values));
  const taken = !free.ok && free.refusal.code === 'name-taken' ? { community: sentenceOf(free.refusal) } : {};
  const isSame = nameAsKept(values.username) === nameAsKept(values.community);
  const same =
    isSame && values.community.trim() !== '' ? { community: 'You and the community need different names.' } : {};
  const ofAccount = faults.map((fault) => accountErrors(fault).errors);
  return Object.assign({}, ...ofAccount, taken, same, communityErrors(foundingFaults(wantedBy(values))));
}

/** Whether this link opened the account of that name before. */
const wasOpenedBy = ({ usedBy }: Invitation, { username }: Pick<Values, 'username'>): boolean =>
  usedBy === nameAsKept(username);

/** A new account, signed in; or the one that this link opened before, when the password is right. */
async function openAccount(
  parts: PagesParts,
  request: Request,
  { values, secret, invitation }: { readonly values: Values; readonly secret: string; readonly invitation: Invitation },
): Promise<Result<Person>> {
  const { username, password } = values;
  const opened = await signUp(parts.house, {
    ...{ username, password, invitation: secret },
    language: languageOf(request),
  });
  if (opened.ok) {
    await startSession(request, { person: opened.value, epoch: 0 });
    return opened;
  }
  const before = opened.refusal.code === 'name-taken' && wasOpenedBy(invitation, values);
  if (!before) return opened;
  request.body = { username, password };
  const answer = await parts.signIn(request);
  if (answer.outcome === 'signed-in') return accepted(answer.person);
  return refused('bad-password', 'The account is open already. Give the password you chose for it.');
}

function showForm(parts: PagesParts, request: Request, response: Response, form: FoundForm, status = 200): void {
  const model: FoundModel = {
    shell: shellOf(parts, request),
    action: request.path,
    ...aroundFounding(parts, 'first'),
    form,
  };
  show(response, foundPage(model), status);
}

function showClosed(parts: PagesParts, request: Request, response: Response): void {
  const text = said`This link founded the first community here, or it is over. There is nothing more to do with it.`;
  const onward = { path: '/communities', label: said`To the communities` };
  show(response, errorPage({ shell: shellOf(parts, request), status: 410, text, onward }), 410);
}
