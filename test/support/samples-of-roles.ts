import { phrase, said } from '../../server/community/said.ts';
import { electedWords, electionTitle } from '../../server/governance/roles/words.ts';
import { heldPage } from '../../views/pages/held.ts';
import type { ProposalModel } from '../../views/pages/proposal.ts';
import { proposalPage } from '../../views/pages/proposal.ts';
import { proposeCharterPage } from '../../views/pages/propose.ts';
import { askRecallPage, type PetitionModel, petitionPage } from '../../views/pages/recall.ts';
import { type RoleModel, rolesPage } from '../../views/pages/roles.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, jonas, priya, sample, signedIn, visitor } from './samples.ts';
import { whatFollows } from './samples-of-decisions.ts';

const P40 = { id: 'P-40', path: '/communities/guild/proposals/P-40' };
const roles: readonly RoleModel[] = [
  {
    role: 'moderator',
    seats: 3,
    holders: [
      { author: ana, since: at(1), until: new Date(Date.UTC(2025, 4, 1)), election: P40, mayResign: true },
      {
        author: jonas,
        since: at(1),
        until: new Date(Date.UTC(2025, 4, 1)),
        mayResign: false,
        recall: '/communities/guild/recall?role=moderator&member=x',
      },
    ],
    election: { title: 'Election of 1 moderator', path: P40.path, sentence: 'Looking for people who stand' },
    mayAppoint: false,
  },
  {
    role: 'clerk',
    seats: 1,
    holders: [],
    mayAppoint: true,
  },
];

const election: ProposalModel = {
  shell: signedIn('/communities/guild/proposals/P-40'),
  community: guild,
  id: 'P-40',
  path: '/communities/guild/proposals/P-40',
  title: electionTitle(3, 'moderator'),
  by: { name: guild.title, handle: guild.handle },
  called: true,
  submittedAt: at(1),
  matter: 'seats',
  timeline: { called: 'election', phase: { state: 'nomination', until: at(15) }, began: { seconding: at(1) } },
  change: { what: 'An election.', sentence: electedWords(3, 'moderator'), json: '{ "kind": "elect" }' },
  reasons: 'Seats are empty or become so, and the charter has them filled by election.',
  discussion: '/communities/guild/threads/p0llp0llp0llp0ll',
  seconding: { have: 0, need: 0, organisations: 0, by: [], viewer: { may: false } },
  mayWithdraw: false,
  standing: {
    nominees: [
      { author: jonas, statement: 'I have time on weekdays.\n\nAsk me anything.' },
      { author: priya, statement: 'Gladly.' },
    ],
    open: { until: at(15), viewer: { state: 'asked' }, mayNominate: true },
  },
};
const { standing: _, ...plain } = election;

const petition: PetitionModel = {
  shell: signedIn('/communities/guild/recalls/RC-1'),
  community: guild,
  id: 'RC-1',
  path: '/communities/guild/recalls/RC-1',
  about: jonas,
  role: 'moderator',
  reasons: 'Reports wait for weeks.\n\nNobody answers.',
  answer: 'I was ill, and said so.',
  have: 2,
  need: 5,
  organisations: 2,
  until: at(15),
  standing: 'collecting',
  viewer: { may: true },
};

/** Roles, elections, recalls, and what a founder may do at the beginning. */
export const rolesPages: readonly Sample[] = [
  sample('roles', rolesPage, {
    shell: signedIn('/communities/guild/roles'),
    community: guild,
    roles,
    petitions: [
      { title: 'RC-1: Jonas Beck, moderator', path: '/communities/guild/recalls/RC-1', sentence: '2 of 5 signatures.' },
    ],
    provisionalUntil: at(30),
  }),
  sample('roles-appoint', rolesPage, {
    shell: signedIn('/communities/guild/roles'),
    community: guild,
    roles,
    petitions: [],
    provisionalUntil: at(30),
    appoint: {
      role: 'clerk',
      form: { values: { member: '@nobody' }, errors: { member: 'Nobody by this handle is known here.' } },
    },
  }),
  sample('election-asked', proposalPage, election),
  sample('election-stands', proposalPage, {
    ...election,
    standing: { nominees: [], open: { until: at(15), viewer: { state: 'stands' }, mayNominate: true } },
  }),
  sample('election-outside', proposalPage, {
    ...election,
    shell: visitor('/communities/guild/proposals/P-40'),
    standing: {
      nominees: [],
      open: { until: at(15), viewer: { state: 'may-not', why: 'Members stand here.' }, mayNominate: false },
    },
  }),
  sample('recall-vote', proposalPage, {
    ...plain,
    title: 'Recall of a moderator',
    matter: 'recall',
    timeline: { phase: { state: 'discussion', until: at(6) }, began: { seconding: at(1), discussion: at(1) } },
    change: {
      what: 'A recall.',
      sentence: said`${'Jonas Beck'} would no longer be ${phrase('moderator')}.`,
      json: '{ "kind": "recall" }',
    },
    answer: 'I was ill, and said so.',
  }),
  sample('recall-ask', askRecallPage, {
    shell: signedIn('/communities/guild/recall'),
    community: guild,
    about: jonas,
    role: 'moderator',
    member: 'https://mastodon.example/users/jonas',
    whatFollows: 'Others have 14 days to sign. Then come 5 days of discussion and a secret vote of 7 days.',
    form: { values: { reasons: '' }, errors: { reasons: 'Say why, in up to 5,000 characters of plain text.' } },
  }),
  sample('petition', petitionPage, petition),
  sample('petition-own', petitionPage, {
    ...petition,
    viewer: { may: false, why: 'It is about you: others sign it.' },
    reply: { values: { text: 'I was ill' }, errors: { text: 'Answer in up to 5,000 characters.' } },
  }),
  sample('petition-complete', petitionPage, { ...petition, standing: 'complete', vote: P40 }),
  sample('petition-lapsed', petitionPage, { ...petition, standing: 'lapsed' }),
  sample('propose-provisionally', proposeCharterPage, {
    shell: signedIn('/communities/guild/propose/draft'),
    community: guild,
    whatFollows,
    parameters: [{ parameter: 'votingDays', value: 7 }],
    provisionally: { until: at(30), whyNotPropose: 'Members propose after 30 days of membership.' },
    form: EMPTY_FORM,
  }),
  sample('held', heldPage, {
    shell: signedIn('/communities/guild/held'),
    community: guild,
    by: 'moderator',
    held: [],
  }),
];
