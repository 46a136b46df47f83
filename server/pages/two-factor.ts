import type { Request, Response } from 'express';
import { twoFactorCodesPage, twoFactorPage, twoFactorSetUpPage } from '../../views/pages/two-factor.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import { provePassword } from '../accounts/prove.ts';
import { beginSecondFactor, checkCode, confirmSecondFactor, renewRecoveryCodes } from '../accounts/second-factor.ts';
import { qrOf, totpAddress } from '../accounts/totp.ts';
import type { Result } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, requireViewer, shellOf, show } from './context.ts';
import { proofAsked, proofErrors, proofIn, statusOf } from './proof.ts';

/** A code beside the password: switching it on and off, and what stands in for it. */
export const twoFactorRoutes: Routes = (parts, router) => {
  const needs = () => ({ ...parts.house, throttle: parts.throttle, wall: parts.wall });

  router.get('/you/two-factor', (request, response) => showPage(parts, request, response, EMPTY_FORM));

  router.post('/you/two-factor/begin', async (request, response) => {
    const proven = await provePassword(needs(), proofIn(request));
    if (!proven.ok) return showRefused(parts, request, response, proven);
    // Only whoever can give a code of the one that is asked for may put another in its place: switch it off first.
    if ((await parts.house.secondFactors.of(requireViewer(request).iri)) !== null) {
      return goTo(response, '/you/two-factor');
    }
    const secret = await beginSecondFactor(parts.house, requireViewer(request));
    await showSetUp(parts, request, response, { secret, form: EMPTY_FORM });
  });

  router.post('/you/two-factor/confirm', async (request, response) => {
    const viewer = requireViewer(request);
    const confirmed = await confirmSecondFactor(needs(), { person: viewer, code: field(request, 'code') });
    if (confirmed.ok) return showCodes(parts, request, response, confirmed.value);
    const { code } = confirmed.refusal;
    const text = sentenceOf(confirmed.refusal);
    const secret = await parts.house.secondFactors.waiting(viewer.iri);
    if (secret === null) return goTo(response, '/you/two-factor');
    const form = { values: {}, errors: { code: text } };
    await showSetUp(parts, request, response, { secret, form }, statusOf(code));
  });

  router.post('/you/two-factor/change', async (request, response) => {
    const viewer = requireViewer(request);
    const proven = await provePassword(needs(), proofIn(request));
    if (!proven.ok) return showRefused(parts, request, response, proven);
    const fits = await checkCode(needs(), { person: viewer, code: field(request, 'code').slice(0, 100) });
    if (!fits.ok) return showRefused(parts, request, response, fits);
    if (field(request, 'what') === 'codes') {
      return showCodes(parts, request, response, await renewRecoveryCodes(parts.house, viewer.iri));
    }
    await parts.house.secondFactors.end(viewer.iri);
    leaveNotice(request, 'done', 'Your password alone signs you in again.');
    goTo(response, '/you/two-factor');
  });
};

type Refusing = Extract<Result<unknown>, { readonly ok: false }>;

async function showRefused(parts: PagesParts, request: Request, response: Response, { refusal }: Refusing) {
  await showPage(parts, request, response, proofErrors(refusal), statusOf(refusal.code));
}

async function showPage(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: Form<'password' | 'code'>,
  status = 200,
): Promise<void> {
  const second = await parts.house.secondFactors.of(requireViewer(request).iri);
  const on = second === null ? {} : { on: { since: second.since, recoveryLeft: second.recoveryLeft } };
  const proof = await proofAsked(parts, request);
  show(response, twoFactorPage({ shell: shellOf(parts, request), form, proof, ...on }), status);
}

async function showSetUp(
  parts: PagesParts,
  request: Request,
  response: Response,
  { secret, form }: { readonly secret: string; readonly form: Form<'code'> },
  status = 200,
): Promise<void> {
  const { username: name } = requireViewer(request);
  const address = await totpAddress(secret, { host: parts.house.addresses.host, name });
  const squares = await qrOf(address);
  show(response, twoFactorSetUpPage({ shell: shellOf(parts, request), secret, address, squares, form }), status);
}

function showCodes(parts: PagesParts, request: Request, response: Response, codes: readonly string[]): void {
  show(response, twoFactorCodesPage({ shell: shellOf(parts, request), codes }));
}
