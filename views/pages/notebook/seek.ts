import type { Html, Part } from '../../html.ts';
import { href, html, maybe, nothing } from '../../html.ts';
import type { Shell } from '../../layout.ts';
import { heading, sayIn } from '../../layout.ts';
import { contents } from '../../parts/contents.ts';
import { time } from '../../parts/time.ts';
import { NOTEBOOK } from '../../words/notebook.ts';
import { SEEK } from '../../words/notebook-seek.ts';
import { link, type Say } from '../../words/speaking.ts';
import { foreign, notebookPage, onward, outward } from './parts.ts';

/** One thing that somebody whom she follows wrote. */
export interface SeekEntry {
  readonly title: string;
  /** Where it is read: a page here. */
  readonly path: string;
  /** The name of a feed, or of whoever wrote it. */
  readonly from: string;
  /** The community it was written in. */
  readonly place?: string;
  readonly at: Date;
  /** Its first words, where its title is not these. */
  readonly excerpt?: string;
  readonly lang?: string;
}

export interface SeekModel {
  readonly shell: Shell;
  /** Newest first. */
  readonly entries: readonly SeekEntry[];
  readonly older?: string;
  readonly newer?: string;
}

/** What somebody follows, in one list by time, with an end. */
export function seekPage({ shell, entries, ...pages }: SeekModel): Html {
  const say = sayIn(shell);
  const end =
    entries.length === 0 && pages.newer === undefined
      ? html`<p class="empty">${say(NOTEBOOK.nothingFollowed, { a: link('/notebook/feeds') })}</p>`
      : html`<p class="caught-up">${say(NOTEBOOK.caughtUp)}</p>`;
  return notebookPage(
    { shell, title: say.text(NOTEBOOK.seek) },
    html`${heading({ kind: say(NOTEBOOK.title), title: say(NOTEBOOK.seek), lead: say(NOTEBOOK.seekLead) })}
<h2 class="heard">${say(NOTEBOOK.more)}</h2>
<ul class="plain">${entries.map((one) => entry(say, one))}</ul>
${pages.older === undefined ? end : nothing}${onward(say, pages)}`,
  );
}

/** A line of the list: what, by whom, when, and its first words. */
export function entry(say: Say, { title, path, from, place, at, excerpt, lang }: SeekEntry): Html {
  const spoken = maybe(lang, (language) => html` lang="${language}"`);
  const by = place === undefined ? foreign(from) : say(SEEK.by, { author: foreign(from), place: foreign(place) });
  return html`<li class="entry"><h3 class="title"><a href="${href(path)}"${spoken}>${foreign(title)}</a></h3><p class="by"><span>${by}</span> ${time(at, say.language)}</p>${maybe(excerpt, (words) => html`<p class="text"${spoken}>${foreign(words)}</p>`)}</li>`;
}

export interface ItemModel {
  readonly shell: Shell;
  readonly title: string;
  readonly feed: string;
  readonly at: Date;
  /** What the sanitiser returned. */
  readonly sanitisedHtml: string;
  /** Where it was written. */
  readonly url?: string;
  /** Leads to a note about it. */
  readonly note: string;
}

/** An item of a feed, to be read here: its text alone. */
export function itemPage(model: ItemModel): Html {
  const { shell, title, feed, at, sanitisedHtml, url, note } = model;
  const say = sayIn(shell);
  return notebookPage(
    { shell, title },
    html`${heading({ kind: foreign(feed), title: foreign(title) })}
<p class="by">${time(at, say.language)}</p>
${contents({ sanitisedHtml })}
<p class="hint">${say(SEEK.pictures)}</p>
<p class="only">${maybe(url, (address): Part => outward(address, say(SEEK.original)))}<a href="${href(note)}">${say(SEEK.noteIt)}</a></p>`,
  );
}
