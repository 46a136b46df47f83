import type { CommunityIri, PersonIri, PostIri, ProposalId } from '../../server/community/ids.ts';
import type { CommunityState } from '../../server/governance/state.ts';
import { LINK_RULE } from './link-rule.ts';
import type { Stage } from './stage.ts';
import { until } from './wait.ts';

export const DAY = 24;

/** A vote that is open: its proposal and the Question by which others vote. */
export interface OpenVote {
  readonly proposal: ProposalId;
  readonly question: PostIri;
}

/**
 * Brings a proposal of alice's to its vote: seconded by those named, discussed, frozen, open. Days pass by the driven
 * clock; everything else is done by the server.
 */
export async function openVote(
  stage: Stage,
  title: string,
  seconders: readonly PersonIri[],
  rule = LINK_RULE,
): Promise<OpenVote> {
  const { actions, guild } = stage;
  const submitted = await actions.submitProposal({
    community: guild,
    by: stage.person('alice'),
    title,
    reasons: 'So that the roll is not flooded.',
    change: { kind: 'adopt-rule', rule: { ...rule, title } },
  });
  if (!submitted.ok) throw new Error(submitted.refusal.text);
  const { proposal } = submitted.value.event as { proposal: ProposalId };
  for (const by of seconders) {
    if ((await phaseOf(stage, proposal)) !== 'seconding') break;
    const seconded = await actions.secondProposal({ community: guild, proposal, by });
    if (!seconded.ok) throw new Error(seconded.refusal.text);
  }
  await reach(stage, proposal, 'discussion');
  await stage.forward(5 * DAY + 1);
  await reach(stage, proposal, 'frozen');
  await stage.forward(2 * DAY + 1);
  await reach(stage, proposal, 'voting');
  await stage.quiet();
  const question = (await stateOf(stage)).proposals.get(proposal)?.question;
  if (question === undefined) throw new Error('the vote has no Question');
  return { proposal, question };
}

export async function reach(stage: Stage, proposal: ProposalId, phase: string): Promise<void> {
  await until(`${proposal} is in ${phase}`, async () => (await phaseOf(stage, proposal)) === phase);
}

export async function phaseOf(stage: Stage, proposal: ProposalId): Promise<string | undefined> {
  return (await stateOf(stage)).proposals.get(proposal)?.phase.state;
}

async function stateOf(stage: Stage): Promise<CommunityState> {
  const state = await stage.house.states.load(stage.guild as CommunityIri);
  if (state === null) throw new Error('there is no guild');
  return state;
}
