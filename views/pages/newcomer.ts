import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { FORMS } from '../words/forms.ts';
import { SIGN_UP } from '../words/sign-up.ts';
import { link } from '../words/speaking.ts';

export interface NewcomerModel {
  readonly shell: Shell;
  /** By whose word she is here. */
  readonly provider: string;
  readonly organisation?: string;
  readonly form: Form<'username'>;
}

/** Somebody whom another house knows, and who has no account here yet, chooses her name. */
export function newcomerPage({ shell, provider, organisation, form }: NewcomerModel): Html {
  const say = sayIn(shell);
  const title = say.text(SIGN_UP.open);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: shell.host, title, lead: say(SIGN_UP.providerKnows, { provider }) })}
<form method="post" action="/sign-up/by">
${field({ form, name: 'username', label: say(FORMS.nameHere), hint: say(FORMS.nameHint, { handle: html`<b class="handle">@name@${shell.host}</b>` }), autocomplete: 'off', max: 30, code: true, say })}
<p class="who-sees">${organisation === undefined ? say(SIGN_UP.onlyYouSee) : say(SIGN_UP.onlyYouSeeBoth, { organisation })}</p>
${act(say.text(SIGN_UP.openMine))}
</form>
<p>${say(SIGN_UP.connect, { provider, a: link('/you/ways-in') })}</p>`,
  );
}
