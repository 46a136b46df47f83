import { type OpenBookModel, openBookPage } from '../../views/pages/open-book.ts';
import type { Language } from '../../views/words/language.ts';
import type { Sample } from './samples.ts';
import { at, sample, signedIn, visitor } from './samples.ts';
import { HASH } from './samples-of-rules.ts';

const guild = { title: 'Machine makers’ guild', path: '/communities/guild' };
const night = { title: 'Night shift', path: '/communities/night' };
const entryPath = (community: { path: string }, seq: number) => `${community.path}/record?before=${seq + 1}#e-${seq}`;

const books = (language: Language): OpenBookModel => ({
  shell: { ...signedIn('/open-book'), language },
  entries: [
    {
      seq: 412,
      hash: HASH,
      says: [
        'A post was ',
        { strong: 'held for review' },
        ' by ',
        { link: 'rule R-12, version 3', path: '/communities/guild/rules#R-12-v3' },
        '. The author has been told why and how to appeal.',
      ],
      sub: 'No person decided this',
      at: at(11, 9, 14),
      community: guild,
      path: entryPath(guild, 412),
    },
    {
      seq: 87,
      hash: HASH.replace('9', 'c'),
      says: ['The operator tried to ', { strong: 'change a rule' }, ' (R-12), and was refused.'],
      sub: 'By the operator’s command; it takes a decision of the members',
      at: at(11, 2, 31),
      community: night,
      path: entryPath(night, 87),
    },
    {
      seq: 411,
      hash: HASH,
      says: [{ link: 'Rule R-12, version 3', path: '/communities/guild/rules#R-12-v3' }, ' came into force.'],
      sub: 'Decision P-28, 41 yes and 6 no',
      at: at(10, 18),
      community: guild,
      path: entryPath(guild, 411),
    },
  ],
  books: [
    { title: guild.title, path: '/communities/guild/record', size: 412, head: HASH },
    { title: night.title, path: '/communities/night/record', size: 87, head: HASH },
  ],
});

/** The front of all open books. */
export const bookPages: readonly Sample[] = [
  sample('open-book-front', openBookPage, books('en')),
  sample('open-book-front-german', openBookPage, books('de')),
  sample('open-book-front-arabic', openBookPage, books('ar')),
  sample('open-book-front-nothing', openBookPage, {
    ...books('en'),
    shell: visitor('/open-book'),
    only: 'operator',
    entries: [],
  }),
  sample('open-book-front-empty', openBookPage, { shell: visitor('/open-book'), entries: [], books: [] }),
];
