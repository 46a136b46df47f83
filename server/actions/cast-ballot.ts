import { whileAgo } from '../clock.ts';
import type { CommunityIri, PersonIri, ProposalId } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { refused } from '../community/result.ts';
import type { Ballot } from '../governance/ballot.ts';
import { castBallot as decide, namesOf, turnOf } from '../governance/ballots.ts';
import { countBallots } from './advance/board.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'states' | 'record' | 'ballots' | 'boards' | 'clock' | 'random' | 'wake'> & {
  readonly addresses: Pick<House['addresses'], 'isHere'>;
};

/** A vote as somebody sent it; nothing of it is believed yet. */
export interface Vote {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly voter: PersonIri;
  readonly choice: string;
  readonly via: Ballot['via'];
  /** She has voted, and means to vote otherwise now. */
  readonly change?: boolean;
  /** How long ago it was received, in milliseconds: the time of receipt counts (VOT-04). */
  readonly waitedMs?: number;
}

/** More rivals than this in a row means something else is wrong: they are all one person's. */
const MOST_TRIES = 20;

/**
 * A member votes: from the page, or from her own server. One insert under a unique key; the receipt is the leaf
 * that will stand on the board. Ballots are only ever added: who changes her vote casts the next one, under a key of
 * its own, and the last one that is there when the count begins is the one on the board.
 *
 * It is decided on what this process knows of the community, and the write itself says whether that was still so
 * (`Casting`). Where it was not, and before anything is refused, the record is read.
 *
 * Against the close: counting begins with an entry (`voting-ended`) and only then reads the ballots. A ballot saved
 * while no such entry stood is therefore counted; one that finds the entry afterwards looks whether it got onto the
 * board, and says so truthfully.
 */
export async function castBallot(house: Needs, vote: Vote): Promise<Result<Ballot>> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const known = tries === 0 ? house.states.lastKnown(vote.community) : null;
    // Nearly everybody votes for the first time: of the others the unique key tells, and then they are looked for.
    const look = tries > 0 || vote.change === true;
    const [state, own] = await Promise.all([
      known ?? house.states.load(vote.community),
      look ? lastOf(house, vote, [vote.voter]) : null,
    ]);
    if (state === null) return refused('no-such-community', 'There is no such community here.');
    const [name, ...formerly] = namesOf(state, vote.voter);
    const before = own ?? (await lastOf(house, vote, look || formerly.length === 0 ? formerly : [name, ...formerly]));
    const root = state.proposals.get(vote.proposal)?.pinned?.rollRoot;
    const roll = root === undefined ? null : await house.boards.pinnedRoll(vote.community, vote.proposal, root);
    const now = whileAgo(house.clock, vote.waitedMs);
    const decision = decide({ ...vote, state, roll, before, now, nonce: house.random(16) });
    if (!decision.ok) {
      // Who has voted is told so, whatever she says now.
      if (known !== null || (!look && decision.refusal.code === 'bad-choice')) continue;
      return decision;
    }
    const isNew = decision.value !== before;
    if (isNew) {
      // Who votes here is shown her receipt at once.
      const receipt = vote.via === 'federation' || !house.addresses.isHere(decision.value.voter);
      const cast = await house.ballots.cast(decision.value, { decidedOn: known?.seq, receipt });
      // Another of hers was first, or something has happened: what she does now is decided again beside that.
      if (cast === 'already' || cast === 'overtaken') continue;
      if (receipt) house.wake();
      if (cast === 'counts') return decision;
    }
    // Also of one that was there: it may have come too late itself, from another window.
    return (await fateOf(house, decision.value)) === 'too-late' ? tooLate(isNew ? before : null) : decision;
  }
  throw new Error(`${vote.voter} votes on ${vote.proposal} from ${MOST_TRIES} places at once`);
}

function tooLate(before: Ballot | null): Result<Ballot> {
  return refused(
    'closed',
    before === null
      ? 'The vote closed in the moment you voted; your ballot came too late and is not counted.'
      : 'The vote closed in the moment you voted; your ballot came too late and is not counted; the one before is.',
  );
}

/** Somebody's last ballot, under any name of hers. */
async function lastOf({ ballots }: Needs, vote: Vote, names: readonly PersonIri[]): Promise<Ballot | null> {
  const found = await Promise.all(names.map((name) => ballots.by(vote.community, vote.proposal, name)));
  return found.find((ballot) => ballot !== null) ?? null;
}

type Looking = Pick<Needs, 'states' | 'ballots' | 'boards'>;

/** Whether a ballot just saved is, or will be, among those counted. */
export async function reachedTheBoard(house: Looking, ballot: Ballot): Promise<boolean> {
  return (await fateOf(house, ballot)) === 'counts';
}

/** What becomes of a ballot just saved: while the vote is open, that it counts unless its voter replaces it. */
async function fateOf(house: Looking, ballot: Ballot): Promise<'counts' | 'replaced' | 'too-late'> {
  const { community, proposal, voter } = ballot;
  const state = await house.states.load(community);
  if (state?.proposals.get(proposal)?.phase.state === 'voting') return 'counts';
  const { leaves } = await countBallots(house, community, proposal);
  if (leaves.includes(ballot.leaf)) return 'counts';
  const all = await house.ballots.of(community, proposal);
  const later = all.some((one) => one.voter === voter && turnOf(one) > turnOf(ballot) && leaves.includes(one.leaf));
  return later ? 'replaced' : 'too-late';
}
