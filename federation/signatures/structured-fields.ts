/**
 * The part of Structured Fields (RFC 9651) that Signature-Input, Signature and Content-Digest are written in:
 * dictionaries of items and inner lists, with parameters. Decimals, dates and display strings do not occur there
 * and cannot be read.
 */
export type BareItem =
  | { readonly kind: 'string' | 'token'; readonly value: string }
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'bytes'; readonly value: Buffer };

export type Parameters = ReadonlyMap<string, BareItem>;

export interface Item {
  readonly kind: 'item';
  readonly item: BareItem;
  readonly parameters: Parameters;
}

export interface InnerList {
  readonly kind: 'list';
  readonly items: readonly Item[];
  readonly parameters: Parameters;
}

export type Dictionary = ReadonlyMap<string, Item | InnerList>;

const LONGEST = 8192;
const MOST_MEMBERS = 8;
const MOST_ITEMS = 32;
const MOST_PARAMETERS = 16;

/**
 * Reads a dictionary (RFC 9651 §4.2.2) of at most 8192 characters, 8 members, 32 items in a list and 16 parameters
 * each. Stricter than the RFC in one thing: a name that stands twice is refused, for readers disagree on which counts.
 * Undefined when it cannot be read. Never throws, and takes time in proportion to the length.
 */
export function parseDictionary(text: string): Dictionary | undefined {
  if (text.length > LONGEST) return undefined;
  const cursor: Cursor = { text: text.trim(), at: 0 };
  const members = new Map<string, Item | InnerList>();
  while (cursor.at < cursor.text.length) {
    const name = take(cursor, KEY)?.[0];
    if (name === undefined || members.has(name) || members.size === MOST_MEMBERS) return undefined;
    const member = memberAt(cursor);
    if (member === undefined) return undefined;
    members.set(name, member);
    if (cursor.at === cursor.text.length) return members;
    // A comma must be followed by a member.
    if (take(cursor, COMMA) === undefined || cursor.at === cursor.text.length) return undefined;
  }
  return members;
}

/** Writes an inner list in its one canonical form (RFC 9651 §4.1.1.1), as a signature covers it. */
export function writeInnerList({ items, parameters }: InnerList): string {
  return `(${items.map(writeItem).join(' ')})${writeParameters(parameters)}`;
}

interface Cursor {
  readonly text: string;
  at: number;
}

const KEY = /[a-z*][a-z0-9_.*-]*/y;
const COMMA = /[ \t]*,[ \t]*/y;
const EQUALS = /=/y;
const OPEN = /\( */y;
const CLOSE = /\)/y;
const SPACES = / +/y;
const SEMICOLON = /; */y;
const STRING = /"((?:[ !#-[\]-~]|\\["\\])*)"/y;
const BYTES = /:([A-Za-z0-9+/]*={0,2}):/y;
const INTEGER = /-?\d{1,15}(?![\d.])/y;
const BOOLEAN = /\?([01])/y;
const TOKEN = /[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*/y;

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text) ?? undefined;
  cursor.at += match?.[0].length ?? 0;
  return match;
}

/** A member's value; a name alone is true. */
function memberAt(cursor: Cursor): Item | InnerList | undefined {
  if (take(cursor, EQUALS) !== undefined) {
    return cursor.text[cursor.at] === '(' ? innerListAt(cursor) : itemAt(cursor);
  }
  const parameters = parametersAt(cursor);
  return parameters && { kind: 'item', item: { kind: 'boolean', value: true }, parameters };
}

function innerListAt(cursor: Cursor): InnerList | undefined {
  take(cursor, OPEN);
  const items: Item[] = [];
  while (take(cursor, CLOSE) === undefined) {
    const item = itemAt(cursor);
    if (item === undefined || items.length === MOST_ITEMS) return undefined;
    items.push(item);
    if (take(cursor, SPACES) === undefined && cursor.text[cursor.at] !== ')') return undefined;
  }
  const parameters = parametersAt(cursor);
  return parameters && { kind: 'list', items, parameters };
}

function itemAt(cursor: Cursor): Item | undefined {
  const item = bareItemAt(cursor);
  const parameters = item && parametersAt(cursor);
  return item && parameters && { kind: 'item', item, parameters };
}

function parametersAt(cursor: Cursor): Parameters | undefined {
  const parameters = new Map<string, BareItem>();
  while (take(cursor, SEMICOLON) !== undefined) {
    const name = take(cursor, KEY)?.[0];
    if (name === undefined || parameters.has(name) || parameters.size === MOST_PARAMETERS) return undefined;
    const value: BareItem | undefined = take(cursor, EQUALS) ? bareItemAt(cursor) : { kind: 'boolean', value: true };
    if (value === undefined) return undefined;
    parameters.set(name, value);
  }
  return parameters;
}

/** The first character tells the kind (RFC 9651 §4.2.3.1). */
function bareItemAt(cursor: Cursor): BareItem | undefined {
  const string = take(cursor, STRING)?.[1];
  if (string !== undefined) return { kind: 'string', value: string.replace(/\\(.)/g, '$1') };
  const bytes = take(cursor, BYTES)?.[1];
  if (bytes !== undefined) return { kind: 'bytes', value: Buffer.from(bytes, 'base64') };
  const integer = take(cursor, INTEGER)?.[0];
  // Adding 0 makes -0 into 0.
  if (integer !== undefined) return { kind: 'integer', value: Number(integer) + 0 };
  const boolean = take(cursor, BOOLEAN)?.[1];
  if (boolean !== undefined) return { kind: 'boolean', value: boolean === '1' };
  const token = take(cursor, TOKEN)?.[0];
  return token === undefined ? undefined : { kind: 'token', value: token };
}

const writeItem = ({ item, parameters }: Item): string => `${writeBareItem(item)}${writeParameters(parameters)}`;

function writeParameters(parameters: Parameters): string {
  const written = [...parameters].map(([name, value]) =>
    value.kind === 'boolean' && value.value ? `;${name}` : `;${name}=${writeBareItem(value)}`,
  );
  return written.join('');
}

function writeBareItem(item: BareItem): string {
  switch (item.kind) {
    case 'string':
      return `"${item.value.replace(/["\\]/g, '\\$&')}"`;
    case 'token':
      return item.value;
    case 'integer':
      return String(item.value);
    case 'boolean':
      return item.value ? '?1' : '?0';
    case 'bytes':
      return `:${item.value.toString('base64')}:`;
  }
}
