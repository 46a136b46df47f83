import type { Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import { FORMS } from '../words/forms.ts';
import { type Say, speaker } from '../words/speaking.ts';

/** Older and newer, or earlier and later where the oldest come first, by name. There is an end: nothing loads by itself. */
export function pagination(
  pages: Readonly<Partial<Record<'older' | 'newer' | 'earlier' | 'later', string>>>,
  say: Say = speaker('en'),
): Part {
  const link = (which: 'older' | 'newer' | 'earlier' | 'later', rel: 'prev' | 'next') =>
    maybe(pages[which], (path) => html`<a rel="${rel}" href="${href(path)}">${say(FORMS[which])}</a>`);
  const links = [link('newer', 'prev'), link('older', 'next'), link('earlier', 'prev'), link('later', 'next')];
  if (links.every((one) => one === nothing)) return nothing;
  return html`<nav class="pages" aria-label="${say.text(FORMS.pages)}">${links}</nav>`;
}
