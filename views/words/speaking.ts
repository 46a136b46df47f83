import { IntlMessageFormat } from 'intl-messageformat';
import type { Part } from '../html.ts';
import { Html, href, html } from '../html.ts';
import type { Language, Message } from './language.ts';

/** What stands inside a tag of a message becomes markup: `<a>read it</a>` with `{ a: link('/about') }`. */
export type Wrap = (inside: Part) => Html;
/** Values for a message: what is put in its places, and for each of its tags what is made of it. */
export type Values = Readonly<Record<string, Part | Date | boolean | Wrap>>;

/** Says messages in one language. */
export interface Say {
  (message: Message, values?: Values): Part;
  /** As plain text, for titles and attributes. Its values are texts, numbers and dates. */
  text(message: Message, values?: Readonly<Record<string, string | number | Date | boolean>>): string;
  readonly language: Language;
}

/** Tags that mean the same in every message. */
const TAGS: Readonly<Record<string, Wrap>> = {
  b: (inside) => html`<b>${inside}</b>`,
  em: (inside) => html`<em>${inside}</em>`,
  code: (inside) => html`<code>${inside}</code>`,
  /** Said to those who hear the page, where those who see it see what is meant. */
  heard: (inside) => html`<span class="heard">${inside}</span>`,
};

/** For a tag that is a link. */
export const link =
  (path: string): Wrap =>
  (inside) =>
    html`<a href="${href(path)}">${inside}</a>`;

/** Who says messages in a language. Throws where a message cannot be read: the test of all messages finds that. */
export function speaker(language: Language): Say {
  const known = speakers.get(language);
  if (known !== undefined) return known;
  const say = Object.assign((message: Message, values?: Values) => said(message, language, values), {
    text: (message: Message, values?: Readonly<Record<string, string | number | Date | boolean>>) =>
      String(written(message, language)?.format(values) ?? message[language]),
    language,
  });
  speakers.set(language, say);
  return say;
}
const speakers = new Map<Language, Say>();

function said(message: Message, language: Language, values: Values = {}): Part {
  const format = written(message, language);
  if (format === null) return message[language];
  const pieces: unknown = format.format<Part>(valuesFor(values));
  return parts(pieces);
}

/**
 * A message in pieces that are no markup yet: its text, and in its places what was given, as it is. What stands inside
 * `<b>…</b>` becomes what `b` makes of it.
 */
export function inPieces<Piece extends object>(
  message: Message,
  language: Language,
  values: Readonly<Record<string, Piece | readonly (string | Piece)[] | string | number>>,
  b: (text: string) => Piece,
): readonly (string | Piece)[] {
  const format = written(message, language);
  if (format === null) return [message[language]];
  const tag = (inside: readonly unknown[]) => b(inside.join(''));
  const pieces: unknown = format.format<unknown>({ ...values, b: tag as never });
  return (Array.isArray(pieces) ? pieces.flat() : [pieces]) as readonly (string | Piece)[];
}

/** Inside tags pieces come as lists; whatever is no markup is text, and is escaped where it is put into markup. */
function parts(pieces: unknown): Part {
  if (Array.isArray(pieces)) return pieces.map(parts);
  return pieces instanceof Html ? pieces : String(pieces);
}

function valuesFor(values: Values) {
  const given: Record<string, unknown> = {};
  for (const [name, wrap] of Object.entries({ ...TAGS, ...values })) {
    given[name] = typeof wrap === 'function' ? (inside: unknown) => wrap(parts(inside)) : wrap;
  }
  return given as Record<string, Part>;
}

/** The message, read; `null` where there is nothing to read in it. Each is read once. */
function written(message: Message, language: Language): IntlMessageFormat | null {
  const text = message[language];
  if (!/[{}<']/.test(text)) return null;
  const inLanguages = formats.get(message) ?? new Map<Language, IntlMessageFormat>();
  const format = inLanguages.get(language) ?? new IntlMessageFormat(text, language);
  formats.set(message, inLanguages.set(language, format));
  return format;
}
const formats = new WeakMap<Message, Map<Language, IntlMessageFormat>>();
