import type { CommunityIri, PersonIri, ProposalId } from '../../server/community/ids.ts';
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
  const { actions } = server;
  const [by, ...others] = members as [PersonIri, ...PersonIri[]];
  await days(server, 31);
  const { event } = must(
    await actions.submitProposal({
      community,
      by,
      title: rule.title,
      reasons: 'To keep it readable.',
      change: { kind: 'adopt-rule', rule },
    }),
  );
  const { proposal } = event as { readonly proposal: ProposalId };
  for (const second of others) await actions.secondProposal({ community, proposal, by: second });
  await days(server, 5);
  await days(server, 2);
  for (const voter of members)
    must(await actions.castBallot({ community, proposal, voter, choice: 'yes', via: 'web' }));
  await days(server, 7);
  await days(server, 3);
  await daysUntil(server, 'the rule is in force', async () => {
    return (await server.house.states.load(community))?.rules.size === 1;
  });
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
