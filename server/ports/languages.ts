import type { PersonIri } from '../community/ids.ts';

/**
 * In which language what is sent to somebody speaks to her: BCP 47, such as `de`. Her own setting, which nobody else
 * sees. Whoever writes to her looks whether it has that language.
 */
export interface PersonLanguages {
  /** `null` where she has chosen nothing, and none was known when she opened her account. */
  of(person: PersonIri): Promise<string | null>;
  set(person: PersonIri, language: string): Promise<void>;
  /** The one in which she reads pages, where nothing is known yet. */
  suggest(person: PersonIri, language: string): Promise<void>;
  forget(person: PersonIri): Promise<void>;
}
