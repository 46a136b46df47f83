import type { Html, Part } from '../../html.ts';
import { href, html, maybe, nothing } from '../../html.ts';
import type { Frame } from '../../layout.ts';
import { page, sayIn } from '../../layout.ts';
import type { Form } from '../../parts/field.ts';
import { NOTEBOOK } from '../../words/notebook.ts';
import type { Say } from '../../words/speaking.ts';
import { told } from '../../words/told.ts';

/** A page of the notebook, with its parts beside it. */
export function notebookPage(frame: Omit<Frame, 'speaks'>, main: Part, aside: Part = nothing): Html {
  const say = sayIn(frame.shell);
  return page({ ...frame, speaks: say.language }, main, html`${partsNav(say, frame.shell.path)}${aside}`);
}

const PARTS = [
  { name: NOTEBOOK.title, path: '/notebook' },
  { name: NOTEBOOK.seek, path: '/notebook/seek' },
  { name: NOTEBOOK.follows, path: '/notebook/feeds' },
  { name: NOTEBOOK.sense, path: '/notebook/sense' },
  { name: NOTEBOOK.bookmarks, path: '/notebook/bookmarks' },
  { name: NOTEBOOK.share, path: '/notebook/share' },
] as const;

const partsNav = (say: Say, here: string): Html =>
  html`<nav aria-label="${say.text(NOTEBOOK.parts)}"><ul class="links">${PARTS.map(
    ({ name, path }) =>
      html`<li><a href="${href(path)}"${path === here ? html` aria-current="page"` : nothing}>${say(name)}</a></li>`,
  )}</ul></nav>`;

/** Why a form was refused as a whole. Actions speak English. */
export const refused = (say: Say, { error }: Form<string>): Part =>
  maybe(error, (text) => html`<p class="error" role="alert">${told(text, say)}</p>`);

/** Where the lists of the notebook go on. */
export function onward(say: Say, pages: { readonly older?: string; readonly newer?: string }): Part {
  if (pages.older === undefined && pages.newer === undefined) return nothing;
  return html`<nav class="pages" aria-label="${say.text(NOTEBOOK.pages)}">${maybe(pages.newer, (path) => html`<a rel="prev" href="${href(path)}">${say(NOTEBOOK.newer)}</a>`)}${maybe(pages.older, (path) => html`<a rel="next" href="${href(path)}">${say(NOTEBOOK.older)}</a>`)}</nav>`;
}

/** A text in the language of whoever wrote it, whatever the page speaks: it runs in the direction of its own words. */
export const foreign = (text: string): Html => html`<bdi>${text}</bdi>`;

/** A link to somewhere else: nothing there learns where its reader was. */
export const outward = (url: string, inside: Part): Html =>
  url.startsWith('/')
    ? html`<a href="${href(url)}">${inside}</a>`
    : html`<a href="${href(url)}" rel="nofollow noopener noreferrer">${inside}</a>`;

/** A form of one button that looks like a link. */
export const small = (action: string, label: Part, hidden: Readonly<Record<string, string>> = {}): Html =>
  html`<form method="post" action="${href(action)}">${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="plain" type="submit">${label}</button></form>`;
