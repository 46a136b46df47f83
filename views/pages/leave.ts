import type { Html } from '../html.ts';
import { html, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, choices, failed, field } from '../parts/field.ts';
import { type ProofAsked, proof } from '../parts/proof.ts';

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
  return page(
    { shell, title: 'Leave this server', failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: html`<a href="/you">You</a>`, title: 'Leave this server', lead: 'Your account is deleted. Nobody can bring it back, and nobody else ever gets your name.' })}
<ul>
<li>You leave every community. What you decided together, and the ballots you cast, stay in its open book.</li>
<li>You are signed out everywhere, and no app acts for you any more.</li>
<li>Other servers are told. Most of them delete whatever they have of you; nobody can make them.</li>
</ul>
<p>Before that you can <a href="/you/archive">take everything you have here with you</a>. If you only want another name or another server, <a href="/you">move</a> instead: your memberships go along.</p>
<form method="post" action="/you/leave">
${choices({
  form,
  name: 'posts',
  legend: 'What becomes of your posts here?',
  options: [
    { value: 'keep', label: 'They stay', hint: 'Above them stands “Somebody who left”, and not your name.' },
    { value: 'delete', label: 'They are deleted too', hint: 'Answers to them stay.' },
  ],
})}
${proof(form, asked)}
${when(asksCode, () => field({ form, name: 'code', label: 'The code that your app shows now', hint: 'Or one of your recovery codes.', autocomplete: 'one-time-code', max: 40, code: true, short: true }))}
${act('Delete my account')}
</form>`,
  );
}
