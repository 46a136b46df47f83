import type { ProposalBrief } from '../../../views/parts/proposal-list.ts';
import type { House } from '../../actions/house.ts';
import type { Community } from '../../community/community.ts';
import type { PersonIri, ProposalId } from '../../community/ids.ts';
import { memberOf } from '../../governance/membership.ts';
import type { Proposal } from '../../governance/proposal.ts';
import { secondProposal } from '../../governance/proposals/second.ts';
import { titleOf } from '../../governance/proposals/titles.ts';
import type { CommunityState } from '../../governance/state.ts';
import { pageHandle } from '../context.ts';
import type { Began } from './stages.ts';
import { timelineOf } from './stages.ts';

type Needs = Pick<House, 'addresses' | 'boards' | 'ballots' | 'secretBallots' | 'clock'>;

interface Listing {
  readonly state: CommunityState;
  readonly community: Community;
  readonly viewer: PersonIri | null;
  /** When the stages began (`createStages`); lists that show no dates leave it out. */
  readonly began?: ReadonlyMap<ProposalId, Began>;
}

/** All proposals of a community here, the newest first, with what the viewer may still do about each. */
export async function briefsOf(house: Needs, listing: Listing): Promise<readonly ProposalBrief[]> {
  return Promise.all(
    [...listing.state.proposals.values()].reverse().map((proposal) => briefOf(house, listing, proposal)),
  );
}

const UNDECIDED: ReadonlySet<Proposal['phase']['state']> = new Set([
  'nomination',
  'seconding',
  'discussion',
  'frozen',
  'voting',
  'counting',
]);

/** The same for those alone that nobody has decided about yet. */
export async function undecidedOf(house: Needs, listing: Listing): Promise<readonly ProposalBrief[]> {
  const undecided = [...listing.state.proposals.values()].filter(({ phase }) => UNDECIDED.has(phase.state));
  return Promise.all(undecided.reverse().map((proposal) => briefOf(house, listing, proposal)));
}

async function briefOf(house: Needs, listing: Listing, proposal: Proposal): Promise<ProposalBrief> {
  const { community, began } = listing;
  const handle = pageHandle(community);
  const waiting = await waitingFor(house, listing, proposal);
  return {
    id: proposal.id,
    title: titleOf(proposal, listing.state),
    path: house.addresses.page.proposal(handle, proposal.id),
    community: { title: community.title, path: house.addresses.page.community(handle) },
    timeline: timelineOf(proposal, began?.get(proposal.id) ?? {}),
    ...(proposal.minority === undefined ? {} : { minority: proposal.minority.length }),
    ...(waiting === null ? {} : { waitingForYou: waiting }),
  };
}

/** What the viewer may still do about a proposal now. */
async function waitingFor(
  house: Needs,
  { state, viewer }: Listing,
  { id, phase, pinned }: Proposal,
): Promise<'second' | 'vote' | null> {
  if (viewer === null || memberOf(state, viewer) === null) return null;
  const now = house.clock.now();
  if (phase.state === 'seconding') {
    return secondProposal({ state, proposal: id, by: viewer, now }).ok ? 'second' : null;
  }
  if (phase.state !== 'voting' || phase.until <= now) return null;
  // Whether she has voted secretly, nobody knows; whoever has her ballot paper has what she needs for it.
  const vote = { community: state.community, proposal: id };
  const [roll, hasDone] = await Promise.all([
    house.boards.roll(state.community, id),
    pinned?.secret === undefined
      ? house.ballots.by(state.community, id, viewer).then((ballot) => ballot !== null)
      : house.secretBallots.isIssuedTo(vote, viewer),
  ]);
  return !hasDone && roll?.entries.some(({ member }) => member === viewer) ? 'vote' : null;
}
