import type { Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';

/** Older and newer, by name. There is an end: nothing loads by itself. */
export function pagination(pages: { readonly older?: string; readonly newer?: string }): Part {
  if (pages.older === undefined && pages.newer === undefined) return nothing;
  return html`<nav class="pages" aria-label="Pages">${maybe(pages.newer, (path) => html`<a rel="prev" href="${href(path)}">Newer</a>`)}${maybe(pages.older, (path) => html`<a rel="next" href="${href(path)}">Older</a>`)}</nav>`;
}
