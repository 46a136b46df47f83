import { capturePage, keepPage } from '../../views/pages/notebook/capture.ts';
import { feedsPage } from '../../views/pages/notebook/feeds.ts';
import { bookmarksPage, noteFormPage, notePage, sensePage } from '../../views/pages/notebook/notes.ts';
import { notebookOverview } from '../../views/pages/notebook/overview.ts';
import { itemPage, seekPage } from '../../views/pages/notebook/seek.ts';
import { collectionPage, ownCollectionPage, sharePage } from '../../views/pages/notebook/share.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Language } from '../../views/words/language.ts';
import type { Sample } from './samples.ts';
import { at, guild, sample, signedIn, visitor } from './samples.ts';

const inLanguage = (path: string, language: Language) => ({ ...signedIn(path), language });

const seek = [
  {
    title: 'Why the sealing head drifts after a cold start',
    path: '/notebook/seek/items/a1',
    from: 'Packaging Notes',
    at: at(14, 7, 40),
    excerpt:
      'Three lines, eleven Mondays: the belt is never the cause. What changes is the order in which two heaters come on.',
  },
  {
    title: 'Drafting the hand-over sheet for night shift',
    path: `${guild.path}/threads/3b1f`,
    from: 'Priya N.',
    place: guild.title,
    at: at(13, 16, 5),
    excerpt: 'I would welcome ideas, not corrections yet.',
  },
  { title: 'A standard for torque, at last', path: '/notebook/seek/items/a2', from: 'Werkstatt heute', at: at(13, 6) },
] as const;

const notes = [
  {
    title: 'Ask Tomasz about the second heater',
    path: '/notebook/notes/1',
    at: at(14, 8),
    tags: ['sealing', 'ask'],
    excerpt: 'He said the order was changed in 2019, and nobody wrote down why.',
  },
  { title: 'What we call “scrap” is three different things', path: '/notebook/notes/2', at: at(12), tags: [] },
] as const;

const collections = [
  { title: 'Starting up cold lines', path: '/notebook/collections/c1', published: true },
  { title: 'Hand-overs that worked', path: '/notebook/collections/c2', published: false },
] as const;

const things = [
  {
    id: '11',
    title: 'Swapped the order: warm the head before the belt',
    url: `${guild.path}/threads/9c2e`,
    author: 'Jonas Beck',
    sentence: 'The shortest account I know of what actually helped.',
    at: at(12),
    shown: true,
  },
  {
    id: '12',
    title: 'Heat transfer in sealing heads',
    url: 'https://library.example/heat-transfer.pdf',
    sentence: 'Chapter three.',
    at: at(13),
    shown: true,
  },
  {
    id: '13',
    title: 'What the Monday crew thinks',
    url: `${guild.path}/threads/77aa`,
    author: 'Ana Ruiz',
    sentence: 'For the record.',
    at: at(14),
    shown: false,
  },
] as const;

const communities = [{ iri: 'https://north.example/actors/guild', title: guild.title }];

const overview = { due: notes.slice(1), seek, notes, collections, bookmarklet: "javascript:location.href='…'" };
const note = {
  title: notes[0].title,
  path: notes[0].path,
  sanitisedHtml: '<p>He said the order was changed in 2019, and nobody wrote down why.</p>',
  links: [
    { url: `${guild.path}/threads/9c2e`, title: 'Swapped the order', author: 'Jonas Beck' },
    { url: 'https://library.example/heat-transfer.pdf', title: 'https://library.example/heat-transfer.pdf' },
  ],
  tags: notes[0].tags,
  at: at(14, 8),
  communities,
  form: EMPTY_FORM,
};
const ownCollection = {
  path: '/notebook/collections/c1',
  title: 'Starting up cold lines',
  summary: 'What people tried on Monday mornings, and what came of it.',
  published: {
    path: '/people/ana/collections/c1',
    address: 'https://north.example/people/ana/collections/c1',
  },
  things,
  adding: EMPTY_FORM,
  naming: { values: { title: 'Starting up cold lines', summary: '' }, errors: {} },
};
const captured = {
  values: { title: 'Heat transfer', url: 'https://library.example/heat', text: '', where: 'note' },
  errors: {},
};

