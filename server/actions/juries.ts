import type { CommunityIri, JuryId, PersonIri } from '../community/ids.ts';
import { type Result, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import { namesOf } from '../governance/ballots.ts';
import type { GovernanceEvent } from '../governance/events.ts';
import { commitmentForText, commitToSeed, showSeed } from '../governance/juries/contribute.ts';
import { isRecused } from '../governance/juries/recusals.ts';
import { countJuryVote, endJuryVote } from '../governance/juries/rounds.ts';
import { answerCall, overdueRecusal, placeOf, type Seating } from '../governance/juries/seating.ts';
import { isLive } from '../governance/juries/state.ts';
import { castJuryVote, type JuryVote } from '../governance/juries/vote.ts';
import { plainWords } from '../governance/plain-words.ts';
import { notDue } from '../governance/proposals/not-due.ts';
import { actsAs } from '../governance/roles/role.ts';
import type { CommunityState } from '../governance/state.ts';
import type { House } from './house.ts';
import { factsFor, seatOf, wholePool } from './jury-facts.ts';
import { decideAndRecord, notBefore } from './record.ts';

type Needs = Pick<
  House,
  'states' | 'record' | 'clock' | 'random' | 'wake' | 'people' | 'reports' | 'juryPools' | 'juryVotes' | 'juryRooms'
>;

export interface OnJury {
  readonly community: CommunityIri;
  readonly jury: JuryId;
  readonly by: PersonIri;
}

/** A member commits to her part of the seed: by its SHA-256, or by a text from which this server reckons it. */
export async function contributeToSeed(
  house: Needs,
  ask: OnJury & { readonly commitment: string; readonly text?: string },
) {
  const reckoned = ask.text ? commitmentForText(ask.text) : null;
  if (reckoned?.ok === false) return reckoned;
  const commitment = reckoned?.value ?? ask.commitment.trim().toLowerCase();
  const facts = await factsOn(house, ask);
  if (facts === null) return noSuchJury(ask);
  const { recusals } = facts;
  return decideAndRecord(house, ask.community, (state, now) =>
    commitToSeed({ state, jury: ask.jury, by: ask.by, commitment, recusals, now }),
  );
}

/** A member shows the text she committed to. */
export function showSeedPart(house: Needs, ask: OnJury & { readonly secret: string }) {
  return decideAndRecord(house, ask.community, (state, now) => showSeed({ ...ask, state, now }));
}

/** Somebody who was drawn accepts, declines, or steps back later. */
export async function answerJuryCall(house: Needs, ask: OnJury & { readonly answer: 'accept' | 'decline' | 'recuse' }) {
  const facts = await factsOn(house, ask);
  const pool = facts?.pool;
  if (!facts || !pool) return noSuchJury(ask);
  const { pools, recusals } = facts;
  return decideAndRecord(house, ask.community, (state, now) => {
    const by = namesOf(state, ask.by);
    return answerCall({ state, jury: ask.jury, pool, pools, recusals, by, answer: ask.answer, now });
  });
}

/**
 * A juror votes: one insert under a unique key. When every juror has voted, the round ends at once.
 *
 * Against the end: it stands in the record before anybody counts. A vote saved while no such entry stood is therefore
 * counted; one that finds the entry afterwards counts the round itself and looks whether it is among what was counted.
 */
export async function voteOnJury(house: Needs, ask: OnJury & { readonly option: string }): Promise<Result<JuryVote>> {
  const facts = await factsOn(house, ask);
  const pool = facts?.pool;
  if (!facts || !pool) return noSuchJury(ask);
  const { state } = facts;
  const seating = { ...facts, pool, jury: ask.jury, now: notBefore(state.at, house.clock.now()) };
  const jury = state.juries.get(ask.jury);
  const juror = jury === undefined ? null : placeOf(jury, pool, namesOf(state, ask.by));
  if (await steppedBack(house, seating, juror)) {
    return refused('not-a-juror', 'This matter concerns you, so somebody else is asked to judge it.');
  }
  const phase = jury?.phase;
  const round = phase?.state === 'voting' ? phase.round : undefined;
  const before = round === undefined ? [] : await house.juryVotes.of(ask.community, ask.jury, round);
  const leaf = juror === null ? undefined : jury?.seats[juror - 1]?.leaf;
  const already = before.some((vote) => vote.juror === leaf);
  const decided = castJuryVote({ ...seating, juror, option: ask.option, nonce: house.random(16), already });
  if (!decided.ok) return decided;
  if ((await house.juryVotes.cast(decided.value)) === 'already') {
    return refused('already-voted', 'You have voted in this round. A vote counts as it was first cast.');
  }
  await endIfAllVoted(house, decided.value);
  return (await wasCounted(house, decided.value))
    ? decided
    : refused('not-open', 'The round ended in the moment you voted; your vote came too late and is not counted.');
}

/** A conflict found now (MOD-03): the juror goes out instead of voting. */
async function steppedBack(house: Needs, seating: Seating, juror: number | null): Promise<boolean> {
  const overdue = overdueRecusal(seating);
  if (overdue === null || !overdue.ok || overdue.value.juror !== juror) return false;
  const { community } = seating.state;
  const done = await decideAndRecord(house, community, (state, now) => {
    const again = overdueRecusal({ ...seating, state, now });
    return again?.ok && again.value.juror === juror ? again : notDue(seating.jury);
  });
  return done.ok;
}

async function endIfAllVoted(house: Needs, vote: JuryVote): Promise<void> {
  const votes = await house.juryVotes.of(vote.community, vote.jury, vote.round);
  await closing(house, vote, (seating) => endJuryVote({ ...seating, votes }));
}

async function wasCounted(house: Needs, vote: JuryVote): Promise<boolean> {
  const { community, jury: id, round, leaf } = vote;
  if (await isAt(house, vote, 'voting')) return true;
  // A juror who has to go out is recorded first, one at a time.
  while (await isAt(house, vote, 'counting')) {
    const votes = await house.juryVotes.of(community, id);
    await closing(house, vote, (seating) => countJuryVote({ ...seating, votes }));
  }
  const counted = (await house.states.load(community))?.juries.get(id)?.rounds[round];
  return counted?.leaves.includes(leaf) === true;
}

async function isAt(
  house: Needs,
  { community, jury, round }: JuryVote,
  state: 'voting' | 'counting',
): Promise<boolean> {
  const phase = (await house.states.load(community))?.juries.get(jury)?.phase;
  return phase?.state === state && phase.round === round;
}

/** Ends or counts the round of a vote, as the timekeeper does: jurors with a conflict go out before. */
async function closing(
  house: Needs,
  { community, jury, round }: JuryVote,
  decide: (seating: Seating) => Result<GovernanceEvent>,
): Promise<void> {
  const facts = await factsOn(house, { community, jury });
  const pool = facts?.pool;
  if (!facts || !pool) return;
  const closed = await decideAndRecord(house, community, (state, now) => {
    const phase = state.juries.get(jury)?.phase;
    if (phase === undefined || !('round' in phase) || phase.round !== round) return notDue(jury);
    const seating = { ...facts, pool, jury, state, now };
    return overdueRecusal(seating) ?? decide(seating);
  });
  if (!closed.ok && closed.refusal.code !== 'not-due') throw new Error(closed.refusal.text);
}

const LONGEST_TEXT = 5000;

/** A juror says something in the deliberation, or the clerk briefs the jury: rule, precedents, facts. */
export async function writeToJury(
  house: Needs,
  ask: OnJury & { readonly text: string; readonly kind: 'word' | 'briefing' },
): Promise<Result<null>> {
  const state = await house.states.load(ask.community);
  const jury = state?.juries.get(ask.jury);
  if (!state || !jury) return noSuchJury(ask);
  const from = await roomPlaceOf(house, state, ask);
  if (from === null) return refused('not-a-juror', 'You are not on this jury.');
  const clerk = from === 0;
  if (clerk !== (ask.kind === 'briefing')) {
    return refused('not-your-part', clerk ? 'The clerk briefs the jury, and says no more.' : 'Only the clerk briefs.');
  }
  const { state: phase } = jury.phase;
  if (!isLive(jury) || (!clerk && phase !== 'deliberation')) {
    return refused('not-open', 'Nobody speaks here now. The jury deliberates between its two votes.');
  }
  const text = plainWords(ask.text, LONGEST_TEXT + 1);
  if (text === '' || text.length > LONGEST_TEXT) {
    return refused('bad-text', said`Write between one and ${LONGEST_TEXT} characters.`);
  }
  const { community, kind } = ask;
  const at = notBefore(state.at, house.clock.now());
  await house.juryRooms.write({ id: house.random(12), community, jury: jury.id, from, kind, text, at });
  return { ok: true, value: null };
}

/**
 * Who may read a jury's room, and as what: a juror who has accepted by her place, the clerk as 0 unless the matter
 * concerns her, others not.
 */
export async function roomPlaceOf(
  house: Pick<House, 'people' | 'reports' | 'juryPools' | 'clock'>,
  state: CommunityState,
  { jury: id, by }: Pick<OnJury, 'jury' | 'by'>,
): Promise<number | null> {
  const jury = state.juries.get(id);
  if (jury === undefined) return null;
  const juror = await seatOf(house, state, { jury: id, person: by });
  if (juror !== null) return jury.seats[juror - 1]?.standing === 'accepted' ? juror : null;
  if (!actsAs(state, by, 'clerk', notBefore(state.at, house.clock.now()))) return null;
  const { recusals } = await factsFor(house, state, jury.purpose);
  return isRecused(recusals, { member: by }) ? null : 0;
}

async function factsOn(house: Needs, { community, jury: id }: Pick<OnJury, 'community' | 'jury'>) {
  const state = await house.states.load(community);
  const jury = state?.juries.get(id);
  if (!state || !jury) return null;
  const facts = await factsFor(house, state, jury.purpose);
  return { ...facts, state, pool: wholePool(jury, facts.pools) };
}

const noSuchJury = ({ jury }: Pick<OnJury, 'jury'>) => refused('no-such-jury', said`There is no jury ${jury} here.`);
