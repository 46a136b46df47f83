import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { TEXTS } from '../words/standing.ts';
import { told } from '../words/told.ts';
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
  readonly sentence: Sentence;
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
    readonly why: Sentence;
  }[];
  /** While it is discussed: whether the viewer may put a text of her own beside it. */
  readonly add?:
    | { readonly may: true; readonly forms: readonly { readonly label: Sentence; readonly path: string }[] }
    | { readonly may: false; readonly why?: Sentence };
}

/** Competing texts side by side, and the way to one more. */
export function texts({ path, texts: all, dropped, add }: TextsModel, say: Say = speaker('en')): Html {
  return html`<section class="texts"><h2>${say(all.length > 0 ? TEXTS.choose : TEXTS.another)}</h2>${when(
    all.length > 0,
    () => html`<ul class="plain">${all.map((one) => html`<li>${text(one, path, say)}</li>`)}</ul>`,
  )}${maybe(add, (may) => adding(may, all.length > 0, say))}${outOfIt(dropped, say)}</section>`;
}

function text({ id, title, by, sentence, reasons, ...rest }: TextModel, path: string, say: Say): Html {
  return html`<h3>${id}: ${title}</h3><p class="by">${byline(by)}${when(rest.seconds === undefined, () => html` · ${say(TEXTS.own)}`)}</p>
<p>${say(TEXTS.does, { sentence: html`${told(sentence, say)}` })}</p>
${maybe(reasons, (words) => html`<details><summary>${say(TEXTS.reasons, { id })}</summary>${paragraphs(words)}</details>`)}${maybe(rest.seconds, (seconds) => html`<p class="by">${wantedBy(seconds, rest.secondsNeeded ?? 0, say)}</p>`)}${when(rest.mayWant, () => html`<form method="post" action="${href(`${path}/texts/${id}/second`)}">${act(say.text(TEXTS.want, { id }))}</form>`)}${when(rest.mayTakeOver, () => html`<form method="post" action="${href(`${path}/texts/${id}/take-over`)}"><button class="plain" type="submit">${say(TEXTS.takeOver, { id })}</button></form>`)}`;
}

function wantedBy(seconds: readonly Author[], needed: number, say: Say): Part {
  if (seconds.length < needed) return say(TEXTS.ifWanted);
  const names = seconds.map(({ name }) => name).join(say.language === 'ar' ? '، ' : ', ');
  return names === '' ? say(TEXTS.comes) : say(TEXTS.wantedBy, { names });
}

function adding(add: NonNullable<TextsModel['add']>, others: boolean, say: Say): Part {
  if (!add.may) return maybe(add.why, (why) => html`<p>${told(why, say)}</p>`);
  const lead = say(others ? TEXTS.otherWay : TEXTS.otherWayFirst);
  return html`<p>${lead}</p>${add.forms.map(({ label, path }) => html`<p><a href="${href(path)}">${told(label, say)}</a></p>`)}`;
}

function outOfIt(dropped: TextsModel['dropped'], say: Say): Part {
  if (dropped.length === 0) return nothing;
  return html`<h3>${say(TEXTS.dropped)}</h3>${dropped.map(
    ({ id, title, by, why }) =>
      html`<p>${id}: ${title} <span class="by">${say(TEXTS.by, { name: by.name })}</span> ${told(why, say)}</p>`,
  )}`;
}
