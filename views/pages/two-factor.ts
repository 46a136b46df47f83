import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { type ProofAsked, proof } from '../parts/proof.ts';
import { day } from '../parts/time.ts';
import { FORMS } from '../words/forms.ts';
import { SHELL } from '../words/shell.ts';
import type { Say } from '../words/speaking.ts';
import { TWO_FACTOR } from '../words/two-factor.ts';

export interface TwoFactorModel {
  readonly shell: Shell;
  /** Since when a code is asked for; absent: none is. */
  readonly on?: { readonly since: Date; readonly recoveryLeft: number };
  /** Absent: by her password. */
  readonly proof?: ProofAsked;
  readonly form: Form<'password' | 'code'>;
}

const kind = (say: Say): Html => html`<a href="/you">${say(SHELL.you)}</a>`;

export function twoFactorPage(model: TwoFactorModel): Html {
  const { shell, on, form } = model;
  const say = sayIn(shell);
  const title = say.text(TWO_FACTOR.title);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: kind(say), title, lead: say(TWO_FACTOR.lead) })}
${on === undefined ? off(model, say) : isOn(on, model, say)}`,
  );
}

const off = ({ form, proof: asked }: TwoFactorModel, say: Say): Html => html`<p>${say(TWO_FACTOR.off)}</p>
<form method="post" action="/you/two-factor/begin">${proof(form, asked, say)}${asked === 'not-shown' ? nothing : act(say.text(TWO_FACTOR.setUp))}</form>`;

function isOn(
  { since, recoveryLeft }: NonNullable<TwoFactorModel['on']>,
  { form, proof: asked }: TwoFactorModel,
  say: Say,
): Html {
  return html`<p>${say(TWO_FACTOR.on, { day: day(since, say.language), left: recoveryLeft })}</p>
<form method="post" action="/you/two-factor/change">
${proof(form, asked, say)}
${field({ form, name: 'code', label: say(FORMS.appCode), hint: say(FORMS.orRecovery), autocomplete: 'one-time-code', max: 40, code: true, short: true, say })}
<p>${say(TWO_FACTOR.tenNew)}</p>
<p class="row">${act(say.text(TWO_FACTOR.giveNew), { name: 'what', value: 'codes' })} <button class="plain" type="submit" name="what" value="off">${say(TWO_FACTOR.noMore)}</button></p>
</form>`;
}

export interface TwoFactorSetUpModel {
  readonly shell: Shell;
  /** Base32. */
  readonly secret: string;
  /** `otpauth://totp/…` */
  readonly address: string;
  /** The address as a QR code: dark squares, by rows. */
  readonly squares: readonly (readonly boolean[])[];
  readonly form: Form<'code'>;
}

export function twoFactorSetUpPage({ shell, secret, address, squares, form }: TwoFactorSetUpModel): Html {
  const say = sayIn(shell);
  const title = say.text(TWO_FACTOR.title);
  const key = html`<code class="secret" tabindex="0">${(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>`;
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: kind(say), title, lead: say(TWO_FACTOR.twoSteps) })}
<section><h2>${say(TWO_FACTOR.first)}</h2><p>${say(TWO_FACTOR.scan)}</p>
${qr(squares, say.text(TWO_FACTOR.qr))}
<p>${say(TWO_FACTOR.key, { key })}</p>
<details><summary>${say(TWO_FACTOR.asAddress)}</summary><p><code>${address}</code></p></details></section>
<section><h2>${say(TWO_FACTOR.second)}</h2><form method="post" action="/you/two-factor/confirm">
${field({ form, name: 'code', label: say(FORMS.appCode), hint: say(FORMS.sixDigits), autocomplete: 'one-time-code', max: 10, code: true, short: true, say })}
${act(say.text(TWO_FACTOR.fromNowOn))}
</form></section>`,
  );
}

/** Dark on white in any theme: readers of QR codes want it so. */
function qr(squares: TwoFactorSetUpModel['squares'], label: string): Html {
  const size = squares.length;
  const dark = squares.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" width="${size * 5}" height="${size * 5}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark}" fill="#000"/></svg>`;
}

export function twoFactorCodesPage({
  shell,
  codes,
}: {
  readonly shell: Shell;
  readonly codes: readonly string[];
}): Html {
  const say = sayIn(shell);
  const title = say.text(TWO_FACTOR.codes);
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ kind: kind(say), title, lead: say(TWO_FACTOR.codesLead) })}
<ul class="plain">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
<p>${say(TWO_FACTOR.writeDown)}</p>
<p><a href="/you">${say(TWO_FACTOR.done)}</a></p>`,
  );
}
