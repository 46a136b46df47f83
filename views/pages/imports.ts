import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, choices, failed, select } from '../parts/field.ts';
import { time } from '../parts/time.ts';
import { BROUGHT } from '../words/brought-file.ts';
import { DOORS } from '../words/doors.ts';
import { FORMS } from '../words/forms.ts';
import { FILE_KINDS, FOLLOWS_FROM, IMPORTS } from '../words/imports.ts';
import { SHELL } from '../words/shell.ts';
import { link, type Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';

/** What a file holds. */
export type KindInWords = keyof typeof FILE_KINDS;
const kinds = (say: Say) => Object.entries(FILE_KINDS).map(([value, name]) => ({ value, label: say.text(name) }));

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

const you = (say: Say): Html => html`<a href="/you">${say(SHELL.you)}</a>`;

/** Where somebody brings her lists from another server, and takes those that she has here. */
export function importsPage({ shell, form, files, most }: ImportsModel): Html {
  const say = sayIn(shell);
  const title = say.text(IMPORTS.title);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: you(say), title, lead: say(IMPORTS.lead) })}
<section><h2>${say(IMPORTS.bring)}</h2><form method="post" action="/you/import" enctype="multipart/form-data">
${select({ form, name: 'kind', label: say(IMPORTS.holds), options: kinds(say), hint: say(IMPORTS.holdsHint), say })}
${fileField(form.errors.file, most, say)}
${choices({
  form,
  name: 'mode',
  legend: say(IMPORTS.becomes),
  options: [
    { value: 'merge', label: say.text(IMPORTS.stays), hint: say.text(IMPORTS.staysHint) },
    { value: 'overwrite', label: say.text(IMPORTS.replaced), hint: say.text(IMPORTS.replacedHint) },
  ],
  say,
})}
<p class="who-sees">${say(IMPORTS.onlyYou)}</p>
${act(say.text(IMPORTS.preview))}
</form></section>
${filesOf(files, say)}
<section><h2>${say(IMPORTS.take)}</h2><p>${say(IMPORTS.takeLead)}</p>
<ul>${kinds(say).map(({ value, label }) => html`<li><a href="${href(`/you/export/${value}.csv`)}">${label}</a></li>`)}</ul></section>`,
  );
}

function fileField(error: Sentence | undefined, most: ImportsModel['most'], say: Say): Html {
  return html`<div class="ask${error === undefined ? '' : ' wrong'}"><label class="field" for="file">${say(IMPORTS.file)}</label>
<p class="hint" id="file-hint">${say(IMPORTS.most, most)}</p>
${maybe(error, (text) => html`<p class="error" id="file-error"><span class="heard">${say(FORMS.error)}</span>${told(text, say)}</p>`)}
<input id="file" name="file" type="file" accept=".csv,.opml,.xml,.txt,text/csv,text/x-opml" required aria-describedby="file-hint${error === undefined ? '' : ' file-error'}"${when(error !== undefined, () => html` aria-invalid="true"`)}></div>`;
}

function filesOf(files: readonly BroughtFile[], say: Say): Part {
  if (files.length === 0) return nothing;
  const list = files.map((file) => html`<li>${fileLine(file, say)}</li>`);
  return html`<section><h2>${say(IMPORTS.brought)}</h2><ul class="plain">${list}</ul><p class="aside">${say(IMPORTS.forgotten)}</p></section>`;
}

const STANDING = { read: BROUGHT.waits, running: BROUGHT.runs, done: BROUGHT.isDone } as const;

function fileLine({ id, kind, at, state, total, done }: BroughtFile, say: Say): Part {
  const its = { kind: say(FILE_KINDS[kind]), time: time(at, say.language), total, done };
  return say(STANDING[state], { ...its, a: link(`/you/imports/${id}`) });
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
  readonly faults: readonly { readonly line: number; readonly text: Sentence }[];
}

/** One file: what it would do, how far it is, what could not be done. */
export function importPage({ shell, file, preview, faults }: ImportModel): Html {
  const say = sayIn(shell);
  const kind = say.text(FILE_KINDS[file.kind]);
  const lead = say(file.mode === 'merge' ? BROUGHT.merges : BROUGHT.replaces);
  return page(
    { shell, title: say.text(BROUGHT.title, { kind }), speaks: say.language },
    html`${heading({ kind: html`${you(say)} <a href="/you/import">${say(BROUGHT.bringLists)}</a>`, title: kind, lead })}
${preview === undefined ? progress(file, say) : previewOf(file, preview, say)}
${faultsOf(file, faults, say)}`,
  );
}

type Preview = NonNullable<ImportModel['preview']>;

function previewOf(file: BroughtFile, preview: Preview, say: Say): Html {
  const { added, already } = preview;
  return html`<section><h2>${say(BROUGHT.would)}</h2><ul>
<li>${say(BROUGHT.added, { count: added })}</li>
${when(already > 0, () => html`<li>${say(BROUGHT.already, { count: already })}</li>`)}
${when(file.mode !== 'merge', () => html`<li>${takenAway(preview, say)}</li>`)}
${when(file.faultCount > 0, () => html`<li>${say(BROUGHT.unread, { count: file.faultCount })}</li>`)}
</ul><p>${say(FOLLOWS_FROM[file.kind])}</p>
<form method="post" action="/you/imports/${file.id}/start">${act(say.text(BROUGHT.do))}</form>${dropping(file, say(BROUGHT.doNothing))}</section>`;
}

function takenAway({ removed, more }: Preview, say: Say): Part {
  const count = removed.length + more;
  if (count === 0) return say(BROUGHT.nothingTaken);
  const names = removed.map((name, at) => [at === 0 ? '' : say(DOORS.comma), html`<bdi>${name}</bdi>`]);
  return say(BROUGHT.taken, { count, names, more });
}

function progress(file: BroughtFile, say: Say): Html {
  const { state, total, done } = file;
  if (state === 'done')
    return html`<p>${say(BROUGHT.goneThrough, { total })}</p>${dropping(file, say(BROUGHT.forget))}`;
  return html`<p><progress max="${total}" value="${done}">${say(BROUGHT.of, { done, total })}</progress> ${say(BROUGHT.soFar, { done, total })}</p>
<p><a href="/you/imports/${file.id}">${say(BROUGHT.howFar)}</a></p>${dropping(file, say(BROUGHT.stop))}`;
}

const dropping = ({ id }: BroughtFile, label: Part): Html =>
  html`<form method="post" action="/you/imports/${id}/drop"><button class="plain" type="submit">${label}</button></form>`;

function faultsOf({ faultCount }: BroughtFile, faults: ImportModel['faults'], say: Say): Part {
  if (faultCount === 0) return nothing;
  const rest = faultCount - faults.length;
  return html`<section><h2>${say(BROUGHT.faults)}</h2><ul>${faults.map(({ line, text }) => html`<li>${say(BROUGHT.line, { line, text: told(text, say) })}</li>`)}</ul>${when(rest > 0, () => html`<p>${say(BROUGHT.moreLines, { count: rest })}</p>`)}</section>`;
}
