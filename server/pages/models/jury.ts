import { type Shell, sayIn } from '../../../views/layout.ts';
import type { JuryBrief, JuryModel, JuryWord, SeedPart } from '../../../views/pages/jury.ts';
import type { CommunityBrief } from '../../../views/parts/community.ts';
import type { Draw } from '../../../views/parts/jury-draw.ts';
import type { Duty } from '../../../views/parts/jury-duty.ts';
import { longTime } from '../../../views/parts/time.ts';
import { JURY } from '../../../views/words/juries.ts';
import { DRAW, RELAXED } from '../../../views/words/jury-draw.ts';
import { DUTY } from '../../../views/words/jury-duty.ts';
import { SEED } from '../../../views/words/jury-seed.ts';
import { SEAT_STANDS } from '../../../views/words/jury-standing.ts';
import type { Say } from '../../../views/words/speaking.ts';
import type { PersonIri } from '../../community/ids.ts';
import { asPhrase, type Sentence, said } from '../../community/said.ts';
import { answerWords, questionOf } from '../../governance/juries/asked.ts';
import { roundPath, roundTime } from '../../governance/juries/beacon.ts';
import { type JuryOption, purposeKey, verdictOn } from '../../governance/juries/jury.ts';
import type { Pool } from '../../governance/juries/pool.ts';
import { isLive, type Jury } from '../../governance/juries/state.ts';
import type { JuryVote } from '../../governance/juries/vote.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { JuryText } from '../../ports/juries.ts';
import { purposeWords, stands } from './jury-words.ts';
import type { NameOf } from './names.ts';

/** What a jury's page is made of, for one member. */
export interface JuryFacts {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly path: string;
  readonly state: CommunityState;
  readonly jury: Jury;
  readonly pool: Pool | null;
  /** The viewer, and every name she had. */
  readonly viewer: readonly PersonIri[];
  /** Her place, where she is a juror who is not out. */
  readonly place: number | null;
  /** Her own vote in the round that is open. */
  readonly vote: JuryVote | null;
  /** Her place in the jury's room: a juror's, 0 for the clerk, or `null`. */
  readonly room: number | null;
  readonly brief: JuryBrief | null;
  readonly texts: readonly JuryText[];
  /** She can contribute to the seed now. */
  readonly mayCommit: boolean;
  /** This server asks for rounds of drand by itself. */
  readonly asksForRounds: boolean;
  readonly now: Date;
  readonly nameOf: NameOf;
}

/** A jury as its page shows it to one member. */
export function juryModel(facts: JuryFacts): JuryModel {
  const { shell, community, path, jury, room, brief } = facts;
  const say = sayIn(shell);
  const [duty, seed, verdict] = [dutyOf(facts, say), seedPart(facts, say), verdictModel(facts)];
  return {
    shell,
    community,
    path,
    id: jury.id,
    about: purposeWords(jury.purpose, say),
    question: questionOf(jury),
    options: answersOf(jury),
    stands: stands(jury, say),
    mayBrief: room === 0 && isLive(jury),
    draw: drawModel(facts, say),
    ...(duty === null ? {} : { duty }),
    ...(seed === null ? {} : { seed }),
    ...(verdict === null ? {} : { verdict }),
    ...(room === null ? {} : { briefings: wordsOf(facts.texts, 'briefing', say) }),
    ...(room === null || brief === null ? {} : { brief }),
    ...(room === null || jury.rounds.blind === undefined ? {} : { room: `${path}/deliberation` }),
  };
}

/** What is asked of the viewer as a juror now, or `null`. */
export function dutyOf({ jury, place, vote }: Pick<JuryFacts, 'jury' | 'place' | 'vote'>, say: Say): Duty | null {
  const { phase, options } = jury;
  const seat = place === null ? undefined : jury.seats[place - 1];
  if (place === null || seat === undefined || !isLive({ phase })) return null;
  if (seat.standing === 'asked') return { state: 'asked', place, answerBy: seat.answerBy };
  if (phase.state === 'deliberation') return { state: 'deliberate', place, until: phase.until };
  if (phase.state !== 'voting') {
    return { state: 'waiting', place, text: say.text(DUTY.waiting) };
  }
  const { round, until } = phase;
  if (vote === null) return { state: 'vote', place, round, until, options: answersOf({ options }) };
  const choice = said`“${asPhrase(wordsFor(options, vote.option))}”`;
  return { state: 'voted', place, until, choice, leaf: vote.leaf, nonce: vote.nonce };
}

