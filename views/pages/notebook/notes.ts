import type { Html, Part } from '../../html.ts';
import { href, html, maybe, nothing, when } from '../../html.ts';
import type { Shell } from '../../layout.ts';
import { heading, sayIn } from '../../layout.ts';
import { contents } from '../../parts/contents.ts';
import type { Form } from '../../parts/field.ts';
import { act, EMPTY_FORM, failed, field, select } from '../../parts/field.ts';
import { day, time } from '../../parts/time.ts';
import { NOTEBOOK } from '../../words/notebook.ts';
import { NOTES } from '../../words/notebook-notes.ts';
import { link, type Say } from '../../words/speaking.ts';
import { type LookBackField, lookBackFields } from './look-back.ts';
import { foreign, notebookPage, onward, outward, refused, small } from './parts.ts';

/** A note as it stands in a list. */
export interface NoteBrief {
  readonly title: string;
  readonly path: string;
  readonly at: Date;
  readonly tags: readonly string[];
  readonly excerpt?: string;
}

export interface SenseModel {
  readonly shell: Shell;
  readonly query: string;
  /** The last changed first. */
  readonly notes: readonly NoteBrief[];
  readonly older?: string;
  readonly newer?: string;
}

/** Somebody's notes, and how she finds one. */
export function sensePage({ shell, query, notes, ...pages }: SenseModel): Html {
  const say = sayIn(shell);
  const form = { values: { q: query }, errors: {} };
  const none =
    query === ''
      ? html`<p class="empty">${say(NOTEBOOK.noNotes)}</p>`
      : html`<p class="empty">${say(NOTES.noneFound, { a: link('/notebook/sense') })}</p>`;
  return notebookPage(
    { shell, title: say.text(NOTEBOOK.sense) },
    html`${heading({ kind: say(NOTEBOOK.title), title: say(NOTEBOOK.sense), lead: say(NOTEBOOK.senseLead) })}
<p><a class="do" href="/notebook/notes/new">${say(NOTEBOOK.writeNote)}</a></p>
<h2 class="heard">${say(NOTEBOOK.allNotes)}</h2>
${when(notes.length > 0 || query !== '', () => html`<form method="get" action="/notebook/sense" role="search">${field({ form, name: 'q', label: say(NOTES.search), hint: say(NOTES.searchHint), type: 'search', bare: true, max: 200, say })}<button class="plain" type="submit">${say(NOTES.find)}</button></form>`)}
${notes.length === 0 ? none : html`<ul class="plain">${notes.map((one) => noteEntry(say, one))}</ul>`}${onward(say, pages)}`,
  );
}

export const noteEntry = (say: Say, { title, path, at, tags, excerpt }: NoteBrief): Html =>
  html`<li class="entry"><h3 class="title"><a href="${href(path)}">${foreign(title)}</a></h3><p class="by">${time(at, say.language)}${tagList(tags)}</p>${maybe(excerpt, (words) => html`<p class="text">${foreign(words)}</p>`)}</li>`;

const tagList = (tags: readonly string[]): Part =>
  tags.map(
    (tag) => html` <a href="${href(`/notebook/sense?q=${encodeURIComponent(`#${tag}`)}`)}">${foreign(`#${tag}`)}</a>`,
  );

/** A link of a note: a post, named, or an address. */
export interface LinkModel {
  readonly url: string;
  readonly title: string;
  readonly author?: string;
}

export interface NoteModel {
  readonly shell: Shell;
  readonly title: string;
  readonly path: string;
  readonly sanitisedHtml: string;
  readonly links: readonly LinkModel[];
  readonly tags: readonly string[];
  readonly at: Date;
  readonly lookBack?: { readonly at: Date; readonly isDue: boolean };
  /** The page of the post that came of it, and where that is put into a collection. */
  readonly published?: { readonly url: string; readonly keep?: string };
  /** Where it can be published. */
  readonly communities: readonly { readonly iri: string; readonly title: string }[];
  /** Why publishing was refused. */
  readonly form: Form<'community'>;
}

/** A note as its writer reads it, and what she can do with it. */
export function notePage(model: NoteModel): Html {
  const { shell, title, path, sanitisedHtml, links, tags, at } = model;
  const say = sayIn(shell);
  return notebookPage(
    { shell, title, failed: failed(model.form) },
    html`${heading({ kind: say(NOTES.note), title: foreign(title) })}
<p class="who-sees"><span aria-hidden="true">◌</span> ${say(NOTES.onlyYou)}</p>
${maybe(model.lookBack, ({ at: when, isDue }) => html`<div class="note"><p>${say(isDue ? NOTES.lookBackNow : NOTES.lookBackOn, { day: day(when, say.language) })}</p>${small(`${path}/look-back`, say(NOTES.putAway), { days: '' })}</div>`)}
${contents({ sanitisedHtml })}
<p class="by">${time(at, say.language)}${tagList(tags)}</p>
${when(links.length > 0, () => html`<h2>${say(NOTES.about)}</h2><ul class="plain">${links.map((one) => linkItem(say, one))}</ul>`)}
<div class="acts"><a href="${href(`${path}/edit`)}">${say(NOTES.edit)}</a></div>
${lookBackForm(say, path)}
${publishing(say, model)}
<section><details><summary>${say(NOTES.remove)}</summary><p>${say(NOTES.removeLead)}</p>${small(`${path}/delete`, say(NOTES.remove))}</details></section>`,
  );
}

