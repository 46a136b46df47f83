import { tell } from '../actions/tell.ts';
import type { PersonIri } from '../community/ids.ts';
import { type Said, type Sentence, said } from '../community/said.ts';
import type { EventOf } from '../governance/events.ts';
import type { EntryHead } from '../record/entry.ts';
import type { EffectParts } from './parts.ts';

/** Who proposed hears that another text stands beside hers: she can take it over. */
export function tellOfAlternative(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'alternative-proposed'>,
): Promise<void> {
  const { alternative, title } = event;
  return tellProposer(parts, head, event.proposal, [alternative], (about) => {
    return said`Another text, ${alternative} “${title}”, was put beside your proposal ${about}. If you like it better, you can make it your own once another member wants it on the ballot; otherwise members choose between the two.`;
  });
}

/** Who proposed hears that a jury looks at the vote, since it comes into force later or not at all. */
export async function tellOfChallenge(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'challenge-signed'>,
): Promise<void> {
  if (event.opens !== true) return;
  await tellProposer(parts, head, event.proposal, ['challenge'], (about) => {
    return said`Members doubt that the vote on your proposal ${about} kept to the procedure. A jury looks at that, and at nothing else; until it has answered, the proposal does not come into force.`;
  });
}

async function tellProposer(
  { house }: EffectParts,
  { community: iri }: EntryHead,
  id: EventOf<'alternative-proposed'>['proposal'],
  about: readonly string[],
  text: (proposal: Said) => Sentence,
): Promise<void> {
  const [community, state] = await Promise.all([house.communities.byIri(iri), house.states.load(iri)]);
  const proposal = state?.proposals.get(id);
  if (!community || !proposal) throw new Error(`${id} of ${iri} is in the record but cannot be found`);
  // Nobody in particular asked for what the charter itself called for.
  if (proposal.by === iri) return;
  await tell(house, {
    to: proposal.by as PersonIri,
    from: iri,
    kind: 'result',
    about: [id, ...about],
    text: text(said`${id} “${proposal.title}”`),
    link: house.addresses.origin + house.addresses.page.proposal(community.name, id),
  });
}
