import type { Html, Part } from '../../html.ts';
import { href, html, nothing } from '../../html.ts';
import type { Shell } from '../../layout.ts';
import { heading, sayIn } from '../../layout.ts';
import { NOTEBOOK } from '../../words/notebook.ts';
import { CAPTURE } from '../../words/notebook-capture.ts';
import { link, type Say } from '../../words/speaking.ts';
import type { NoteBrief } from './notes.ts';
import { noteEntry } from './notes.ts';
import { foreign, notebookPage } from './parts.ts';
import type { SeekEntry } from './seek.ts';
import { entry } from './seek.ts';
import type { CollectionBrief } from './share.ts';
import { collectionEntry } from './share.ts';

export interface NotebookModel {
  readonly shell: Shell;
  /** What she wanted to look back at, and the time has come. */
  readonly due: readonly NoteBrief[];
  /** The first of each. */
  readonly seek: readonly SeekEntry[];
  readonly notes: readonly NoteBrief[];
  readonly collections: readonly CollectionBrief[];
  /** What a bookmark in a browser says, so that it leads to the page that keeps something. */
  readonly bookmarklet: string;
}

/** Seek, sense, share: three parts on one page, and before them what its owner wanted to look back at. */
export function notebookOverview(model: NotebookModel): Html {
  const { shell, seek, notes, collections } = model;
  const say = sayIn(shell);
  return notebookPage(
    { shell, title: say.text(NOTEBOOK.title) },
    html`${heading({ title: say(NOTEBOOK.title), lead: say(NOTEBOOK.lead) })}
${due(say, model.due)}
<section><h2>${say(NOTEBOOK.seek)}</h2><p>${say(NOTEBOOK.seekLead)}</p>
${seek.length === 0 ? html`<p class="empty">${say(NOTEBOOK.nothingFollowed, { a: link('/notebook/feeds') })}</p>` : html`<ul class="plain">${seek.map((one) => entry(say, one))}</ul><p><a href="/notebook/seek">${say(NOTEBOOK.more)}</a></p>`}</section>
<section><h2>${say(NOTEBOOK.sense)}</h2><p>${say(NOTEBOOK.senseLead)}</p>
${notes.length === 0 ? html`<p class="empty">${say(NOTEBOOK.noNotes)}</p>` : html`<ul class="plain">${notes.map((one) => noteEntry(say, one))}</ul>`}
<p class="only"><a href="/notebook/notes/new">${say(NOTEBOOK.writeNote)}</a>${notes.length === 0 ? nothing : html`<a href="/notebook/sense">${say(NOTEBOOK.allNotes)}</a>`}<a href="/notebook/bookmarks">${say(NOTEBOOK.bookmarks)}</a></p></section>
<section><h2>${say(NOTEBOOK.share)}</h2><p>${say(NOTEBOOK.shareLead)}</p>
${collections.length === 0 ? html`<p class="empty">${say(NOTEBOOK.noCollections)}</p>` : html`<ul class="plain">${collections.map((one) => collectionEntry(say, one))}</ul>`}
<p><a href="/notebook/share">${say(NOTEBOOK.allCollections)}</a></p></section>`,
    html`<section><details><summary>${say(CAPTURE.fromElsewhere)}</summary><p>${say(CAPTURE.bookmarklet)}</p><pre dir="ltr" tabindex="0"><code>${model.bookmarklet}</code></pre></details></section>`,
  );
}

function due(say: Say, notes: readonly NoteBrief[]): Part {
  if (notes.length === 0) return nothing;
  return html`<section class="note"><h2>${say(NOTEBOOK.due)}</h2><ul class="plain">${notes.map(({ path, title }) => html`<li><a href="${href(path)}">${foreign(title)}</a></li>`)}</ul><p>${say(NOTEBOOK.dueLead)}</p></section>
`;
}
