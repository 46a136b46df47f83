import { communitiesPage } from '../../views/pages/communities.ts';
import { errorPage } from '../../views/pages/error.ts';
import { latelyPage, welcomePage } from '../../views/pages/home.ts';
import { languagePage } from '../../views/pages/language.ts';
import { offlinePage } from '../../views/pages/offline.ts';
import { signInPage } from '../../views/pages/sign-in.ts';
import { askedPage, signUpPage } from '../../views/pages/sign-up.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Sample } from './samples.ts';
import { guild, nightShift, sample, signedIn, visitor, voting } from './samples.ts';

const domains = ['works.example', 'linia.example'];

/** The pages' own language, and how a page looks that is read from the right. */
export const languagePages: readonly Sample[] = [
  sample('language', languagePage, { shell: visitor('/language'), next: '/' }),
  sample('offline', offlinePage, { shell: { ...visitor('/offline'), language: 'de' } }),
  sample('language-arabic', languagePage, { shell: { ...signedIn('/language'), language: 'ar' }, next: '/' }),
  sample('welcome-arabic', welcomePage, {
    shell: { ...visitor('/'), language: 'ar' },
    communities: [guild],
    doors: { signUp: 'request', domains },
  }),
  sample('sign-in-arabic', signInPage, {
    shell: { ...visitor('/sign-in'), language: 'ar' },
    doors: { signUp: 'invitation', domains },
    form: { values: { username: 'ana' }, errors: {}, error: 'Name and password do not go together. Try again.' },
  }),
  sample('sign-up-german', signUpPage, {
    shell: { ...visitor('/sign-up'), language: 'de' },
    action: '/sign-up',
    host: 'north.example',
    by: 'doors',
    doors: { signUp: 'request', domains },
    sendsMail: true,
    form: { values: {}, errors: { address: 'Give one e-mail address, like ana@works.example.' } },
  }),
  sample('asked-french', askedPage, {
    shell: { ...visitor('/sign-up/asked/letter'), language: 'fr' },
    state: 'letter',
    form: EMPTY_FORM,
  }),
  sample('lately-german', latelyPage, {
    shell: { ...signedIn('/'), language: 'de' },
    posts: [],
    deciding: [voting],
    communities: [guild, nightShift],
  }),
  sample('lately-arabic', latelyPage, {
    shell: { ...signedIn('/'), language: 'ar' },
    posts: [],
    deciding: [voting],
    communities: [guild],
  }),
  sample('communities-arabic', communitiesPage, {
    shell: { ...signedIn('/communities'), language: 'ar' },
    here: [guild],
    elsewhere: [nightShift],
    lookup: EMPTY_FORM,
  }),
  sample('error-spanish', errorPage, { shell: { ...visitor('/nowhere'), language: 'es' }, status: 404 }),
];
