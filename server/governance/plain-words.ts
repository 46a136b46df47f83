/**
 * Characters that make a text look other than it is: controls but line feed and tab, and those that turn the direction
 * of writing for whatever comes after them.
 */
export const MISLEADING = /[^\P{Cc}\n\t]|\p{Bidi_Control}/u;
const ALL = new RegExp(MISLEADING, 'gu');

/** What somebody says freely, as it may stand in the record and on pages: nothing misleading in it, and cut at `most`. */
export const plainWords = (text: string, most: number): string =>
  text.replace(/\r\n?/g, '\n').replace(ALL, '').trim().slice(0, most).toWellFormed();
