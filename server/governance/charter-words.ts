import type { CharterParameters } from './charter.ts';
import { ofEachSpan } from './charter-parameters.ts';

/** The charter's parameters as people call them. */
export const PARAMETER_WORDS: Readonly<Record<keyof CharterParameters, string>> = {
  signUp: 'Opening an account on this server',
  ...ofEachSpan(({ words }) => words),
  federation: 'Servers that are let in',
};
