import { type ExploreModel, explorePage, searchPage } from '../../views/pages/explore.ts';
import type { Language } from '../../views/words/language.ts';
import type { Sample } from './samples.ts';
import { ana, guild, jonas, priya, sample, signedIn, visitor } from './samples.ts';

const explore = (language: Language): ExploreModel => ({
  shell: { ...signedIn('/explore'), language },
  interests: ['calibration', 'handover', 'nightshift', 'safety', 'sealing', 'workingoutloud'],
  here: [guild],
  linked: [
    {
      title: 'Linia makers',
      handle: '@makers@linia.example',
      path: '/communities/makers@linia.example',
      home: 'elsewhere',
      purpose: 'Everything about belts.',
    },
  ],
  people: [ana, jonas, priya],
});

/** Looking around, and looking for something. */
export const exploringPages: readonly Sample[] = [
  sample('explore', explorePage, explore('en')),
  sample('explore-german', explorePage, explore('de')),
  sample('explore-arabic', explorePage, explore('ar')),
  sample('explore-empty', explorePage, {
    shell: visitor('/explore'),
    interests: [],
    here: [],
    linked: [],
    people: [],
  }),
  sample('search', searchPage, {
    shell: signedIn('/search'),
    q: 'sealing head',
    found: { communities: [guild], people: [jonas], posts: [] },
  }),
  sample('search-arabic', searchPage, {
    shell: { ...visitor('/search'), language: 'ar' },
    q: 'sealing',
    found: { communities: [], people: [], posts: 'sign-in' },
  }),
  sample('search-before', searchPage, { shell: signedIn('/search'), q: '' }),
];
