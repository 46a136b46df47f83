/** Controls, signs that turn the direction of what stands around them, and such that cannot be seen at all. */
const UNSEEN = /(?![\n\t])\p{Cc}|\p{Bidi_Control}|[\u200b\u2060\ufeff]/gu;

/** A text without signs that nobody sees, or that disguise what stands around them. */
export const withoutUnseen = (text: string): string => text.replaceAll(UNSEEN, '');

/** The same on one line: for names and titles. */
export const oneLine = (text: string): string => withoutUnseen(text).replaceAll(/\s+/g, ' ').trim();

/** Whether there is anything to be seen in it. */
export const isSeen = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}\p{Emoji}]/u.test(withoutUnseen(text));
