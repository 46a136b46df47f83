import type { Html } from '../../html.ts';
import { html } from '../../html.ts';
import { CAPTURE_MAIL } from '../../words/capture-mail.ts';
import { link, type Say } from '../../words/speaking.ts';

/** The address by which letters of hers become notes: made, made anew and ended here. */
export function captureByMail(
  { address, mayHave }: { readonly address?: string; readonly mayHave: boolean },
  say: Say,
): Html {
  const button = (value: 'make' | 'end', label: string) =>
    html`<button class="plain" type="submit" name="do" value="${value}">${label}</button>`;
  const form = (...buttons: readonly Html[]) =>
    html`<form method="post" action="/capture/address"><div class="both">${buttons}</div></form>`;
  const own =
    address === undefined
      ? html`<p>${say(CAPTURE_MAIL.none)}</p>${mayHave ? form(button('make', say.text(CAPTURE_MAIL.make))) : html`<p>${say(CAPTURE_MAIL.needsAddress, { a: link('/you/email') })}</p>`}`
      : html`<p>${say(CAPTURE_MAIL.lead)}</p><pre dir="ltr" tabindex="0"><code>${address}</code></pre><p class="hint">${say(CAPTURE_MAIL.how)}</p>${form(button('make', say.text(CAPTURE_MAIL.renew)), button('end', say.text(CAPTURE_MAIL.end)))}`;
  return html`<section id="by-mail"><h2>${say(CAPTURE_MAIL.title)}</h2>${own}</section>`;
}
