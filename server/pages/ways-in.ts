import type { Request, Response } from 'express';
import { type WaysInModel, waysInPage } from '../../views/pages/ways-in.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import { confirmByPassword, isConfirmed, keepConfirmed } from '../accounts/confirmed.ts';
import type { Errand } from '../accounts/oidc/desk.ts';
import { BAD_NAME, passkeyName } from '../accounts/passkeys/desk.ts';
import { checkCode } from '../accounts/second-factor.ts';
import { startSession } from '../accounts/sign-in.ts';
import type { Removed } from '../ports/ways-in.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, requireViewer, saveSession, shellOf, show } from './context.ts';
import { leadOn, providerBy } from './oidc.ts';
import { proofErrors, proofIn, statusOf } from './proof.ts';

const PAGE = '/you/ways-in';

/** Passkeys and other ways in, as their owner looks after them. What needs a browser's help is in `passkeys.ts`. */
export const waysInRoutes: Routes = (parts, router) => {
  router.get(PAGE, (request, response) => showPage(parts, request, response, EMPTY_FORM));

  router.post(`${PAGE}/confirm`, async (request, response) => {
    const needs = { ...parts.house, throttle: parts.throttle, wall: parts.wall };
    const code = field(request, 'code').slice(0, 100);
    const confirmed = await confirmByPassword(needs, { ...proofIn(request), code });
    if (!confirmed.ok) {
      const { refusal } = confirmed;
      return showPage(parts, request, response, proofErrors(refusal), statusOf(refusal.code));
    }
    keepConfirmed(request);
    await saveSession(request);
    goTo(response, PAGE);
  });

  router.post(`${PAGE}/passkeys/rename`, async (request, response) => {
    const { iri } = requireViewer(request);
    const name = passkeyName(field(request, 'name'));
    if (name === null) leaveNotice(request, 'refused', BAD_NAME);
    else {
      await parts.house.waysIn.renamePasskey(iri, field(request, 'id'), name);
      leaveNotice(request, 'done', 'Renamed.');
    }
    goTo(response, PAGE);
  });

  router.post(`${PAGE}/passkeys/remove`, async (request, response) => {
    const { iri } = requireViewer(request);
    if (!isConfirmed(request)) return refuse(request, response);
    const removed = await parts.house.waysIn.removePasskey(iri, field(request, 'id'), issuersOf(parts));
    await afterRemoving(parts, request, response, removed);
  });

  router.post(`${PAGE}/confirm-with`, async (request, response) => {
    const viewer = requireViewer(request);
    const provider = providerBy(parts, field(request, 'provider'));
    const code = field(request, 'code').slice(0, 100);
    const fits = await checkCode(
      { ...parts.house, throttle: parts.throttle, wall: parts.wall },
      { person: viewer, code },
    );
    if (!fits.ok) return showPage(parts, request, response, proofErrors(fits.refusal), statusOf(fits.refusal.code));
    const errand: Errand = { purpose: 'confirm', person: viewer.iri, next: PAGE };
    await leadOn(parts, request, response, { provider, errand });
  });

  router.post(`${PAGE}/identities/connect`, async (request, response) => {
    const viewer = requireViewer(request);
    if (!isConfirmed(request)) return refuse(request, response);
    const provider = providerBy(parts, field(request, 'provider'));
    const errand: Errand = { purpose: 'connect', person: viewer.iri, next: PAGE };
    await leadOn(parts, request, response, { provider, errand });
  });

  router.post(`${PAGE}/identities/remove`, async (request, response) => {
    const { iri } = requireViewer(request);
    if (!isConfirmed(request)) return refuse(request, response);
    const removed = await parts.house.waysIn.removeIdentity(iri, field(request, 'key'), issuersOf(parts));
    await afterRemoving(parts, request, response, removed);
  });
};

/** Of the providers that are asked here: an identity of any other lets nobody in. */
const issuersOf = ({ oidc }: PagesParts) => oidc.providers.map(({ issuer }) => issuer);

/** Changes of ways in end all sessions: this one begins anew. */
async function afterRemoving(parts: PagesParts, request: Request, response: Response, removed: Removed): Promise<void> {
  if (removed === 'only-way-in') {
    leaveNotice(request, 'refused', 'It is the only way in that you have. Add another, or set a password, first.');
  } else if (removed !== 'not-there') {
    const person = requireViewer(request);
    await parts.house.sessions.endAll(person.username);
    await startSession(request, { person, epoch: removed.epoch });
    keepConfirmed(request);
    leaveNotice(request, 'done', 'It lets you in no more. Everywhere else you are signed out.');
  }
  goTo(response, PAGE);
}

function refuse(request: Request, response: Response): void {
  leaveNotice(request, 'refused', 'Nothing was changed: first show that it is you. It holds for ten minutes.');
  goTo(response, PAGE);
}

async function showPage(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: Form<'password' | 'code'>,
  status = 200,
): Promise<void> {
  show(response, waysInPage(await waysInModel(parts, request, form)), status);
}

async function waysInModel({ house, ...parts }: PagesParts, request: Request, form: WaysInModel['form']) {
  const { iri } = requireViewer(request);
  const [ways, second] = await Promise.all([house.waysIn.of(iri), house.secondFactors.of(iri)]);
  return {
    shell: shellOf({ house, ...parts }, request),
    shown: isConfirmed(request),
    hasPassword: ways.password,
    asksCode: second !== null,
    passkeys: ways.passkeys.map(({ id, name, since, stopped = false }) => ({ id, name, since, stopped })),
    identities: ways.identities.map(({ issuer, ...identity }) => {
      const asked = parts.oidc.providers.find((provider) => provider.issuer === issuer);
      return { ...identity, ...(asked === undefined ? {} : { provider: asked.id }) };
    }),
    providers: parts.oidc.providers
      .filter(({ issuer }) => !ways.identities.some((identity) => identity.issuer === issuer))
      .map(({ id, name }) => ({ id, name })),
    form,
  } satisfies WaysInModel;
}
