import type { Html, Part } from '../html.ts';
import { html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { act } from '../parts/field.ts';
import { APP_MAY, AUTHORIZE } from '../words/apps.ts';
import type { Say } from '../words/speaking.ts';

/** An app asks somebody whether it may act for her. */
export interface AuthorizeModel {
  readonly shell: Shell;
  readonly app: { readonly name: string; readonly website?: string };
  readonly may: readonly (keyof typeof APP_MAY)[];
  /** Where she is led afterwards: to a host, to an app on her device, or to a page that shows a code. */
  readonly leadsTo: { readonly host: string } | 'device' | 'code';
  /** What the app sent, to be sent again with her answer. */
  readonly fields: Readonly<Record<string, string>>;
}

export function authorizePage({ shell, app, may, leadsTo, fields }: AuthorizeModel): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const say = sayIn(shell);
  const title = say.text(AUTHORIZE.title, { app: app.name });
  return page(
    { shell, title, speaks: say.language, alone: true },
    html`${heading({ kind: shell.host, title, lead: say(AUTHORIZE.lead) })}
<p>${say(AUTHORIZE.able)}</p>
<ul>${may.map((one) => html`<li>${say(APP_MAY[one])}</li>`)}</ul>
<p>${say(AUTHORIZE.never)}</p>
${maybe(app.website, (website) => html`<p class="aside">${say(AUTHORIZE.makers, { website: html`<bdi>${website}</bdi>` })}</p>`)}
<p class="aside">${ledTo(leadsTo, say)}</p>
<form method="post" action="/oauth/authorize">${hidden}
<p>${maybe(shell.viewer, ({ handle }) => say(AUTHORIZE.signedInAs, { handle, who: (inside) => html`<strong class="handle">${inside}</strong>` }))}</p>
<div class="both">${act(say.text(AUTHORIZE.allow), { name: 'decision', value: 'allow' })} <button class="plain" type="submit" name="decision" value="refuse">${say(AUTHORIZE.refuse)}</button></div>
</form>
<form method="post" action="/oauth/authorize">${hidden}
<p>${say(AUTHORIZE.notYou)} <button class="plain" type="submit" name="decision" value="sign-out">${say(AUTHORIZE.somebodyElse)}</button></p>
</form>`,
  );
}

function ledTo(place: AuthorizeModel['leadsTo'], say: Say): Part {
  if (place === 'device') return say(AUTHORIZE.ledToDevice);
  return place === 'code' ? say(AUTHORIZE.ledToCode) : say(AUTHORIZE.ledTo, { place: html`<bdi>${place.host}</bdi>` });
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
  const say = sayIn(shell);
  const title = say.text(AUTHORIZE.yourCode);
  return page(
    { shell, title, speaks: say.language, alone: true },
    html`${heading({ kind: shell.host, title, lead: say(AUTHORIZE.copyCode, { app: app.name }) })}
<p><code class="secret" tabindex="0">${code}</code></p>`,
  );
}
