import { secretBallotPage } from '../../views/pages/secret-ballot.ts';
import { tellerPage } from '../../views/pages/secret-teller.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, jonas, sample, signedIn, visitor } from './samples.ts';

const PATH = '/communities/guild/proposals/P-40';
const vote = {
  shell: signedIn(`${PATH}/secret`),
  community: guild,
  id: 'P-40',
  path: PATH,
  title: 'Moderators for the winter',
  sealedTo: 'Ballots are sealed to 3 tellers, 2 of whom open them together after the close.',
  origin: 'https://north.example',
} as const;
const LEAF = '3f2a'.repeat(16);

/** Secret votes: the voter's steps, what is told afterwards, and the tellers' keys. */
export const secretPages: readonly Sample[] = [
  sample('secret-open', secretBallotPage, {
    ...vote,
    stage: {
      state: 'open',
      until: at(20, 18),
      setup: '{"community":"https://north.example/actors/guild","proposal":"P-40"}',
      issued: true,
      options: [
        { id: 'N-1', words: 'Ana Ruiz' },
        { id: 'N-2', words: 'Jonas Beck' },
        { id: 'reopen', words: 'Reopen nominations' },
      ],
      code: '5b0d3c1e77aa90ff5b0d3c1e77aa90ff',
    },
  }),
  sample('secret-recall', secretBallotPage, {
    ...vote,
    shell: visitor(`${PATH}/secret`),
    stage: {
      state: 'open',
      until: at(20, 18),
      setup: '{}',
      issued: false,
      options: [],
      refusal: 'Members vote here. Sign in, if you are one.',
    },
  }),
  sample('secret-frozen', secretBallotPage, {
    ...vote,
    stage: { state: 'wait', says: 'The vote opens on 13 November 2024, 18:00 UTC.' },
  }),
  sample('secret-over', secretBallotPage, {
    ...vote,
    stage: {
      state: 'over',
      closed: {
        ballots: 31,
        issued: 33,
        roll: 52,
        root: LEAF,
        says: 'The count is done; the result stands on the page of the proposal.',
        papers: [ana, jonas],
        disputableUntil: at(22, 18),
        disputes: [{ author: jonas, why: 'I did not ask for a paper.', at: at(21) }],
        bundle: true,
        receipt: { found: true, leaf: LEAF, index: 11, proof: [LEAF, LEAF] },
      },
    },
  }),
  sample('secret-few', secretBallotPage, {
    ...vote,
    shell: visitor(`${PATH}/secret`),
    stage: {
      state: 'over',
      closed: {
        ballots: 4,
        issued: 4,
        roll: 9,
        root: LEAF,
        says: 'The count is done. There were fewer than ten ballots, so only the totals are told.',
        disputes: [],
        bundle: false,
        receipt: { found: false, leaf: LEAF },
      },
    },
  }),
  sample('secret-teller-deposit', tellerPage, {
    ...vote,
    vote: 'https://north.example/actors/guild P-40',
    stage: { state: 'deposit', before: true },
  }),
  sample('secret-teller-open', tellerPage, {
    ...vote,
    vote: 'https://north.example/actors/guild P-40',
    stage: { state: 'open' },
  }),
  sample('secret-teller-wait', tellerPage, {
    ...vote,
    vote: 'https://north.example/actors/guild P-40',
    stage: { state: 'nothing', since: 'later' },
  }),
];
