import type { Message } from '../language.ts';
import { type Translations, withEnglish } from './sentences.ts';
import { VOTING } from './voting.ts';

/** What decisions say, area by area: refusals, and what became of a form. */
const AREAS: readonly Readonly<Record<string, Translations>>[] = [VOTING];

/** Every sentence by its English pattern (`server/community/said.ts`). */
export const SENTENCES: ReadonlyMap<string, Message> = withEnglish(AREAS);
