import type { Language } from '../../views/words/language.ts';
import type { Sample } from './samples.ts';
import { decisionPages } from './samples-of-decisions.ts';
import { rulePages } from './samples-of-rules.ts';
import { secretPages } from './samples-of-secret-votes.ts';
import { votePages } from './samples-of-votes.ts';

const all = new Map([...decisionPages, ...rulePages, ...secretPages, ...votePages].map((one) => [one.name, one]));

/** A page as it is shown to somebody who reads another language. */
const shownIn =
  (language: Language, how: string) =>
  (name: string): Sample => ({
    name: `${name}-${how}`,
    show: (change, another = language) => (all.get(name) as Sample).show(change, another),
  });

/** Decisions in German, and from right to left. */
export const decisionsAbroad: readonly Sample[] = [
  ...['decisions', 'propose-rule'].map(shownIn('de', 'german')),
  ...['proposals', 'vote-ranking', 'result-of-election', 'rules', 'secret-over'].map(shownIn('ar', 'arabic')),
];
