import type { Html } from '../html.ts';
import { html, maybe, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { act } from '../parts/field.ts';

/** An app asks somebody whether it may act for her. */
export interface AuthorizeModel {
  readonly shell: Shell;
  readonly app: { readonly name: string; readonly website?: string };
  /** What it could do, in words. */
  readonly may: readonly string[];
  /** Where she is led afterwards: a host, or that of an app on her device. */
  readonly leadsTo: string;
  /** What the app sent, to be sent again with her answer. */
  readonly fields: Readonly<Record<string, string>>;
}

export function authorizePage({ shell, app, may, leadsTo, fields }: AuthorizeModel): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return page(
    { shell, title: `Let ${app.name} in?`, alone: true },
    html`${heading({ kind: shell.host, title: html`Let ${app.name} in?`, lead: 'An app asks to act here in your name. You can take this back at any time, on the page “You”.' })}
<p>It would be able to:</p>
<ul>${may.map((one) => html`<li>${one}</li>`)}</ul>
<p>It never learns your password. Whatever it does counts as done by you: a vote cast with it is your ballot.</p>
${maybe(app.website, (website) => html`<p class="aside">Its makers name this page: ${website}</p>`)}
<p class="aside">Afterwards you are led to ${leadsTo}.</p>
<form method="post" action="/oauth/authorize">${hidden}
<p>${when(shell.viewer !== null, () => html`You are signed in as <strong>${shell.viewer?.handle ?? ''}</strong>.`)}</p>
<div class="both">${act('Let it in', { name: 'decision', value: 'allow' })} <button class="plain" type="submit" name="decision" value="refuse">No, go back</button></div>
</form>
<form method="post" action="/oauth/authorize">${hidden}
<p>Not you? <button class="plain" type="submit" name="decision" value="sign-out">Sign in as somebody else</button></p>
</form>`,
  );
}

/** The code, for an app that cannot be led back to. */
export function codePage({
  shell,
  app,
  code,
}: {
  readonly shell: Shell;
  readonly app: { readonly name: string };
  readonly code: string;
}): Html {
  return page(
    { shell, title: 'Your code', alone: true },
    html`${heading({ kind: shell.host, title: 'Your code', lead: html`Copy it into ${app.name}. It works once, within ten minutes.` })}
<p><code class="secret" tabindex="0">${code}</code></p>`,
  );
}
