import type { Sentence } from '../../server/community/said.ts';
import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { ASKED } from '../words/asked.ts';
import { SIGN_IN } from '../words/doors.ts';
import { FORMS } from '../words/forms.ts';
import { NEW_PASSWORD } from '../words/new-password.ts';
import { link } from '../words/speaking.ts';
import { told } from '../words/told.ts';

export interface PasswordLinkModel {
  readonly shell: Shell;
  readonly action: string;
  /** Whose password it is. */
  readonly username: string;
  readonly form: Form<'wanted'>;
}

/** A new password, by a link. */
export function passwordLinkPage({ shell, action, username, form }: PasswordLinkModel): Html {
  const say = sayIn(shell);
  const title = say.text(NEW_PASSWORD.title);
  const handle = html`<b class="handle">@${username}@${shell.host}</b>`;
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: shell.host, title, lead: say(NEW_PASSWORD.lead, { handle }) })}
<form method="post" action="${href(action)}">
${field({ form, name: 'wanted', label: say(NEW_PASSWORD.wanted), hint: say(FORMS.passwordHint), type: 'password', autocomplete: 'new-password', max: 200, say })}
<p>${say(NEW_PASSWORD.signedOut)}</p>
${act(say.text(NEW_PASSWORD.set))}
</form>`,
  );
}

/** A link that was used, or is over. */
export function passwordLinkOverPage({ shell, why }: { readonly shell: Shell; readonly why: Sentence }): Html {
  const say = sayIn(shell);
  const title = say.text(NEW_PASSWORD.over);
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ kind: shell.host, title })}
<p>${told(why, say)}</p>
<p>${say(NEW_PASSWORD.askForNew, { ask: link('/password'), enter: link('/sign-in') })}</p>`,
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
  const say = sayIn(shell);
  const title = say.text(SIGN_IN.forgot);
  const byLetter = html`<p>${say(NEW_PASSWORD.weSend)}</p>
<form method="post" action="/password">
${field({ form, name: 'account', label: say(NEW_PASSWORD.account), autocomplete: 'username', max: 254, code: true, say })}
${act(say.text(NEW_PASSWORD.send))}
</form>
<p>${say(NEW_PASSWORD.noAddress)}</p>`;
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: shell.host, title })}
${sendsMail ? byLetter : html`<p>${say(NEW_PASSWORD.noLetters)}</p>`}
<p>${say(NEW_PASSWORD.afterAll, { a: link('/sign-in') })}</p>`,
  );
}

/** The answer to all who asked. */
export function linkSentPage({ shell }: { readonly shell: Shell }): Html {
  const say = sayIn(shell);
  const title = say.text(ASKED.mail);
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ kind: shell.host, title })}
<p>${say(NEW_PASSWORD.onItsWay)}</p>
<p>${say(NEW_PASSWORD.noLetter)}</p>`,
  );
}
