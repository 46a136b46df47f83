import { together } from '../../server/community/said.ts';
import { type ByLinkModel, byLinkPage, type Does } from '../../views/pages/by-link.ts';
import type { Sample } from './samples.ts';
import { ana, at, jonas, sample, visitor } from './samples.ts';
import { against, counted } from './samples-of-decisions.ts';
import { HASH, SENTENCE } from './samples-of-rules.ts';

const until = at(14, 18);
const model: Omit<ByLinkModel, 'does'> = {
  shell: visitor('/act'),
  path: '/act/WyJhY3QiXQ.c2lnbmF0dXJl',
  community: 'Machine makers’ guild',
  person: '@jonas@mastodon.example',
  title: 'Links by new members',
  about: { sentence: together('A new rule.', SENTENCE), text: 'Links wait.', reasons: 'Forty adverts in a week.' },
};
const link = (name: string, does: Does, more: Partial<ByLinkModel> = {}): Sample =>
  sample(`link-${name}`, byLinkPage, { ...model, ...more, does });

const paper = { state: 'open', until, inForceFrom: at(17) } as const;
const receipt = { choice: 'yes', castAt: at(8, 12), leaf: HASH, nonce: '00112233445566778899aabbccddeeff' };
const ballot = {
  state: 'ballot',
  choice: 'yes',
  castAt: at(8),
  leaf: HASH,
  until,
  open: true,
  confirmed: false,
  disowned: false,
} as const;
const nominees = [
  { author: ana, statement: 'I have time.' },
  { author: jonas, statement: 'If nobody else does.' },
];
const options = [
  { words: 'No breach: nothing follows.', need: 0 },
  { words: 'A mute of seven days.', need: 4 },
];
const words = [{ from: 'Juror 3', text: 'I see no doubt.', at: at(12) }];

/** What members without an account here do by links of their own. */
export const linkPages: readonly Sample[] = [
  link('vote', { state: 'vote', ballot: paper }),
  link('change', { state: 'vote', ballot: { state: 'cast', receipt, change: paper } }),
  link('over', { state: 'over' }),
  // Named so because it needs the program that seals ballots.
  sample('secret-by-link', byLinkPage, {
    ...model,
    does: {
      state: 'paper',
      sealedTo: 'Ballots are sealed to three tellers.',
      stage: { state: 'open', until, setup: '{}', issued: false, options: [{ id: 'N-1', words: 'Ana' }], code: HASH },
      vote: '/communities/guild/proposals/P-31',
      origin: 'https://north.example',
    },
  }),
  link('ballot', ballot),
  link('ballot-own', { ...ballot, confirmed: true }),
  link('ballot-not-own', { ...ballot, disowned: true }),
  link('ballot-not-own-late', { ...ballot, disowned: true, open: false }),
  link('stand', {
    state: 'stand',
    standing: { nominees, open: { until, viewer: { state: 'asked' }, mayNominate: true } },
  }),
  link('petition', { state: 'petition', have: 3, need: 5, until }),
  link('petition-signed', { state: 'petition', have: 3, need: 5, until, why: 'You have signed this already.' }),
  link('challenge', {
    state: 'challenge',
    challenge: {
      path: model.path,
      signatures: [{ author: jonas, ground: 'The roll was frozen too early.' }],
      needed: 4,
      stage: 'open',
      viewer: { may: true },
    },
  }),
  link('minority', { state: 'minority', result: counted, minority: { ...against, path: model.path } }),
  link('jury-asked', { state: 'jury', duty: { state: 'asked', place: 3, answerBy: until }, options, words: [] }),
  link('jury-talks', {
    state: 'jury',
    duty: { state: 'deliberate', place: 3, until },
    brief: { title: 'Case C-7', paragraphs: ['Judge by the rule alone.'], links: [] },
    options,
    words,
    talking: until,
  }),
  link('jury-seed', { state: 'jury', seed: { state: 'commit', until, asked: true }, options, words: [] }),
  sample('link-digest', byLinkPage, {
    shell: visitor('/act'),
    path: model.path,
    person: model.person,
    does: { state: 'digest', off: false },
  }),
  link('digest-off', { state: 'digest', off: true }),
];
