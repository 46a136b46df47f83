import type { CharterParameters } from './charter.ts';
import { type CHARTER_PARTS, ofEachSpan, SPANS, type SpanName } from './charter-parameters.ts';

/** The charter's parameters as people call them. */
export const PARAMETER_WORDS: Readonly<Record<keyof CharterParameters, string>> = {
  signUp: 'Opening an account on this server',
  signUpDomains: 'E-mail domains whose people may open one at once',
  ...ofEachSpan(({ words }) => words),
  federation: 'Servers that are let in',
  juryRandomness: 'What the draw of a jury follows from',
};

/** The parts of a charter as people call them. */
export const PART_WORDS: Readonly<Record<(typeof CHARTER_PARTS)[number], string>> = {
  members: 'Members, and who is let in',
  proposals: 'Proposals',
  votes: 'Votes',
  rules: 'Rules',
  roles: 'Roles',
  cases: 'Cases and appeals',
  emergencies: 'Emergencies',
};

/** Which part a parameter belongs to. */
export const partOf = (name: keyof CharterParameters): (typeof CHARTER_PARTS)[number] =>
  name in SPANS ? SPANS[name as SpanName].about : name === 'juryRandomness' ? 'cases' : 'members';
