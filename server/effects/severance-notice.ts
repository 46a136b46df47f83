import { tell } from '../actions/tell.ts';
import { said } from '../community/said.ts';
import { homeOf } from '../governance/affiliation.ts';
import type { EventOf } from '../governance/events.ts';
import { memberOf } from '../governance/membership.ts';
import { severs } from '../governance/proposals/procedure.ts';
import { adoptedText } from '../governance/proposals/texts.ts';
import { touching } from '../governance/proposals/touching.ts';
import { RESTORABLE_DAYS } from '../governance/servers.ts';
import type { EntryHead } from '../record/entry.ts';
import type { EffectParts } from './parts.ts';

/** Members whose server will be cut off hear of it while they still can hear (governance.md §3.8, “7 d notice”). */
export async function announceSeverance(
  { house }: EffectParts,
  { community: iri }: EntryHead,
  event: EventOf<'proposal-decided'>,
): Promise<void> {
  if (event.inForceFrom === undefined) return;
  const [community, state] = await Promise.all([house.communities.byIri(iri), house.states.load(iri)]);
  const proposal = state?.proposals.get(event.proposal);
  if (!community || !state || !proposal) throw new Error(`${event.proposal} of ${iri} cannot be found`);
  const { change } = adoptedText(proposal);
  const touches = severs(change) ? touching(state, change) : null;
  if (touches === null) return;
  for (const one of state.members.values()) {
    const { member } = one;
    if (!touches(homeOf(one)) || memberOf(state, member) === null) continue;
    await tell(house, {
      to: member,
      from: iri,
      kind: 'result',
      about: [proposal.id, 'severance'],
      text: said`The members of ${community.title} have decided that nothing from your server is let in any more, from ${event.inForceFrom} on. Your membership rests then. If they lift it within ${RESTORABLE_DAYS} days, you are a member again as before; you can also move to another server and keep your tenure.`,
      link: house.addresses.origin + house.addresses.page.proposal(community.name, proposal.id),
    });
  }
}
