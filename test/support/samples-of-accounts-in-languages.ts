import type { Language } from '../../views/words/language.ts';
import type { Sample } from './samples.ts';
import { accountPages } from './samples-of-accounts.ts';
import { communityPages } from './samples-of-communities.ts';
import { everydayPages } from './samples-of-days.ts';
import { detailPages } from './samples-of-details.ts';
import { votePages } from './samples-of-votes.ts';

const NAMES: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  de: 'german',
  fr: 'french',
  es: 'spanish',
  ar: 'arabic',
};
const all = [...everydayPages, ...accountPages, ...detailPages, ...communityPages, ...votePages];

/** A page that there is in English, as `name-german` and so on. */
function inLanguage(name: string, language: keyof typeof NAMES): Sample {
  const { show } = all.find((sample) => sample.name === name) as Sample;
  return { name: `${name}-${NAMES[language]}`, show: (change, wanted = language) => show(change, wanted) };
}

/** Pages of accounts as they read in other languages. */
export const accountPagesInLanguages: readonly Sample[] = [
  inLanguage('you', 'ar'),
  inLanguage('ways-in-shown', 'de'),
  inLanguage('two-factor-set-up-wrong', 'ar'),
  inLanguage('person-elsewhere', 'ar'),
  inLanguage('silenced', 'es'),
  inLanguage('import-preview', 'ar'),
  inLanguage('authorize-web', 'ar'),
  inLanguage('leave-wrong', 'fr'),
  inLanguage('fork', 'de'),
  inLanguage('delegations', 'ar'),
];
