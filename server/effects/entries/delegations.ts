import { tell } from '../../actions/tell.ts';
import { onDay, said } from '../../community/said.ts';
import type { Consequences } from './consequences.ts';

/** Whoever is asked to vote for somebody is told, wherever she is. */
export const delegationsConsequences = {
  async 'delegation-given'({ house }, head, { by, to, until }) {
    const [community, asker] = await Promise.all([house.communities.byIri(head.community), house.people.byIri(by)]);
    if (community === null) return;
    const name = asker?.displayName || 'A member';
    await tell(house, {
      to,
      from: community.iri,
      kind: 'message',
      about: ['delegation', String(head.seq)],
      text: said`${name} has asked you to vote for them in ${community.title}, wherever they do not vote themselves, until ${onDay(until)}. Your ballot counts for both then; you need do nothing else.`,
      link: `${house.addresses.origin}${house.addresses.page.community(community.name)}/delegations`,
    });
  },
} as const satisfies Consequences;
