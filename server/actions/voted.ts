import type { PersonIri } from '../community/ids.ts';
import type { Proposal } from '../governance/proposal.ts';
import type { CommunityState } from '../governance/state.ts';
import type { House } from './house.ts';

/** Who has voted on something, or been given a ballot paper for it, by the names on the roll. */
export async function votedOn(
  house: Pick<House, 'ballots' | 'secretBallots'>,
  { community }: Pick<CommunityState, 'community'>,
  { id, pinned }: Pick<Proposal, 'id' | 'pinned'>,
): Promise<ReadonlySet<PersonIri>> {
  if (pinned?.secret !== undefined) return new Set(await house.secretBallots.issuedTo({ community, proposal: id }));
  return new Set((await house.ballots.of(community, id)).map(({ voter }) => voter));
}
