import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { type ProofAsked, proof } from '../parts/proof.ts';
import { day } from '../parts/time.ts';

export interface TwoFactorModel {
  readonly shell: Shell;
  /** Since when a code is asked for; absent: none is. */
  readonly on?: { readonly since: Date; readonly recoveryLeft: number };
  /** Absent: by her password. */
  readonly proof?: ProofAsked;
  readonly form: Form<'password' | 'code'>;
}

const TITLE = 'A code beside your password';
const kind = html`<a href="/you">You</a>`;

export function twoFactorPage({ shell, on, form, proof: asked }: TwoFactorModel): Html {
  return page(
    { shell, title: TITLE, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind, title: TITLE, lead: 'An app on your phone shows a new code every half minute. Whoever learns your password cannot sign in without it.' })}
${on === undefined ? off(form, asked) : isOn(on, form, asked)}`,
  );
}

const off = (
  form: TwoFactorModel['form'],
  asked: TwoFactorModel['proof'],
): Html => html`<p>No code is asked for now. You need an authenticator app; any will do.</p>
<form method="post" action="/you/two-factor/begin">${proof(form, asked)}${asked === 'not-shown' ? nothing : act('Set it up')}</form>`;

function isOn(
  { since, recoveryLeft }: NonNullable<TwoFactorModel['on']>,
  form: TwoFactorModel['form'],
  asked: TwoFactorModel['proof'],
): Html {
  return html`<p>A code is asked for when you sign in, since ${day(since)}. ${recoveryLeft === 1 ? 'One recovery code is' : `${recoveryLeft} recovery codes are`} left.</p>
<form method="post" action="/you/two-factor/change">
${proof(form, asked)}
${field({ form, name: 'code', label: 'The code that your app shows now', hint: 'Or one of your recovery codes.', autocomplete: 'one-time-code', max: 40, code: true, short: true })}
<p>Ten new recovery codes take the place of those you have.</p>
<p class="row">${act('Give me new recovery codes', { name: 'what', value: 'codes' })} <button class="plain" type="submit" name="what" value="off">Ask for no code any more</button></p>
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
  return page(
    { shell, title: TITLE, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind, title: TITLE, lead: 'Two steps: give this to your app, then give us the code that it shows.' })}
<section><h2>1. Give this to your app</h2><p>Scan the picture with it, or type the key.</p>
${qr(squares)}
<p>Key: <code class="secret" tabindex="0">${(secret.match(/.{1,4}/g) ?? []).join(' ')}</code></p>
<details><summary>As an address, for a password manager</summary><p><code>${address}</code></p></details></section>
<section><h2>2. Give us its code</h2><form method="post" action="/you/two-factor/confirm">
${field({ form, name: 'code', label: 'The code that your app shows now', hint: 'Six digits.', autocomplete: 'one-time-code', max: 10, code: true, short: true })}
${act('Ask for a code from now on')}
</form></section>`,
  );
}

/** Dark on white in any theme: readers of QR codes want it so. */
function qr(squares: TwoFactorSetUpModel['squares']): Html {
  const size = squares.length;
  const dark = squares.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return html`<svg class="qr" role="img" aria-label="QR code for your authenticator app" viewBox="0 0 ${size} ${size}" width="${size * 5}" height="${size * 5}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark}" fill="#000"/></svg>`;
}

export function twoFactorCodesPage({
  shell,
  codes,
}: {
  readonly shell: Shell;
  readonly codes: readonly string[];
}): Html {
  return page(
    { shell, title: 'Your recovery codes' },
    html`${heading({ kind, title: 'Your recovery codes', lead: 'For the day you do not have your app: each signs you in once in place of a code.' })}
<ul class="plain">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
<p>Write them down or print them now: they are not shown again. A code is asked for from your next sign-in on.</p>
<p><a href="/you">Done</a></p>`,
  );
}
