import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { DoorsModel } from '../parts/doors.ts';
import { doorSentences } from '../parts/doors.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { passkeyForm, passkeyScript } from '../parts/passkey.ts';
import { type ProviderBrief, providersForms } from '../parts/provider.ts';
import { SIGN_IN } from '../words/doors.ts';
import { FORMS } from '../words/forms.ts';
import { link } from '../words/speaking.ts';

export interface SignInModel {
  readonly shell: Shell;
  /** A path here, to go to afterwards. */
  readonly next?: string;
  readonly doors: DoorsModel;
  /** Other providers by whose word one can sign in. */
  readonly providers?: readonly ProviderBrief[];
  readonly form: Form<'username' | 'password'>;
}

export function signInPage({ shell, next = '/', doors, providers = [], form }: SignInModel): Html {
  const say = sayIn(shell);
  const title = say.text(SIGN_IN.title);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: shell.host, title })}
<form method="post" action="/sign-in">
${field({ form, name: 'username', label: say(FORMS.nameHere), hint: say(SIGN_IN.partBefore, { at: `@${shell.host}` }), autocomplete: 'username', max: 30, code: true, say })}
${field({ form, name: 'password', label: say(FORMS.password), type: 'password', autocomplete: 'current-password', max: 200, say })}
<input type="hidden" name="next" value="${next}">
${act(title)}
</form>
${passkeyForm({ begin: '/sign-in/passkey/begin', action: '/sign-in/passkey', say, label: say.text(SIGN_IN.passkey), fields: html`<input type="hidden" name="next" value="${next}">` })}
${providersForms(providers, { next }, say)}
<p><a href="/password">${say(SIGN_IN.forgot)}</a></p>
<p>${say(SIGN_IN.noAccount, { doors: doorSentences(doors, say), a: link('/communities') })}</p>
${passkeyScript(say)}`,
  );
}

/** The second question, after the password. */
export function signInCodePage({
  shell,
  next,
  form,
}: {
  readonly shell: Shell;
  readonly next: string;
  readonly form: Form<'code'>;
}): Html {
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(SIGN_IN.codeTitle), speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: shell.host, title: say(SIGN_IN.code), lead: say(SIGN_IN.codeLead) })}
<form method="post" action="/sign-in/code">
${field({ form, name: 'code', label: say(FORMS.appCode), hint: say(SIGN_IN.codeHint), autocomplete: 'one-time-code', max: 40, code: true, short: true, say })}
<input type="hidden" name="next" value="${next}">
${act(say.text(SIGN_IN.title))}
</form>
<p>${say(SIGN_IN.codeNeither)}</p>`,
  );
}
