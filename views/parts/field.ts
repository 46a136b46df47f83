import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { flag, html, maybe, when } from '../html.ts';
import { FORMS } from '../words/forms.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { told } from '../words/told.ts';

/** A form as it was sent, and what was wrong with it. Passwords are never given back. */
export interface Form<Field extends string> {
  readonly values: Readonly<Partial<Record<Field, string>>>;
  /** One sentence per field: what to do. */
  readonly errors: Readonly<Partial<Record<Field, Sentence>>>;
  /** Why the whole was refused, when it is about no single field. */
  readonly error?: Sentence;
}

export const EMPTY_FORM: Form<never> = { values: {}, errors: {} };

export const failed = (form: Form<string>): boolean =>
  form.error !== undefined || Object.values(form.errors).some((error) => error !== undefined);

/** How a one-line field or a text area is asked for. */
export interface Field<Name extends string> {
  readonly form: Form<NoInfer<Name>>;
  readonly name: Name;
  readonly label: Part;
  readonly hint?: Part | undefined;
  readonly type?: 'text' | 'password' | 'number' | 'search' | 'email' | 'datetime-local';
  readonly autocomplete?: string;
  /** May stay empty, and says so. */
  readonly optional?: boolean;
  /** May stay empty without saying so, where a sentence before has said it of all. */
  readonly bare?: boolean;
  /** Most characters; the server checks it as well. */
  readonly max?: number;
  /** A handle or an address: no capitals put in, no spelling marked. */
  readonly code?: boolean;
  /** Only a few characters are expected. */
  readonly short?: boolean;
  /** A text area of that many lines. */
  readonly rows?: number;
  /** The id of a sentence on the page that is heard with it: who will see what is written. */
  readonly describedBy?: string;
  /** Several forms of one page may ask for a field of the same name: the second sets its own id. */
  readonly id?: string;
  /** What language the page speaks. Absent: English. */
  readonly say?: Say;
  /** The error is in the page's language already. */
  readonly saidHere?: boolean;
}

/** A labelled field with its hint and its error, tied together for those who hear the page. */
export function field<Name extends string>(asked: Field<Name>): Html {
  const { form, name, label, hint, say = speaker('en') } = asked;
  const id = asked.id ?? name;
  const error: Sentence | undefined = form.errors[name];
  return html`<div class="ask${error === undefined ? '' : ' wrong'}">
<label class="field" for="${id}">${label}${when(asked.optional === true, () => html` <span class="aside">${say(FORMS.ifYouLike)}</span>`)}</label>
${maybe(hint, (text) => html`<p class="hint" id="${id}-hint">${text}</p>`)}
${maybe(error, (text) => html`<p class="error" id="${id}-error">${wrong(text, say, asked.saidHere)}</p>`)}
${asked.rows === undefined ? input(asked, id) : area(asked, id, asked.rows)}
</div>`;
}

const wrong = (sentence: Sentence, say: Say, saidHere = false): Part =>
  html`<span class="heard">${say(FORMS.error)}</span>${saidHere && typeof sentence === 'string' ? sentence : told(sentence, say)}`;

function input<Name extends string>(asked: Field<Name>, id: string): Html {
  const type = asked.type ?? 'text';
  const value = type === 'password' ? '' : (asked.form.values[asked.name] ?? '');
  return html`<input id="${id}" name="${asked.name}" type="${type === 'number' ? 'text' : type}"${when(type === 'number', () => html` inputmode="numeric"`)}${when(asked.short === true, () => html` class="short"`)} value="${value}"${common(asked, id)}>`;
}

function area<Name extends string>(asked: Field<Name>, id: string, rows: number): Html {
  // A line break right after the tag is dropped by the parser: one is put there so that none of the text is.
  return html`<textarea id="${id}" name="${asked.name}" rows="${rows}"${common(asked, id)}>
${asked.form.values[asked.name] ?? ''}</textarea>`;
}

