import type { Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import { FORMS } from '../words/forms.ts';
import { type Say, speaker } from '../words/speaking.ts';

/** Older and newer, by name. There is an end: nothing loads by itself. */
export function pagination(
  pages: { readonly older?: string; readonly newer?: string },
  say: Say = speaker('en'),
): Part {
  if (pages.older === undefined && pages.newer === undefined) return nothing;
  return html`<nav class="pages" aria-label="${say.text(FORMS.pages)}">${maybe(pages.newer, (path) => html`<a rel="prev" href="${href(path)}">${say(FORMS.newer)}</a>`)}${maybe(pages.older, (path) => html`<a rel="next" href="${href(path)}">${say(FORMS.older)}</a>`)}</nav>`;
}
