import type { Sentence } from '../../server/community/said.ts';
import type { Part } from '../html.ts';
import { html, maybe, nothing } from '../html.ts';
import { FORMS } from '../words/forms.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import type { Form } from './field.ts';
import { failed } from './field.ts';

/** Everything wrong with a form, above it, each linked to its field (after the GOV.UK design system). */
export function errorSummary(form: Form<string>, say: Say = speaker('en')): Part {
  if (!failed(form)) return nothing;
  const errors = Object.entries(form.errors).filter((entry): entry is [string, Sentence] => entry[1] !== undefined);
  return html`<div class="errors" role="alert" aria-labelledby="errors-title" tabindex="-1">
<h2 id="errors-title">${say(FORMS.putRight)}</h2>
${maybe(form.error, (error) => html`<p>${told(error, say)}</p>`)}
${errors.length ? html`<ul>${errors.map(([name, error]) => html`<li><a href="#${encodeURIComponent(name)}">${told(error, say)}</a></li>`)}</ul>` : nothing}
</div>`;
}
