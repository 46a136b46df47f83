import type { PersonIri, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { namesOf } from '../ballots.ts';
import type { EventOf } from '../events.ts';
import type { Proposal } from '../proposal.ts';
import { isSecretMatter } from '../proposals/procedure.ts';
import { holdersOf } from '../roles/role.ts';
import type { CommunityState } from '../state.ts';
import type { SecretSetup } from './setup.ts';
import { NOTHING_YET } from './state.ts';

/** Below so many ballots only totals are told: one of few could be guessed (governance.md §3.6). */
export const LEAST_PUBLISHED = 10;

export type DepositRefusal = 'no-such-proposal' | 'not-secret' | 'too-late' | 'not-a-teller';

/**
 * A teller gives the public half of her key for a vote. She may give another one until the text is frozen: the last
 * one counts.
 *
 * @param key a point of the curve, as the action found
 */
export function depositKey({
  state,
  proposal: id,
  by,
  key,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly by: PersonIri;
  readonly key: string;
  readonly now: Date;
}): Result<EventOf<'teller-key-deposited'>, DepositRefusal> {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return refused('no-such-proposal', said`There is no proposal ${id} here.`);
  if (!isSecretMatter(proposal.matter)) return refused('not-secret', 'This vote is not secret; it needs no keys.');
  const { state: phase } = proposal.phase;
  if (phase !== 'nomination' && phase !== 'discussion') {
    return refused('too-late', said`To whom the ballots of ${id} are sealed was fixed when its text was frozen.`);
  }
  const holder = holdersOf(state, 'teller', now).find(({ member }) => member === by);
  if (holder === undefined) return refused('not-a-teller', 'Ballots are sealed to the members who are tellers.');
  const { organisation } = holder;
  return accepted({ kind: 'teller-key-deposited', proposal: id, teller: by, organisation, key });
}

/**
 * To whom the ballots of a vote are sealed: the tellers who have given a key and still are tellers, from at least two
 * organisations, of whom more than half (two at least) open them together. Where there are no such, the machine alone.
 *
 * @param keys made for this vote: who signs its papers, and the machine's own, in case
 */
export function setupFor({
  state,
  proposal,
  keys,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: Pick<Proposal, 'id'>;
  readonly keys: { readonly issuer: string; readonly machine: string };
  readonly now: Date;
}): SecretSetup {
  const { issuer, machine } = keys;
  const { deposits } = state.secretVotes.get(proposal.id) ?? NOTHING_YET;
  const holders = new Set(holdersOf(state, 'teller', now).map(({ member }) => member));
  const able = deposits.filter(({ teller }) => holders.has(teller));
  const organisations = new Set(able.map(({ organisation }) => organisation));
  if (able.length < 2 || organisations.size < 2) {
    return { issuer, tellers: [{ teller: 'machine', key: machine }], threshold: 1 };
  }
  const tellers = able.map(({ teller, key }) => ({ teller, key })).sort((a, b) => (a.teller < b.teller ? -1 : 1));
  return { issuer, tellers, threshold: Math.max(2, Math.floor(tellers.length / 2) + 1) };
}

export type OpenRefusal = 'no-such-proposal' | 'not-a-teller' | 'not-yet' | 'too-late' | 'already-opened';

/**
 * A teller opens: she gives the private half of her key, after the board stands in the record. The value's `key` is
 * set where it may be shown to everybody.
 *
 * @param key the private half; that it belongs to the one that was pinned, the action has checked
 */
export function openKey({
  state,
  proposal: id,
  teller,
  key,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly teller: PersonIri | 'machine';
  readonly key: string;
}): Result<EventOf<'teller-key-opened'>, OpenRefusal> {
  const proposal = state.proposals.get(id);
  const setup = proposal?.pinned?.secret;
  if (proposal === undefined || setup === undefined) {
    return refused('no-such-proposal', said`There is no secret vote on ${id} here.`);
  }
  const vote = state.secretVotes.get(id) ?? NOTHING_YET;
  const own = tellerIn(state, setup, teller);
  if (own === null) return refused('not-a-teller', 'The ballots of this vote are not sealed to you.');
  if (vote.opened.some((one) => one.teller === own.teller)) {
    return refused('already-opened', 'You have given your key for this vote already. Thank you.');
  }
  const { state: phase } = proposal.phase;
  if (phase === 'frozen' || phase === 'voting' || (phase === 'counting' && vote.board === undefined)) {
    return refused('not-yet', 'Keep your key until the vote is over and its board stands in the record.');
  }
  if (phase !== 'counting' || vote.board === undefined) {
    return refused('too-late', 'This vote is decided. Your key is not needed any more; please delete it.');
  }
  const shown = vote.board.ballots >= LEAST_PUBLISHED;
  return accepted({ kind: 'teller-key-opened', proposal: id, teller: own.teller, ...(shown ? { key } : {}) });
}

/** The line of a setup that is somebody's, under any name of hers. */
export function tellerIn(
  state: CommunityState,
  { tellers }: SecretSetup,
  person: PersonIri | 'machine',
): SecretSetup['tellers'][number] | null {
  const names: readonly string[] = person === 'machine' ? ['machine'] : namesOf(state, person);
  return tellers.find(({ teller }) => names.includes(teller)) ?? null;
}
