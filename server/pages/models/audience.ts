import type { House } from '../../actions/house.ts';
import { widerThan } from '../../community/audience.ts';
import type { Community } from '../../community/community.ts';
import type { PersonIri } from '../../community/ids.ts';
import type { Audience, Post } from '../../community/post.ts';
import { currentMembers, organisationsOf } from '../../governance/roll.ts';
import { amountOf } from '../../governance/rules/vocabulary.ts';
import type { CommunityState } from '../../governance/state.ts';

type Needs = Pick<House, 'states'>;

/** A community here knows who belongs to it; of one elsewhere only its own server does. */
const stateOf = ({ states }: Needs, { iri, home }: Community): Promise<CommunityState | null> =>
  home === 'here' ? states.load(iri) : Promise.resolve(null);

const ORGANISATIONS = ['organisation', 'organisations'] as const;

/** Who sees what is written in a community for as many as it lets, in a sentence to be read before sending. */
export async function audienceOf(house: Needs, community: Community, audience: Audience = 'public'): Promise<string> {
  const state = await stateOf(house, community);
  const closed = community.membersOnly === true || audience === 'members';
  if (state === null) {
    return closed
      ? 'Visible to the members of this community only, here and on their own servers.'
      : 'Visible to everyone on the web, and to whoever follows from another server.';
  }
  const at = amountOf(organisationsOf(currentMembers(state)), ORGANISATIONS);
  return closed
    ? `Visible to members at ${at}, here and on their own servers, and to nobody else.`
    : `Visible to members at ${at}, to whoever follows from another server, and to everyone on the web.`;
}

/** Who sees an answer to a post, or the post itself when it is changed: as many as see the post. */
export async function audienceOfPost(
  house: Needs,
  community: Community,
  { audience, author, to }: Pick<Post, 'audience' | 'author' | 'to'>,
): Promise<string> {
  if (audience !== 'circle' && audience !== 'direct') return audienceOf(house, community, audience);
  const state = await stateOf(house, community);
  const circle = [...new Set([author, ...to])];
  const others = amountOf(circle.length - 1, ['other', 'others']);
  const members = circle.flatMap((iri) => state?.members.get(iri as PersonIri) ?? []);
  const at = state === null ? '' : `, at ${amountOf(organisationsOf(members), ORGANISATIONS)}`;
  return `Visible to you and ${others} named${at}, and to nobody else.`;
}

/** To whom the author of a post could let it be seen besides; each with the sentence that holds then. */
export const widening = async (house: Needs, community: Community, { audience }: Pick<Post, 'audience'>) =>
  Promise.all(
    widerThan(audience, community).map(async (to) => ({ to, audience: await audienceOf(house, community, to) })),
  );
