import { communityIri, personIri } from '../../../server/community/ids.ts';
import { idOf, memberOf } from '../../vocabulary/read.ts';
import type { Translate } from '../context.ts';

/**
 * `Follow` of a community here is joining it, or, by another community, asking to be linked; of a person here, following
 * her.
 */
export const follow: Translate = async ({ actions, communities, people, meet }, { iri, sender, json }) => {
  const target = idOf(memberOf(json, 'object'));
  if (target === undefined) return 'refused: a Follow of nothing';
  const kind = await meet(sender);
  if (kind === null) return 'refused: the sender cannot be met';
  if (kind === 'community') {
    if ((await communities.byIri(communityIri(target)))?.home !== 'here') return 'ignored: no community here';
    const by = communityIri(sender);
    return `done: link ${await actions.linkAsked({ community: communityIri(target), by, activity: iri })}`;
  }
  if ((await communities.byIri(communityIri(target)))?.home === 'here') {
    const joined = await actions.joinCommunity({
      person: personIri(sender),
      community: communityIri(target),
      activity: iri,
    });
    return joined.ok ? 'done: joined' : `refused: ${joined.refusal.code}`;
  }
  const person = await people.byIri(personIri(target));
  if (person?.home !== 'here' || person.goneAt) return 'ignored: nobody here';
  await actions.acceptFollower({ follower: sender, person: person.iri, activity: iri });
  return 'done: follows';
};
