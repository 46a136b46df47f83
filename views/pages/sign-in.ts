import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { DoorsModel } from '../parts/doors.ts';
import { doorSentences } from '../parts/doors.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { passkeyForm, passkeyScript } from '../parts/passkey.ts';
import { type ProviderBrief, providersForms } from '../parts/provider.ts';

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
  return page(
    { shell, title: 'Sign in', failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: shell.host, title: 'Sign in' })}
<form method="post" action="/sign-in">
${field({ form, name: 'username', label: 'Your name here', hint: html`The part before @${shell.host}`, autocomplete: 'username', max: 30, code: true })}
${field({ form, name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password', max: 200 })}
<input type="hidden" name="next" value="${next}">
${act('Sign in')}
</form>
${passkeyForm({ begin: '/sign-in/passkey/begin', action: '/sign-in/passkey', label: 'Use a passkey', fields: html`<input type="hidden" name="next" value="${next}">` })}
${providersForms(providers, { next })}
<p><a href="/password">Forgot your password?</a></p>
<p>No account yet? ${doorSentences(doors)} With an account on another server you need none here: <a href="/communities">follow a community</a> from there.</p>
${passkeyScript}`,
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
  return page(
    { shell, title: 'Sign in: the code', failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: shell.host, title: 'The code', lead: 'The first step is done. You have asked us to ask for a code as well.' })}
<form method="post" action="/sign-in/code">
${field({ form, name: 'code', label: 'The code that your app shows now', hint: 'Six digits. Without your app: one of your recovery codes.', autocomplete: 'one-time-code', max: 40, code: true, short: true })}
<input type="hidden" name="next" value="${next}">
${act('Sign in')}
</form>
<p>You have neither? Whoever runs this server cannot let you in without it: that is what it is for. Use a browser where you are still signed in.</p>`,
  );
}
