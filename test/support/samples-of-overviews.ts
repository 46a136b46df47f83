import { figuresPage } from '../../views/pages/figures.ts';
import { proposalPage } from '../../views/pages/proposal.ts';
import { decisionsPage } from '../../views/pages/proposals.ts';
import { recordPage } from '../../views/pages/record.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, jonas, priya, sample, signedIn, visitor, voting } from './samples.ts';
import { HASH, JSON_TEXT, SENTENCE } from './samples-of-rules.ts';

const member = { ...guild, member: true };
const book = {
  community: member,
  groups: [
    { title: 'Everything', path: '/communities/guild/record' },
    { title: 'Decisions' },
    { title: 'Measures', path: '/communities/guild/record?only=measures' },
    { title: 'Other servers', path: '/communities/guild/record?only=servers' },
  ],
  checked: { agrees: true as const, entries: 412, head: HASH, at: at(11) },
  whoSees: [{ what: 'Names in this book', who: 'members' }],
  cosigned: [],
  refused: [],
  verify: '/communities/guild/record/verify',
  verifyCommand: 'npx folkmoot record verify guild',
};

/** What is told across proposals, rules and organisations: agreement, figures, what waits, the book by kinds. */
export const overviewPages: readonly Sample[] = [
  sample('proposal-discussed', proposalPage, {
    shell: signedIn('/communities/guild/proposals/P-31'),
    community: guild,
    id: 'P-31',
    path: '/communities/guild/proposals/P-31',
    title: 'No unsolicited sales messages',
    by: priya,
    submittedAt: at(1),
    matter: 'ordinary',
    timeline: { phase: { state: 'discussion', until: at(7) }, began: { seconding: at(1), discussion: at(2) } },
    change: { what: 'A new rule.', sentence: SENTENCE, json: JSON_TEXT },
    reasons: 'Nineteen messages in one week, all from two accounts.',
    discussion: '/communities/guild/threads/p0llp0llp0llp0ll',
    seconding: { have: 3, need: 3, organisations: 2, by: [ana, jonas], viewer: { may: false } },
    mayWithdraw: false,
    agreement: {
      replies: 14,
      statements: [
        {
          words: 'What is “for sale”? An offer of help can look like one. The examples should be part of the text.',
          path: '/communities/guild/threads/aaaaaaaaaaaaaaaa',
          score: 0.62,
          cells: [
            { organisation: 'north.example', agree: 9, said: 10 },
            { organisation: 'linia.example', agree: 4, said: 5 },
            { organisation: null, agree: 3, said: 4 },
          ],
        },
        {
          words: 'Two warnings before anything else.',
          path: '/communities/guild/threads/bbbbbbbbbbbbbbbb',
          score: 0.21,
          cells: [
            { organisation: 'north.example', agree: 2, said: 12 },
            { organisation: null, agree: 5, said: 6 },
          ],
        },
      ],
    },
  }),
  sample('decisions-waiting', decisionsPage, {
    shell: signedIn('/decisions'),
    proposals: [voting],
    waiting: [
      {
        title: 'Did the posts in case C-7 break rule R-12, and what follows?',
        isQuestion: true,
        path: '/communities/guild/juries/J-4',
        community: guild,
        asks: 'You were drawn. Say by 12 November 2024, 18:00 UTC whether you accept.',
      },
      { title: voting.title, path: voting.path, community: guild, asks: 'Your vote is open until 14 November 2024.' },
    ],
  }),
  sample('figures', figuresPage, {
    shell: visitor('/communities/guild/figures'),
    community: guild,
    figures: [
      {
        rule: 'R-4',
        title: 'No adverts outside of the market',
        path: '/communities/guild/rules',
        cases: 31,
        measures: 17,
        appeals: 5,
        overturned: 'few',
      },
      {
        rule: 'R-12',
        title: 'Links from new members',
        path: '/communities/guild/rules',
        cases: 4,
        measures: 'few',
        appeals: 0,
        overturned: 0,
      },
    ],
  }),
  sample('figures-empty', figuresPage, {
    shell: signedIn('/communities/guild/figures'),
    community: member,
    figures: [],
  }),
  sample('record-narrowed', recordPage, {
    ...book,
    shell: signedIn('/communities/guild/record'),
    entries: [
      {
        seq: 410,
        hash: HASH,
        says: [
          'Rule R-12, version 3, is in force. It was decided by ',
          { link: 'P-28', path: '/communities/guild' },
          '.',
        ],
        at: at(9, 18),
        sub: 'Carried out by itself',
      },
    ],
    older: '/communities/guild/record?only=decisions&before=200',
  }),
  sample('record-narrowed-to-nothing', recordPage, {
    ...book,
    shell: visitor('/communities/guild/record'),
    entries: [],
  }),
];
