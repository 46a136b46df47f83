import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inEnglish, type Sentence } from '../../../server/community/said.ts';
import { changeTitle, changeWords } from '../../../server/governance/changes/index.ts';
import type { Facts } from '../../../server/governance/rules/rule.ts';
import { exampleSentence, exampleWords, factsWords, ruleWords } from '../../../server/governance/rules/words.ts';
import { html, render } from '../../../views/html.ts';
import { LANGUAGES, type Language } from '../../../views/words/language.ts';
import { speaker } from '../../../views/words/speaking.ts';
import { told } from '../../../views/words/told.ts';
import { toldText } from '../../../views/words/told-text.ts';
import { anyCondition, anyDraft, anyFacts } from '../../support/rule-arbitraries.ts';
import { all } from '../governance/every-change.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** The languages in which some of it stays English, as pages mark it. */
const englishIn = (sentence: Sentence): readonly Language[] =>
  OTHERS.filter((language) => render(html`${told(sentence, speaker(language))}`).includes('lang="en"'));

describe('what a rule does', () => {
  it('is said in every language, whatever the rule', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(englishIn(ruleWords(draft))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is said of any post, known well or hardly, and so is what was found in one', () => {
    fc.assert(
      fc.property(anyCondition, anyFacts, (when, facts) => {
        const sentences = [exampleWords(facts), exampleSentence(facts), factsWords(when, facts)];
        expect(sentences.flatMap(englishIn)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('begins with a capital where it is a sentence of its own, and not within one', () => {
    const post: Facts = { 'post.links': 3, 'author.tenureDays': 1 };
    const asSaid = (sentence: Sentence) => ['en', 'de'].map((one) => toldText(sentence, speaker(one as Language)));
    expect(asSaid(exampleSentence(post))).toEqual([
      'The post carries 3 links; its author has been a member for 1 day.',
      'Der Beitrag enthält 3 Links; wer ihn schrieb, ist seit 1 Tag Mitglied.',
    ]);
    expect(asSaid(exampleWords(post)).map((text) => text.slice(0, 3))).toEqual(['the', 'der']);
  });

  it('has its clauses where each language puts them', () => {
    const rule = ruleWords({
      when: { all: [{ lt: ['author.tenureDays', 30] }, { gt: ['post.links', 2] }] },
      effects: [{ do: 'hold', hours: 72 }],
    });
    expect(OTHERS.map((language) => toldText(rule, speaker(language)))).toEqual([
      'Beiträge von Mitgliedern mit weniger als 30 Tagen Mitgliedschaft, die mehr als 2 Links enthalten, werden bis zu 72 Stunden zurückgehalten.',
      'Les messages de membres depuis moins de 30 jours qui contiennent plus de 2 liens sont retenus pendant 72 heures au plus.',
      'Los mensajes de miembros desde hace menos de 30 días que llevan más de 2 enlaces se retienen hasta 72 horas.',
      'المنشورات التي يكتبها أعضاء منذ أقل من 30 يومًا والتي فيها أكثر من رابطين تُحجز مدة لا تتجاوز 72 ساعة.',
    ]);
  });
});

describe('what a proposal would change', () => {
  it.each(all.map((change) => [change.kind, change] as const))('%s is said in every language', (_, change) => {
    expect([englishIn(changeTitle(change)), englishIn(changeWords(change))]).toEqual([[], []]);
  });

  it('about a server is said in every language, for whatever is decided', () => {
    for (const level of ['suspend', 'limit', 'reject-media', 'allow', 'none'] as const)
      expect(englishIn(changeWords({ kind: 'limit-server', server: 'south.example', level }))).toEqual([]);
  });

  it('names a choice of the charter as the record has it, and says what it means', () => {
    const words = changeWords({ kind: 'amend-charter', parameters: { signUp: 'request', votingDays: 9 } });
    expect(inEnglish(words)).toBe('Opening an account on this server: request. Days of voting: 9.');
    expect(englishIn(words)).toEqual([]);
    expect(toldText(words, speaker('de'))).toContain('„request“ (auf Anfrage)');
  });
});
