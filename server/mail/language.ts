import { isLanguage } from '../../views/words/language.ts';
import { type Say, speaker } from '../../views/words/speaking.ts';
import type { House } from '../actions/house.ts';
import type { PersonIri } from '../community/ids.ts';

/** Who says messages in somebody's language; English where it is not known. */
export async function speakerFor({ personLanguages }: Pick<House, 'personLanguages'>, person: PersonIri): Promise<Say> {
  const language = await personLanguages.of(person);
  return speaker(isLanguage(language) ? language : 'en');
}