/** The notebook, in English and, of its first page and its forms, as others read them. */
export const notebookPages: readonly Sample[] = [
  sample('notebook', notebookOverview, { shell: signedIn('/notebook'), ...overview }),
  sample('notebook-german', notebookOverview, { shell: inLanguage('/notebook', 'de'), ...overview }),
  sample('notebook-arabic', notebookOverview, { shell: inLanguage('/notebook', 'ar'), ...overview }),
  sample('notebook-empty', notebookOverview, {
    shell: signedIn('/notebook'),
    ...overview,
    due: [],
    seek: [],
    notes: [],
    collections: [],
  }),
  sample('notebook-seek', seekPage, {
    shell: signedIn('/notebook/seek'),
    entries: seek,
    newer: '/notebook/seek',
  }),
  sample('notebook-seek-arabic', seekPage, {
    shell: inLanguage('/notebook/seek', 'ar'),
    entries: seek,
    older: '/notebook/seek?before=2024-11-13T06:00:00.000Z',
  }),
  sample('notebook-item', itemPage, {
    shell: inLanguage('/notebook/seek/items/a1', 'de'),
    title: seek[0].title,
    feed: 'Packaging Notes',
    at: at(14, 7, 40),
    sanitisedHtml:
      '<p>Three lines, eleven Mondays: the belt is never the cause.</p><ul><li>Warm the head.</li><li>Then the belt.</li></ul>',
    url: 'https://packaging.example/cold-start',
    note: '/capture?title=Why',
  }),
  ...(['en', 'de', 'ar'] as const).map((language) =>
    sample(language === 'en' ? 'notebook-feeds' : `notebook-feeds-${language}`, feedsPage, {
      shell: inLanguage('/notebook/feeds', language),
      form: { values: { address: 'https://x.example' }, errors: { address: 'No feed was found at this address.' } },
      feeds: [
        {
          id: 'f1',
          title: 'Packaging Notes',
          url: 'https://packaging.example/feed.xml',
          site: 'https://packaging.example',
          state: 'read',
        },
        {
          id: 'f2',
          title: 'Werkstatt heute',
          url: 'https://werkstatt.example/rss',
          state: 'failing',
          why: 'The other server did not answer in time. Try again later.',
        },
        { id: 'f3', title: 'Old news', url: 'https://old.example/rss', state: 'gone' },
      ],
      people: [
        { name: guild.title, path: guild.path },
        { name: 'Jonas Beck', path: '/people/jonas@mastodon.example' },
      ],
    }),
  ),
  sample('notebook-sense', sensePage, { shell: signedIn('/notebook/sense'), query: '', notes }),
  sample('notebook-sense-nothing', sensePage, { shell: inLanguage('/notebook/sense', 'de'), query: 'xyz', notes: [] }),
  sample('notebook-note', notePage, {
    shell: signedIn('/notebook/notes/1'),
    ...note,
    lookBack: { at: at(14), isDue: true },
  }),
  sample('notebook-note-published', notePage, {
    shell: inLanguage('/notebook/notes/1', 'ar'),
    ...note,
    lookBack: { at: at(28), isDue: false },
    published: { url: `${guild.path}/threads/9c2e`, keep: '/notebook/keep/9c2e' },
  }),
  sample('notebook-note-form', noteFormPage, {
    shell: signedIn('/notebook/notes/new'),
    action: '/notebook/notes',
    back: '/notebook/sense',
    isNew: true,
    about: note.links.slice(0, 1),
    posts: ['https://north.example/posts/1'],
    form: {
      values: { text: 'Half a thought', addresses: 'library' },
      errors: { addresses: '“library” is no web address. One begins with https://.' },
    },
  }),
  sample('notebook-bookmarks', bookmarksPage, {
    shell: signedIn('/notebook/bookmarks'),
    bookmarks: [
      {
        url: `${guild.path}/threads/9c2e`,
        title: 'Swapped the order',
        author: 'Jonas Beck',
        at: at(13),
        keep: '/notebook/keep/9c2e',
        notes: notes.slice(0, 1),
      },
    ],
  }),
  sample('notebook-share', sharePage, { shell: signedIn('/notebook/share'), collections, form: EMPTY_FORM }),
  sample('notebook-collection', ownCollectionPage, { shell: signedIn('/notebook/collections/c1'), ...ownCollection }),
  sample('notebook-collection-private', ownCollectionPage, {
    shell: inLanguage('/notebook/collections/c2', 'de'),
    path: ownCollection.path,
    title: 'Hand-overs that worked',
    summary: 'For the night shift.',
    things: [],
    adding: { values: { address: 'x' }, errors: { address: 'This is no web address. One begins with https://.' } },
    naming: EMPTY_FORM,
  }),
  sample('collection', collectionPage, {
    shell: visitor('/people/ana/collections/c1'),
    title: ownCollection.title,
    summary: ownCollection.summary,
    author: { name: 'Ana Ruiz', path: '/people/ana' },
    path: '/people/ana/collections/c1',
    things: things.slice(0, 2),
  }),
  sample('collection-arabic', collectionPage, {
    shell: { ...visitor('/people/ana/collections/c1'), language: 'ar' },
    title: ownCollection.title,
    summary: 'What people tried.',
    author: { name: 'Ana Ruiz', path: '/people/ana' },
    path: '/people/ana/collections/c1',
    things: things.slice(0, 2),
  }),
  ...(['en', 'de', 'ar'] as const).map((language) =>
    sample(language === 'en' ? 'capture' : `capture-${language}`, capturePage, {
      shell: inLanguage('/capture', language),
      communities,
      form: captured,
      mail: { address: 'reply+q7m2vd3kx5thc6wpzr4nyb3ejfgals52@in.north.example', mayHave: true },
    }),
  ),
  sample('keep', keepPage, {
    shell: signedIn('/notebook/keep/9c2e'),
    action: '/notebook/keep/9c2e',
    post: {
      url: `${guild.path}/threads/9c2e`,
      title: 'Swapped the order',
      author: 'Jonas Beck',
      words: 'Eleven Mondays, no drift. It cost nothing.',
    },
    isKept: true,
    mayPassOn: true,
    notes: notes.slice(0, 1),
    collections: [{ id: 'c1', title: 'Starting up cold lines' }],
    form: EMPTY_FORM,
  }),
];
