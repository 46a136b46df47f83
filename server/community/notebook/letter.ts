import { readTag } from '../hashtags.ts';
import { ownWords } from '../mail-text.ts';
import { LONGEST_NOTE_TEXT, LONGEST_NOTE_TITLE, webAddress } from './note.ts';

/** A letter that somebody sent to herself. */
interface Letter {
  readonly subject: string;
  /** What she wrote above what she quotes, as far as that is known. */
  readonly text: string;
  /** With everything that it quotes. */
  readonly whole: string;
}

/** What a note says that is made of one. `cut`: the letter was longer. */
export interface LetterAsNote {
  readonly title: string;
  readonly text: string;
  /** Parted by white space. */
  readonly addresses: string;
  readonly tags: string;
  readonly cut: boolean;
}

/** What mail programs put before the subject of a letter that is passed on, in the languages of the pages. */
const PASSED_ON = /^\s*(?:(?:fwd?|wg|tr|rv|إعادة توجيه)\s*:\s*)+/i;
const MOST = 20;
/** Left for what is said of the letter in the note itself. */
const ROOM = 400;

/**
 * A letter as a note: the subject is the title, hashtags in it are tags, and addresses that stand alone on a line are
 * links. Of an answer what it quotes is left out; what is passed on is kept whole.
 */
export function letterAsNote({ subject, text, whole }: Letter): LetterAsNote {
  const words = subject.replace(PASSED_ON, '').split(/\s+/).filter(Boolean);
  const isTag = (word: string): boolean => word.startsWith('#') && readTag(word) !== null;
  const body = PASSED_ON.test(subject) ? whole : ownWords(text) || whole;
  const lines = body.replaceAll('\r\n', '\n').split('\n');
  const isAddress = (line: string): boolean => webAddress(line.trim()) !== null;
  const addresses = [...new Set(lines.filter(isAddress).map((line) => line.trim()))].slice(0, MOST);
  const kept = lines.filter((line) => !addresses.includes(line.trim()));
  const said = kept
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return {
    title: shortened(words.filter((word) => !isTag(word)).join(' '), LONGEST_NOTE_TITLE),
    text: shortened(said, LONGEST_NOTE_TEXT - ROOM),
    addresses: addresses.join('\n'),
    tags: words.filter(isTag).slice(0, MOST).join(' '),
    cut: said.length > LONGEST_NOTE_TEXT - ROOM,
  };
}

/** Lengths are counted as notes count them: in units of UTF-16, and no sign is cut in two. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
