import { type Naming, told } from '../../server/pages/models/book/naming.ts';
import { groupLinks, whoSees } from '../../server/pages/models/record.ts';
import { type OpenBookModel, openBookPage } from '../../views/pages/open-book.ts';
import { type RecordModel, recordPage } from '../../views/pages/record.ts';
import { longTime } from '../../views/parts/time.ts';
import { BOOK } from '../../views/words/book.ts';
import { BOOK_POSTS } from '../../views/words/book-rules.ts';
import { BOOK_HOUSE } from '../../views/words/book-servers.ts';
import { BOOK_VOTES } from '../../views/words/book-votes.ts';
import type { Language } from '../../views/words/language.ts';
import { speaker } from '../../views/words/speaking.ts';
import type { Sample } from './samples.ts';
import { at, guild as community, sample, signedIn, visitor } from './samples.ts';
import { HASH } from './samples-of-rules.ts';

const guild = { title: 'Machine makers’ guild', path: '/communities/guild' };
const night = { title: 'Night shift', path: '/communities/night' };
const entryPath = (community: { path: string }, seq: number) => `${community.path}/record?before=${seq + 1}#e-${seq}`;

const naming = (language: Language): Naming => {
  const nobody = () => '';
  const say = speaker(language);
  return { say, person: nobody, founder: nobody, proposal: nobody, rule: nobody, rules: nobody };
};
const rule12 = (language: Language) => ({
  link: speaker(language).text(BOOK.ruleVersion, { rule: 'R-12', version: 3 }),
  path: '/communities/guild/rules#R-12-v3',
});

const books = (language: Language): OpenBookModel => ({
  shell: { ...signedIn('/open-book'), language },
  entries: [
    {
      seq: 412,
      hash: HASH,
      says: told(naming(language), BOOK_POSTS.held, {
        author: { link: 'Jonas Beck', path: '/people/jonas@mastodon.example' },
        rule: rule12(language),
        time: longTime(at(14, 9), language),
      }),
      sub: told(naming(language), BOOK_POSTS.automatic, { facts: { english: 'The post carries 3 links.' } }),
      at: at(11, 9, 14),
      community: guild,
      path: entryPath(guild, 412),
    },
    {
      seq: 87,
      hash: HASH.replace('9', 'c'),
      says: told(naming(language), BOOK_HOUSE.refused, { what: { english: 'change rule R-12' }, target: 'R-12' }),
      sub: speaker(language).text(BOOK_HOUSE.byCommand),
      at: at(11, 2, 31),
      community: night,
      path: entryPath(night, 87),
    },
    {
      seq: 411,
      hash: HASH,
      says: told(naming(language), BOOK_VOTES.passed, {
        proposal: { link: 'P-28', path: '/communities/guild/proposals/P-28' },
        tally: speaker(language).text(BOOK_VOTES.yesNo, { yes: 41, no: 6, abstain: 0 }),
      }),
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

/** The book of one community. */
const book = (language: Language): RecordModel => {
  const say = speaker(language);
  return {
    shell: { ...signedIn('/communities/guild/record'), language },
    community,
    entries: books(language).entries.filter(({ community: { title } }) => title === guild.title),
    groups: groupLinks('/communities/guild/record', undefined, say),
    older: '/communities/guild/record?before=411',
    checked: { agrees: true, entries: 412, head: HASH, at: at(11, 9) },
    whoSees: whoSees({}, say),
    cosigned: [{ name: 'Printers', address: 'https://press.example/printers', size: 402, at: at(10) }],
    refused: [],
    verify: '/communities/guild/record/verify',
    verifyCommand: 'npx folkmoot record verify guild',
    download: '/communities/guild/record.json',
  };
};

/** The front of all open books, and one of them. */
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
  sample('record-arabic', recordPage, book('ar')),
  sample('open-book-front-empty', openBookPage, { shell: visitor('/open-book'), entries: [], books: [] }),
];
