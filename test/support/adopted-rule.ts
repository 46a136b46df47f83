import type { CommunityIri, PersonIri, ProposalId } from '../../server/community/ids.ts';
import { matterOf } from '../../server/governance/changes/index.ts';
import type { Change } from '../../server/governance/proposal.ts';
import { severs } from '../../server/governance/proposals/procedure.ts';
import type { RuleDraft } from '../../server/governance/rules/rule.ts';
import { LINKS_RULE, must } from './people.ts';
import type { RunningServer } from './running-server.ts';

const HOURS_A_DAY = 24;

/**
 * Lets a community adopt a rule as it would: proposed by its first member, seconded and voted for by all, a month after
 * they joined. Days pass by the driven clock.
 */
export async function adoptRule(
  server: RunningServer,
  community: CommunityIri,
  members: readonly PersonIri[],
  rule: RuleDraft = LINKS_RULE,
): Promise<void> {
  await days(server, 31);
  await adoptChange(server, community, members, { kind: 'adopt-rule', rule }, rule.title);
}

/** Lets a community decide on a change as it would: proposed, seconded, discussed, voted for by all; then in force. */
export async function adoptChange(
  server: RunningServer,
  community: CommunityIri,
  members: readonly PersonIri[],
  change: Change,
  title = 'A decision',
): Promise<ProposalId> {
  const { actions, house } = server;
  const [by, ...others] = members as [PersonIri, ...PersonIri[]];
  const asked = { community, by, title, reasons: 'It is needed.', change };
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

/** Lets days and a minute pass, and what is due happen. */
export async function days(server: RunningServer, count: number): Promise<void> {
  server.clock.forward(count * HOURS_A_DAY + 1 / 60);
  await server.settle();
}

/** What a busy machine carries out late comes into force as much later: at most so many days more pass. */
const MOST_LATE = 5;

/** Lets days pass until something is so. */
export async function daysUntil(server: RunningServer, what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let late = 0; !(await isSo()); late += 1) {
    if (late === MOST_LATE) throw new Error(`${late} days later it is still not so: ${what}`);
    await days(server, 1);
  }
}
