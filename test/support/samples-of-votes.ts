import { delegationsPage } from '../../views/pages/delegations.ts';
import type { ProposalModel } from '../../views/pages/proposal.ts';
import { proposalPage } from '../../views/pages/proposal.ts';
import type { Paper } from '../../views/parts/ballot.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, jonas, priya, sample, signedIn, voting } from './samples.ts';
import { HASH, JSON_TEXT, SENTENCE } from './samples-of-rules.ts';

const texts = [
  { id: 'T-1', words: 'Three links at most' },
  { id: 'T-2', words: 'Two links at most, for a month' },
  { id: 'status-quo', words: 'Leave everything as it is' },
];
const nominees = [
  { id: 'N-1', words: 'Ana Ruiz' },
  { id: 'N-2', words: 'Jonas Beck' },
  { id: 'N-3', words: 'Priya N.' },
  { id: 'reopen', words: 'Reopen nominations' },
];
const ranking: Paper = { state: 'ranking', until: at(14, 18), options: texts, equals: true };
const open: Paper = {
  state: 'open',
  until: at(14, 18),
  inForceFrom: at(17),
};
const receipt = {
  choice: [['Two links at most, for a month'], ['Three links at most']],
  castAt: at(8, 12),
  leaf: HASH,
  nonce: '00112233445566778899aabbccddeeff',
};

const proposal: ProposalModel = {
  shell: signedIn('/communities/guild/proposals/P-31'),
  community: guild,
  id: 'P-31',
  path: '/communities/guild/proposals/P-31',
  title: 'Links by new members',
  by: priya,
  submittedAt: at(1),
  matter: 'ordinary',
  timeline: voting.timeline,
  change: { what: 'A new rule.', sentence: SENTENCE, json: JSON_TEXT },
  reasons: 'Forty adverts in a week.',
  seconding: { have: 3, need: 3, organisations: 2, by: [ana, jonas], viewer: { may: false } },
  mayWithdraw: false,
  turnout: { voted: 46, roll: 126, quorum: 12, until: at(14, 18) },
};
const counted = { turnout: 50, roll: 126, quorum: 12, boardRoot: HASH, delegated: 2 } as const;
const { turnout: _, ...closed } = proposal;
const VOTE = 1e9;

/** Pages about votes: ranked ones, changed ones, elections, and voting for each other. */
export const votePages: readonly Sample[] = [
  sample('vote-ranking', proposalPage, { ...proposal, ballot: ranking }),
  sample('vote-changing', proposalPage, { ...proposal, ballot: { state: 'cast', receipt, change: ranking } }),
  sample('vote-changing-yes-no', proposalPage, {
    ...proposal,
    ballot: { state: 'cast', receipt: { ...receipt, choice: 'no' }, change: open },
  }),
  sample('result-of-texts', proposalPage, {
    ...closed,
    turnout: { voted: 50, roll: 126, quorum: 12 },
    result: {
      ...counted,
      outcome: 'passed',
      matter: 'ordinary',
      kind: 'schulze',
      options: texts,
      winner: 'Two links at most, for a month',
      duels: [
        [0, 18, 30],
        [27, 0, 33],
        [15, 12, 0],
      ],
      texts: [
        { words: 'Three links at most', yes: 30, no: 15, passed: true },
        { words: 'Two links at most, for a month', yes: 33, no: 12, passed: true },
      ],
      inForceFrom: at(17, 18),
      votes: [{ author: ana, choice: [['Two links at most, for a month']] }],
    },
  }),
  sample('result-of-election', proposalPage, {
    ...closed,
    matter: 'seats',
    turnout: { voted: 50, roll: 126, quorum: 12 },
    result: {
      ...counted,
      outcome: 'passed',
      matter: 'seats',
      kind: 'stv',
      seats: 2,
      options: nominees,
      elected: ['Ana Ruiz', 'Jonas'],
      notSeated: [{ name: 'Jonas', skipped: 'organisation-full' }],
      reopened: true,
      rounds: [
        {
          votes: [24 * VOTE, 8 * VOTE, 3 * VOTE, 13 * VOTE],
          quota: 16_000_000_001,
          exhausted: 0,
          elected: ['Ana Ruiz'],
        },
        {
          votes: [16_000_000_004, 12.5 * VOTE, 4 * VOTE, 14 * VOTE],
          quota: 15_500_000_001,
          exhausted: 1.5 * VOTE,
          elected: [],
          excluded: 'Priya N.',
        },
        {
          votes: [15.2 * VOTE, 14 * VOTE, 0, 16 * VOTE],
          quota: 15.1 * VOTE,
          exhausted: 2.8 * VOTE,
          elected: ['Reopen nominations'],
        },
      ],
    },
  }),
  sample('result-of-election-of-nobody', proposalPage, {
    ...closed,
    matter: 'seats',
    result: {
      ...counted,
      outcome: 'lapsed',
      matter: 'seats',
      kind: 'stv',
      seats: 1,
      options: nominees,
      elected: [],
      reopened: false,
      rounds: [],
      refileFrom: at(28),
    },
  }),
  sample('delegations', delegationsPage, {
    shell: signedIn('/communities/guild/delegations'),
    community: guild,
    path: '/communities/guild/delegations',
    days: 90,
    most: 3,
    mine: { author: jonas, until: at(28) },
    forOthers: [{ author: priya, until: at(20) }],
  }),
  sample('delegations-none', delegationsPage, {
    shell: signedIn('/communities/guild/delegations'),
    community: guild,
    path: '/communities/guild/delegations',
    days: 90,
    most: 3,
    forOthers: [],
  }),
];
