import type { Community } from '../community/community.ts';
import type { CommunityIri, JuryId, PersonIri, ProposalId } from '../community/ids.ts';
import { isLive, type Jury } from '../governance/juries/state.ts';
import { objectUntil } from '../governance/participation/acts.ts';
import type { DigestFacts } from '../governance/participation/digest.ts';
import type { CommunityState } from '../governance/state.ts';
import { checkpointLineFor } from './checkpoints.ts';
import type { House } from './house.ts';
import { wholePool } from './jury-facts.ts';
import { notBefore } from './record.ts';
import { votedOn } from './voted.ts';

type Needs = Parameters<typeof checkpointLineFor>[0] &
  Pick<House, 'clock' | 'states' | 'boards' | 'ballots' | 'secretBallots' | 'juryPools' | 'juryVotes'>;

/** A community as letters about what is open in it need it. */
export interface OpenMatters {
  readonly community: Community;
  readonly state: CommunityState;
  readonly facts: DigestFacts;
  /** The line that says how long its book is and by which hash it ends. */
  readonly book: string | undefined;
}

/** What is open in a community; `null` where it keeps no record. It is the same for everybody, and costs reading votes. */
export async function openMattersIn(house: Needs, community: Community): Promise<OpenMatters | null> {
  const state = await house.states.load(community.iri);
  if (state === null) return null;
  const rolls = new Map<ProposalId, ReadonlySet<PersonIri>>();
  const voted = new Map<ProposalId, ReadonlySet<PersonIri>>();
  const now = notBefore(state.at, house.clock.now());
  for (const proposal of state.proposals.values()) {
    const isVote = proposal.phase.state === 'voting';
    if (!isVote && objectUntil(state, proposal.id, now) === null) continue;
    const roll = await house.boards.roll(community.iri, proposal.id);
    rolls.set(proposal.id, new Set(roll?.entries.map(({ member }) => member)));
    if (isVote) voted.set(proposal.id, await votedOn(house, state, proposal));
  }
  const duties = await dutiesIn(house, state);
  return { community, state, facts: { rolls, voted, duties }, book: await checkpointLineFor(house, community.iri) };
}

const KEPT_MS = 60_000;
interface Kept {
  readonly until: number;
  readonly found: Promise<OpenMatters | null>;
}
const kept = new WeakMap<object, Map<CommunityIri, Kept>>();

/** The same, at most a minute old: for letters to many, one after the other. */
export function openMattersLately(house: Needs, community: Community): Promise<OpenMatters | null> {
  const all = kept.get(house.states) ?? new Map<CommunityIri, Kept>();
  kept.set(house.states, all);
  const known = all.get(community.iri);
  if (known !== undefined && Date.now() < known.until) return known.found;
  const found = openMattersIn(house, community);
  all.set(community.iri, { until: Date.now() + KEPT_MS, found });
  // What failed is asked again.
  found.catch(() => all.delete(community.iri));
  return found;
}

/** Whom the juries of a community wait for. */
async function dutiesIn(house: Needs, state: CommunityState): Promise<DigestFacts['duties']> {
  const live = [...state.juries.values()].filter(isLive);
  const duties = new Map<PersonIri, readonly JuryId[]>();
  if (live.length === 0) return duties;
  const pools = await house.juryPools.of(state.community);
  for (const jury of live) {
    const members = new Map(wholePool(jury, pools)?.entries.map(({ leaf, member }) => [leaf, member]));
    for (const person of await waitedFor(house, state.community, jury, (leaf) => members.get(leaf))) {
      duties.set(person, [...(duties.get(person) ?? []), jury.id]);
    }
  }
  return duties;
}

type MemberOf = (leaf: Jury['seats'][number]['leaf']) => PersonIri | undefined;

async function waitedFor(
  house: Needs,
  community: CommunityIri,
  jury: Jury,
  memberOf: MemberOf,
): Promise<readonly PersonIri[]> {
  const { phase, seats, asked, contributions } = jury;
  if (phase.state === 'awaiting-round') return phase.until === undefined ? [] : asked;
  if (phase.state === 'committing') return asked.filter((one) => !contributions.some(({ by }) => by === one));
  if (phase.state === 'revealing') return contributions.flatMap(({ by, secret }) => (secret === undefined ? [by] : []));
  const votes = phase.state === 'voting' ? await house.juryVotes.of(community, jury.id, phase.round) : [];
  const voted = new Set(votes.map(({ juror }) => juror));
  return seats
    .filter(({ standing, leaf }) => {
      if (standing === 'asked') return true;
      if (standing !== 'accepted') return false;
      return phase.state === 'deliberation' || (phase.state === 'voting' && !voted.has(leaf));
    })
    .flatMap(({ leaf }) => memberOf(leaf) ?? []);
}