export const linkItem = (say: Say, { url, title, author }: LinkModel): Html =>
  html`<li>${outward(url, foreign(title))}${maybe(author, (name) => html` <span class="who-sees">${say(NOTES.by, { author: foreign(name) })}</span>`)}</li>`;

const lookBackForm = (say: Say, path: string): Html =>
  html`<section><h2>${say(NOTES.lookBack)}</h2><form method="post" action="${href(`${path}/look-back`)}">${lookBackFields(say, EMPTY_FORM, NOTES.when)}${act(say.text(NOTEBOOK.save))}</form></section>`;

function publishing(say: Say, { path, published, communities, form }: NoteModel): Html {
  if (published !== undefined) {
    return html`<section><h2>${say(NOTES.publish)}</h2><p>${say(NOTES.published, { a: (inside) => outward(published.url, inside) })}</p>${maybe(published.keep, (keep) => html`<p><a href="${href(keep)}">${say(NOTES.collect)}</a></p>`)}</section>`;
  }
  const options = communities.map(({ iri, title }) => ({ value: iri, label: title }));
  return html`<section><h2>${say(NOTES.publish)}</h2><p>${say(NOTES.publishLead)}</p>${refused(say, form)}<form method="post" action="${href(`${path}/publish`)}">${select({ form, name: 'community', label: say(NOTES.where), empty: say.text(NOTES.everybody), options, say })}${act(say.text(NOTES.publish))}</form></section>`;
}

export interface NoteFormModel {
  readonly shell: Shell;
  /** Where it is sent, and where the form leads back to. */
  readonly action: string;
  readonly back: string;
  readonly isNew: boolean;
  /** Posts it is about; they stay as they are. */
  readonly about: readonly LinkModel[];
  readonly posts: readonly string[];
  readonly form: Form<'title' | 'text' | 'addresses' | 'tags' | LookBackField>;
}

/** Writing a note, or changing one. */
export function noteFormPage(model: NoteFormModel): Html {
  const { shell, action, back, isNew, about, posts, form } = model;
  const say = sayIn(shell);
  const title = isNew ? NOTES.newNote : NOTES.edit;
  return notebookPage(
    { shell, title: say.text(title), failed: failed(form) },
    html`${heading({ kind: say(NOTES.note), title: say(title) })}
<p class="who-sees"><span aria-hidden="true">◌</span> ${say(NOTES.onlyYou)}</p>
${refused(say, form)}
<form method="post" action="${href(action)}">${posts.map((post) => html`<input type="hidden" name="posts" value="${post}">`)}
${when(about.length > 0, () => html`<h2>${say(NOTES.about)}</h2><ul class="plain">${about.map((one) => linkItem(say, one))}</ul>`)}
${field({ form, name: 'title', label: say(NOTES.titleField), hint: say(NOTES.mayStayEmpty), max: 200, bare: true, say })}
${field({ form, name: 'text', label: say(NOTES.text), rows: 8, max: 10_000, bare: true, say })}
${field({ form, name: 'addresses', label: say(NOTES.addresses), hint: say(NOTES.addressesHint), rows: 2, bare: true, code: true, say })}
${field({ form, name: 'tags', label: say(NOTES.tags), hint: say(NOTES.tagsHint), max: 500, bare: true, say })}
${isNew ? lookBackFields(say, form) : nothing}
${act(say.text(NOTEBOOK.save))} <a class="instead" href="${href(back)}">${say(NOTEBOOK.back)}</a></form>`,
  );
}

export interface BookmarksModel {
  readonly shell: Shell;
  readonly bookmarks: readonly (LinkModel & {
    readonly at: Date;
    /** Its own page in the notebook, where it is kept, noted and collected. */
    readonly keep: string;
    readonly notes: readonly NoteBrief[];
  })[];
  readonly older?: string;
  readonly newer?: string;
}

/** What somebody bookmarked, here or in an app, with what she noted about it. */
export function bookmarksPage({ shell, bookmarks, ...pages }: BookmarksModel): Html {
  const say = sayIn(shell);
  const items = bookmarks.map(
    ({ notes, keep, at, ...one }) =>
      html`<li class="entry"><h3 class="title">${outward(one.url, foreign(one.title))}</h3><p class="by">${maybe(one.author, (author) => html`<span>${say(NOTES.by, { author: foreign(author) })}</span> `)}${time(at, say.language)}</p>${notes.map((note) => html`<p>${say(NOTES.yourNote)} <a href="${href(note.path)}">${foreign(note.title)}</a></p>`)}<p class="acts"><a href="${href(keep)}">${say(NOTES.annotate)}<span class="heard">: ${one.title}</span></a></p></li>`,
  );
  return notebookPage(
    { shell, title: say.text(NOTEBOOK.bookmarks) },
    html`${heading({ kind: say(NOTEBOOK.sense), title: say(NOTEBOOK.bookmarks), lead: say(NOTEBOOK.senseLead) })}
<h2 class="heard">${say(NOTEBOOK.bookmarks)}</h2>
${items.length === 0 ? html`<p class="empty">${say(NOTES.noBookmarks)}</p>` : html`<ul class="plain">${items}</ul>`}${onward(say, pages)}`,
  );
}
