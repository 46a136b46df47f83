import { activity } from '../../federation/send/activities/activity.ts';
import { PUBLIC } from '../../federation/vocabulary/names.ts';
import { deletePost } from '../actions/change-post.ts';
import { leaveCommunity } from '../actions/join-community.ts';
import { forgetFeeds } from '../actions/notebook/feeds.ts';
import { forgetNotes } from '../actions/notebook/notes.ts';
import type { Person } from '../community/person.ts';
import { tidyPortraits } from './files.ts';
import type { EffectParts } from './parts.ts';

/**
 * Somebody of this server has left it for good. Her followers, and everybody who got what she wrote in communities, are
 * told first, while it is known who they are; then her memberships end, in each community's record.
 */
export async function carryOutLeaving(parts: EffectParts, person: Person): Promise<void> {
  const { house, outbox } = parts;
  const { iri } = person;
  const { addresses, follows } = house;
  const [belongs, people] = await Promise.all([follows.communitiesOf(iri), follows.peopleFollowedBy(iri)]);
  const here = belongs.map(({ target }) => target).filter((community) => addresses.isHere(community));
  const elsewhere = [...belongs, ...people].filter(({ target }) => !addresses.isHere(target));
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
  const others = people.filter(({ target }) => addresses.isHere(target));
  for (const follow of [...elsewhere, ...others]) await follows.put({ ...follow, state: 'ended' }, []);
  await forgetHerOwn(parts, person);
}

/** What was hers alone: what she was told, what she kept for herself, the pictures of her. */
async function forgetHerOwn(parts: EffectParts, person: Person): Promise<void> {
  const {
    notices,
    marks,
    filters,
    ownLists,
    notificationPolicies,
    notificationMarks,
    mails,
    scheduledPosts,
    uploads,
    imports,
    listedPeople,
    captureAddresses,
    personLanguages,
    quietHours,
    letterWishes,
    collections,
  } = parts.house;
  const told = [notices, notificationPolicies, notificationMarks, mails, quietHours, personLanguages, captureAddresses];
  for (const kept of [...told, marks, filters, ownLists, imports, listedPeople, letterWishes, collections])
    await kept.forget(person.iri);
  await forgetNotes(parts.house, person.iri);
  await forgetFeeds(parts.house, person.iri);
  for (const post of await scheduledPosts.forget(person.iri)) await uploads.letGo(post);
  await tidyPortraits(parts, person);
}

/** She wanted her posts gone as well: each is deleted as she would have done it. */
export async function deleteHerPosts({ house }: EffectParts, { iri }: Person): Promise<void> {
  for await (const post of house.timelines.own(iri)) await deletePost(house, { post: post.iri, by: iri });
}
