/** Markup that is safe to send. Only this file can make one, so every other string is text and gets escaped. */
export class Html {
  readonly #text: string;
  constructor(key: typeof maker, text: string) {
    if (key !== maker) throw new Error('Html is made by html`…` or trusted()');
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}
const maker = Symbol('the key to Html');

/** What may stand in a template. No null, false, undefined, Date or Promise: say `nothing` where nothing is meant. */
export type Part = string | number | Html | readonly Part[];

/** Markup with everything in it escaped, unless it is markup itself. Attribute values are always quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    maker,
    strings.reduce((text, string, at) => text + written(parts[at - 1] ?? '') + string),
  );
}

/** Nothing at all, said on purpose. */
export const nothing: Html = html``;

/** Takes markup as it is. For what the sanitiser returned, and nothing else. */
export function trusted(sanitised: string): Html {
  return new Html(maker, sanitised);
}

/** The finished page or part, as text to send. */
export function render(part: Html): string {
  return part.toString();
}

/** The part, if there is something to show. */
export function maybe<Value>(value: Value | null | undefined, show: (value: Value) => Part): Part {
  return value === undefined || value === null ? nothing : show(value);
}

/** The part, if something is the case. */
export function when(is: boolean, show: () => Part): Part {
  return is ? show() : nothing;
}

/** An attribute without a value: ` checked`, or nothing. */
export function flag(name: 'checked' | 'selected' | 'required' | 'open' | 'reversed', is: boolean): Part {
  return is ? html` ${name}` : nothing;
}

/**
 * An address for href, src or action: relative to this server, or http(s). Anything else (CON-02: `javascript:`,
 * `data:`, `//elsewhere`, with control characters between) becomes `#`, which goes nowhere.
 */
export function href(address: string): string {
  if (/^(?:\/(?![/\\])|[?#])/.test(address) && !hasControl(address)) return address;
  const url = URL.canParse(address) && /^https?:\/\//i.test(address) ? new URL(address) : null;
  return url ? url.href : '#';
}

/** Plain text as paragraphs: an empty line parts them, a single line break stays one. */
export function paragraphs(text: string, name = 'text'): Part {
  const lines = (paragraph: string): Part => paragraph.split('\n').map((line, at) => (at ? [html`<br>`, line] : line));
  const parts = text
    .trim()
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/);
  return parts.filter(Boolean).map((paragraph) => html`<p class="${name}">${lines(paragraph)}</p>`);
}

/** Text in which “case C-7” and “rule R-12” are not parted at the end of a line. */
export function unparted(text: string): Part {
  return text
    .split(/(\b[A-Z]{1,2}-\d+\b)/)
    .map((piece, at) => (at % 2 ? html`<span class="id">${piece}</span>` : piece));
}

// Browsers drop tabs and line breaks inside an address, so `/\n/elsewhere` would leave this server.
function hasControl(address: string): boolean {
  return [...address].some((sign) => sign <= ' ' || sign === '\u007f');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function written(part: Part): string {
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(written).join('');
  return String(part).replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
}
