import type { PostModel } from '../../views/parts/post.ts';
import type { QuoteModel } from '../../views/parts/quote.ts';
import { ana, at, jonas, priya } from './samples.ts';

export const AUDIENCE = { kind: 'everyone', organisations: 4 } as const;

export const sealing: PostModel = {
  key: 'Qm3x8sLkZ0aVbYtR',
  path: '/communities/guild/threads/Qm3x8sLkZ0aVbYtR',
  author: ana,
  title: 'The sealing head drifts after every Monday restart',
  sanitisedHtml:
    '<p>We re-calibrate by hand and lose an hour. Who sees this too, and has anyone found the <em>cause</em> rather than the cure?</p>',
  lang: 'en',
  at: at(11, 7, 42),
  editedAt: at(11, 8),
  state: { kind: 'visible' },
  labels: [],
  acts: { reply: '#reply', edit: '/posts/Qm3x8sLkZ0aVbYtR/edit', delete: '/posts/Qm3x8sLkZ0aVbYtR/delete' },
};
export const swapped: PostModel = {
  key: 'b71kXx00aaPq9_w2',
  path: '/communities/guild/threads/Qm3x8sLkZ0aVbYtR#p-b71kXx00aaPq9_w2',
  author: jonas,
  sanitisedHtml:
    '<p>Swapped the order: warm the head before the belt. Eleven Mondays, no drift. It cost nothing.</p><p>Notes: <a href="https://notes.example/a-very-long-address/that-does-not-break-anywhere/because-it-has-no-spaces/2024-11-10" rel="nofollow noopener">https://notes.example/a-very-long-address/that-does-not-break-anywhere/because-it-has-no-spaces</a></p>',
  at: at(10, 18, 5),
  state: { kind: 'visible' },
  labels: [
    {
      label: 'external links',
      cited: { id: 'R-3', version: 1, title: 'say where a link leads', path: '/communities/guild/rules#R-3-v1' },
    },
  ],
  original: 'https://mastodon.example/@jonas/113',
  acts: { reply: '/communities/guild/threads/Qm3x8sLkZ0aVbYtR?to=b71kXx00aaPq9_w2#reply' },
};
/** As it stands inside a post that quotes it. */
export const inside: QuoteModel = {
  path: swapped.path,
  author: swapped.author,
  at: swapped.at,
  title: 'Warm the head first',
  sanitisedHtml: swapped.sanitisedHtml,
  lang: 'en',
};
export const quoting: PostModel = {
  ...sealing,
  key: 'Qu0tQu0tQu0tQu0t',
  path: '/communities/guild/threads/Qu0tQu0tQu0tQu0t',
  title: 'Eleven Mondays without drift',
  quote: inside,
  acts: { reply: '#reply', quote: '/communities/guild/threads/Qu0tQu0tQu0tQu0t/quote' },
};
export const unquotable: PostModel = {
  ...swapped,
  key: 'Qu0tQu0tQu0tQu0u',
  quote: {
    state: 'pending',
    at: 'https://mastodon.example/@jonas/114',
  },
};
export const held: PostModel = {
  key: 'H0ldH0ldH0ldH0ld',
  path: '/communities/guild/threads/H0ldH0ldH0ldH0ld',
  author: priya,
  title: 'Drafting the hand-over sheet',
  sanitisedHtml: '<p>Three sheets to compare, all linked below.</p>',
  at: at(10, 22, 15),
  state: {
    kind: 'held',
    cited: { id: 'R-12', version: 3, title: 'links from new members', path: '/communities/guild/rules#R-12-v3' },
    until: at(13, 22, 15),
  },
  labels: [],
  acts: {},
};
export const gone: PostModel = {
  ...swapped,
  key: 'g0neg0neg0neg0ne',
  sanitisedHtml: '',
  state: { kind: 'deleted', at: at(10, 20) },
  labels: [],
  acts: {},
};
export const openPoll: PostModel = {
  ...swapped,
  key: 'p0llp0llp0llp0ll',
  author: { name: 'Machine makers’ guild', handle: '@guild@north.example', path: '/communities/guild' },
  title: 'P-31: No unsolicited sales messages',
  sanitisedHtml: '<p>Voting is open until Thursday.</p>',
  labels: [],
  poll: {
    choices: [
      { value: 'yes', label: 'Yes', consequence: 'the rule comes into force on 17 November' },
      { value: 'no', label: 'No', consequence: 'everything stays as it is' },
      { value: 'abstain', label: 'Abstain', consequence: 'counts as turnout only' },
    ],
    multiple: false,
    closesAt: at(14, 18),
    proposal: { id: 'P-31', path: '/communities/guild/proposals/P-31' },
    action: '/posts/p0llp0llp0llp0ll/votes',
  },
};
export const closedPoll: PostModel = {
  ...swapped,
  key: 'cl0sedcl0sedcl0s',
  sanitisedHtml: '<p>Which day for the open workshop?</p>',
  poll: {
    choices: [
      { value: '0', label: 'Tuesday' },
      { value: '1', label: 'Thursday, after the early shift and before the late one' },
    ],
    multiple: false,
    closedAt: at(9, 12),
    counts: [14, 31],
    voters: 45,
    said: { kind: 'voted', what: 'Thursday' },
  },
};
