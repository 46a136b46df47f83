/** The languages that the pages speak. What somebody wrote is in whatever language she wrote it. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ar'] as const;
/** BCP 47. */
export type Language = (typeof LANGUAGES)[number];

/** What each of them is called by those who speak it. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
};

/** The way it is read, for `dir`. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

export const isLanguage = (text: unknown): text is Language => (LANGUAGES as readonly unknown[]).includes(text);

/**
 * One thing that pages say, in every language (ICU MessageFormat: `{name}`, `{count, plural, …}`, `<b>…</b>`). One that
 * is missing does not compile.
 */
export type Message = Readonly<Record<Language, string>>;

/** The messages of one page or part. */
export function words<Names extends string | number>(messages: Readonly<Record<Names, Message>>): typeof messages {
  return messages;
}
