import type { Language, Message } from '../language.ts';

/** One sentence in the other languages: `{0}`, `{1}` … are its values; `{0, plural, …}` where one is a number. */
export type Translations = Readonly<Record<Exclude<Language, 'en'>, string>>;

/** The sentences of one area, each under the English that the server says, letter by letter. */
export const sentences = <English extends string>(area: Readonly<Record<English, Translations>>): typeof area => area;

/** A sentence about one and one about many, which other languages say by one message: `{0, plural, …}`. */
export const counted = (one: string, many: string, others: Translations): Readonly<Record<string, Translations>> => ({
  [one]: others,
  [many]: others,
});

/** All areas together, and messages of pages that decisions say as well. */
export function withEnglish(
  areas: readonly Readonly<Record<string, Translations>>[],
  ofPages: readonly Readonly<Record<string, Message>>[],
): ReadonlyMap<string, Message> {
  const all = areas.flatMap((area) => Object.entries(area));
  return new Map([
    ...ofPages.flatMap((messages) => Object.values(messages)).map((message) => [message.en, message] as const),
    ...all.map(([en, others]) => [en, { en, ...others }] as const),
  ]);
}
