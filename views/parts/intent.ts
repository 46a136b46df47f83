import type { Html, Part } from '../html.ts';
import { html, nothing } from '../html.ts';

/** The charter's headings for what a community sets out to change, in their order, and what is asked under each. */
export const INTENT_FIELDS = [
  { name: 'mindset', label: 'Mindset changes', hint: 'What we want to think differently about.' },
  { name: 'behaviours', label: 'Individual behaviours', hint: 'What each of us will do differently.' },
  { name: 'structures', label: 'Organisational structures', hint: 'What has to change in how we are organised.' },
  { name: 'technology', label: 'Technology', hint: 'What tools should make easier, and what they should leave alone.' },
] as const;
export type IntentHeading = (typeof INTENT_FIELDS)[number]['name'];

/** What is said under each; absent where nobody has said anything yet. */
export type IntentModel = Readonly<Partial<Record<IntentHeading, string>>>;

/** What has been said, beside its headings; nothing where nothing has. */
export function intentSaid(intent: IntentModel): Part {
  const said = INTENT_FIELDS.flatMap(({ name, label }) => {
    const text = intent[name];
    return text === undefined ? [] : [html`<div><dt>${label}</dt><dd>${text}</dd></div>`];
  });
  return said.length === 0
    ? nothing
    : html`<section class="intent"><h2>What we set out to change</h2><dl class="parameters">${said}</dl></section>`;
}

/** All four headings, whether anything is said under them or not. */
export function wholeIntent(intent: IntentModel): Html {
  return html`${INTENT_FIELDS.map(
    ({ name, label, hint }) =>
      html`<h3>${label}</h3>${intent[name] === undefined ? html`<p class="empty">${hint} Nobody has said it yet.</p>` : html`<p class="text">${intent[name]}</p>`}`,
  )}`;
}
