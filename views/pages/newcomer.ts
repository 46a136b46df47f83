import type { Html } from '../html.ts';
import { html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';

export interface NewcomerModel {
  readonly shell: Shell;
  /** By whose word she is here. */
  readonly provider: string;
  readonly organisation?: string;
  readonly form: Form<'username'>;
}

/** Somebody whom another house knows, and who has no account here yet, chooses her name. */
export function newcomerPage({ shell, provider, organisation, form }: NewcomerModel): Html {
  return page(
    { shell, title: 'Open an account', failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: shell.host, title: 'Open an account', lead: `${provider} knows you. You have no account here yet.` })}
<form method="post" action="/sign-up/by">
${field({ form, name: 'username', label: 'Your name here', hint: html`Small letters, digits and _. Others find you as <b class="handle">@name@${shell.host}</b>. It cannot be changed later.`, autocomplete: 'off', max: 30, code: true })}
<p class="who-sees">Your name and what you post can be seen by everyone. By whom you sign in, only you see${maybe(organisation, (its) => html`; that you belong to ${its}, too`)}.</p>
${act('Open my account')}
</form>
<p>You have an account here already? Sign in to it as you do, then connect ${provider} under <a href="/you/ways-in">You, Ways to sign in</a>.</p>`,
  );
}
