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
<p>If you know your password, <a href="/sign-in">sign in</a>.</p>`,
  );
}
