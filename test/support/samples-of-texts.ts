import { inEnglish } from '../../server/community/said.ts';
import { listsPage } from '../../views/pages/lists.ts';
import { proposalPage } from '../../views/pages/proposal.ts';
import { proposeLimitPage, proposeListPage } from '../../views/pages/propose-federation.ts';
import type { TextsModel } from '../../views/parts/texts.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, jonas, priya, sample, signedIn } from './samples.ts';
import { proposal } from './samples-of-decisions.ts';
import { SENTENCE } from './samples-of-rules.ts';

const { ballot: _ballot, turnout: _turnout, ...unvoted } = proposal;
const began = { seconding: at(1), discussion: at(4) };
const FOLLOWS = { state: 'beside', id: 'P-31', until: at(9, 18) } as const;

const texts: TextsModel = {
  path: proposal.path,
  texts: [
    { id: 'T-1', title: inEnglish(proposal.title), by: priya, sentence: SENTENCE, mayWant: false, mayTakeOver: false },
    {
      id: 'T-2',
      title: 'Only a label',
      by: ana,
      sentence: 'Posts with more than two links are labelled “Links”.',
      reasons: 'Nobody has to wait.\n\nWe can still hold them later.',
      seconds: [jonas],
      secondsNeeded: 1,
      mayWant: false,
      mayTakeOver: true,
    },
    {
      id: 'T-3',
      title: 'Hold them for a day',
      by: jonas,
      sentence: 'Posts with more than five links are held for up to 24 hours.',
      reasons: 'Two links are few.',
      seconds: [],
      secondsNeeded: 1,
      mayWant: true,
      mayTakeOver: false,
    },
  ],
  dropped: [],
  add: { may: true, forms: [{ label: 'Write another text', path: '/communities/guild/propose/draft?beside=P-31' }] },
};

/** Competing texts, doubts about the procedure, and what lists say about servers. */
export const textPages: readonly Sample[] = [
  sample('proposal-texts', proposalPage, {
    ...unvoted,
    timeline: {
      phase: { state: 'discussion', until: at(9) },
      began,
      notes: [{ stage: 'discussion', befell: 'texts', count: 3 }],
    },
    texts,
  }),
  sample('proposal-alone', proposalPage, {
    ...unvoted,
    timeline: { phase: { state: 'discussion', until: at(9) }, began },
    texts: { ...texts, texts: [], add: { may: false, why: 'Members can put another text beside it.' } },
  }),
  sample('proposal-challenged', proposalPage, {
    ...unvoted,
    timeline: {
      phase: { state: 'timelock', until: at(24) },
      began: { ...began, freeze: at(9), voting: at(11), pause: at(21) },
      notes: [{ stage: 'voting', befell: 'tooFew' }],
    },
    texts: {
      path: proposal.path,
      texts: texts.texts.slice(0, 2),
      dropped: [{ id: 'T-3', title: 'Hold them for a day', by: jonas, why: 'Nobody else wanted it on the ballot.' }],
    },
    challenge: {
      path: proposal.path,
      stage: 'open',
      needed: 11,
      signatures: [{ author: jonas, ground: 'The roll was frozen\nbefore the discussion was over.' }],
      viewer: { may: true },
    },
  }),
  sample('proposal-reviewed', proposalPage, {
    ...unvoted,
    timeline: {
      phase: { state: 'reviewed', at: at(22) },
      began: { ...began, freeze: at(9), voting: at(11), pause: at(21) },
      notes: [{ stage: 'pause', befell: 'challenged' }],
    },
    challenge: {
      path: proposal.path,
      stage: 'reviewed',
      needed: 1,
      signatures: [{ author: ana, ground: 'Two of us were not on the roll.' }],
      viewer: { may: false, why: 'You have signed this already.' },
    },
  }),
  sample('propose-beside', proposeLimitPage, {
    shell: signedIn('/communities/guild/propose/draft?change=limit-server&beside=P-31'),
    community: guild,
    whatFollows: FOLLOWS,
    decided: [],
    beside: { id: 'P-31', title: inEnglish(proposal.title), path: proposal.path },
    preview: {
      sentence: 'What people at spam.example write would be shown to members only.',
      examples: [],
      problems: [],
      touched: [
        { organisation: 'spam.example', members: 3, follows: 3, posts: 41 },
        { organisation: 'chat.spam.example', members: 0, follows: 1, posts: 0 },
      ],
    },
    form: { values: { server: 'spam.example', level: 'limit', title: 'Limit it', reasons: 'Milder.' }, errors: {} },
  }),
  sample('propose-list', proposeListPage, {
    shell: signedIn('/communities/guild/propose/draft?change=follow-list'),
    community: guild,
    whatFollows: FOLLOWS,
    kind: 'follow-list',
    lists: ['https://lists.example/tier0.csv'],
    form: { values: { list: 'lists' }, errors: { list: 'Give the list’s address: https://…' } },
  }),
  sample('lists', listsPage, {
    shell: signedIn('/communities/guild/lists'),
    community: guild,
    lists: [
      { list: 'https://lists.example/tier0.csv', since: at(1) },
      { list: 'https://other.example/list.csv', since: at(2) },
    ],
    entries: [
      {
        server: 'spam.example',
        kind: 'suspend',
        reason: 'Adverts, and nothing else.',
        list: 'https://lists.example/tier0.csv',
        since: at(3),
        decide: '/communities/guild/propose/draft?change=limit-server&server=spam.example&level=suspend',
      },
      {
        server: 'loud.example',
        kind: 'limit',
        reason: '',
        list: 'https://other.example/list.csv',
        since: at(4),
        decide: '/communities/guild/propose/draft?change=limit-server&server=loud.example&level=limit',
      },
    ],
  }),
  sample('lists-empty', listsPage, {
    shell: signedIn('/communities/guild/lists'),
    community: guild,
    lists: [],
    entries: [],
  }),
];
