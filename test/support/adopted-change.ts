import type { CommunityIri, PersonIri, ProposalId } from '../../server/community/ids.ts';
import { matterOf } from '../../server/governance/changes/index.ts';
import type { Change } from '../../server/governance/proposal.ts';
import { severs } from '../../server/governance/proposals/procedure.ts';
import { days, daysUntil } from './adopted-rule.ts';
import { must } from './people.ts';
import type { RunningServer } from './running-server.ts';

/** Lets a community decide on a change as it would: proposed, seconded, discussed, voted for by all; then in force. */
export async function adoptChange(
  server: RunningServer,
  community: CommunityIri,
  members: readonly PersonIri[],
  change: Change,
): Promise<ProposalId> {
  const { actions, house } = server;
  const [by, ...others] = members as [PersonIri, ...PersonIri[]];
  const asked = { community, by, title: 'A decision', reasons: 'It is needed.', change };
  const { event } = must(await actions.submitProposal(asked));
  const { proposal } = event as { readonly proposal: ProposalId };
  for (const second of others) await actions.secondProposal({ community, proposal, by: second });
  const isCharter = matterOf(change) === 'charter';
  await days(server, isCharter ? 10 : 5);
  await days(server, 2);
  for (const voter of members) {
    must(await actions.castBallot({ community, proposal, voter, choice: 'yes', via: 'web' }));
  }
  await days(server, isCharter ? 14 : 7);
  await days(server, isCharter || severs(change) ? 7 : 3);
  await daysUntil(server, 'the change is in force', async () => {
    return (await house.states.load(community))?.proposals.get(proposal)?.phase.state === 'in-force';
  });
  return proposal;
}
