import { INTENT } from '../charter.ts';
import { CHARTER_PARAMETERS } from '../charter-parameters.ts';
import { HARMS } from '../emergencies.ts';
import type { Message } from '../language.ts';
import { MEASURES } from '../measures.ts';
import { ROLE } from '../roles.ts';
import { LEVELS } from '../rules.ts';
import { ACCOUNTS, ADDRESSES } from './accounts.ts';
import { AROUND_POSTS } from './around-posts.ts';
import { BALLOTS } from './ballots.ts';
import { BEHIND } from './behind.ts';
import { BELONGING } from './belonging.ts';
import { BRINGING } from './bringing.ts';
import { CASES } from './cases.ts';
import { CHANGES } from './changes.ts';
import { CHANGES_ELSEWHERE } from './changes-elsewhere.ts';
import { CLAUSES } from './clauses.ts';
import { CONVERSATION } from './conversation.ts';
import { DECISIONS } from './decisions.ts';
import { DIGEST } from './digest.ts';
import { DRAFT_FORMS, RULE_FORMS } from './draft-forms.ts';
import { DRAWS } from './draws.ts';
import { ELECTIONS } from './elections.ts';
import { EMERGENCIES } from './emergencies.ts';
import { FILES } from './files.ts';
import { FORMS_OF_JOINING } from './forms-of-joining.ts';
import { FORMS_OF_JUDGING } from './forms-of-judging.ts';
import { FORMS_OF_POSTS, RULES_AT_WORK } from './forms-of-posts.ts';
import { FORMS_OF_ROLES } from './forms-of-roles.ts';
import { FORMS_OF_VOTES } from './forms-of-votes.ts';
import { JOINING } from './joining.ts';
import { JURIES } from './juries.ts';
import { JURY_ANSWERS, JURY_QUESTIONS } from './jury-questions.ts';
import { LETTERS_CASES } from './letters-cases.ts';
import { LETTERS_HERE } from './letters-here.ts';
import { LETTERS_JURIES } from './letters-juries.ts';
import { LETTERS_ROLES } from './letters-roles.ts';
import { LETTERS_VOTES } from './letters-votes.ts';
import { NOTES } from './notebook.ts';
import { SHOWN_ORGANISATIONS } from './organisations.ts';
import { OWN } from './own.ts';
import { BROUGHT_FILES, OWN_PAGE, UNHEARD } from './own-page.ts';
import { PROPOSAL_TEXTS } from './proposal-texts.ts';
import { PROPOSALS } from './proposals.ts';
import { RECORD } from './record.ts';
import { ROLES } from './roles.ts';
import { RULE_CLAUSES } from './rule-clauses.ts';
import { RULE_COMPARISONS } from './rule-comparisons.ts';
import { RULE_FOUND, RULE_FOUND_FIRST } from './rule-found.ts';
import { RULE_SENTENCES } from './rule-sentences.ts';
import { RULES } from './rules.ts';
import { SECRET_VOTES } from './secret-votes.ts';
import { type Translations, withEnglish } from './sentences.ts';
import { BY_ANOTHER_HOUSE, SIGNING_IN } from './signing-in.ts';
import { TENURE } from './tenure.ts';
import { TROUBLE } from './trouble.ts';
import { VOICES } from './voices.ts';
import { VOTING } from './voting.ts';
import { WHAT_CHANGES } from './what-changes.ts';
import { WHAT_CHANGES_ELSEWHERE } from './what-changes-elsewhere.ts';
import { WRITING } from './writing.ts';

/** What decisions say, area by area: refusals, what became of a form, and what people are told. */
export const AREAS: readonly Readonly<Record<string, Translations>>[] = [
  ACCOUNTS,
  ADDRESSES,
  AROUND_POSTS,
  BALLOTS,
  BEHIND,
  BELONGING,
  BRINGING,
  CASES,
  CHANGES_ELSEWHERE,
  CHANGES,
  CLAUSES,
  CONVERSATION,
  DECISIONS,
  DIGEST,
  DRAFT_FORMS,
  RULE_FORMS,
  DRAWS,
  ELECTIONS,
  EMERGENCIES,
  FILES,
  FORMS_OF_JOINING,
  FORMS_OF_JUDGING,
  FORMS_OF_POSTS,
  RULES_AT_WORK,
  FORMS_OF_ROLES,
  FORMS_OF_VOTES,
  JOINING,
  JURIES,
  JURY_QUESTIONS,
  LETTERS_CASES,
  LETTERS_HERE,
  LETTERS_JURIES,
  LETTERS_ROLES,
  LETTERS_VOTES,
  NOTES,
  SHOWN_ORGANISATIONS,
  OWN_PAGE,
  UNHEARD,
  BROUGHT_FILES,
  OWN,
  PROPOSAL_TEXTS,
  PROPOSALS,
  RECORD,
  ROLES,
  RULE_CLAUSES,
  RULE_COMPARISONS,
  RULE_FOUND,
  RULE_SENTENCES,
  RULES,
  SECRET_VOTES,
  SIGNING_IN,
  BY_ANOTHER_HOUSE,
  TENURE,
  TROUBLE,
  VOICES,
  VOTING,
  WHAT_CHANGES,
  WHAT_CHANGES_ELSEWHERE,
  WRITING,
];

/** Every sentence by its English pattern (`server/community/said.ts`). */
export const SENTENCES: ReadonlyMap<string, Message> = withEnglish(AREAS, [
  CHARTER_PARAMETERS,
  HARMS,
  INTENT,
  JURY_ANSWERS,
  LEVELS,
  MEASURES,
  ROLE,
  RULE_FOUND_FIRST,
]);
