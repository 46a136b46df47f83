import { caseId, proposalId, ruleId } from '../../community/ids.ts';
import type { Sentence } from '../../community/said.ts';
import { takenApart } from '../../community/taken-apart.ts';
import { CASE_QUESTIONS } from '../cases/juries.ts';
import { keptToProcedure } from '../proposals/challenge-juries.ts';
import { ruleNamed, whichCounts } from '../rules/conflict-juries.ts';
import type { JuryOption } from './jury.ts';
import type { Jury } from './state.ts';

const cited = { rule: ruleId(1), version: 1 };
const rule = { id: ruleId(1), title: 'Any' };
const QUESTIONS = [
  CASE_QUESTIONS.broke(cited),
  CASE_QUESTIONS.decided(cited, caseId(1)),
  CASE_QUESTIONS.atOnce(cited, caseId(1), 'any'),
  whichCounts(rule, rule),
  keptToProcedure({ id: proposalId(1), title: 'Any' }),
];
const ANSWERS = [ruleNamed(rule)];

/** What a jury is asked: the record has it in English; pages say it in their reader's language. */
export const questionOf = ({ question }: Pick<Jury, 'question'>): Sentence =>
  takenApart(question, QUESTIONS) ?? question;

/** What it can answer. */
export const answerWords = ({ words }: Pick<JuryOption, 'words'>): Sentence => takenApart(words, ANSWERS) ?? words;
