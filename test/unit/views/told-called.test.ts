import { describe, expect, it } from '@jest/globals';
import { caseId, proposalId, ruleId } from '../../../server/community/ids.ts';
import { inEnglish, said } from '../../../server/community/said.ts';
import { takenApart } from '../../../server/community/taken-apart.ts';
import { CASE_QUESTIONS, juriesForCases } from '../../../server/governance/cases/juries.ts';
import { LEVEL_WORDS, LEVELS } from '../../../server/governance/cases/ladder.ts';
import { answerWords, questionOf } from '../../../server/governance/juries/asked.ts';
import { keptToProcedure } from '../../../server/governance/proposals/challenge-juries.ts';
import {
  EASIER_TITLE,
  RATIFICATION_TITLE,
  recallTitle,
  renewalTitle,
  suspensionTitle,
  titleOf,
} from '../../../server/governance/proposals/titles.ts';
import { ROLES } from '../../../server/governance/roles/role.ts';
import { electionTitle } from '../../../server/governance/roles/words.ts';
import { ruleNamed, whichCounts } from '../../../server/governance/rules/conflict-juries.ts';
import { html, render } from '../../../views/html.ts';
import { LANGUAGES } from '../../../views/words/language.ts';
import { speaker } from '../../../views/words/speaking.ts';
import { titled } from '../../../views/words/titles.ts';
import { told } from '../../../views/words/told.ts';
import { toldText } from '../../../views/words/told-text.ts';
import { reported } from '../governance/case-village.ts';
import { alice, GUILD, mallory } from '../governance/village.ts';

const C1 = caseId(1);
const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const englishIn = (sentence: Parameters<typeof told>[0]) =>
  OTHERS.filter((language) => render(html`${told(sentence, speaker(language))}`).includes('lang="en"'));
/** As it is put into the record, and read from there. */
const read = (question: string) => questionOf({ question });

describe('what a vote is called', () => {
  it('that the charter calls is said in every language', () => {
    const called = [
      ...ROLES.flatMap((role) => [electionTitle(1, role), electionTitle(3, role), recallTitle(role)]),
      ...[renewalTitle(1), renewalTitle(4), suspensionTitle('loud.example'), RATIFICATION_TITLE, EASIER_TITLE],
    ];
    for (const words of called) {
      const title = inEnglish(words);
      expect(titleOf({ by: GUILD, title }, { community: GUILD })).toEqual(words);
      expect([title, englishIn(words)]).toEqual([title, []]);
    }
  });

  it('stays as it is where a member wrote it, even if it is what the charter would have said', () => {
    const title = 'Recall of a moderator';
    expect(titleOf({ by: alice, title }, { community: GUILD })).toBe(title);
    expect(titleOf({ by: GUILD, title: 'Something else' }, { community: GUILD })).toBe('Something else');
    expect(titled(title, speaker('de'))).toBe(title);
  });
});

describe('what a jury is asked', () => {
  it('about a case or an appeal is said in every language, with all that it can answer', () => {
    const seen = new Set<string>();
    for (const level of LEVELS) {
      const village = reported();
      village.callJury(alice, C1, 5);
      const atFirst = juriesForCases(village.state);
      village.verdict(C1, `level-${level}`);
      village.appeal(mallory, C1);
      for (const { question, options } of [...atFirst, ...juriesForCases(village.state)]) {
        expect([question, inEnglish(read(question))]).toEqual([question, question]);
        expect([question, englishIn(read(question))]).toEqual([question, []]);
        for (const option of options) {
          expect([option.words, englishIn(answerWords(option))]).toEqual([option.words, []]);
          seen.add(option.words);
        }
      }
    }
    expect(seen).toContain('It was too severe: muting is enough.');
    expect(seen).toContain('Removal: the post is hidden, and the membership ends.');
  });

  it('about a measure at once, a vote or two rules is said in every language, with their titles as they are', () => {
    const [one, other] = [
      { id: ruleId(1), title: 'Links (“many”)' },
      { id: ruleId(2), title: 'Adverts' },
    ];
    const asked = [
      ...LEVELS.map((level) => CASE_QUESTIONS.atOnce({ rule: ruleId(1), version: 2 }, C1, LEVEL_WORDS[level].name)),
      keptToProcedure({ id: proposalId(3), title: 'Rule 1, version 2' }),
      whichCounts(one, other),
    ].map(inEnglish);
    for (const question of asked) {
      expect(inEnglish(read(question))).toBe(question);
      expect([question, englishIn(read(question))]).toEqual([question, []]);
    }
    const named = answerWords({ words: inEnglish(ruleNamed(one)) });
    expect(toldText(named, speaker('de'))).toBe('Regel R-1 („Links (“many”)“)');
  });

  it('stays as the record has it where it is no question of ours', () => {
    expect(read('Shall we?')).toBe('Shall we?');
    expect(takenApart('10 posts. And more', [said`${1} posts.`])).toBeNull();
    expect(takenApart('10 posts.', [said`${1} posts.`])).toEqual({ pattern: '{0} posts.', values: [10] });
    expect(takenApart('ten posts.', [said`${1} posts.`])).toEqual({ pattern: '{0} posts.', values: ['ten'] });
  });
});
