import { describe, expect, it } from '@jest/globals';
import { ENTRENCHED } from '../../../server/governance/charter.ts';
import { PARAMETER_WORDS, PART_WORDS } from '../../../server/governance/charter-words.ts';
import { PARAMETERS, parameterWords } from '../../../server/pages/models/rules.ts';
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

  it.each([1, 30, undefined, 'open', 'request', 'invitation', 'drand', 'allow-list', 'works.example'] as const)(
    'has the same words for %s',
    (value) => {
      for (const parameter of PARAMETERS) {
        const isChoice = ['signUp', 'signUpDomains', 'federation', 'juryRandomness'].includes(parameter);
        if (isChoice ? typeof value === 'number' : typeof value !== 'number') continue;
        if (parameter === 'signUp' && !['open', 'request', 'invitation'].includes(String(value))) continue;
        const model = value === undefined ? { parameter } : { parameter, value };
        expect([parameter, parameterValue(model, speaker('en'))]).toEqual([
          parameter,
          parameterWords(parameter, value as never),
        ]);
      }
    },
  );
});
