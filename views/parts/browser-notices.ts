import type { Html } from '../html.ts';
import { html, when } from '../html.ts';
import { BROWSER_NOTICES } from '../words/browser-notices.ts';
import type { Say } from '../words/speaking.ts';
import { act } from './field.ts';
import { time } from './time.ts';

/** Her browsers that are told while no page is open. */
export interface BrowserNoticesModel {
  /** The key by which push services know this server: base64url. */
  readonly key: string;
  /** `here`: the browser that this page is shown in. */
  readonly browsers: readonly { readonly id: string; readonly since: Date; readonly here: boolean }[];
}

/** Turned on by a script of ours, where the browser can be told; each is turned off by a form. */
export function browserNotices({ key, browsers }: BrowserNoticesModel, say: Say): Html {
  const list = browsers.map(({ id, since, here }) => {
    const which = say(here ? BROWSER_NOTICES.here : BROWSER_NOTICES.elsewhere, { since: time(since, say.language) });
    return html`<li><form method="post" action="/you/notifications/off"><p id="told-${id}">${which}</p><button class="plain" type="submit" name="browser" value="${id}" aria-describedby="told-${id}">${say(BROWSER_NOTICES.turnOff)}</button></form></li>`;
  });
  return html`<section id="notifications"><h2>${say(BROWSER_NOTICES.title)}</h2><p>${say(BROWSER_NOTICES.lead)}</p>
${when(browsers.length > 0, () => html`<ul class="plain">${list}</ul>`)}
${when(
  !browsers.some(({ here }) => here),
  () => html`<form method="post" action="/you/notifications" data-push-key="${key}" data-denied="${say.text(BROWSER_NOTICES.denied)}" data-failed="${say.text(BROWSER_NOTICES.failed)}" hidden>
<input type="hidden" name="endpoint"><input type="hidden" name="p256dh"><input type="hidden" name="auth">
${act(say.text(BROWSER_NOTICES.turnOn))}
<p class="error" role="alert"></p>
</form><p class="hint">${say(BROWSER_NOTICES.needs)}</p>
<script type="module" src="/assets/push.js"></script>`,
)}
<p class="hint">${say(BROWSER_NOTICES.ends)}</p></section>`;
}
