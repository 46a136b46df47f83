import { accepted, refused } from '../../community/result.ts';
import { ABSENT_MEANS, type CharterParameters } from '../charter.ts';
import { parseParameters } from '../charter-bounds.ts';
import { PARAMETER_WORDS } from '../charter-words.ts';
import type { ChangeOf, KindOfChange } from './kind-of-change.ts';

const amendCharter: KindOfChange<ChangeOf<'amend-charter'>> = {
  matter: 'charter',
  title: 'A change of the charter.',
  words: ({ parameters }) =>
    Object.entries(parameters)
      .map(([name, value]) => `${PARAMETER_WORDS[name as keyof CharterParameters]}: ${value}.`)
      .join(' '),
  check({ state, change }) {
    const parsed = parseParameters(change.parameters);
    if (!parsed.ok) return parsed;
    const current: Partial<CharterParameters> = { ...ABSENT_MEANS, ...state.charter.parameters };
    const names = Object.keys(parsed.value) as (keyof CharterParameters)[];
    if (names.every((name) => parsed.value[name] === current[name])) {
      return refused('nothing-changes', 'The charter says this already. Change at least one of its parameters.');
    }
    return accepted({ kind: 'amend-charter', parameters: parsed.value });
  },
  enact({ state, change, proposal }) {
    const { version, parameters } = state.charter;
    const charter = { version: version + 1, parameters: { ...parameters, ...change.parameters } };
    return { kind: 'charter-amended', proposal: proposal.id, charter };
  },
};

export const charterChanges = { 'amend-charter': amendCharter } as const;
