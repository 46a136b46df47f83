import { HARMS } from '../emergencies.ts';
import type { Message } from '../language.ts';
import { MEASURES } from '../measures.ts';
import { ROLE } from '../roles.ts';
import { BALLOTS } from './ballots.ts';
import { BELONGING } from './belonging.ts';
import { CHANGES } from './changes.ts';
import { CHANGES_ELSEWHERE } from './changes-elsewhere.ts';
import { CLAUSES } from './clauses.ts';
import { CONVERSATION } from './conversation.ts';
import { DIGEST } from './digest.ts';
import { LETTERS_CASES } from './letters-cases.ts';
import { LETTERS_HERE } from './letters-here.ts';
import { LETTERS_JURIES } from './letters-juries.ts';
import { LETTERS_ROLES } from './letters-roles.ts';
import { LETTERS_VOTES } from './letters-votes.ts';
import { PROPOSAL_TEXTS } from './proposal-texts.ts';
import { PROPOSALS } from './proposals.ts';
import { RULE_CLAUSES } from './rule-clauses.ts';
import { RULES } from './rules.ts';
import { type Translations, withEnglish } from './sentences.ts';
import { TENURE } from './tenure.ts';
import { VOTING } from './voting.ts';

/** What decisions say, area by area: refusals, and what became of a form. */
export const AREAS: readonly Readonly<Record<string, Translations>>[] = [
  VOTING,
  LETTERS_VOTES,
  LETTERS_CASES,
  LETTERS_JURIES,
  LETTERS_HERE,
  LETTERS_ROLES,
  DIGEST,
  BALLOTS,
  BELONGING,
  CHANGES,
  CHANGES_ELSEWHERE,
  CLAUSES,
  CONVERSATION,
  PROPOSALS,
  PROPOSAL_TEXTS,
  RULES,
  RULE_CLAUSES,
  TENURE,
];

/** Every sentence by its English pattern (`server/community/said.ts`). */
export const SENTENCES: ReadonlyMap<string, Message> = withEnglish(AREAS, [HARMS, MEASURES, ROLE]);
