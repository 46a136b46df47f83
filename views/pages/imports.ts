import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, choices, failed, select } from '../parts/field.ts';
import { time } from '../parts/time.ts';

/** What a file holds, in the words of whoever brings it. */
export const KINDS_IN_WORDS = {
  follows: 'People you follow',
  blocks: 'Accounts you block',
  mutes: 'Accounts you mute',
  domains: 'Servers you block',
  bookmarks: 'Bookmarks',
  lists: 'Lists',
} as const;
export type KindInWords = keyof typeof KINDS_IN_WORDS;
const KINDS = Object.entries(KINDS_IN_WORDS).map(([value, label]) => ({ value, label }));

/** A file that was brought, and how far it has come. */
export interface BroughtFile {
  readonly id: string;
  readonly kind: KindInWords;
  readonly mode: 'merge' | 'overwrite';
  readonly at: Date;
  readonly state: 'read' | 'running' | 'done';
  readonly total: number;
  readonly done: number;
  readonly faultCount: number;
}

export interface ImportsModel {
  readonly shell: Shell;
  readonly form: Form<'kind' | 'mode' | 'file'>;
  readonly files: readonly BroughtFile[];
  /** How many lines, and megabytes, a file may have. */
  readonly most: { readonly lines: number; readonly megabytes: number };
}

const YOU = html`<a href="/you">You</a>`;
const number = (value: number): string => value.toLocaleString('en-GB');

/** Where somebody brings her lists from another server, and takes those that she has here. */
export function importsPage({ shell, form, files, most }: ImportsModel): Html {
  const error = form.errors.file;
  return page(
    { shell, title: 'Bring your lists, and take them along', failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: YOU, title: 'Bring your lists, and take them along', lead: 'Whom you follow, block and mute, your bookmarks and lists: from the files that Mastodon and others export.' })}
<section><h2>Bring a file</h2><form method="post" action="/you/import" enctype="multipart/form-data">
${select({ form, name: 'kind', label: 'What the file holds', options: KINDS, hint: 'Under “People you follow” you can also bring a list of feeds (OPML): those that belong to accounts are followed.' })}
<div class="ask${error === undefined ? '' : ' wrong'}"><label class="field" for="file">The file</label>
<p class="hint" id="file-hint">CSV, or OPML. At most ${number(most.lines)} lines and ${most.megabytes} MB.</p>
${maybe(error, (text) => html`<p class="error" id="file-error"><span class="heard">Error: </span>${text}</p>`)}
<input id="file" name="file" type="file" accept=".csv,.opml,.xml,.txt,text/csv,text/x-opml" required aria-describedby="file-hint${error === undefined ? '' : ' file-error'}"${when(error !== undefined, () => html` aria-invalid="true"`)}></div>
${choices({
  form,
  name: 'mode',
  legend: 'What becomes of what you have here already?',
  options: [
    { value: 'merge', label: 'It stays', hint: 'What the file says is added.' },
    {
      value: 'overwrite',
      label: 'It is replaced',
      hint: 'What the file does not say is taken away. You leave no community by it.',
    },
  ],
})}
<p class="who-sees">Only you see it. Nothing happens before you have seen what would.</p>
${act('Show what would happen')}
</form></section>
${filesOf(files)}
<section><h2>Take what you have here</h2><p>Each as a CSV file, which Mastodon and this server can read.</p>
<ul>${KINDS.map(({ value, label }) => html`<li><a href="${href(`/you/export/${value}.csv`)}">${label}</a></li>`)}</ul></section>`,
  );
}

function filesOf(files: readonly BroughtFile[]): Part {
  if (files.length === 0) return nothing;
  const list = files.map(
    (file) =>
      html`<li><a href="${href(`/you/imports/${file.id}`)}">${KINDS_IN_WORDS[file.kind]}</a>, brought ${time(file.at)}: ${standing(file)}</li>`,
  );
  return html`<section><h2>Files you brought</h2><ul class="plain">${list}</ul><p class="aside">They are forgotten after a week.</p></section>`;
}

function standing({ state, total, done }: BroughtFile): string {
  if (state === 'read') return 'waits for your yes';
  return state === 'done' ? 'done' : `${number(done)} of ${number(total)} lines so far`;
}

export interface ImportModel {
  readonly shell: Shell;
  readonly file: BroughtFile;
  /** Before it begins. */
  readonly preview?: {
    readonly added: number;
    readonly already: number;
    readonly removed: readonly string[];
    readonly more: number;
  };
  readonly faults: readonly { readonly line: number; readonly text: string }[];
}

/** One file: what it would do, how far it is, what could not be done. */
export function importPage({ shell, file, preview, faults }: ImportModel): Html {
  const title = KINDS_IN_WORDS[file.kind];
  return page(
    { shell, title: `${title}: a file you brought` },
    html`${heading({ kind: html`${YOU} <a href="/you/import">Bring your lists</a>`, title, lead: `A file you brought; ${file.mode === 'merge' ? 'what you have here stays' : 'it replaces what you have here'}.` })}