function common<Name extends string>(asked: Field<Name>, id: string): Part {
  const wrong = asked.form.errors[asked.name] !== undefined;
  return [
    maybe(asked.autocomplete, (kind) => html` autocomplete="${kind}"`),
    maybe(asked.max, (max) => html` maxlength="${max}"`),
    when(asked.code === true, () => html` autocapitalize="none" autocorrect="off" spellcheck="false"`),
    flag('required', asked.optional !== true && asked.bare !== true),
    described(id, asked.hint !== undefined, wrong, asked.describedBy),
  ];
}

function described(id: string, hint: boolean, wrong: boolean, also?: string): Part {
  const by = [
    ...(also === undefined ? [] : [also]),
    ...(hint ? [`${id}-hint`] : []),
    ...(wrong ? [`${id}-error`] : []),
  ].join(' ');
  return [when(by !== '', () => html` aria-describedby="${by}"`), when(wrong, () => html` aria-invalid="true"`)];
}

/** One of a few answers to choose from. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** What choosing it means. */
  readonly hint?: string;
}

/** A drop-down list. The first, empty answer means “none chosen”. */
export function select<Name extends string>(asked: {
  readonly form: Form<NoInfer<Name>>;
  readonly name: Name;
  readonly label: Part;
  readonly options: readonly Option[];
  readonly empty?: string;
  readonly hint?: Part;
  readonly say?: Say;
}): Html {
  const { form, name, hint, say = speaker('en') } = asked;
  const error: Sentence | undefined = form.errors[name];
  const options = asked.empty === undefined ? asked.options : [{ value: '', label: asked.empty }, ...asked.options];
  return html`<div class="ask${error === undefined ? '' : ' wrong'}">
<label class="field" for="${name}">${asked.label}</label>
${maybe(hint, (text) => html`<p class="hint" id="${name}-hint">${text}</p>`)}
${maybe(error, (text) => html`<p class="error" id="${name}-error">${wrong(text, say)}</p>`)}
<select id="${name}" name="${name}"${described(name, hint !== undefined, error !== undefined)}>${options.map(
    (option) =>
      html`<option value="${option.value}"${flag('selected', option.value === (form.values[name] ?? ''))}>${option.label}</option>`,
  )}</select>
</div>`;
}

/** A question with a few answers, one of them chosen: big targets, and what each answer means. */
export function choices<Name extends string>(asked: {
  readonly form: Form<NoInfer<Name>>;
  readonly name: Name;
  readonly legend: Part;
  readonly options: readonly (Omit<Option, 'label'> & { readonly label: Part })[];
  readonly hint?: Part;
  /** Keeps ids apart where a page has several polls. */
  readonly id?: string;
  readonly multiple?: boolean;
  readonly say?: Say;
}): Html {
  const { form, name, hint, say = speaker('en') } = asked;
  const id = asked.id ?? name;
  const error: Sentence | undefined = form.errors[name];
  return html`<fieldset class="ask${error === undefined ? '' : ' wrong'}"${described(id, hint !== undefined, false)}><legend>${asked.legend}</legend>
${maybe(hint, (text) => html`<p class="hint" id="${id}-hint">${text}</p>`)}
${maybe(error, (text) => html`<p class="error" id="${id}-error">${wrong(text, say)}</p>`)}
${asked.options.map(
  (option, at) =>
    html`<label class="choice"><input type="${asked.multiple ? 'checkbox' : 'radio'}" id="${at ? `${id}-${at}` : id}" name="${name}" value="${option.value}"${flag('checked', form.values[name] === option.value)}><span>${option.label}${maybe(option.hint, (text) => html`<small>${text}</small>`)}</span></label>`,
)}
</fieldset>`;
}

/** The button that does it. */
export function act(label: string, how?: { readonly name: string; readonly value: string }): Html {
  return html`<button class="do" type="submit"${maybe(how, ({ name, value }) => html` name="${name}" value="${value}"`)}>${label}</button>`;
}
