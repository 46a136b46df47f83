import type { Request } from 'express';
import { isLanguage, LANGUAGES, type Language } from '../../views/words/language.ts';

/** Set only by who chooses: until then her browser's languages are what counts. */
export const LANGUAGE_COOKIE = 'folkmoot-language';

/** The language that pages speak to whoever asks: the one she chose in this browser, else the first that it asks for. */
export function languageOf(request: Request): Language {
  const chosen = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=([a-z]{2})(?:;|$)`).exec(request.headers?.cookie ?? '')?.[1];
  if (isLanguage(chosen)) return chosen;
  const wanted = request.acceptsLanguages?.(...LANGUAGES);
  return isLanguage(wanted) ? wanted : 'en';
}
