import type { Run } from '../../../../views/pages/record.ts';
import { timeInWords } from '../../../governance/dates.ts';
import type { JuryEvent } from '../../../governance/events/juries.ts';
import { roundTime } from '../../../governance/juries/beacon.ts';
import { outWords, purposeWords, relaxationWords } from '../../../governance/juries/words.ts';
import { amountOf } from '../../../governance/rules/vocabulary.ts';
import type { Tellings } from './naming.ts';

const BY_ITSELF = 'By itself';
const short = (hash: string): string => `${hash.slice(0, 8)}…`;
const jurors = (count: number): string => amountOf(count, ['juror', 'jurors']);
const votes = (count: number): string => amountOf(count, ['vote', 'votes']);

/** “Ana, Jonas, Priya”. */
const listed = (runs: readonly Run[]): readonly Run[] => runs.flatMap((run, at) => (at === 0 ? [run] : [', ', run]));

const MISSED = {
  'not-asked': 'No member handed it in, and this server is set to ask nobody for it',
  'no-answer': 'No member handed it in, and nobody whom this server asks gave it',
} as const;

/** What the book says about juries. Jurors stand in it by their places, and who voted what nowhere. */
export const juriesTellings = {
  'jury-called': ({ jury, purpose, size, source }) => ({
    says: [{ strong: `Jury ${jury}` }, ` of ${size} is called, on ${purposeWords(purpose)}.`],
    sub: source === undefined ? BY_ITSELF : `${BY_ITSELF}; its draw is to follow from drand, as the charter says`,
  }),
  'jury-pool-frozen': ({ jury, members, organisations, root, relaxed, beacon, until }) => ({
    says: [
      `The pool of jury ${jury} is frozen: ${amountOf(members, ['member', 'members'])} from ${amountOf(organisations, ['organisation', 'organisations'])}.`,
    ],
    sub: [
      `Root ${short(root)}`,
      beacon === undefined
        ? `members contribute to the seed of the draw until ${timeInWords(until)}`
        : `the draw follows from round ${beacon.round} of drand, published on ${timeInWords(roundTime(beacon.round))}`,
      ...relaxed.map(relaxationWords),
    ].join('; '),
  }),
  'beacon-round-late': ({ jury, until }) => ({
    says: [`The round of drand for jury ${jury} is published, and nobody has handed it in yet. Members are asked to.`],
    sub: `${BY_ITSELF}; until ${timeInWords(until)}`,
  }),
  'beacon-round-given': ({ jury, round, signature, by }, name) => ({
    says:
      by === undefined
        ? [`Round ${round} of drand came, for jury ${jury}.`]
        : [name.person(by), ` handed in round ${round} of drand, for jury ${jury}.`],
    sub: `Signature ${short(signature)}`,
  }),
  'beacon-round-missed': ({ jury, why, until }) => ({
    says: [
      { strong: `The round of drand for jury ${jury} was not handed in within a day` },
      '. The draw follows from words of members instead.',
    ],
    sub: `${MISSED[why]}; members contribute to the seed of the draw until ${timeInWords(until)}`,
  }),
  'seed-committed': ({ jury, by, commitment }, name) => ({
    says: [name.person(by), ` committed to a part of the seed for jury ${jury}.`],
    sub: `Commitment ${short(commitment)}`,
  }),
  'seed-closed': ({ jury, until }) => ({
    says: [`The commitments for jury ${jury} are closed. They are shown until ${timeInWords(until)}.`],
    sub: BY_ITSELF,
  }),
  'seed-revealed': ({ jury, by }, name) => ({
    says: [name.person(by), ` showed a part of the seed for jury ${jury}, as committed to.`],
  }),
  'jury-drawn': ({ jury, seed, machine, jurors: drawn, withheld, skipped, relaxed }, name) => ({
    says: [
      { strong: `Jury ${jury} is drawn` },
      `: ${jurors(drawn.length)}. They are asked whether they accept.`,
      ...(withheld.length === 0
        ? []
        : [' Who kept back a part of the seed: ', ...listed(withheld.map(name.person)), '.']),
    ],
    sub: [
      `Seed ${short(seed)}`,
      ...(machine === undefined ? ['the server’s own part was lost'] : []),
      ...(skipped.length === 0 ? [] : [`${skipped.length} passed over`]),
      ...relaxed.map(relaxationWords),
    ].join('; '),
  }),
  'juror-accepted': ({ jury, juror }) => ({ says: [`Juror ${juror} of jury ${jury} accepted.`] }),
  'juror-replaced': ({ jury, juror, why, next }) => ({
    says: [
      `Juror ${juror} of jury ${jury} ${outWords(why)}.`,
      next === undefined ? ' Nobody takes the place.' : ' The next by the draw is asked.',
    ],
  }),
  'jury-vote-opened': ({ jury, round, until }) => ({
    says: [
      `Jury ${jury} ${round === 'blind' ? 'is seated and votes blindly' : 'votes again'}, until ${timeInWords(until)}.`,
    ],
  }),
  'jury-reminded': ({ jury }) => ({
    says: [`Jurors of jury ${jury} who have not voted were reminded.`],
    sub: BY_ITSELF,
  }),
  'jury-vote-ended': ({ jury, round }) => ({
    says: [`The ${round === 'blind' ? 'blind' : 'final'} vote of jury ${jury} is over.`],
  }),
  'jury-vote-counted': ({ jury, counted, until }) => ({
    says: [
      `The blind vote of jury ${jury}: ${votes(counted.votes)}. The jury deliberates until ${timeInWords(until)}.`,
    ],
    sub: `Root ${short(counted.root)}`,
  }),
  'jury-verdict': ({ jury, option, hung, counted }) => ({
    says: [
      { strong: hung ? `Jury ${jury} is hung` : `Jury ${jury} has decided` },
      hung ? `: the mildest outcome holds, “${option}”.` : `: “${option}”.`,
    ],
    sub:
      counted === undefined
        ? 'Nobody was seated'
        : `${votes(counted.votes)}: ${counted.counts.map((one) => `${one.option} ${one.votes}`).join(', ')}; root ${short(counted.root)}`,
  }),
  'jury-dissolved': ({ jury }) => ({
    says: [`Nobody sat on jury ${jury}, or voted. Another one is drawn.`],
    sub: 'By itself',
  }),
} as const satisfies Tellings<JuryEvent>;
