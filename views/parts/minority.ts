import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { flag, href, html, maybe, paragraphs, when } from '../html.ts';
import { directionOf } from '../words/language.ts';
import { MINORITY } from '../words/minority.ts';
import type { Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import { act, EMPTY_FORM, type Form, failed, field } from './field.ts';
import type { Author } from './person.ts';
import { byline } from './person.ts';
import { time } from './time.ts';

/** What members say against a result. */
export interface MinorityModel {
  /** The proposal's page, or that of a member's own link: forms go below it. */
  readonly path: string;
  readonly statements: readonly {
    readonly author: Author;
    readonly text: string;
    readonly signatures: readonly Author[];
    readonly maySign: boolean;
  }[];
  /** While statements can be written and signed. */
  readonly open?: {
    readonly until: Date;
    readonly viewer: {
      readonly may: boolean;
      readonly why?: Sentence;
      /** Nobody is signed in: by which words a member of another server asks for a link of her own. */
      readonly ask?: string;
    };
  };
  /** What was sent and refused: it comes back with the reason, also where nothing can be written any more. */
  readonly form?: Form<'text'>;
}

/** Characters; the server checks it as well. */
const MOST = 1500;

/** Statements stand below the result they object to, each with who signs it, and the forms to do so. */
export function minority(model: MinorityModel, say: Say): Html {
  const { path, statements, open } = model;
  return html`<section id="minority" lang="${say.language}" dir="${directionOf(say.language)}"><h2>${say(MINORITY.title)}</h2><p>${say(MINORITY.lead)}</p>${maybe(open, ({ until }) => html`<p>${say(MINORITY.until, { when: time(until, say.language) })}</p>`)}
${when(statements.length > 0, () => html`<ul class="plain">${statements.map((one, at) => statement(one, { path, number: at + 1 }, say))}</ul>`)}${writing(model, say)}</section>`;
}

function statement(
  { author, text, signatures, maySign }: MinorityModel['statements'][number],
  { path, number }: { readonly path: string; readonly number: number },
  say: Say,
): Html {
  return html`<li><p class="by">${byline(author)}</p><div dir="auto">${paragraphs(text)}</div>${when(
    signatures.length > 0,
    () =>
      html`<p>${say(MINORITY.signed)}</p><ul class="plain">${signatures.map((one) => html`<li class="by">${byline(one)}</li>`)}</ul>`,
  )}${when(
    maySign,
    () =>
      html`<form method="post" action="${href(`${path}/minority/sign`)}">${act(say.text(MINORITY.sign), { name: 'statement', value: String(number) })}<p class="who-sees">${say(MINORITY.signSeen)}</p></form>`,
  )}</li>`;
}

function writing({ path, open, form = EMPTY_FORM }: MinorityModel, say: Say): Part {
  const { may = false, why, ask } = open?.viewer ?? {};
  if (!may && !failed(form)) {
    const how = maybe(ask, (id) => html`<p>${say(MINORITY.elsewhere, { id })}</p>`);
    return [maybe(why, (words) => html`<p>${told(words, say)}</p>`), how];
  }
  return html`<details${flag('open', failed(form))}><summary>${say(MINORITY.write)}</summary><form method="post" action="${href(`${path}/minority`)}">
${field({ form, name: 'text', label: say(MINORITY.label), hint: say(MINORITY.hint), rows: 5, autocomplete: 'off', max: MOST, say })}
${act(say.text(MINORITY.put))}<p class="who-sees">${say(MINORITY.seen)}</p></form></details>`;
}
