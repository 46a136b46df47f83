import type { Post } from '../post.ts';

/**
 * What a text is found by. Case and diacritics make no difference (“Über” is found by “uber”); scripts that put no
 * spaces between words are found by pairs of signs, so that “東京都” is found by “京都” and by “東京”.
 */

/** Of a long text the beginning is looked through, in characters. */
const LONGEST_TEXT = 20_000;
/** So many keys a post has at most. */
const MOST_KEYS = 400;
/** A longer word is found by its beginning. */
const LONGEST_WORD = 60;

/** Accents, vowel points of Hebrew and Arabic, and signs that are not seen; marks of other scripts are letters of theirs. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** Letters that Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

/** A text as it is compared. */
export const fold = (text: string): string =>
  text
    // Upper case first: of “ß” it makes two letters.
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .replaceAll(/[æœøłđðþħıς]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');

const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const UNSPACED = `[${SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')}]`;
const RUN = /[\p{L}\p{N}\p{M}_]+/gu;
const PIECE = new RegExp(`${UNSPACED}+|(?:(?!${UNSPACED})[^])+`, 'gu');
const IS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');

/** The words of a text, and its stretches of a script without spaces, in their order. */
function piecesOf(text: string): readonly string[] {
  return [...fold(text.slice(0, LONGEST_TEXT)).matchAll(RUN)].flatMap(([run]) =>
    [...run.matchAll(PIECE)].map(([piece]) => (IS_UNSPACED.test(piece) ? piece : piece.slice(0, LONGEST_WORD))),
  );
}

/** Something to be found in `wordsOf` a post: whole words, and any part of a stretch without spaces. Empty: nothing. */
export function needleOf(text: string): string {
  const pieces = piecesOf(text);
  const edge = (piece: string | undefined) => (piece === undefined || IS_UNSPACED.test(piece) ? '' : ' ');
  return `${edge(pieces[0])}${pieces.join(' ')}${edge(pieces.at(-1))}`;
}

/** The keys that a post has wherever something is found in it. */
export const keysOfNeedle = (needle: string): readonly number[] => [
  ...new Set(needle.split(' ').filter(Boolean).flatMap(soughtBy).map(hash32)),
];

/** What is said of a post that can be asked for: `has:media`, `is:reply`, `language:de`. */
export const keyOfProperty = (property: string): number => hash32(property);

type Searched = Pick<Post, 'html' | 'title' | 'details' | 'poll' | 'inReplyTo'>;

/** What may be found in a post, as `needleOf` writes it. */
export const wordsOf = (post: Searched): string => ` ${textsOf(post).flatMap(piecesOf).join(' ')} `;

function textsOf({ html, title = '', details, poll }: Searched): readonly string[] {
  const { warning = '', abstract = '', hashtags = [], attachments = [] } = details ?? {};
  return [title, warning, abstract, ...hashtags, plain(html), ...(poll?.options ?? []), ...attachments.map(altOf)];
}

const altOf = ({ alt = '' }: { readonly alt?: string }): string => alt;

/** What can be asked for of a post, in the words of the search. */
export function propertiesOf({ html, details, poll, inReplyTo }: Omit<Searched, 'title'>): readonly string[] {
  const { attachments = [], language, sensitive, warning, link } = details ?? {};
  const kinds = new Set(attachments.map(({ kind }) => kind));
  const leadsOut = link !== undefined || /<a [^<>]*href="https?:(?![^<>]*class="[^"<>]*(?:mention|hashtag))/.test(html);
  return [
    ...(attachments.length === 0 ? [] : ['has:media']),
    ...[...kinds].filter((kind) => kind !== 'file').map((kind) => `has:${kind}`),
    ...(poll === undefined ? [] : ['has:poll']),
    ...(leadsOut ? ['has:link'] : []),
    ...(inReplyTo === undefined ? [] : ['is:reply']),
    ...(sensitive || warning ? ['is:sensitive'] : []),
    ...(language === undefined ? [] : [`language:${language.split('-')[0]?.toLowerCase()}`]),
  ];
}

/** By what a post is looked up: numbers of 32 bits, so that different words may share one; what is found is compared. */
export function searchKeysOf(post: Searched): readonly number[] {
  const keys = new Set(propertiesOf(post).map(keyOfProperty));
  for (const piece of new Set(textsOf(post).flatMap(piecesOf))) {
    for (const part of partsOf(piece)) keys.add(hash32(part));
    if (keys.size >= MOST_KEYS) break;
  }
  return [...keys].slice(0, MOST_KEYS);
}

/** A word, or every sign and every pair of signs of a stretch without spaces. */
function partsOf(piece: string): readonly string[] {
  if (!IS_UNSPACED.test(piece)) return [piece];
  return [...new Set(piece), ...pairsOf(piece)];
}

/** One sign by itself is looked for as such, more of them by their pairs. */
const soughtBy = (piece: string): readonly string[] => {
  if (!IS_UNSPACED.test(piece)) return [piece];
  return [...piece].length === 1 ? [piece] : pairsOf(piece);
};

function pairsOf(piece: string): readonly string[] {
  const signs = [...piece];
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The text of sanitised HTML. Blocks and line ends part words, other tags do not. */
function plain(html: string): string {
  return html
    .slice(0, 5 * LONGEST_TEXT)
    .replaceAll(/<(?:\/?(?:p|li|ul|ol|blockquote|pre)|br)\b[^<>]*>/g, ' ')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(?:#(\d{1,7})|([a-z]{2,4}));/g, (whole, digits, name) =>
      digits === undefined ? (ENTITIES[name] ?? whole) : signOf(Number(digits)),
    );
}

const signOf = (point: number): string => (point <= 0x10_ff_ff ? String.fromCodePoint(point) : ' ');

/** FNV-1a, as a signed number. Quick, and no secret rests on it. */
function hash32(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  return hash | 0;
}
