import type { Html, Part } from '../html.ts';
import { html, nothing } from '../html.ts';
import { INTENT } from '../words/charter.ts';
import { type Say, speaker } from '../words/speaking.ts';

/** The charter's headings for what a community sets out to change, in their order, and what is asked under each. */
export const INTENT_FIELDS = [
  { name: 'mindset', label: INTENT.mindset, hint: INTENT.mindsetHint },
  { name: 'behaviours', label: INTENT.behaviours, hint: INTENT.behavioursHint },
  { name: 'structures', label: INTENT.structures, hint: INTENT.structuresHint },
  { name: 'technology', label: INTENT.technology, hint: INTENT.technologyHint },
] as const;
export type IntentHeading = (typeof INTENT_FIELDS)[number]['name'];

/** What is said under each; absent where nobody has said anything yet. */
export type IntentModel = Readonly<Partial<Record<IntentHeading, string>>>;

/** What has been said, beside its headings; nothing where nothing has. */
export function intentSaid(intent: IntentModel, say: Say): Part {
  const said = INTENT_FIELDS.flatMap(({ name, label }) => {
    const text = intent[name];
    return text === undefined ? [] : [html`<div><dt>${say(label)}</dt><dd>${text}</dd></div>`];
  });
  return said.length === 0
    ? nothing
    : html`<section class="intent"><h2>${say(INTENT.setOut)}</h2><dl class="parameters">${said}</dl></section>`;
}

/** All four headings, whether anything is said under them or not. */
export function wholeIntent(intent: IntentModel, say: Say = speaker('en')): Html {
  return html`${INTENT_FIELDS.map(
    ({ name, label, hint }) =>
      html`<h3>${say(label)}</h3>${intent[name] === undefined ? html`<p class="empty">${say(INTENT.notSaid, { hint: say.text(hint) })}</p>` : html`<p class="text">${intent[name]}</p>`}`,
  )}`;
}
