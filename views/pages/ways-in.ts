import type { Html, Part } from '../html.ts';
import { html, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { passkeyForm, passkeyScript } from '../parts/passkey.ts';
import { day } from '../parts/time.ts';
import { SIGN_IN } from '../words/doors.ts';
import { FORMS } from '../words/forms.ts';
import { SHELL } from '../words/shell.ts';
import type { Say, Wrap } from '../words/speaking.ts';
import { IDENTITIES, WAYS_IN } from '../words/ways-in.ts';

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

export function waysInPage(model: WaysInModel): Html {
  const { shell, form, shown } = model;
  const say = sayIn(shell);
  const title = say.text(WAYS_IN.title);
  const lead = say(model.hasPassword ? WAYS_IN.hasPassword : WAYS_IN.noPassword);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: html`<a href="/you">${say(SHELL.you)}</a>`, title, lead })}
${shown ? html`<p>${say(WAYS_IN.shown)}</p>` : showIt(model, say)}
${passkeys(model, say)}
${identities(model, say)}
${passkeyScript(say)}`,
  );
}

/** Before anything is changed: what a borrowed browser does not have. */
function showIt({ form, hasPassword, asksCode, passkeys, identities: all }: WaysInModel, say: Say): Html {
  const usable = passkeys.some(({ stopped }) => !stopped);
  const asked = all.filter(({ provider }) => provider !== undefined);
  return html`<section class="note"><h2>${say(WAYS_IN.show)}</h2><p>${say(WAYS_IN.showLead)}</p>
${when(
  hasPassword,
  () => html`<form method="post" action="/you/ways-in/confirm">
${field({ form, name: 'password', label: say(FORMS.yourPassword), type: 'password', autocomplete: 'current-password', max: 200, say })}
${when(asksCode, () => code(form, 'code', say))}
${act(say.text(WAYS_IN.goOn))}
</form>`,
)}
${when(usable, () => passkeyForm({ begin: '/you/ways-in/confirm-key/begin', action: '/you/ways-in/confirm-key', label: say.text(SIGN_IN.passkey), say }))}
${when(
  !hasPassword && asked.length > 0,
  () => html`<form method="post" action="/you/ways-in/confirm-with">
${when(asksCode, () => code(form, 'code-beside', say))}
<div class="both">${asked.map(({ provider = '', name }) => act(say.text(WAYS_IN.showBy, { name }), { name: 'provider', value: provider }))}</div>
</form>`,
)}</section>`;
}

const code = (form: WaysInModel['form'], id: string, say: Say): Html =>
  field({
    form,
    id,
    name: 'code',
    label: say(FORMS.appCode),
    hint: say(FORMS.orRecovery),
    autocomplete: 'one-time-code',
    max: 40,
    code: true,
    short: true,
    say,
  });

const strong: Wrap = (inside) => html`<strong>${inside}</strong>`;

function passkeys({ passkeys: all, shown, form }: WaysInModel, say: Say): Html {
  return html`<section><h2>${say(WAYS_IN.passkeys)}</h2>
<p>${say(WAYS_IN.whatPasskeysAre)}</p>
${all.length === 0 ? html`<p>${say(WAYS_IN.noPasskeys)}</p>` : html`<ul class="plain">${all.map((one, at) => passkey(one, { at, shown, say }))}</ul>`}
${when(shown, () => passkeyForm({ begin: '/you/ways-in/passkeys/begin', action: '/you/ways-in/passkeys', label: say.text(WAYS_IN.addPasskey), fields: field({ form, name: 'name', label: say(WAYS_IN.newName), hint: say(WAYS_IN.newNameHint), autocomplete: 'off', max: 60, say }), say }))}</section>`;
}

function passkey(
  { id, name, since, stopped }: WaysInModel['passkeys'][number],
  { at, shown, say }: { readonly at: number; readonly shown: boolean; readonly say: Say },
): Html {
  const whose = { name, day: day(since, say.language), strong };
  return html`<li><p>${say(stopped ? WAYS_IN.stopped : WAYS_IN.since, whose)}</p>
<details><summary>${say(shown ? WAYS_IN.renameOrTake : WAYS_IN.rename, { name })}</summary><form method="post" action="/you/ways-in/passkeys/rename">
${field({ form: { values: { name }, errors: {} }, id: `name-${at}`, name: 'name', label: say(WAYS_IN.itsName), autocomplete: 'off', max: 60, say })}
<button class="plain" type="submit" name="id" value="${id}">${say(WAYS_IN.renameIt)}</button>
</form>${when(shown, () => html`<form method="post" action="/you/ways-in/passkeys/remove"><p>${say(WAYS_IN.takeLead)}</p><button class="plain" type="submit" name="id" value="${id}">${say(WAYS_IN.takeAway, { name })}</button></form>`)}</details></li>`;
}

function identities({ identities: all, providers, shown }: WaysInModel, say: Say): Part {
  if (all.length === 0 && providers.length === 0) return nothing;
  const list = all.map(
    ({ key, name, provider, ...its }) =>
      html`<li><p>${standing({ name, ...its }, say)}${when(provider === undefined, () => say(IDENTITIES.noMore, { strong }))}</p>${when(shown, () => html`<form method="post" action="/you/ways-in/identities/remove"><button class="plain" type="submit" name="key" value="${key}">${say(IDENTITIES.end, { name })}</button></form>`)}</li>`,
  );
  return html`<section><h2>${say(IDENTITIES.title)}</h2>
<p>${say(IDENTITIES.lead)}</p>
${all.length === 0 ? html`<p>${say(IDENTITIES.none)}</p>` : html`<ul class="plain">${list}</ul>`}
${when(shown && providers.length > 0, () => html`<form method="post" action="/you/ways-in/identities/connect"><div class="both">${providers.map(({ id, name }) => act(say.text(IDENTITIES.connect, { name }), { name: 'provider', value: id }))}</div></form>`)}</section>`;
}

function standing(its: Pick<WaysInModel['identities'][number], 'name' | 'since' | 'organisation'>, say: Say): Part {
  const { name, since, organisation } = its;
  const whose = { name, day: day(since, say.language) };
  return organisation === undefined ? say(WAYS_IN.since, whose) : say(IDENTITIES.belongs, { ...whose, organisation });
}
