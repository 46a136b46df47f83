import type { Response } from 'express';
import { speaker } from '../../views/words/speaking.ts';
import { toldText } from '../../views/words/told-text.ts';
import type { Sentence } from '../community/said.ts';
import { languageOf } from './language-of.ts';

/** A sentence for a script that shows it to whoever asked, in her language. */
export const textFor = ({ req }: Response, sentence: Sentence): string => toldText(sentence, speaker(languageOf(req)));
