import type { Html, Part } from '../html.ts';
import { html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { passkeyForm, passkeyScript } from '../parts/passkey.ts';
import { day } from '../parts/time.ts';

export interface WaysInModel {
  readonly shell: Shell;
  /** She has shown a moment ago that it is she. */
  readonly shown: boolean;
  readonly hasPassword: boolean;
  /** A code is asked for beside the password. */
  readonly asksCode: boolean;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly since: Date;
    readonly stopped: boolean;
  }[];
  /** Providers by whose word she signs in. */
  readonly identities: readonly {
    readonly key: string;
    readonly name: string;
    readonly organisation?: string;
    readonly since: Date;
    /** The provider's name in addresses; absent: this server no longer asks it. */
    readonly provider?: string;
  }[];
  /** Providers that she can connect. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly form: Form<'password' | 'code' | 'name'>;
}

const TITLE = 'Ways to sign in';

export function waysInPage(model: WaysInModel): Html {
  const { shell, form, shown } = model;
  return page(
    { shell, title: TITLE, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: html`<a href="/you">You</a>`, title: TITLE, lead: model.hasPassword ? 'You have a password here. You can sign in by more than that.' : 'You have no password here. You can set one under You.' })}
${shown ? html`<p>You have shown that it is you. For ten minutes you can change what is below.</p>` : showIt(model)}
${passkeys(model)}
${identities(model)}
${passkeyScript}`,
  );
}

/** Before anything is changed: what a borrowed browser does not have. */
function showIt({ form, hasPassword, asksCode, passkeys, identities: all }: WaysInModel): Html {
  const usable = passkeys.some(({ stopped }) => !stopped);
  const asked = all.filter(({ provider }) => provider !== undefined);
  return html`<section class="note"><h2>Show that it is you</h2><p>Before you add or take away anything. It holds for ten minutes.</p>
${when(
  hasPassword,
  () => html`<form method="post" action="/you/ways-in/confirm">
${field({ form, name: 'password', label: 'Your password', type: 'password', autocomplete: 'current-password', max: 200 })}
${when(asksCode, () => code(form, 'code'))}
${act('Go on')}
</form>`,
)}
${when(usable, () => passkeyForm({ begin: '/you/ways-in/confirm-key/begin', action: '/you/ways-in/confirm-key', label: 'Use a passkey' }))}
${when(
  !hasPassword && asked.length > 0,
  () => html`<form method="post" action="/you/ways-in/confirm-with">
${when(asksCode, () => code(form, 'code-beside'))}
<div class="both">${asked.map(({ provider = '', name }) => act(`Show it by ${name}`, { name: 'provider', value: provider }))}</div>
</form>`,
)}</section>`;
}

const code = (form: WaysInModel['form'], id: string): Html =>
  field({
    form,
    id,
    name: 'code',
    label: 'The code that your app shows now',
    hint: 'Or one of your recovery codes.',
    autocomplete: 'one-time-code',
    max: 40,
    code: true,
    short: true,
  });

function passkeys({ passkeys: all, shown, form }: WaysInModel): Html {
  return html`<section><h2>Passkeys</h2>
<p>A passkey is a key on your phone, your computer or a stick. You unlock it there, by finger, face or PIN. It stands for your password and for a code, and it works on no other site, however much it looks like this one.</p>
${all.length === 0 ? html`<p>You have none.</p>` : html`<ul class="plain">${all.map((one, at) => passkey(one, at, shown))}</ul>`}
${when(shown, () => passkeyForm({ begin: '/you/ways-in/passkeys/begin', action: '/you/ways-in/passkeys', label: 'Add a passkey', fields: field({ form, name: 'name', label: 'What you call the new one', hint: 'Such as “my phone”. Only you see it.', autocomplete: 'off', max: 60 }) }))}</section>`;
}

function passkey({ id, name, since, stopped }: WaysInModel['passkeys'][number], at: number, shown: boolean): Html {
  return html`<li><p><b>${name}</b>, since ${day(since)}${when(stopped, () => html`. <strong>It lets nobody in any more</strong>: it counted backwards, so there may be a copy of it. Take it away.`)}</p>
<details><summary>Rename${shown ? ' or take away' : ''}<span class="heard"> ${name}</span></summary><form method="post" action="/you/ways-in/passkeys/rename">
${field({ form: { values: { name }, errors: {} }, id: `name-${at}`, name: 'name', label: 'Its name', autocomplete: 'off', max: 60 })}
<button class="plain" type="submit" name="id" value="${id}">Rename it</button>
</form>${when(shown, () => html`<form method="post" action="/you/ways-in/passkeys/remove"><p>Everywhere else you are signed out. Delete it on your device as well.</p><button class="plain" type="submit" name="id" value="${id}">Take it away<span class="heard">: ${name}</span></button></form>`)}</details></li>`;
}

function identities({ identities: all, providers, shown }: WaysInModel): Part {
  if (all.length === 0 && providers.length === 0) return nothing;
  const list = all.map(
    ({ key, name, organisation, since, provider }) =>
      html`<li><p><b>${name}</b>, since ${day(since)}${maybe(organisation, (its) => html`. It says that you belong to ${its}`)}${when(provider === undefined, () => html`. <strong>It lets you in no more</strong>: this server does not ask it any longer.`)}</p>${when(shown, () => html`<form method="post" action="/you/ways-in/identities/remove"><button class="plain" type="submit" name="key" value="${key}">Sign in by ${name} no longer</button></form>`)}</li>`,
  );
  return html`<section><h2>Your accounts elsewhere</h2>
<p>Whoever gave you such an account says who you are, and we believe them: they could sign in as you. What you are called there, your address and your password stay there. They learn when you sign in here. A code is still asked for if you want one.</p>
${all.length === 0 ? html`<p>You have connected none.</p>` : html`<ul class="plain">${list}</ul>`}
${when(shown && providers.length > 0, () => html`<form method="post" action="/you/ways-in/identities/connect"><div class="both">${providers.map(({ id, name }) => act(`Connect ${name}`, { name: 'provider', value: id }))}</div></form>`)}</section>`;
}
