import type { Html, Part } from '../html.ts';
import { html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { textsOf } from '../parts/for-script.ts';
import { SENDING_SCRIPT } from '../words/secret-script.ts';
import type { Say } from '../words/speaking.ts';
import { VOICE } from '../words/voice.ts';
import { VOICE_LIMITS } from '../words/voice-limits.ts';

export interface VoiceModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** This month, like `2026-11`. */
  readonly epoch: string;
  readonly least: number;
  /** Organisations whose tokens are taken, one at least. */
  readonly organisations: readonly { readonly name: string; readonly issued: number }[];
  /** What the script works with. */
  readonly setup: object;
  readonly origin: string;
}

/** Speaking without a name, step by step; the one kind of page that needs a program of the reader’s own. */
export function voicePage(model: VoiceModel): Html {
  const { shell, community, organisations, epoch, least } = model;
  const say = sayIn(shell);
  return page(
    { shell, title: `${say.text(VOICE.title)} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community), title: say(VOICE.title), lead: say(VOICE.lead) })}
<ul class="plain">${organisations.map(
      ({ name, issued }) => html`<li>${say(VOICE.taken, { organisation: name, issued, epoch, least })}</li>`,
    )}</ul>
${withScript(model, say)}
${withoutScript(model, say)}
<section><h2>${say(VOICE_LIMITS.limits)}</h2><ul>${[
      VOICE_LIMITS.timing,
      VOICE_LIMITS.style,
      VOICE_LIMITS.collusion,
    ].map((one) => html`<li>${say(one)}</li>`)}</ul><p>${say(VOICE_LIMITS.moderated)}</p></section>
<script type="module" src="/assets/secret-ballot.js"></script>`,
  );
}

/** The sections are shown in turn by the script. */
function withScript({ organisations, setup }: VoiceModel, say: Say): Html {
  const { notKnown, begun, wrong, token, voice, said, held, appealed, failed } = VOICE_LIMITS;
  const words = textsOf({ notKnown, begun, wrong, token, voice, said, held, appealed, failed, ...SENDING_SCRIPT }, say);
  const link = (inside: Part) =>
    html`<a id="issuer-link" href="#finish" target="_blank" rel="noreferrer">${inside}</a>`;
  return html`<div id="with-script" data-voice="${JSON.stringify({ ...setup, words })}" hidden>
<p id="voice-status" role="status"></p>
<section id="begin"><h2>${say(VOICE.beginTitle)}</h2><p>${say(VOICE.beginText)}</p>
<p class="ask"><label class="field" for="organisation">${say(VOICE.organisation)}</label><select id="organisation">${organisations.map(({ name }) => html`<option value="${name}">${name}</option>`)}</select></p>
${button('begin-button', say(VOICE.beginButton))}
<details><summary>${say(VOICE.restoreTitle)}</summary>${area('written', say(VOICE.written))}${button('restore-button', say(VOICE.restoreButton))}</details></section>
<section id="finish" hidden><h2>${say(VOICE.finishTitle)}</h2><p>${say(VOICE.finishText, { a: link })}</p>
${area('answer', say(VOICE.answer))}${button('finish-button', say(VOICE.finishButton))}</section>
<section id="spend" hidden><h2>${say(VOICE.spendTitle)}</h2><p>${say(VOICE.spendText)}</p>${button('spend-button', say(VOICE.spendButton))}</section>
<section id="speak" hidden><h2>${say(VOICE.speakTitle)}</h2><p id="name"></p>
${area('text', say(VOICE.text))}
<p class="ask"><label class="field" for="answers">${say(VOICE.answers)}</label><input id="answers" type="url" autocomplete="off"></p>
${button('speak-button', say(VOICE.speakButton))}
<details><summary>${say(VOICE.appealTitle)}</summary><p>${say(VOICE.appealText)}</p>
<p class="ask"><label class="field" for="case">${say(VOICE.appealCase)}</label><input id="case" placeholder="C-1" autocomplete="off"></p>
${area('why', say(VOICE.appealWhy))}${button('appeal-button', say(VOICE.appealButton))}</details></section>
<section id="keep" hidden><h2>${say(VOICE.keepTitle)}</h2><p>${say(VOICE.keepText)}</p><p class="handle"><code id="kept"></code></p>${button('forget-button', say(VOICE.forgetButton))}</section>
</div>`;
}

function withoutScript({ community, organisations, origin }: VoiceModel, say: Say): Html {
  const address = `${origin}${community.path}/voice`;
  const file = (inside: Part) => html`<a href="/voice.mjs">${inside}</a>`;
  const heard = say.text(VOICE_LIMITS.without);
  return html`<section><h2>${say(VOICE_LIMITS.without)}</h2><p>${say(VOICE_LIMITS.command, { a: file })}</p>
<pre tabindex="0" role="region" aria-label="${heard}" dir="ltr"><code>node voice.mjs token ${address} ${organisations[0]?.name ?? ''} CODE
node voice.mjs redeem ${address}
node voice.mjs say ${address} "…"
node voice.mjs appeal ${address} C-1 "…"</code></pre></section>`;
}

const area = (id: string, label: Part): Html =>
  html`<p class="ask"><label class="field" for="${id}">${label}</label><textarea id="${id}" rows="5" autocomplete="off"></textarea></p>`;

const button = (id: string, label: Part): Html =>
  html`<p><button class="do" type="button" id="${id}">${label}</button></p>`;
