import type { Request, Response } from 'express';
import type { AddressModel } from '../../views/pages/address.ts';
import { addressPage, confirmOverPage, confirmPage } from '../../views/pages/address.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { confirmAddress, confirmableBy } from '../accounts/confirm-address.ts';
import { changeAddress, removeAddress, sendAgain } from '../accounts/own-address.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, requireViewer, shellOf, show, viewerOf } from './context.ts';
import { param } from './governed.ts';
import { proofAsked, proofErrors, proofIn, statusOf } from './proof.ts';

/** E-mail addresses: one's own, and the links by which they are confirmed. */
export const addressRoutes: Routes = (parts, router) => {
  const { house } = parts;
  const needs = () => ({ ...house, throttle: parts.throttle });

  router.get('/confirm/:token', async (request, response) => {
    const found = await confirmableBy(house, param(request, 'token'));
    response.set('Referrer-Policy', 'no-referrer');
    if (!found.ok) return showOver(parts, request, response, sentenceOf(found.refusal));
    const { username, address, opens: state } = found.value;
    const shell = shellOf(parts, request);
    show(response, confirmPage({ shell, action: request.path, username, address, state }));
  });

  router.post('/confirm/:token', async (request, response) => {
    const confirmed = await confirmAddress(house, param(request, 'token'));
    if (!confirmed.ok) return showOver(parts, request, response, sentenceOf(confirmed.refusal));
    const { opens } = confirmed.value;
    if (opens === 'request') return goTo(response, '/sign-up/asked/member');
    const done =
      opens === 'account' ? 'Your account is open. Sign in with the password you chose.' : 'Your address is confirmed.';
    leaveNotice(request, 'done', done);
    // Whoever reads the letters need not be whoever chose the password.
    goTo(response, viewerOf(request) === null ? '/sign-in' : '/you/email');
  });

  router.get('/you/email', (request, response) => showAddress(parts, request, response, EMPTY_FORM));

  router.post('/you/email', async (request, response) => {
    const address = field(request, 'address');
    const proof = proofIn(request);
    const removes = field(request, 'what') === 'remove';
    const changed = removes
      ? await removeAddress(needs(), proof)
      : await changeAddress(needs(), { ...proof, typed: address });
    if (!changed.ok) {
      const { code } = changed.refusal;
      const text = sentenceOf(changed.refusal);
      const wrong = code === 'bad-address' ? { errors: { address: text } } : proofErrors(changed.refusal);
      const form = { ...wrong, values: { address } };
      return showAddress(parts, request, response, form, statusOf(code));
    }
    leaveNotice(
      request,
      'done',
      removes ? 'We keep no address of yours any more.' : NEXT[house.sendsMail ? 'letter' : 'operator'],
    );
    goTo(response, '/you/email');
  });

  router.post('/you/email/again', async (request, response) => {
    const sent = await sendAgain(house, requireViewer(request));
    leaveNotice(request, sent.ok ? 'done' : 'refused', sent.ok ? NEXT.letter : sentenceOf(sent.refusal));
    goTo(response, '/you/email');
  });
};

const NEXT = {
  letter: said`A letter with a link is on its way. Open it within two days.`,
  operator: said`Saved. Ask whoever runs this server for the link that confirms it.`,
} as const;

async function showAddress(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: AddressModel['form'],
  status = 200,
): Promise<void> {
  const { iri } = requireViewer(request);
  const { emailAddresses, sendsMail } = parts.house;
  const [confirmed, wanted] = await Promise.all([emailAddresses.of(iri), emailAddresses.wanted(iri)]);
  const model: AddressModel = {
    shell: shellOf(parts, request),
    sendsMail,
    proof: await proofAsked(parts, request),
    form,
    ...(confirmed === null ? {} : { confirmed }),
    ...(wanted === null ? {} : { wanted: wanted.address }),
  };
  show(response, addressPage(model), status);
}

function showOver(parts: PagesParts, request: Request, response: Response, why: Sentence): void {
  show(response, confirmOverPage({ shell: shellOf(parts, request), why }), 404);
}
