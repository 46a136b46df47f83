import { tidyAfterCount } from '../../actions/advance/secret.ts';
import { tell } from '../../actions/tell.ts';
import type { PersonIri, ProposalId } from '../../community/ids.ts';
import { said } from '../../community/said.ts';
import type { EntryHead } from '../../record/entry.ts';
import type { EffectParts } from '../parts.ts';
import type { Consequences } from './consequences.ts';

/** Asks the tellers of a vote who have not done so yet to open it. */
async function askTellers({ house }: EffectParts, { community, at }: EntryHead, id: ProposalId): Promise<void> {
  const [state, here] = await Promise.all([house.states.load(community), house.communities.byIri(community)]);
  const setup = state?.proposals.get(id)?.pinned?.secret;
  if (setup === undefined || here === null) return;
  const done = new Set(state?.secretVotes.get(id)?.opened.map(({ teller }) => teller));
  for (const { teller } of setup.tellers) {
    if (teller === 'machine' || done.has(teller)) continue;
    await tell(house, {
      to: teller as PersonIri,
      from: community,
      kind: 'result',
      about: ['open-ballots', id, at.toISOString()],
      text: said`The vote on ${id} in ${here.title} is over, and its ballots are sealed to you. Please give your key: ${setup.threshold} of ${setup.tellers.length} tellers open them together.`,
      link: `${house.addresses.origin}${house.addresses.page.proposal(here.name, id)}/teller`,
    });
  }
}

/** What must not outlive the count of a secret vote is erased; of an open one there is nothing. */
export async function tidySecretVote(
  { house }: EffectParts,
  { community }: EntryHead,
  proposal: ProposalId,
): Promise<void> {
  const state = await house.states.load(community);
  if (state?.proposals.get(proposal)?.pinned?.secret !== undefined)
    await tidyAfterCount(house, { community, proposal });
}

/** Tellers are asked for their keys; what must not outlive a count is erased. */
export const secretConsequences = {
  'secret-board-closed': (parts, head, event) => askTellers(parts, head, event.proposal),
  'tellers-reminded': (parts, head, event) => askTellers(parts, head, event.proposal),
  'secret-vote-failed': (parts, head, event) => tidySecretVote(parts, head, event.proposal),
} as const satisfies Consequences;
