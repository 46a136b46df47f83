import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import { act } from './field.ts';
import type { Author } from './person.ts';
import { byline } from './person.ts';

/** One of the texts that compete for the same question. */
export interface TextModel {
  /** `T-1` is the proposal's own. */
  readonly id: string;
  readonly title: string;
  readonly by: Author;
  /** What the software would do. */
  readonly sentence: string;
  readonly reasons?: string;
  /** Members who want it on the ballot; absent for the proposal's own. */
  readonly seconds?: readonly Author[];
  readonly secondsNeeded?: number;
  readonly mayWant: boolean;
  /** The viewer made the proposal, and could make this text her own. */
  readonly mayTakeOver: boolean;
}

export interface TextsModel {
  /** The proposal's page. */
  readonly path: string;
  /** Empty as long as there is only the proposal's own. */
  readonly texts: readonly TextModel[];
  readonly dropped: readonly {
    readonly id: string;
    readonly title: string;
    readonly by: Author;
    readonly why: string;
  }[];
  /** While it is discussed: whether the viewer may put a text of her own beside it. */
  readonly add?:
    | { readonly may: true; readonly forms: readonly { readonly label: string; readonly path: string }[] }
    | { readonly may: false; readonly why?: string };
}

/** Competing texts side by side, and the way to one more. */
export function texts({ path, texts: all, dropped, add }: TextsModel): Html {
  return html`<section class="texts"><h2>${all.length > 0 ? 'Texts to choose between' : 'Another text?'}</h2>${when(
    all.length > 0,
    () => html`<ul class="plain">${all.map((one) => html`<li>${text(one, path)}</li>`)}</ul>`,
  )}${maybe(add, (may) => adding(may, all.length > 0))}${outOfIt(dropped)}</section>`;
}

function text({ id, title, by, sentence, reasons, ...rest }: TextModel, path: string): Html {
  return html`<h3>${id}: ${title}</h3><p class="by">${byline(by)}${when(rest.seconds === undefined, () => ' · the proposal’s own text')}</p>
<p><b>What the software will do:</b> ${sentence}</p>
${maybe(reasons, (words) => html`<details><summary>Reasons for ${id}</summary>${paragraphs(words)}</details>`)}${maybe(rest.seconds, (seconds) => html`<p class="by">${wantedBy(seconds, rest.secondsNeeded ?? 0)}</p>`)}${when(rest.mayWant, () => html`<form method="post" action="${href(`${path}/texts/${id}/second`)}">${act(`I want ${id} on the ballot`)}</form>`)}${when(rest.mayTakeOver, () => html`<form method="post" action="${href(`${path}/texts/${id}/take-over`)}"><button class="plain" type="submit">Make ${id} the text of my proposal</button></form>`)}`;
}

function wantedBy(seconds: readonly Author[], needed: number): string {
  const names = seconds.map(({ name }) => name).join(', ');
  if (seconds.length < needed) return 'It comes to the vote if another member wants it there.';
  return names === '' ? 'It comes to the vote.' : `On the ballot, wanted by ${names}.`;
}

function adding(add: NonNullable<TextsModel['add']>, others: boolean): Part {
  if (!add.may) return maybe(add.why, (why) => html`<p>${why}</p>`);
  const lead = others
    ? 'Would you say it in another way?'
    : 'Would you say it in another way? Then members choose between the texts, or leave everything as it is.';
  return html`<p>${lead}</p>${add.forms.map(({ label, path }) => html`<p><a href="${href(path)}">${label}</a></p>`)}`;
}

function outOfIt(dropped: TextsModel['dropped']): Part {
  if (dropped.length === 0) return nothing;
  return html`<h3>No longer among them</h3>${dropped.map(
    ({ id, title, by, why }) => html`<p>${id}: ${title} <span class="by">by ${by.name}.</span> ${why}</p>`,
  )}`;
}
