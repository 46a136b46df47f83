import { describe, expect, it } from '@jest/globals';
import { ENTRENCHED } from '../../../server/governance/charter.ts';
import { PARAMETER_WORDS, PART_WORDS } from '../../../server/governance/charter-words.ts';
import { parameterValue } from '../../../views/parts/charter-parameter.ts';
import { CHARTER_PARAMETERS } from '../../../views/words/charter-parameters.ts';
import { CHARTER_PART, ENTRENCHED_CLAUSES } from '../../../views/words/charter-values.ts';
import type { Message } from '../../../views/words/language.ts';
import { speaker } from '../../../views/words/speaking.ts';

const inEnglish = (messages: Readonly<Record<string, Message>>) =>
  Object.fromEntries(Object.entries(messages).map(([name, { en }]) => [name, en]));

describe('the charter on its page', () => {
  it('says in English what decisions about it say', () => {
    expect(inEnglish(CHARTER_PARAMETERS)).toEqual(PARAMETER_WORDS);
    expect(inEnglish(CHARTER_PART)).toEqual(PART_WORDS);
    expect(Object.values(inEnglish(ENTRENCHED_CLAUSES))).toEqual([...ENTRENCHED]);
  });

  it.each([
    ['votingDays', 1, '1 day'],
    ['freezeHours', 30, '30 hours'],
    ['termMonths', 6, '6 months'],
    ['signUp', 'request', 'on request, when a member lets one in'],
    ['signUpDomains', undefined, 'none'],
    ['signUpDomains', 'works.example', 'works.example'],
    ['federation', 'allow-list', 'only those decided about'],
    ['federation', 'open', 'all but those suspended'],
    ['juryRandomness', 'drand', 'a public random number (drand)'],
  ] as const)('says %s, set to %s: %s', (parameter, value, words) => {
    const model = value === undefined ? { parameter } : { parameter, value };
    expect(parameterValue(model, speaker('en'))).toBe(words);
  });
});
