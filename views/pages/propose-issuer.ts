import type { Html } from '../html.ts';
import { html, when } from '../html.ts';
import { sayIn } from '../layout.ts';
import { field } from '../parts/field.ts';
import { DRAFT_ISSUER } from '../words/drafts-people.ts';
import { type Draft, draftPage, reasons, titleField } from './propose.ts';
import { handle, type IssuerField } from './propose-federation.ts';

export interface ProposeIssuerModel extends Draft<IssuerField> {
  readonly kind: 'accept-issuer' | 'end-issuer';
  /** Organisations whose people may speak without a name now. */
  readonly accepted: readonly string[];
}

/** Letting people whom an organisation confirms speak without a name, or ending it. */
export function proposeIssuerPage(model: ProposeIssuerModel): Html {
  const { shell, form, kind, accepted } = model;
  const say = sayIn(shell);
  const accepts = kind === 'accept-issuer';
  return draftPage(model, {
    title: say.text(accepts ? DRAFT_ISSUER.accept : DRAFT_ISSUER.end),
    change: kind,
    fields: html`<p>${say(accepts ? DRAFT_ISSUER.acceptText : DRAFT_ISSUER.endText)}</p>
${when(accepted.length > 0, () => html`<h2>${say(DRAFT_ISSUER.now)}</h2><ul>${accepted.map((one) => html`<li class="handle">${one}</li>`)}</ul>`)}
${titleField(form, say)}
${field({ form, name: 'organisation', label: say(DRAFT_ISSUER.which), hint: say(DRAFT_ISSUER.whichHint, { handle }), autocomplete: 'off', max: 253, code: true, say })}
${when(
  accepts,
  () => html`${field({ form, name: 'url', label: say(DRAFT_ISSUER.url), hint: say(DRAFT_ISSUER.urlHint), autocomplete: 'off', max: 500, code: true, say })}
${field({ form, name: 'key', label: say(DRAFT_ISSUER.key), hint: say(DRAFT_ISSUER.keyHint), autocomplete: 'off', max: 100, code: true, say })}`,
)}
${reasons(form, say)}`,
  });
}
