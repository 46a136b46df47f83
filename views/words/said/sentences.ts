import type { Language, Message } from '../language.ts';

/** One sentence in the other languages: `{0}`, `{1}` … are its values; `{0, plural, …}` where one is a number. */
export type Translations = Readonly<Record<Exclude<Language, 'en'>, string>>;

/** The sentences of one area, each under the English that the server says, letter by letter. */
export const sentences = <English extends string>(area: Readonly<Record<English, Translations>>): typeof area => area;

/** All areas together. */
export function withEnglish(areas: readonly Readonly<Record<string, Translations>>[]): ReadonlyMap<string, Message> {
  const all = areas.flatMap((area) => Object.entries(area));
  return new Map(all.map(([en, others]) => [en, { en, ...others }]));
}
