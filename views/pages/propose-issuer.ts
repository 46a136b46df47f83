import type { Html } from '../html.ts';
import { html, when } from '../html.ts';
import { field } from '../parts/field.ts';
import { type Draft, draftPage, reasons, titleField } from './propose.ts';
import type { IssuerField } from './propose-federation.ts';

export interface ProposeIssuerModel extends Draft<IssuerField> {
  readonly kind: 'accept-issuer' | 'end-issuer';
  /** Organisations whose people may speak without a name now. */
  readonly accepted: readonly string[];
}

/** Letting people whom an organisation confirms speak without a name, or ending it. */
export function proposeIssuerPage(model: ProposeIssuerModel): Html {
  const { form, kind, accepted } = model;
  const accepts = kind === 'accept-issuer';
  const text = accepts
    ? 'Whom the organisation confirms could speak here as “verified, works.example, one of so many”. Nobody could find out who it is. The organisation runs the issuer itself, on a machine of its own; it shows its address and its key.'
    : 'What was said stays.';
  return draftPage(model, {
    title: accepts ? 'Voices without a name' : 'No more voices without a name',
    change: kind,
    fields: html`<p>${text}</p>
${when(accepted.length > 0, () => html`<h2>Taken now</h2><ul>${accepted.map((one) => html`<li class="handle">${one}</li>`)}</ul>`)}
${titleField(form)}
${field({ form, name: 'organisation', label: 'Which organisation', hint: html`Its name, like <span class="handle">works.example</span>.`, autocomplete: 'off', max: 253, code: true })}
${when(
  accepts,
  () => html`${field({ form, name: 'url', label: 'Where its issuer is', hint: 'Its address, https://…', autocomplete: 'off', max: 500, code: true })}
${field({ form, name: 'key', label: 'The issuer’s key', hint: 'As the issuer’s own page shows it.', autocomplete: 'off', max: 100, code: true })}`,
)}
${reasons(form)}`,
  });
}
