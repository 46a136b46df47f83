import type { Language } from '../../views/words/language.ts';
import type { Sample } from './samples.ts';
import { conversationPages } from './samples-of-conversation.ts';
import { everydayPages } from './samples-of-days.ts';
import { detailPages } from './samples-of-details.ts';
import { linkPages } from './samples-of-links.ts';
import { overviewPages } from './samples-of-overviews.ts';
import { rulePages } from './samples-of-rules.ts';

const CALLED = { de: 'german', ar: 'arabic' } as const;
const all = [...everydayPages, ...detailPages, ...conversationPages, ...rulePages, ...overviewPages, ...linkPages];

/** The same page, shown to somebody who reads another language. */
function inLanguage(named: string, language: keyof typeof CALLED): Sample {
  const one = all.find(({ name }) => name === named);
  if (one === undefined) throw new Error(`There is no sample ${named}.`);
  return {
    name: `${named}-${CALLED[language]}`,
    show: (change, other: Language = language) => one.show(change, other),
  };
}

/** Pages of a community as most of their readers see them. */
export const tonguePages: readonly Sample[] = [
  ...['community', 'thread', 'edit-post'].map((name) => inLanguage(name, 'de')),
  ...['community', 'thread-laden', 'thread-worked-on', 'charter', 'figures', 'link-ballot'].map((name) =>
    inLanguage(name, 'ar'),
  ),
];
