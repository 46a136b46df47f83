import type { Language } from '../../views/words/language.ts';
import type { Sample } from './samples.ts';
import { casePages } from './samples-of-cases.ts';
import { conversationPages } from './samples-of-conversation.ts';
import { everydayPages } from './samples-of-days.ts';
import { detailPages } from './samples-of-details.ts';
import { juryPages } from './samples-of-juries.ts';
import { linkPages } from './samples-of-links.ts';
import { overviewPages } from './samples-of-overviews.ts';
import { rolesPages } from './samples-of-roles.ts';
import { rulePages } from './samples-of-rules.ts';

const CALLED = { de: 'german', ar: 'arabic' } as const;
const all = [
  ...everydayPages,
  ...detailPages,
  ...conversationPages,
  ...rulePages,
  ...overviewPages,
  ...linkPages,
  ...casePages,
  ...juryPages,
  ...rolesPages,
];

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
  ...['community', 'thread', 'edit-post', 'case-to-decide'].map((name) => inLanguage(name, 'de')),
  ...['jury-seed', 'roles-appoint'].map((name) => inLanguage(name, 'ar')),
  ...['community', 'thread-laden', 'thread-worked-on', 'charter', 'figures', 'link-ballot'].map((name) =>
    inLanguage(name, 'ar'),
  ),
];
