import { createHmac } from 'node:crypto';
import type { Digest, Organisation, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { hashOf } from '../../record/canonical.ts';
import type { Ballot } from '../ballot.ts';
import { lastBallots } from '../ballots.ts';
import { addHours } from '../dates.ts';
import type { EventOf } from '../events.ts';
import type { CommunityState } from '../state.ts';

/** A server that speaks for more than a fifth of the ballots from elsewhere is looked at (governance.md §3.7) … */
const SHARE = 0.2;
/** … where there are so many that the share says anything. */
const FEWEST = 10;
/** So many are asked at least; of larger crowds the square root, and never more than this. */
const ASKED_LEAST = 5;
const ASKED_MOST = 50;
/** So long before the end they are asked: late enough to see most ballots, early enough to vote anew. */
export const SAMPLE_HOURS = 24;

/** A domain whose ballots are too many to be believed without asking. */
export interface Suspicion {
  readonly domain: Organisation;
  readonly ballots: readonly Ballot[];
}

/** The domains that bring more than a fifth of the ballots that came from other servers, the largest first. */
export function dominant(ballots: readonly Ballot[]): readonly Suspicion[] {
  const remote = lastBallots(ballots).filter(({ via }) => via === 'federation');
  if (remote.length < FEWEST) return [];
  const byDomain = Map.groupBy(remote, ({ organisation }) => organisation);
  return [...byDomain]
    .filter(([, of]) => of.length > SHARE * remote.length)
    .map(([domain, of]) => ({ domain, ballots: of }))
    .sort((a, b) => b.ballots.length - a.ballots.length || (a.domain < b.domain ? -1 : 1));
}

/**
 * Who is asked whether she cast her ballot: each ballot draws a ticket from a seed that nobody knew while ballots were
 * forged, and the lowest are asked. The seed is the root of the frozen roll together with the hash of the last entry
 * before the draw, so that anybody can draw again (P2: the order of the ballots does not matter).
 */
export function drawSample({
  proposal,
  domain,
  rollRoot,
  after,
  leaves,
}: {
  readonly proposal: ProposalId;
  readonly domain: Organisation;
  readonly rollRoot: Digest;
  /** The hash of the entry before the one that says whom the draw found. */
  readonly after: Digest;
  readonly leaves: readonly Digest[];
}): readonly Digest[] {
  const seed = hashOf({ draw: 'sample/1', proposal, domain, rollRoot, after });
  const ticket = (leaf: Digest): string => createHmac('sha256', seed).update(leaf).digest('hex');
  const size = Math.min(leaves.length, ASKED_MOST, Math.max(ASKED_LEAST, Math.ceil(Math.sqrt(leaves.length))));
  return [...leaves]
    .map((leaf) => ({ leaf, ticket: ticket(leaf) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .slice(0, size)
    .map(({ leaf }) => leaf)
    .sort();
}

/** The voters of one domain are asked, once in a vote, in its last day: so she can still vote anew. */
export function askSample({
  state,
  proposal: id,
  ballots,
  now,
}: {
  readonly state: CommunityState;
  readonly proposal: ProposalId;
  readonly ballots: readonly Ballot[];
  readonly now: Date;
}): Result<EventOf<'sample-asked'>, 'not-due'> {
  const nothing = refused('not-due', said`There is nobody to be asked about ${id}.`);
  const proposal = state.proposals.get(id);
  const { phase, pinned } = proposal ?? {};
  if (phase?.state !== 'voting' || pinned === undefined || pinned.secret !== undefined) return nothing;
  if (now < addHours(phase.until, -SAMPLE_HOURS) || now >= phase.until) return nothing;
  const asked = state.samples.get(id) ?? [];
  const next = dominant(ballots).find(({ domain }) => !asked.some((one) => one.domain === domain));
  if (next === undefined) return nothing;
  const { domain } = next;
  const leaves = next.ballots.map(({ leaf }) => leaf);
  const drawn = drawSample({ proposal: id, domain, rollRoot: pinned.rollRoot, after: state.head, leaves });
  return accepted({ kind: 'sample-asked', proposal: id, domain, ballots: leaves.length, asked: drawn });
}

/** What came of a sample until the count. */
export interface Confirmed {
  readonly domain: Organisation;
  readonly asked: number;
  readonly confirmed: number;
  readonly denied: number;
}

/**
 * What those said who were asked about their ballots on a proposal, in totals: the names of who answered are nobody's
 * business. Who says nothing is in neither number.
 */
export function confirmedOf(
  state: CommunityState,
  proposal: ProposalId,
  confirmations: ReadonlySet<Digest>,
): readonly Confirmed[] {
  const denied = new Set(state.ballotDisputes.get(proposal)?.map(({ leaf }) => leaf));
  return (state.samples.get(proposal) ?? []).map(({ domain, asked }) => ({
    domain,
    asked: asked.length,
    confirmed: asked.filter((leaf) => confirmations.has(leaf) && !denied.has(leaf)).length,
    denied: asked.filter((leaf) => denied.has(leaf)).length,
  }));
}
