import type { Html, Part } from '../html.ts';
import { href, html, nothing } from '../html.ts';
import { FORMS } from '../words/forms.ts';
import { PASSKEY_SCRIPT } from '../words/passkey-script.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { act } from './field.ts';
import { spoken } from './for-script.ts';

/**
 * A form that a passkey answers. It is hidden until our script finds that the browser can do it; until then, and where
 * it cannot, the sentence after it stands.
 *
 * @param begin where the server says what to ask of the browser
 * @param action where the answer goes
 */
export function passkeyForm(asked: {
  readonly begin: string;
  readonly action: string;
  readonly label: string;
  /** What else the form sends. */
  readonly fields?: Part;
  readonly say?: Say;
}): Html {
  return html`<form method="post" action="${href(asked.action)}" data-begin="${href(asked.begin)}" hidden>
${asked.fields ?? nothing}
${act(asked.label)}
<p class="error" role="alert"></p>
</form><p class="hint">${(asked.say ?? speaker('en'))(FORMS.passkeysNeed)}</p>`;
}

/** Once on a page with such forms; the script says what stands here. */
export const passkeyScript = (say: Say): Html =>
  html`<script type="module" src="/assets/passkeys.js" data-words="${spoken(PASSKEY_SCRIPT, say)}"></script>`;
