import { activity } from '../../federation/send/activities/activity.ts';
import { PUBLIC } from '../../federation/vocabulary/names.ts';
import { deletePost } from '../actions/change-post.ts';
import { leaveCommunity } from '../actions/join-community.ts';
import type { Person } from '../community/person.ts';
import type { EffectParts } from './parts.ts';

/**
 * Somebody of this server has left it for good. Her followers, and everybody who got what she wrote in communities, are
 * told first, while it is known who they are; then her memberships end, in each community's record.
 */
export async function carryOutLeaving({ house, outbox }: EffectParts, { iri }: Person): Promise<void> {
  const { addresses, follows } = house;
  const belongs = await follows.communitiesOf(iri);
  const here = belongs.map(({ target }) => target).filter((community) => addresses.isHere(community));
  const elsewhere = belongs.filter(({ target }) => !addresses.isHere(target));
  await outbox.send({
    // Her bare id, as Mastodon and Lemmy say it.
    activity: activity({
      id: addresses.activity('delete', iri),
      type: 'Delete',
      actor: iri,
      to: [PUBLIC],
      object: iri,
    }),
    actor: iri,
    to: { followersOf: [iri, ...here], actors: elsewhere.map(({ target }) => target) },
    public: true,
    object: iri,
  });
  for (const community of here) await leaveCommunity(house, { person: iri, community });
  // Told by the Delete already: who is gone can sign nothing that is believed.
  for (const follow of elsewhere) await follows.put({ ...follow, state: 'ended' }, []);
  await house.notices.forget(iri);
}

/** She wanted her posts gone as well: each is deleted as she would have done it. */
export async function deleteHerPosts({ house }: EffectParts, { iri }: Person): Promise<void> {
  for await (const post of house.timelines.own(iri)) await deletePost(house, { post: post.iri, by: iri });
}
