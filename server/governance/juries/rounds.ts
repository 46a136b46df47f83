import type { JuryId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import { merkleRoot } from '../../record/merkle.ts';
import { addHours } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { notDue } from '../proposals/not-due.ts';
import { isLastOn } from './call.ts';
import { type Counted, type Jury, type Round, seated } from './state.ts';
import { countsOf, verdictOf } from './verdict.ts';
import { type JuryVote, juryVoteLeaf } from './vote.ts';

type OnJury = Transition<{ readonly jury: JuryId }>;

/**
 * The blind vote opens when everybody who was drawn has answered, or the time for it is over; the final vote when the
 * deliberation is over. Where nobody accepted, another jury is drawn; the last one there is is hung, so that there is
 * always a verdict.
 */
export function openJuryVote({
  state,
  jury: id,
  now,
}: OnJury): Result<EventOf<'jury-vote-opened' | 'jury-verdict' | 'jury-dissolved'>, 'not-due'> {
  const jury = state.juries.get(id);
  const round = jury === undefined ? null : roundToOpen(jury, now);
  if (jury === undefined || round === null) return notDue(id);
  if (seated(jury).length === 0 && round === 'blind') {
    if (!isLastOn(state, jury)) return accepted({ kind: 'jury-dissolved', jury: id });
    return accepted({ kind: 'jury-verdict', jury: id, ...verdictOf(jury.options, []), standing: 0 });
  }
  const { juryVoteHours } = state.charter.parameters;
  const [until, remindAt] = [addHours(now, juryVoteHours), addHours(now, juryVoteHours / 2)];
  return accepted({ kind: 'jury-vote-opened', jury: id, round, until, remindAt });
}

function roundToOpen({ phase, seats }: Jury, now: Date): Round | null {
  if (phase.state === 'deliberation') return now < phase.until ? null : 'final';
  if (phase.state !== 'answering') return null;
  return now >= phase.until || seats.every(({ standing }) => standing !== 'asked') ? 'blind' : null;
}

/** Half of the time is over: who has not voted is told so, once. */
export function remindJury({ state, jury: id, now }: OnJury): Result<EventOf<'jury-reminded'>, 'not-due'> {
  const phase = state.juries.get(id)?.phase;
  if (phase?.state !== 'voting' || phase.remindAt === undefined || now < phase.remindAt) return notDue(id);
  return accepted({ kind: 'jury-reminded', jury: id, round: phase.round });
}

/**
 * A round ends at its time, or as soon as every juror has voted. Counting comes after this stands in the record, so that
 * no vote is lost in between.
 *
 * @param votes those stored for this round
 */
export function endJuryVote({
  state,
  jury: id,
  votes,
  now,
}: OnJury & { readonly votes: readonly JuryVote[] }): Result<EventOf<'jury-vote-ended'>, 'not-due'> {
  const jury = state.juries.get(id);
  if (jury?.phase.state !== 'voting') return notDue(id);
  const voted = new Set(votes.map(({ juror }) => juror));
  const answered = jury.seats.every(({ standing }) => standing !== 'asked');
  const all = answered && seated(jury).every(({ leaf }) => voted.has(leaf));
  if (now < jury.phase.until && !all) return notDue(id);
  return accepted({ kind: 'jury-vote-ended', jury: id, round: jury.phase.round });
}

/**
 * The count of a round. The blind one leads to the deliberation. In the final one, whoever has not voted again stands by
 * her blind vote; who never voted is absent, which is the same as voting for the mildest. Where nobody ever voted,
 * another jury is drawn.
 *
 * @param votes those stored for both rounds; one that was changed in the database is not counted
 */
export function countJuryVote({
  state,
  jury: id,
  votes,
  now,
}: OnJury & { readonly votes: readonly JuryVote[] }): Result<
  EventOf<'jury-vote-counted' | 'jury-verdict' | 'jury-dissolved'>,
  'not-due'
> {
  const jury = state.juries.get(id);
  if (jury?.phase.state !== 'counting') return notDue(id);
  const whole = votes.filter((vote) => vote.jury === id && juryVoteLeaf(vote) === vote.leaf);
  const blind = whole.filter(({ round }) => round === 'blind');
  if (jury.phase.round === 'blind') {
    const until = addHours(now, state.charter.parameters.deliberationHours);
    return accepted({ kind: 'jury-vote-counted', jury: id, counted: countOf(jury, blind), until });
  }
  const final = whole.filter(({ round }) => round === 'final');
  const again = new Set(final.map(({ juror }) => juror));
  const counted = new Set(jury.rounds.blind?.leaves);
  const standing = blind.filter(({ juror, leaf }) => !again.has(juror) && counted.has(leaf));
  const all = [...final, ...standing].filter(({ juror }) => isSeated(jury, juror));
  if (all.length === 0 && !isLastOn(state, jury)) return accepted({ kind: 'jury-dissolved', jury: id });
  const verdict = verdictOf(
    jury.options,
    all.map(({ option }) => option),
  );
  return accepted({
    kind: 'jury-verdict',
    jury: id,
    ...verdict,
    counted: countOf(jury, all),
    standing: all.filter(({ round }) => round === 'blind').length,
  });
}

function countOf(jury: Jury, votes: readonly JuryVote[]): Counted {
  const counted = votes.filter(({ juror }) => isSeated(jury, juror));
  const leaves = counted.map(({ leaf }) => leaf).sort();
  const options = counted.map(({ option }) => option);
  return { votes: counted.length, leaves, root: merkleRoot(leaves), counts: countsOf(jury.options, options) };
}

const isSeated = (jury: Jury, juror: JuryVote['juror']): boolean => seated(jury).some(({ leaf }) => leaf === juror);
