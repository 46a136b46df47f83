import { juriesPage, juryDutyPage } from '../../views/pages/juries.ts';
import type { JuryModel } from '../../views/pages/jury.ts';
import { juryPage, juryRoomPage } from '../../views/pages/jury.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, jonas, sample, signedIn } from './samples.ts';
import { HASH } from './samples-of-rules.ts';

const path = '/communities/guild/juries/J-4';
const question = 'Did the posts in case C-7 break rule R-12, and what follows?';

const jury: JuryModel = {
  shell: signedIn(path),
  community: guild,
  id: 'J-4',
  path,
  about: 'case C-7',
  question,
  options: [
    { words: 'No breach: nothing follows.', need: 0 },
    { words: 'A mute of seven days.', need: 4 },
    { words: 'A suspension of 30 days.', need: 5 },
  ],
  stands: 'Its blind vote is open until 14 November 2024, 18:00 UTC.',
  mayBrief: false,
  draw: {
    pool: { members: 126, organisations: 12, root: HASH },
    relaxed: ['Fewer than three members from two organisations contributed to the seed'],
    own: { salt: '00112233445566778899aabbccddeeff', leaf: HASH, drawn: true },
    contributions: [
      { by: ana, commitment: HASH, shown: 'yes' },
      { by: jonas, commitment: HASH, shown: 'kept back' },
    ],
    seed: HASH,
    seats: [
      { place: 1, organisation: 'north.example', standing: 'accepted' },
      { place: 2, organisation: 'linia.example', standing: 'declined' },
      { place: 3, organisation: 'mastodon.example', standing: 'asked' },
    ],
    bundle: `${path}/draw.json`,
    named: false,
  },
};
const early: JuryModel = {
  ...jury,
  stands: 'Members contribute to the draw until 10 November 2024, 18:00 UTC.',
  draw: {
    pool: { members: 126, organisations: 12, root: HASH },
    relaxed: [],
    contributions: [],
    seats: [],
    named: false,
  },
};
const until = at(14, 18);
const published = {
  round: 29_740_000,
  publishedAt: at(10, 18),
  address: 'https://api.drand.sh/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/29740000',
};
const beacon = { ...published, chain: HASH, purpose: 'case C-7', missed: false };
const drand: JuryModel = {
  ...early,
  stands: 'It is drawn from round 29740000 of drand, a public random number published on 10 November 2024, 18:00 UTC.',
  draw: { ...early.draw, beacon },
};
const round = { state: 'round', ...published, until, byItself: false } as const;
const words = [
  { from: 'Juror 3', text: 'The nineteen messages are all the same text.\n\nI see no doubt.', at: at(12) },
  { from: 'Juror 1', text: 'Two of them answer a question, though.', at: at(12, 11) },
];
const forJurors: Pick<JuryModel, 'brief' | 'briefings'> = {
  brief: {
    title: 'Case C-7',
    paragraphs: ['Nineteen messages in one week.\n\nTwo members reported them.'],
    links: [{ path: '/communities/guild/cases/C-7', words: 'The case and its evidence' }],
  },
  briefings: [{ from: 'The clerk', text: 'Rule R-12, version 3. Twice before, juries muted for this.', at: at(9) }],
};

/** Everything about juries. */
export const juryPages: readonly Sample[] = [
  sample('juries', juriesPage, {
    shell: signedIn('/communities/guild/juries'),
    community: guild,
    juries: [
      { id: 'J-4', path, about: 'case C-7', question, stands: jury.stands },
      { id: 'J-3', about: 'rules R-1 and R-2', question: 'Which rule holds?', stands: 'It decided on 3 May 2024.' },
    ],
  }),
  sample('juries-empty', juriesPage, { shell: signedIn('/communities/guild/juries'), community: guild, juries: [] }),
  sample('jury-duty', juryDutyPage, {
    shell: signedIn('/jury-duty'),
    duties: [{ community: guild, question, path, asks: 'Cast your blind vote by 14 November 2024, 18:00 UTC.' }],
  }),
  sample('jury-duty-none', juryDutyPage, { shell: signedIn('/jury-duty'), duties: [] }),
  sample('jury-seed', juryPage, { ...early, seed: { state: 'commit', until, asked: true } }),
  sample('jury-seed-show', juryPage, { ...early, seed: { state: 'show', until } }),
  sample('jury-round', juryPage, { ...drand, seed: { ...round, published: false } }),
  sample('jury-round-published', juryPage, { ...drand, seed: { ...round, published: true, byItself: true } }),
  sample('jury-round-drawn', juryPage, {
    ...jury,
    draw: { ...jury.draw, relaxed: [], contributions: [], beacon: { ...beacon, signature: HASH + HASH.slice(0, 32) } },
  }),
  sample('jury-round-missed', juryPage, { ...jury, draw: { ...jury.draw, beacon: { ...beacon, missed: true } } }),
  sample('jury-seed-said', juryPage, { ...early, seed: { state: 'said', text: 'You have given your part.' } }),
  sample('jury-asked', juryPage, { ...jury, duty: { state: 'asked', place: 3, answerBy: until } }),
  sample('jury-waiting', juryPage, { ...jury, duty: { state: 'waiting', place: 3, text: 'The vote opens soon.' } }),
  sample('jury-vote', juryPage, {
    ...jury,
    ...forJurors,
    duty: {
      state: 'vote',
      place: 3,
      round: 'blind',
      until,
      options: [
        { id: 'none', words: 'No breach: nothing follows.' },
        { id: 'mute', words: 'A mute of seven days.' },
      ],
    },
  }),
  sample('jury-voted', juryPage, {
    ...jury,
    ...forJurors,
    duty: { state: 'voted', place: 3, until, choice: '“A mute of seven days.”', leaf: HASH, nonce: '0011' },
  }),
  sample('jury-deliberates', juryPage, {
    ...jury,
    ...forJurors,
    duty: { state: 'deliberate', place: 3, until },
    room: `${path}/deliberation`,
  }),
  sample('jury-clerk', juryPage, { ...jury, ...forJurors, mayBrief: true, room: `${path}/deliberation` }),
  sample('jury-decided', juryPage, {
    ...jury,
    stands: 'It decided on 14 November 2024, 18:00 UTC.',
    verdict: {
      words: 'A mute of seven days.',
      hung: false,
      at: until,
      counts: [
        { words: 'No breach: nothing follows.', blind: 3, final: 2 },
        { words: 'A mute of seven days.', blind: 4, final: 5 },
      ],
    },
    draw: { ...jury.draw, named: true },
  }),
  sample('jury-hung', juryPage, {
    ...jury,
    verdict: { words: 'No breach: nothing follows.', hung: true, at: until, counts: [] },
  }),
  sample('jury-room', juryRoomPage, {
    shell: signedIn(`${path}/deliberation`),
    community: guild,
    id: 'J-4',
    path,
    question,
    words,
    until,
  }),
  sample('jury-room-empty', juryRoomPage, {
    shell: signedIn(`${path}/deliberation`),
    community: guild,
    id: 'J-4',
    path,
    question,
    words: [],
  }),
];
