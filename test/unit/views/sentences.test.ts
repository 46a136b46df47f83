import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { onDay, phrase, quoted, said, together } from '../../../server/community/said.ts';
import { html, render } from '../../../views/html.ts';
import { LANGUAGES } from '../../../views/words/language.ts';
import { AREAS, SENTENCES } from '../../../views/words/said/index.ts';
import { speaker } from '../../../views/words/speaking.ts';
import { told } from '../../../views/words/told.ts';
import { toldText } from '../../../views/words/told-text.ts';
import { sentencesIn, sentencesOfServer, textsOfServer } from '../../support/sentences.ts';

const say = speaker('de');
const inGerman = (sentence: Parameters<typeof told>[0]) => render(html`${told(sentence, say)}`);

/** The places of a text: `0`, `1` … */
const placesOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\{(\d+)[,}]/g)].map(([, at]) => at as string)),
];

describe('what decisions say', () => {
  const all = sentencesOfServer();

  it('is found in the source', () => {
    expect(all.length).toBeGreaterThan(700);
    const [open, close] = ['${', '}'];
    const source = `const NO = 'No.'; refused('x', is ? NO : said\`At most ${open}9${close}.\`); refused('y', \`Glued ${open}1${close}\`);`;
    expect(sentencesIn('x.ts', source)).toMatchObject([
      { pattern: 'No.', loose: false },
      { pattern: 'At most {0}.', loose: false },
      { pattern: 'Glued {0}', loose: true },
    ]);
  });

  it('is never glued together as plain text, which nobody could translate', () => {
    expect(all.filter(({ loose }) => loose).map(({ file, pattern }) => `${file}: ${pattern}`)).toEqual([]);
  });

  it('can be said in every language', () => {
    const missing = all.filter(({ loose, pattern }) => !loose && !SENTENCES.has(pattern));
    expect([...new Set(missing.map(({ file, pattern }) => `${file}: ${pattern}`))]).toEqual([]);
  });

  it('has the same values in every language, in whatever order, and can be read', () => {
    for (const [english, message] of SENTENCES) {
      for (const language of LANGUAGES) {
        const text = message[language];
        expect([english, language, text.trim() !== '']).toEqual([english, language, true]);
        if (language === 'en') continue;
        expect([english, language, ...placesOf(text).toSorted()]).toEqual([
          english,
          language,
          ...placesOf(english).toSorted(),
        ]);
        expect(() => new IntlMessageFormat(text, language)).not.toThrow();
      }
    }
  });

  it('has no words that nobody says any more, and none twice', () => {
    const english = AREAS.flatMap((area) => Object.keys(area));
    expect(english.filter((one, at) => english.indexOf(one) !== at)).toEqual([]);
    const known = textsOfServer();
    expect(english.filter((one) => !known.has(one))).toEqual([]);
  });
});

describe('a sentence on a page', () => {
  it('is in the reader’s language, with what somebody wrote as it is and safe', () => {
    expect(inGerman('There is no such community here.')).toBe('Diese Gemeinschaft gibt es hier nicht.');
    const hostile = '<img src=x onerror=alert(1)>';
    expect(inGerman(said`There is no proposal ${hostile} here.`)).toBe(
      'Einen Antrag <bdi>&lt;img src=x onerror=alert(1)&gt;</bdi> gibt es hier nicht.',
    );
  });

  it('has its days and times as the language says them, and its clauses translated', () => {
    const at = new Date('2026-05-03T14:05:00.000Z');
    expect(toldText(said`It closes on ${at}.`, say)).toBe('Sie endet am 3. Mai 2026, 14:05 UTC.');
    expect(toldText(said`It comes into force on ${onDay(at)}.`, say)).toBe('Er tritt am 3. Mai 2026 in Kraft.');
    expect(toldText(said`Decided by ${phrase('two moderators')}.`, say)).toBe('Entschieden von zwei Moderatoren.');
    expect(toldText(together('You have voted.', said`Receipt: ${'{0}'}`), say)).toBe(
      'Du hast abgestimmt. Quittung: {0}',
    );
  });

  it('that has no translation stays English, as a whole, and says so', () => {
    expect(inGerman(said`Nobody ever said ${phrase('You have voted.')}`)).toBe(
      '<span lang="en" dir="ltr">Nobody ever said You have voted.</span>',
    );
    expect(inGerman(quoted('You have voted.'))).toBe('<bdi>You have voted.</bdi>');
  });

  it('is itself in English', () => {
    const at = new Date('2026-05-03T14:05:00.000Z');
    expect(toldText(said`It closes on ${at}.`, speaker('en'))).toBe('It closes on 3 May 2026, 14:05 UTC.');
  });
});
