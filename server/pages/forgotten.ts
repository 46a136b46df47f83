import { forgottenPage, linkSentPage } from '../../views/pages/password-link.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { askForNewPassword } from '../accounts/forgotten.ts';
import { sentenceOf } from '../community/result.ts';
import type { Routes } from './context.ts';
import { field, goTo, shellOf, show } from './context.ts';

const QUARTER_HOUR_S = 900;

/** Who forgot her password asks for a link. The answer is the same for an account that is not there. */
export const forgottenRoutes: Routes = (parts, router) => {
  const { house, throttle } = parts;

  router.get('/password', (request, response) => {
    show(response, forgottenPage({ shell: shellOf(parts, request), sendsMail: house.sendsMail, form: EMPTY_FORM }));
  });

  router.post('/password', async (request, response) => {
    const shell = shellOf(parts, request);
    const { sendsMail } = house;
    if (!sendsMail) return show(response, forgottenPage({ shell, sendsMail, form: EMPTY_FORM }), 422);
    const account = field(request, 'account');
    const asked = await askForNewPassword({ ...house, throttle }, { said: account, address: request.ip ?? '' });
    if (asked.ok) return goTo(response, '/password/sent');
    const { code } = asked.refusal;
    const text = sentenceOf(asked.refusal);
    const tooOften = code === 'too-often';
    if (tooOften) response.set('Retry-After', String(QUARTER_HOUR_S));
    const form = { values: { account }, errors: { account: text } };
    show(response, forgottenPage({ shell, sendsMail, form }), tooOften ? 429 : 422);
  });

  router.get('/password/sent', (request, response) => {
    show(response, linkSentPage({ shell: shellOf(parts, request) }));
  });
};
