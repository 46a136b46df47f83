import type { Sentence } from '../../server/community/said.ts';
import type { Part } from '../html.ts';
import type { Say } from './speaking.ts';
import { told } from './told.ts';
import { toldText } from './told-text.ts';

/** What a vote is called: a sentence of ours where the charter called it; a member's own words stay as they are. */
export const titled = (title: Sentence, say: Say): Part => (typeof title === 'string' ? title : told(title, say));

/** The same as plain text. */
export const titleText = (title: Sentence, say: Say): string =>
  typeof title === 'string' ? title : toldText(title, say);
