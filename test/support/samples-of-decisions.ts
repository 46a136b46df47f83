import type { ProposalModel } from '../../views/pages/proposal.ts';
import { proposalPage } from '../../views/pages/proposal.ts';
import { decisionsPage, proposalsPage } from '../../views/pages/proposals.ts';
import { chooseChangePage, proposeCharterPage, proposeRepealPage, proposeRulePage } from '../../views/pages/propose.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { MinorityModel } from '../../views/parts/minority.ts';
import type { ProposalBrief } from '../../views/parts/proposal-list.ts';
import type { ResultModel } from '../../views/parts/result.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, jonas, priya, sample, signedIn, voting } from './samples.ts';
import { HASH, JSON_TEXT, rule, SENTENCE } from './samples-of-rules.ts';

const { waitingForYou: _voted, ...known } = voting;
const others: readonly ProposalBrief[] = [
  {
    ...voting,
    id: 'P-33',
    title: 'A label for adverts',
    path: '/communities/guild/proposals/P-33',
    timeline: { phase: { state: 'seconding', until: at(24) }, began: { seconding: at(10) } },
    waitingForYou: 'second',
  },
  {
    ...known,
    id: 'P-28',
    title: 'Links from new members',
    path: '/communities/guild/proposals/P-28',
    timeline: {
      phase: { state: 'in-force', at: at(9, 18) },
      began: { seconding: at(1), discussion: at(2), freeze: at(3), voting: at(4), pause: at(6), 'in-force': at(9, 18) },
    },
  },
  {
    ...known,
    id: 'P-27',
    title: 'Ten posts a day at most',
    path: '/communities/guild/proposals/P-27',
    timeline: {
      phase: { state: 'lapsed', at: at(8), lapsed: 'quorum' },
      began: { seconding: at(1), discussion: at(2), freeze: at(3), voting: at(4) },
    },
  },
];

export const proposal: ProposalModel = {
  shell: signedIn('/communities/guild/proposals/P-31'),
  community: guild,
  id: 'P-31',
  path: '/communities/guild/proposals/P-31',
  title: 'No unsolicited sales messages',
  by: priya,
  submittedAt: at(1),
  matter: 'ordinary',
  timeline: voting.timeline,
  change: {
    what: 'A new version of a rule.',
    sentence: SENTENCE,
    text: 'Posts with many links by somebody who has just come wait until a person has looked at them.',
    rule: { id: 'R-12', version: 2, title: 'links from new members', path: '/communities/guild/rules#R-12-v2' },
    json: JSON_TEXT,
  },
  reasons:
    'Nineteen messages in one week, all from two accounts.\n\nI left two other groups because of this. Here I would like to stay.',
  discussion: '/communities/guild/threads/p0llp0llp0llp0ll',
  seconding: { have: 3, need: 3, organisations: 2, by: [ana, jonas], viewer: { may: false } },
  mayWithdraw: false,
  ballot: {
    state: 'open',
    until: at(14, 18),
    inForceFrom: at(17),
  },
  turnout: { voted: 46, roll: 126, until: at(14, 18) },
};
const receipt = { choice: 'yes', castAt: at(8, 12), leaf: HASH, nonce: '00112233445566778899aabbccddeeff' } as const;
export const counted: ResultModel = {
  outcome: 'passed',
  matter: 'ordinary',
  yes: 41,
  no: 6,
  abstain: 3,
  turnout: 50,
  roll: 126,
  quorum: 12,
  yesForQuorum: 30,
  byOrganisation: [
    { organisation: 'north.example', yes: 30, no: 2, abstain: 0 },
    { organisation: 'linia.example', yes: 8, no: 3, abstain: 2 },
    { organisation: 'mastodon.example', yes: 3, no: 1, abstain: 1 },
  ],
  tests: { turnout: true, quorum: true, majority: true, dualMajority: true },
  boardRoot: HASH,
  inForceFrom: at(17, 18),
  votes: [
    { author: ana, choice: 'yes' },
    { author: jonas, choice: 'no' },
  ],
};
const { ballot: _ballot, turnout: _turnout, ...closed } = proposal;

export const against: MinorityModel = {
  path: proposal.path,
  statements: [
    {
      author: jonas,
      text: 'Whoever is new has the most links to show: to what they have done elsewhere. We will hear of less.\n\nA label would have been enough.',
      signatures: [priya],
      maySign: true,
    },
  ],
  open: { until: at(28, 18), viewer: { may: true } },
};
const passed: ProposalModel = {
  ...closed,
  timeline: {
    phase: { state: 'timelock', until: at(17, 18) },
    began: { ...voting.timeline.began, pause: at(14, 18) },
  },
  turnout: { voted: 50, roll: 126 },
  result: counted,
  receipt,
  minority: against,
};

