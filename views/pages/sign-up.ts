import type { Html } from '../html.ts';
import { href, html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';

export interface SignUpModel {
  readonly shell: Shell;
  readonly action: string;
  readonly host: string;
  readonly by: 'invitation' | 'open';
  /** Who invited. */
  readonly invitedBy?: string;
  readonly form: Form<'username' | 'password'>;
}

/** A new account: a name and a password, nothing else is asked. */
export function signUpPage({ shell, action, host, by, invitedBy, form }: SignUpModel): Html {
  const invited = invitedBy === undefined ? 'You are invited.' : `${invitedBy} invited you.`;
  const lead = by === 'invitation' ? `${invited} The link works once.` : 'Anyone may open an account here.';
  return page(
    { shell, title: 'Open an account', failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: host, title: 'Open an account', lead })}
<form method="post" action="${href(action)}">
${field({ form, name: 'username', label: 'Your name here', hint: html`Small letters, digits and _. Others find you as <b class="handle">@name@${host}</b>. It cannot be changed later.`, autocomplete: 'username', max: 30, code: true })}
${field({ form, name: 'password', label: 'Password', hint: 'At least 10 characters. A sentence of your own is good.', type: 'password', autocomplete: 'new-password', max: 200 })}
<p class="who-sees">Your name and what you post can be seen by everyone. We ask for no e-mail address.</p>
${act('Open my account')}
</form>
<p>You have an account here? <a href="/sign-in">Sign in</a>.</p>`,
    html`<section class="note"><h2>You have an account elsewhere?</h2><p>You need none here. Follow a community from your own fediverse server, and take part and vote from there.</p></section>`,
  );
}

/** Nobody can open an account with what they came with: why, and what to do instead. */
export function signUpClosedPage({ shell, why }: { readonly shell: Shell; readonly why?: string }): Html {
  return page(
    { shell, title: 'By invitation' },
    html`${heading({ kind: shell.host, title: 'Accounts are opened by invitation' })}
${maybe(why, (sentence) => html`<p>${sentence}</p>`)}
<p>Ask a member for an invitation link: every member can make one.</p>
<p>Or come in from your own server: find a community under <a href="/communities">Communities</a> and follow it from any fediverse app. You can post, reply and vote from there.</p>`,
  );
}