function seedPart({ jury, viewer, mayCommit, asksForRounds, now }: JuryFacts, say: Say): SeedPart | null {
  const { phase, contributions, asked, beacon } = jury;
  if (phase.state === 'awaiting-round' && beacon !== undefined) {
    const publishedAt = roundTime(beacon.round);
    const round = { round: beacon.round, publishedAt, address: RELAY + roundPath(beacon) };
    const until = phase.until === undefined ? {} : { until: phase.until };
    return { state: 'round', ...round, published: now >= publishedAt, ...until, byItself: asksForRounds };
  }
  const own = contributions.find(({ by }) => viewer.includes(by));
  if (phase.state === 'committing') {
    if (own === undefined) {
      const isAsked = asked.some((person) => viewer.includes(person));
      return mayCommit ? { state: 'commit', until: phase.until, asked: isAsked } : null;
    }
    return { state: 'said', text: say.text(SEED.given, { time: longTime(phase.until, say.language) }) };
  }
  if (phase.state !== 'revealing' || own === undefined) return null;
  return own.secret === undefined
    ? { state: 'show', until: phase.until }
    : { state: 'said', text: say.text(SEED.shown) };
}

function verdictModel({ state, jury }: JuryFacts): NonNullable<JuryModel['verdict']> | null {
  const verdict = verdictOn(state, jury.purpose);
  if (verdict === null || verdict.jury !== jury.id) return null;
  const { blind, final } = jury.rounds;
  const votes = (counted: typeof final, option: string) =>
    counted?.counts.find((one) => one.option === option)?.votes ?? 0;
  const counts = jury.options.map(({ id, words }) => ({
    words: answerWords({ words }),
    blind: votes(blind, id),
    final: votes(final, id),
  }));
  const words = wordsFor(jury.options, verdict.option);
  return { words, hung: verdict.hung, at: verdict.at, counts: final === undefined ? [] : counts };
}

function drawModel({ jury, pool, viewer, path, nameOf }: JuryFacts, say: Say): Draw {
  const own = pool?.entries.find(({ member }) => viewer.includes(member));
  const drawn = jury.seed !== undefined;
  const missing = drawn ? DRAW.keptBack : DRAW.notYet;
  return {
    ...(jury.pool === undefined ? {} : { pool: jury.pool }),
    relaxed: jury.relaxed.map((one) => capital(say.text(RELAXED[one]))),
    ...(own === undefined
      ? {}
      : { own: { salt: own.salt, leaf: own.leaf, drawn: jury.seats.some(({ leaf }) => leaf === own.leaf) } }),
    contributions: jury.contributions.map(({ by, commitment, secret }) => {
      return { by: nameOf(by), commitment, shown: say.text(secret === undefined ? missing : DRAW.shown) };
    }),
    ...(jury.beacon === undefined ? {} : { beacon: beaconModel(jury.beacon, jury.phase, purposeKey(jury.purpose)) }),
    ...(jury.seed === undefined ? {} : { seed: jury.seed }),
    seats: jury.seats.map(({ organisation, standing, why }, at) => {
      const stand = standing === 'out' ? (why ?? standing) : standing;
      return { place: at + 1, organisation, standing: say.text(SEAT_STANDS[stand]) };
    }),
    ...(drawn ? { bundle: `${path}/draw.json` } : {}),
    named: !isLive(jury),
  };
}

/** Where people look a round up: the relay that drand's own documents name first. This server asks only those it is set to. */
const RELAY = 'https://api.drand.sh';

function beaconModel(
  beacon: NonNullable<Jury['beacon']>,
  { state }: Jury['phase'],
  purpose: string,
): NonNullable<Draw['beacon']> {
  const { round, chain, signature } = beacon;
  return {
    round,
    chain,
    publishedAt: roundTime(round),
    address: RELAY + roundPath(beacon),
    purpose,
    ...(signature === undefined ? {} : { signature }),
    missed: signature === undefined && state !== 'awaiting-round',
  };
}

/** What was written to a jury, without anybody's name. */
export function wordsOf(texts: readonly JuryText[], kind: JuryText['kind'], say: Say): readonly JuryWord[] {
  return texts
    .filter((one) => one.kind === kind)
    .map(({ from, text, at }) => {
      return { from: from === 0 ? say.text(JURY.clerk) : say.text(JURY.juror, { place: from }), text, at };
    });
}

function wordsFor(options: readonly JuryOption[], option: string): Sentence {
  const found = options.find(({ id }) => id === option);
  return found === undefined ? option : answerWords(found);
}

const answersOf = ({ options }: Pick<Jury, 'options'>) =>
  options.map((option) => ({ ...option, words: answerWords(option) }));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
