import type { PersonIri, ProposalId } from '../../community/ids.ts';
import { addDays } from '../../governance/dates.ts';
import type { CommunityState } from '../../governance/state.ts';
import { notBefore } from '../record.ts';
import type { Needs } from './step.ts';

/**
 * Members’ last acts that do not stand in the record, within the charter's span before a time: posts, and ballots in
 * votes that are over. Of a secret vote all that anybody knows is who was given a ballot paper, and that not when: it
 * counts from the vote's opening.
 */
export async function lastActs(house: Needs, state: CommunityState, at: Date): Promise<ReadonlyMap<PersonIri, Date>> {
  const since = addDays(at, -state.charter.parameters.activeDays);
  const acts = new Map(await house.timelines.lastPosts(state.community, since));
  for (const [id, { outcome, votingOpenedAt, pinned }] of state.proposals) {
    if (outcome === undefined || votingOpenedAt === undefined || votingOpenedAt < since) continue;
    const voted =
      pinned?.secret === undefined ? await voters(house, state, id) : await issued(house, state, id, votingOpenedAt);
    for (const [member, time] of voted) acts.set(member, notBefore(time, acts.get(member) ?? time));
  }
  return acts;
}

type Acts = readonly (readonly [PersonIri, Date])[];

async function voters({ ballots }: Needs, { community }: CommunityState, id: ProposalId): Promise<Acts> {
  return (await ballots.of(community, id)).map(({ voter, castAt }) => [voter, castAt]);
}

async function issued(
  { secretBallots }: Needs,
  { community }: CommunityState,
  proposal: ProposalId,
  opened: Date,
): Promise<Acts> {
  return (await secretBallots.issuedTo({ community, proposal })).map((member) => [member, opened]);
}