${preview === undefined ? progress(file) : previewOf(file, preview)}
${faultsOf(file, faults)}`,
  );
}

const WHAT_FOLLOWS: Readonly<Record<KindInWords, string>> = {
  follows:
    'Each person’s server is asked, as always when you follow somebody. Communities in the file are joined, or asked to let you in. Whether their boosts are shown is not kept here.',
  blocks: 'Nobody is told. You stay in the communities you share.',
  mutes: 'Nobody is told.',
  domains: 'Nobody is told. Nothing by anybody at these servers is shown to you.',
  bookmarks: 'Posts that are not known here are fetched, where they are public.',
  lists: 'Lists that you do not have yet are made. Nobody is told who is on them.',
};

function previewOf(file: BroughtFile, { added, already, removed, more }: NonNullable<ImportModel['preview']>): Html {
  return html`<section><h2>What would happen</h2><ul>
<li>${number(added)} are added.</li>
${when(already > 0, () => html`<li>${number(already)} you have already.</li>`)}
${when(file.mode !== 'merge', () => html`<li>${removed.length + more === 0 ? 'Nothing is taken away.' : html`${number(removed.length + more)} are taken away: ${removed.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}.`}</li>`)}
${when(file.faultCount > 0, () => html`<li>${number(file.faultCount)} lines cannot be read; they stand below.</li>`)}
</ul><p>${WHAT_FOLLOWS[file.kind]}</p>
<form method="post" action="/you/imports/${file.id}/start">${act('Do it')}</form>${dropping(file, 'Do nothing, and forget the file')}</section>`;
}

function progress(file: BroughtFile): Html {
  const { state, total, done } = file;
  if (state === 'done')
    return html`<p>Done: ${number(total)} lines were gone through.</p>${dropping(file, 'Forget this file')}`;
  return html`<p><progress max="${total}" value="${done}">${number(done)} of ${number(total)}</progress> ${number(done)} of ${number(total)} lines so far. You can leave this page: it goes on.</p>
<p><a href="/you/imports/${file.id}">See how far it is now</a></p>${dropping(file, 'Stop here')}`;
}

const dropping = ({ id }: BroughtFile, label: string): Html =>
  html`<form method="post" action="/you/imports/${id}/drop"><button class="plain" type="submit">${label}</button></form>`;

function faultsOf({ faultCount }: BroughtFile, faults: ImportModel['faults']): Part {
  if (faultCount === 0) return nothing;
  const rest = faultCount - faults.length;
  return html`<section><h2>What could not be done</h2><ul>${faults.map(({ line, text }) => html`<li>Line ${line}: ${text}</li>`)}</ul>${when(rest > 0, () => html`<p>And ${number(rest)} more lines.</p>`)}</section>`;
}
