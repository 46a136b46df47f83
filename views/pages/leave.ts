import type { Html } from '../html.ts';
import { html, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, choices, failed, field } from '../parts/field.ts';
import { type ProofAsked, proof } from '../parts/proof.ts';
import { FORMS } from '../words/forms.ts';
import { LEAVING } from '../words/leaving.ts';
import { SHELL } from '../words/shell.ts';
import { link } from '../words/speaking.ts';

export interface LeaveModel {
  readonly shell: Shell;
  /** Where she signs in by a code as well. */
  readonly asksCode: boolean;
  /** Absent: by her password. */
  readonly proof?: ProofAsked;
  readonly form: Form<'password' | 'code' | 'posts'>;
}

/** The end of an account, which cannot be taken back. */
export function leavePage({ shell, asksCode, proof: asked, form }: LeaveModel): Html {
  const say = sayIn(shell);
  const title = say.text(LEAVING.title);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: html`<a href="/you">${say(SHELL.you)}</a>`, title, lead: say(LEAVING.lead) })}
<ul>
<li>${say(LEAVING.communities)}</li>
<li>${say(LEAVING.sessions)}</li>
<li>${say(LEAVING.servers)}</li>
</ul>
<p>${say(LEAVING.before, { archive: link('/you/archive'), move: link('/you') })}</p>
<form method="post" action="/you/leave">
${choices({
  form,
  name: 'posts',
  legend: say(LEAVING.posts),
  options: [
    { value: 'keep', label: say.text(LEAVING.keep), hint: say.text(LEAVING.keepHint) },
    { value: 'delete', label: say.text(LEAVING.delete), hint: say.text(LEAVING.deleteHint) },
  ],
  say,
})}
${proof(form, asked, say)}
${when(asksCode, () => field({ form, name: 'code', label: say(FORMS.appCode), hint: say(FORMS.orRecovery), autocomplete: 'one-time-code', max: 40, code: true, short: true, say }))}
${act(say.text(LEAVING.do))}
</form>`,
  );
}
