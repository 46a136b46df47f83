import type { JuryId } from '../../community/ids.ts';
import { never, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import type { JuriesStep } from '../../governance/due/juries.ts';
import { missRound, noteLateRound } from '../../governance/juries/beacon-round.ts';
import { callJury, recordPool } from '../../governance/juries/call.ts';
import { closeSeed } from '../../governance/juries/contribute.ts';
import { freezePool } from '../../governance/juries/freeze-pool.ts';
import { countJuryVote, endJuryVote, openJuryVote, remindJury } from '../../governance/juries/rounds.ts';
import { drawSeats, overdueRecusal, replaceJuror, type Seating } from '../../governance/juries/seating.ts';
import { contributorsFor } from '../../governance/juries/seed.ts';
import type { Jury } from '../../governance/juries/state.ts';
import { notDue } from '../../governance/proposals/not-due.ts';
import type { CommunityState } from '../../governance/state.ts';
import { signatureCheck } from '../beacon.ts';
import { factsFor, wholePool } from '../jury-facts.ts';
import { notBefore } from '../record.ts';
import { lastActs } from './last-acts.ts';
import { type Decide, fromState, type Needs, type Preparations } from './step.ts';

/** The steps of a jury, from its call to its verdict. */
export const juriesSteps = {
  'call-jury': fromState(callJury),
  'replace-juror': (house, before, { jury, juror }) =>
    seatingStep(house, before, jury, (seating) => replaceJuror({ ...seating, juror, why: 'silent' })),
  'advance-jury': (house, before, step) => advanceJury(house, before, step),
} as const satisfies Preparations<JuriesStep>;

function advanceJury(
  house: Needs,
  before: CommunityState,
  { jury, next }: JuriesStep & { readonly step: 'advance-jury' },
): Decide | Promise<Decide> {
  switch (next) {
    case 'freeze-pool':
      return frozenPool(house, before, jury);
    case 'note-late-round':
      return (state, now) => noteLateRound({ state, jury, now });
    case 'miss-round':
      return missedRound(house, before, jury);
    case 'close-seed':
      return (state, now) => closeSeed({ state, jury, now });
    case 'draw':
      return drawStep(house, before, jury);
    case 'open-vote':
      return seatingStep(house, before, jury, (seating) => overdueRecusal(seating) ?? openJuryVote(seating));
    case 'remind':
      return (state, now) => remindJury({ state, jury, now });
    case 'end-vote':
    case 'count-vote':
      return votesStep(house, before, jury, next);
    default:
      return never(next);
  }
}

/** Once: the pool that was kept first stays, with its salts and with this server's part of the seed. */
async function frozenPool(house: Needs, before: CommunityState, id: JuryId): Promise<Decide> {
  const jury = before.juries.get(id);
  if (jury === undefined) return () => notDue(id);
  const now = notBefore(before.at, house.clock.now());
  const [{ pools, recusals }, actedSince] = await Promise.all([
    factsFor(house, before, jury.purpose),
    lastActs(house, before, now),
  ]);
  const secret = house.random(32);
  const saltOf = () => house.random(16);
  const frozen = freezePool({ state: before, jury, pools, recusals, actedSince, saltOf, secret, now });
  const pool = await house.juryPools.keep(before.community, id, frozen);
  const asked = contributorsFor(before, recusals, now);
  return (state, at) => recordPool({ state, jury: id, pool, asked, now: at });
}

/** The draw follows from words of members instead; those who are asked for theirs are chosen now. */
async function missedRound(house: Needs, before: CommunityState, id: JuryId): Promise<Decide> {
  const jury = before.juries.get(id);
  if (jury === undefined) return () => notDue(id);
  const { recusals } = await factsFor(house, before, jury.purpose);
  const why = house.beaconAddresses.length === 0 ? 'not-asked' : 'no-answer';
  return (state, now) => missRound({ state, jury: id, asked: contributorsFor(state, recusals, now), why, now });
}

/** A signature that was put into the record behind the program's back is not drawn from. */
async function drawStep(house: Needs, before: CommunityState, id: JuryId): Promise<Decide> {
  const { round, signature } = before.juries.get(id)?.beacon ?? {};
  const forged = round !== undefined && signature !== undefined && !(await signatureCheck())(round, signature);
  return forged ? () => roundForged(id) : seatingStep(house, before, id, drawSeats);
}

/** A step that draws or replaces jurors: it needs the pools, and whoever cannot judge. */
async function seatingStep(
  house: Needs,
  before: CommunityState,
  id: JuryId,
  decide: (seating: Seating) => ReturnType<Decide>,
): Promise<Decide> {
  const jury = before.juries.get(id);
  if (jury === undefined) return () => notDue(id);
  const { pools, recusals } = await factsFor(house, before, jury.purpose);
  const pool = wholePool(jury, pools);
  if (pool === null) return () => poolChanged(jury);
  return (state, now) => decide({ state, jury: id, pool, pools, recusals, now });
}

async function votesStep(
  house: Needs,
  before: CommunityState,
  id: JuryId,
  next: 'end-vote' | 'count-vote',
): Promise<Decide> {
  const votes = await house.juryVotes.of(before.community, id);
  const phase = before.juries.get(id)?.phase;
  const round = phase !== undefined && 'round' in phase ? phase.round : undefined;
  const ofRound = votes.filter((vote) => vote.round === round);
  // A juror whose conflict is found now goes out before anything is counted (MOD-03).
  return seatingStep(house, before, id, (seating) => {
    const recusal = overdueRecusal(seating);
    if (recusal !== null) return recusal;
    return next === 'end-vote' ? endJuryVote({ ...seating, votes: ofRound }) : countJuryVote({ ...seating, votes });
  });
}

const roundForged = (id: JuryId) =>
  refused(
    'round-forged',
    said`The round from which jury ${id} is to be drawn is not signed by drand: restore the database.`,
  );

const poolChanged = ({ id }: Jury) =>
  refused('pool-changed', said`The pool of jury ${id} is not the one that was frozen: restore the database.`);