export const whatFollows = {
  state: 'proposed',
  secondingDays: 14,
  discussionDays: 5,
  freezeHours: 48,
  votingDays: 7,
  timelockHours: 72,
  suspension: false,
} as const;
const ruleForm = {
  values: {
    title: 'Links from new members',
    text: 'Posts with many links wait.',
    'when-1-fact': 'post.links',
    'when-1-test': 'gt',
    'when-1-value': '2',
    'when-2-fact': 'author.tenureDays',
    'when-2-test': 'lt',
    'when-2-value': '30',
    effect: 'hold',
    holdHours: '100',
    'match-1-post.links': '4',
    'match-1-author.tenureDays': '3',
  },
  errors: {
    reasons: 'Say why: members decide by it.',
    holdHours: 'The charter allows at most 72 hours.',
    'when-2-value': 'Give a whole number.',
  },
} as const;

/** Everything about proposals and votes. */
export const decisionPages: readonly Sample[] = [
  sample('proposals', proposalsPage, {
    shell: signedIn('/communities/guild/proposals'),
    community: guild,
    proposals: [voting, ...others],
    mayPropose: true,
  }),
  sample('proposals-empty', proposalsPage, {
    shell: signedIn('/communities/guild/proposals'),
    community: guild,
    proposals: [],
    mayPropose: false,
    whyNot: 'Members may propose after 30 days: you from 12 December on.',
  }),
  sample('decisions', decisionsPage, { shell: signedIn('/decisions'), proposals: [voting, ...others], waiting: [] }),
  sample('choose-change', chooseChangePage, {
    shell: signedIn('/communities/guild/propose'),
    community: guild,
    rules: [rule],
    form: { values: {}, errors: { change: 'Choose what you would change.' } },
  }),
  sample('propose-rule', proposeRulePage, {
    shell: signedIn('/communities/guild/propose/draft'),
    community: guild,
    whatFollows,
    maxHoldHours: 72,
    form: EMPTY_FORM,
  }),
  sample('propose-rule-preview', proposeRulePage, {
    shell: signedIn('/communities/guild/proposals'),
    community: guild,
    whatFollows,
    maxHoldHours: 72,
    amends: { id: 'R-12', version: 3 },
    form: ruleForm,
    preview: {
      sentence: SENTENCE,
      examples: [
        { text: 'A post with 4 links by a member of 3 days is held.', asWanted: true },
        { text: 'A post with 3 links by a member of 90 days is held.', asWanted: false },
      ],
      problems: ['It contradicts rule R-3 and does not say so.'],
    },
  }),
  sample('propose-repeal', proposeRepealPage, {
    shell: signedIn('/communities/guild/propose/draft'),
    community: guild,
    whatFollows,
    repeals: { id: 'R-12', version: 3, title: 'links from new members' },
    form: EMPTY_FORM,
  }),
  sample('propose-charter', proposeCharterPage, {
    shell: signedIn('/communities/guild/propose/draft'),
    community: guild,
    whatFollows,
    parameters: [
      { parameter: 'votingDays', value: 7 },
      { parameter: 'signUp', value: 'invitation' },
    ],
    form: { values: { parameter: 'votingDays', value: 'ten' }, errors: { value: 'Give a whole number of days.' } },
  }),
  sample('proposal-voting', proposalPage, proposal),
  sample('proposal-cast', proposalPage, { ...proposal, ballot: { state: 'cast', receipt } }),
  sample('proposal-not-yours', proposalPage, {
    ...proposal,
    ballot: {
      state: 'not-yours',
      why: 'You joined on 4 November, after the roll was taken. You vote on what is opened from 4 December on.',
    },
  }),
  sample('proposal-seconding', proposalPage, {
    ...closed,
    timeline: { phase: { state: 'seconding', until: at(24) }, began: { seconding: at(10) } },
    seconding: { have: 1, need: 3, organisations: 2, by: [jonas], viewer: { may: true } },
    mayWithdraw: true,
  }),
  sample('proposal-passed', proposalPage, passed),
  sample('proposal-minority-refused', proposalPage, {
    ...passed,
    minority: {
      ...against,
      form: {
        values: { text: 'No' },
        errors: { text: 'Say why you do not agree, in 3 to 1,500 characters of plain text.' },
      },
    },
  }),
  sample('proposal-minority-elsewhere', proposalPage, {
    ...passed,
    minority: { ...against, open: { until: at(28, 18), viewer: { may: false, ask: 'P-31' } } },
  }),
  sample('proposal-minority-german', proposalPage, { ...passed, shell: { ...passed.shell, language: 'de' } }),
  sample('proposal-minority-arabic', proposalPage, { ...passed, shell: { ...passed.shell, language: 'ar' } }),
  sample('proposal-rejected', proposalPage, {
    ...closed,
    matter: 'charter',
    timeline: { phase: { state: 'rejected', at: at(14, 18) }, began: voting.timeline.began },
    change: {
      what: 'A new rule.',
      sentence: 'A vote is open for 10 days instead of 7.',
      json: '{ "votingDays": 10 }',
    },
    turnout: { voted: 20, roll: 126 },
    result: {
      outcome: 'rejected',
      matter: 'charter',
      yes: 9,
      no: 11,
      abstain: 0,
      turnout: 20,
      roll: 126,
      quorum: 20,
      yesForQuorum: 9,
      byOrganisation: [{ organisation: 'north.example', yes: 9, no: 11, abstain: 0 }],
      tests: { turnout: true, quorum: false, majority: false },
      boardRoot: HASH,
      refileFrom: at(28),
    },
  }),
];
