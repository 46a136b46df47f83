import type { AudienceModel } from '../../../views/parts/audience.ts';
import type { House } from '../../actions/house.ts';
import { widerThan } from '../../community/audience.ts';
import type { Community } from '../../community/community.ts';
import type { PersonIri } from '../../community/ids.ts';
import type { Audience, Post } from '../../community/post.ts';
import { currentMembers, organisationsOf } from '../../governance/roll.ts';
import type { CommunityState } from '../../governance/state.ts';

type Needs = Pick<House, 'states'>;

/** A community here knows who belongs to it; of one elsewhere only its own server does. */
export const stateOf = ({ states }: Needs, { iri, home }: Community): Promise<CommunityState | null> =>
  home === 'here' ? states.load(iri) : Promise.resolve(null);

/** Who sees what is written in a community for as many as it lets, to be read before sending. */
export async function audienceOf(
  house: Needs,
  community: Community,
  audience: Audience = 'public',
): Promise<AudienceModel> {
  return audienceIn(await stateOf(house, community), community, audience);
}

/** The same, where the community's state is known; `null` for one elsewhere. */
export function audienceIn(
  state: CommunityState | null,
  { membersOnly }: Pick<Community, 'membersOnly'>,
  audience: Audience = 'public',
): AudienceModel {
  const kind = membersOnly === true || audience === 'members' ? 'members' : 'everyone';
  return state === null ? { kind } : { kind, organisations: organisationsOf(currentMembers(state)) };
}

/** Who sees an answer to a post, or the post itself when it is changed: as many as see the post. */
export async function audienceOfPost(
  house: Needs,
  community: Community,
  { audience, author, to }: Pick<Post, 'audience' | 'author' | 'to'>,
): Promise<AudienceModel> {
  if (audience !== 'circle' && audience !== 'direct') return audienceOf(house, community, audience);
  const state = await stateOf(house, community);
  const circle = [...new Set([author, ...to])];
  const some = { kind: 'some', others: circle.length - 1 } as const;
  if (state === null) return some;
  const members = circle.flatMap((iri) => state.members.get(iri as PersonIri) ?? []);
  return { ...some, organisations: organisationsOf(members) };
}

/** To whom the author of a post could let it be seen besides; each with who sees it then. */
export const widening = async (house: Needs, community: Community, { audience }: Pick<Post, 'audience'>) =>
  Promise.all(
    widerThan(audience, community).map(async (to) => ({ to, audience: await audienceOf(house, community, to) })),
  );
