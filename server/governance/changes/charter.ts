import { accepted, refused } from '../../community/result.ts';
import { phrase, type Said, said, together } from '../../community/said.ts';
import { ABSENT_MEANS, type CharterParameters } from '../charter.ts';
import { parseParameters } from '../charter-bounds.ts';
import { PARAMETER_WORDS } from '../charter-words.ts';
import { INTENT_WORDS, isIntentHeading, readIntentText } from '../intent.ts';
import type { ChangeOf, KindOfChange } from './kind-of-change.ts';

const amendCharter: KindOfChange<ChangeOf<'amend-charter'>> = {
  matter: 'charter',
  title: said`A change of the charter.`,
  words: ({ parameters }) =>
    together(
      ...Object.entries(parameters).map(
        ([name, value]) =>
          said`${phrase(PARAMETER_WORDS[name as keyof CharterParameters])}: ${valueWords(name, value)}.`,
      ),
    ),
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

/** A number, a domain, or a choice by its name. */
const valueWords = (name: string, value: string | number): string | number | Said =>
  typeof value === 'number' || name === 'signUpDomains' ? value : phrase(value);

/** Part of the charter, and changed like it. */
const stateIntent: KindOfChange<ChangeOf<'state-intent'>> = {
  matter: 'charter',
  title: said`What this community sets out to change.`,
  words: ({ heading, text }) => said`Under “${phrase(INTENT_WORDS[heading])}” the charter would say: ${text}`,
  check({ state, change: { kind, heading, text } }) {
    if (!isIntentHeading(heading)) return refused('bad-intent', 'Choose one of the four headings.');
    const read = readIntentText(text);
    if (!read.ok) return read;
    if (state.intent?.[heading] === read.value) return refused('nothing-changes', 'The charter says this already.');
    return accepted({ kind, heading, text: read.value });
  },
  enact: ({ change: { heading, text }, proposal }) => ({ kind: 'intent-stated', proposal: proposal.id, heading, text }),
};

export const charterChanges = { 'amend-charter': amendCharter, 'state-intent': stateIntent } as const;
