import type { JuryId, PersonIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { addHours } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import { notDue } from '../proposals/not-due.ts';
import { handInUntil, roundTime, signatureIn } from './beacon.ts';
import type { SignatureCheck } from './beacon-signature.ts';
import { SEED_HOURS } from './seed.ts';

type OnRound = Transition<{ readonly jury: JuryId }>;

export type RoundRefusal =
  | 'no-such-jury'
  | 'not-a-member'
  | 'already-given'
  | 'not-open'
  | 'too-early'
  | 'bad-signature'
  | 'does-not-fit';

/**
 * Somebody hands in the signature of the round that a draw waits for. Any member may, whoever is concerned by the matter
 * included: it proves itself, and there is only one, so who brings it changes nothing.
 *
 * @param by absent when this server fetched it
 * @param said the signature, or the whole answer of a relay
 */
export function giveRound({
  said: answer,
  isSignature,
  ...asked
}: OnRound & {
  readonly by?: PersonIri | undefined;
  readonly said: string;
  readonly isSignature: SignatureCheck;
}): Result<EventOf<'beacon-round-given'>, RoundRefusal> {
  const awaited = roundAwaited(asked);
  if (!awaited.ok) return awaited;
  const { value: round } = awaited;
  const signature = signatureIn(answer);
  if (signature === null) {
    return refused(
      'bad-signature',
      'Paste the answer of the address below, or its signature: 96 digits from 0 to 9 and a to f.',
    );
  }
  if (!isSignature(round, signature)) {
    const text = said`This is not the signature of round ${round} of quicknet. Please look at the round’s number and the chain’s hash.`;
    return refused('does-not-fit', text);
  }
  const { jury, by } = asked;
  return accepted({ kind: 'beacon-round-given', jury, round, signature, ...(by === undefined ? {} : { by }) });
}

/** The round that a draw waits for and that is out, for somebody who may hand it in. */
function roundAwaited({
  state,
  jury: id,
  by,
  now,
}: OnRound & { readonly by?: PersonIri | undefined }): Result<number, RoundRefusal> {
  const jury = state.juries.get(id);
  if (jury === undefined) return refused('no-such-jury', said`There is no jury ${id} here.`);
  if (by !== undefined && memberOf(state, by) === null) {
    return refused('not-a-member', 'Only members of this community help with a draw.');
  }
  const { beacon } = jury;
  if (beacon?.signature !== undefined) {
    return refused('already-given', 'The round is in the open book already, and the draw follows from it. Thank you.');
  }
  if (beacon === undefined || jury.phase.state !== 'awaiting-round') {
    return refused(
      'not-open',
      'This draw waits for no round, or does not wait any more. Its page says what it follows from.',
    );
  }
  const { round } = beacon;
  if (now >= roundTime(round)) return accepted(round);
  const text = said`Round ${round} is published on ${roundTime(round)}: hand it in from then on. If you have its signature already, the clock of this server is behind: tell the other members, because then the draw is not to be trusted.`;
  return refused('too-early', text);
}

/** The round is out, and nobody has handed it in: the record says so, and those who help with the draw are asked. */
export function noteLateRound({ state, jury: id, now }: OnRound): Result<EventOf<'beacon-round-late'>, 'not-due'> {
  const phase = state.juries.get(id)?.phase;
  if (phase?.state !== 'awaiting-round' || phase.until !== undefined || now < phase.lateFrom) return notDue(id);
  return accepted({ kind: 'beacon-round-late', jury: id, until: handInUntil(now) });
}

/** Why this server does not have a round, as far as it knows itself. */
export type MissedWhy =
  /** It is set to ask nobody, and no member handed it in. */
  | 'not-asked'
  /** None of the addresses it asks gave it, and no member handed it in. */
  | 'no-answer';

/**
 * Nobody handed the round in, for a day after it was noted as missing: the draw follows from words of members instead, once and for all. It stands in
 * the record with its reason, and beside the draw.
 *
 * Whoever holds the machine can bring this about by keeping members from handing the round in, and knows then what jury
 * the round would have given: that is one choice, between this jury and one that nobody can know yet.
 */
export function missRound({
  state,
  jury: id,
  asked,
  why,
  now,
}: OnRound & { readonly asked: readonly PersonIri[]; readonly why: MissedWhy }): Result<
  EventOf<'beacon-round-missed'>,
  'not-due'
> {
  const phase = state.juries.get(id)?.phase;
  if (phase?.state !== 'awaiting-round' || phase.until === undefined || now < phase.until) return notDue(id);
  return accepted({ kind: 'beacon-round-missed', jury: id, why, asked, until: addHours(now, SEED_HOURS) });
}
