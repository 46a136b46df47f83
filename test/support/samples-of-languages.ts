import { languagePage } from '../../views/pages/language.ts';
import { offlinePage } from '../../views/pages/offline.ts';
import type { Sample } from './samples.ts';
import { sample, signedIn, visitor } from './samples.ts';

/** The pages' own language, and how a page looks that is read from the right. */
export const languagePages: readonly Sample[] = [
  sample('language', languagePage, { shell: visitor('/language'), next: '/' }),
  sample('offline', offlinePage, { shell: { ...visitor('/offline'), language: 'de' } }),
  sample('language-arabic', languagePage, { shell: { ...signedIn('/language'), language: 'ar' }, next: '/' }),
];
