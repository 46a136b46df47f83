import { phrase, type Said, type SaidValue } from './said.ts';

/**
 * A sentence of ours that is kept in English alone, such as in a record, as a sentence with its values again; `null`
 * where it is none of these. Said in English it is the same, letter by letter.
 *
 * @param like what it may be: one of each, whose values say what stands in their places (a number, a clause of ours,
 *   or anybody's words)
 */
export function takenApart(text: string, like: readonly Said[]): Said | null {
  for (const { pattern, values } of like) {
    const found = new RegExp(
      `^${pattern
        .split(/\{\d+\}/)
        .map(escaped)
        .join('(.+?)')}$`,
      's',
    ).exec(text);
    if (found !== null) return { pattern, values: found.slice(1).map((one, at) => asIn(values[at], one)) };
  }
  return null;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function asIn(value: SaidValue | undefined, found: string): SaidValue {
  if (typeof value === 'number' && /^\d{1,15}$/.test(found)) return Number(found);
  return typeof value === 'object' ? phrase(found) : found;
}
