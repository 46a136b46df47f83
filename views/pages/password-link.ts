import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';

export interface PasswordLinkModel {
  readonly shell: Shell;
  readonly action: string;
  /** Whose password it is. */
  readonly username: string;
  readonly form: Form<'wanted'>;
}

/** A new password, by a link. */
export function passwordLinkPage({ shell, action, username, form }: PasswordLinkModel): Html {
  return page(
    { shell, title: 'A new password', failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: shell.host, title: 'A new password', lead: html`For the account <b class="handle">@${username}@${shell.host}</b>. The link works once.` })}
<form method="post" action="${href(action)}">
${field({ form, name: 'wanted', label: 'The new password', hint: 'At least 10 characters. A sentence of your own is good.', type: 'password', autocomplete: 'new-password', max: 200 })}
<p>Wherever you are signed in now you are signed out, and apps have to be let in again.</p>
${act('Set this password')}
</form>`,
  );
}

/** A link that was used, or is over. */
export function passwordLinkOverPage({ shell, why }: { readonly shell: Shell; readonly why: string }): Html {
  return page(
    { shell, title: 'This link is over' },
    html`${heading({ kind: shell.host, title: 'This link is over' })}
<p>${why}</p>
<p><a href="/password">Ask for a new one</a>. If you know your password, <a href="/sign-in">sign in</a>.</p>`,
  );
}

export interface ForgottenModel {
  readonly shell: Shell;
  /** Whether this server sends letters; where not, its operator makes the link. */
  readonly sendsMail: boolean;
  readonly form: Form<'account'>;
}

/** Somebody forgot her password. What is said of an account that exists is said of one that does not. */
export function forgottenPage({ shell, sendsMail, form }: ForgottenModel): Html {
  const title = 'Forgot your password?';
  const byLetter = html`<p>We send a link for a new one to the address that you have confirmed here.</p>
<form method="post" action="/password">
${field({ form, name: 'account', label: 'Your name here, or your e-mail address', autocomplete: 'username', max: 254, code: true })}
${act('Send me a link')}
</form>
<p>You have given no address? Then ask whoever runs this server for a link.</p>`;
  return page(
    { shell, title, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: shell.host, title })}
${sendsMail ? byLetter : html`<p>This server sends no letters. Ask whoever runs it for a link by which you can set a new one. It is not made quietly: you get a notice, and it stands in the open book of your communities.</p>`}
<p>You know it after all? <a href="/sign-in">Sign in</a>.</p>`,
  );
}

/** The answer to all who asked. */
export function linkSentPage({ shell }: { readonly shell: Shell }): Html {
  return page(
    { shell, title: 'Look into your mail' },
    html`${heading({ kind: shell.host, title: 'Look into your mail' })}
<p>If there is such an account and it has a confirmed address, a letter is on its way there. The link in it works once, for an hour.</p>
<p>No letter comes? Look among the unwanted mail; else ask whoever runs this server for a link.</p>`,
  );
}
