import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';

export interface SignInModel {
  readonly shell: Shell;
  /** A path here, to go to afterwards. */
  readonly next?: string;
  readonly signUp: 'open' | 'invitation';
  readonly form: Form<'username' | 'password'>;
}

export function signInPage({ shell, next, signUp, form }: SignInModel): Html {
  return page(
    { shell, title: 'Sign in', failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: shell.host, title: 'Sign in' })}
<form method="post" action="/sign-in">
${field({ form, name: 'username', label: 'Your name here', hint: html`The part before @${shell.host}`, autocomplete: 'username', max: 30, code: true })}
${field({ form, name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password', max: 200 })}
<input type="hidden" name="next" value="${next ?? '/'}">
${act('Sign in')}
</form>
<p>${signUp === 'open' ? html`No account yet? <a href="/sign-up">Open one</a>.` : 'No account yet? A member can send you an invitation link.'} With an account on another server you need none here: <a href="/communities">follow a community</a> from there.</p>`,
  );
}
