import type { Html, Part } from '../html.ts';
import { href, html, maybe, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { time } from '../parts/time.ts';
import { BOOKS } from '../words/open-book.ts';
import { link, type Say } from '../words/speaking.ts';
import type { RecordEntry } from './record.ts';
import { run, shortened } from './record.ts';

/** What the books can be narrowed down to, as they are in addresses. */
export const KINDS_OF_ACTS = [
  'decisions',
  'roles',
  'measures',
  'cases',
  'juries',
  'emergencies',
  'servers',
  'members',
  'operator',
] as const;
export type KindOfAct = (typeof KINDS_OF_ACTS)[number];

export interface BookEntry extends RecordEntry {
  readonly community: { readonly title: string; readonly path: string };
  /** The entry in its own book. */
  readonly path: string;
}

export interface OpenBookModel {
  readonly shell: Shell;
  /** Newest first, of all communities whose books the viewer may read. */
  readonly entries: readonly BookEntry[];
  readonly only?: KindOfAct;
  readonly books: readonly {
    readonly title: string;
    readonly path: string;
    readonly size: number;
    readonly head: string;
  }[];
}

/** The latest acts in all communities of a server, in plain words. */
export function openBookPage({ shell, entries, only, books }: OpenBookModel): Html {
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(BOOKS.title), speaks: say.language },
    html`${heading({ kind: shell.host, title: say(BOOKS.title), lead: say(BOOKS.lead) })}
${books.length === 0 ? html`<p class="empty">${say(BOOKS.empty)}</p>` : [narrowing(only, say), ledger(entries, say)]}`,
    html`<section class="note"><h2>${say(BOOKS.verify)}</h2><p>${say(BOOKS.how, { command: 'npx folkmoot record verify' })}</p></section>
${when(books.length > 0, () => html`<section><h2>${say(BOOKS.books)}</h2><ul class="plain">${books.map(({ title, path, size, head }) => html`<li>${say(BOOKS.book, { title, size, head: html`<code title="${head}">${shortened(head)}</code>`, a: link(path), v: link(`${path}/verify`) })}</li>`)}</ul></section>`)}
<section><p>${say(BOOKS.names)}</p><p>${say(BOOKS.sees, { a: link('/trust') })}</p></section>`,
  );
}

function narrowing(only: KindOfAct | undefined, say: Say): Html {
  const item = (words: Part, path: string, here: boolean): Html =>
    here ? html`<b aria-current="true">${words}</b>` : html`<a href="${href(path)}">${words}</a>`;
  return html`<nav class="only" aria-label="${say.text(BOOKS.showOnly)}">${item(say(BOOKS.everything), '/open-book', only === undefined)}${KINDS_OF_ACTS.map((kind) => item(say(BOOKS[kind]), `/open-book?only=${kind}`, kind === only))}</nav>`;
}

function ledger(entries: readonly BookEntry[], say: Say): Part {
  if (entries.length === 0) return html`<p class="empty">${say(BOOKS.none)}</p>`;
  return html`<ol class="ledger">${entries.map((one) => entry(one, say))}</ol><p class="who-sees">${say(BOOKS.latest)}</p>`;
}

function entry({ seq, hash, says, at, sub, community, path }: BookEntry, say: Say): Html {
  return html`<li><span class="seq"><a href="${href(path)}">№ ${seq}</a> <br><span title="${hash}">${shortened(hash)}</span></span><div><p>${says.map((piece) => run(piece, say))}</p><p><small><a href="${href(community.path)}">${community.title}</a> · ${time(at, say.language)}${maybe(sub, (more) => html` · ${[more].flat().map((piece) => run(piece, say))}`)}</small></p></div></li>`;
}
