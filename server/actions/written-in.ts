import type { PersonIri } from '../community/ids.ts';
import type { PostDetails } from '../community/post.ts';
import type { House } from './house.ts';

/** Two or three letters, and parts after them (BCP 47). */
export const isLanguageTag = (said: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(said);

/**
 * Posts say what language they are in, so that voices read them right and whoever cannot read it can have it
 * translated. Who does not say so writes in the language in which she reads; where that is not known either, none is said.
 */
export async function writtenIn(
  { personLanguages }: Pick<House, 'personLanguages'>,
  { author, details }: { readonly author: PersonIri; readonly details?: PostDetails },
): Promise<{ readonly details?: PostDetails }> {
  if (details?.language !== undefined) return { details };
  const language = await personLanguages.of(author);
  if (language === null) return details === undefined ? {} : { details };
  return { details: { ...details, language } };
}
