import { BOOK } from '../../../../views/words/book.ts';
import { BOOK_DRAWS, BOOK_JURIES } from '../../../../views/words/book-juries.ts';
import { RELAXED } from '../../../../views/words/jury-draw.ts';
import type { JuryEvent } from '../../../governance/events/juries.ts';
import { roundTime } from '../../../governance/juries/beacon.ts';
import type { Relaxation } from '../../../governance/juries/state.ts';
import { purposeWords } from '../jury-words.ts';
import { at, joined, joinedRuns, type Naming, short, type Tellings, text, told } from './naming.ts';

const relaxations = (all: readonly Relaxation[], name: Naming): readonly string[] =>
  all.map((one) => text(name, RELAXED[one]));

/** How a jury is called and drawn. */
const drawTellings = {
  'jury-called': ({ jury, purpose, size, source }, name) => ({
    says: told(name, BOOK_DRAWS.called, { jury, size, about: purposeWords(purpose, name.say) }),
    sub: text(name, source === undefined ? BOOK.byItself : BOOK_DRAWS.fromDrand),
  }),
  'jury-pool-frozen': ({ jury, members, organisations, root, relaxed, beacon, until }, name) => ({
    says: told(name, BOOK_DRAWS.frozen, { jury, members, organisations }),
    sub: joined(name, [
      text(name, BOOK_DRAWS.root, { root: short(root) }),
      beacon === undefined
        ? text(name, BOOK_DRAWS.contribute, { time: at(name, until) })
        : text(name, BOOK_DRAWS.fromRound, { round: beacon.round, time: at(name, roundTime(beacon.round)) }),
      ...relaxations(relaxed, name),
    ]),
  }),
  'beacon-round-late': ({ jury, until }, name) => ({
    says: told(name, BOOK_DRAWS.roundLate, { jury }),
    sub: text(name, BOOK_DRAWS.byItselfUntil, { time: at(name, until) }),
  }),
  'beacon-round-given': ({ jury, round, signature, by }, name) => ({
    says:
      by === undefined
        ? told(name, BOOK_DRAWS.roundCame, { round, jury })
        : told(name, BOOK_DRAWS.roundGiven, { by: name.person(by), round, jury }),
    sub: text(name, BOOK_DRAWS.signature, { hash: short(signature) }),
  }),
  'beacon-round-missed': ({ jury, why, until }, name) => ({
    says: told(name, BOOK_DRAWS.roundMissed, { jury }),
    sub: joined(name, [text(name, BOOK_DRAWS[why]), text(name, BOOK_DRAWS.contribute, { time: at(name, until) })]),
  }),
  'seed-committed': ({ jury, by, commitment }, name) => ({
    says: told(name, BOOK_DRAWS.committed, { by: name.person(by), jury }),
    sub: text(name, BOOK_DRAWS.commitment, { hash: short(commitment) }),
  }),
  'seed-closed': ({ jury, until }, name) => ({
    says: told(name, BOOK_DRAWS.closed, { jury, time: at(name, until) }),
    sub: text(name, BOOK.byItself),
  }),
  'seed-revealed': ({ jury, by }, name) => ({
    says: told(name, BOOK_DRAWS.revealed, { by: name.person(by), jury }),
  }),
  'jury-drawn': ({ jury, seed, machine, jurors: drawn, withheld, skipped, relaxed }, name) => {
    const people = joinedRuns(
      name,
      withheld.map((person) => [name.person(person)]),
      BOOK.comma,
    );
    return {
      says: [
        ...told(name, BOOK_DRAWS.drawn, { jury, jurors: drawn.length }),
        ...(withheld.length === 0 ? [] : told(name, BOOK_DRAWS.withheld, { people })),
      ],
      sub: joined(name, [
        text(name, BOOK_DRAWS.seed, { hash: short(seed) }),
        ...(machine === undefined ? [text(name, BOOK_DRAWS.machineLost)] : []),
        ...(skipped.length === 0 ? [] : [text(name, BOOK_DRAWS.passedOver, { count: skipped.length })]),
        ...relaxations(relaxed, name),
      ]),
    };
  },
} as const satisfies Partial<Tellings<JuryEvent>>;

/** What the book says about juries. Jurors stand in it by their places, and who voted what nowhere. */
export const juriesTellings = {
  ...drawTellings,
  'juror-accepted': ({ jury, juror }, name) => ({ says: told(name, BOOK_JURIES.accepted, { juror, jury }) }),
  'juror-replaced': ({ jury, juror, why, next }, name) => ({
    says: told(name, BOOK_JURIES.out, { juror, jury, why, next: next === undefined ? 'none' : 'asked' }),
  }),
  'jury-vote-opened': ({ jury, round, until }, name) => ({
    says: told(name, BOOK_JURIES[round], { jury, time: at(name, until) }),
  }),
  'jury-reminded': ({ jury }, name) => ({
    says: told(name, BOOK_JURIES.reminded, { jury }),
    sub: text(name, BOOK.byItself),
  }),
  'jury-vote-ended': ({ jury, round }, name) => ({
    says: told(name, round === 'blind' ? BOOK_JURIES.blindOver : BOOK_JURIES.finalOver, { jury }),
  }),
  'jury-vote-counted': ({ jury, counted, until }, name) => ({
    says: told(name, BOOK_JURIES.counted, { jury, votes: counted.votes, time: at(name, until) }),
    sub: text(name, BOOK_DRAWS.root, { root: short(counted.root) }),
  }),
  'jury-verdict': ({ jury, option, hung, counted }, name) => ({
    says: told(name, hung ? BOOK_JURIES.hung : BOOK_JURIES.decided, { jury, option }),
    sub: counted === undefined ? text(name, BOOK_JURIES.nobodySeated) : countedWords(counted, name),
  }),
  'jury-dissolved': ({ jury }, name) => ({
    says: told(name, BOOK_JURIES.dissolved, { jury }),
    sub: text(name, BOOK.byItself),
  }),
} as const satisfies Tellings<JuryEvent>;

type Counted = NonNullable<Extract<JuryEvent, { readonly kind: 'jury-verdict' }>['counted']>;

function countedWords({ votes, counts, root }: Counted, name: Naming): string {
  const each = counts.map((one) => `${one.option} ${one.votes}`).join(text(name, BOOK.comma));
  return joined(name, [
    text(name, BOOK_JURIES.votes, { votes, counts: each }),
    text(name, BOOK_DRAWS.rootLater, { root: short(root) }),
  ]);
}
