import { type Wider, widerThan } from '../community/audience.ts';
import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { PostEffect } from '../ports/posts.ts';
import { limited } from './admit-post.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'communities' | 'posts' | 'states' | 'addresses' | 'clock' | 'wake'>;
export type WidenRefusal = 'no-such-post' | 'not-yours' | 'not-wider' | 'held';

/**
 * Somebody here lets more people see what she wrote for a few (promise.md, 45): by her own act alone, never further than
 * her community lets anybody see, and never back, since what was read is read. Replies stay for whom they were for.
 * Whoever it was for is named no longer.
 */
export async function widenPost(
  house: Needs,
  ask: { readonly post: PostIri; readonly by: PersonIri; readonly to: string },
): Promise<Result<Wider, WidenRefusal>> {
  const post = await house.posts.byIri(ask.post);
  if (post === null || post.deletedAt !== undefined) return refused('no-such-post', 'This post is gone.');
  if (post.author !== ask.by || post.home !== 'here') {
    return refused('not-yours', 'Only its author lets more people see a post.');
  }
  if (post.standing.state !== 'visible') {
    return refused('held', 'This post is not shown now, so nobody else can see it yet. Wait until it is.');
  }
  const community = post.community === undefined ? null : await house.communities.byIri(post.community);
  const wider = community === null ? undefined : widerThan(post.audience, community).find((one) => one === ask.to);
  const parent = post.inReplyTo === undefined ? null : await house.posts.byIri(post.inReplyTo);
  const answersFewer = parent !== null && wider !== undefined && widerThan(parent.audience, {}).includes(wider);
  if (community === null || wider === undefined || answersFewer) {
    return refused(
      'not-wider',
      'It cannot be widened to that: it is seen by as many already, or answers what fewer see.',
    );
  }
  const state = community.home === 'here' ? await house.states.load(community.iri) : null;
  if (limited(state, community, { ...post, audience: wider }).audience !== wider) {
    return refused(
      'not-wider',
      'The members of this community decided that what comes from your server is for them alone.',
    );
  }
  // Servers that have seen the Create for a few must not take the one for many for the same.
  const activity = house.addresses.activity('create', post.iri, wider);
  const to = parent === null ? [] : [parent.author].filter((iri) => iri !== post.author);
  await house.posts.edit(
    post.iri,
    { audience: wider, activity, to },
    followingFrom(post.audience === 'circle', community),
  );
  house.wake();
  return accepted(wider);
}

/** New readers get the post itself; who had it as a member hears that it is for everybody now. */
function followingFrom(wasForFew: boolean, { home }: { readonly home: 'here' | 'elsewhere' }): readonly PostEffect[] {
  if (wasForFew) return home === 'here' ? ['announce', 'deliver'] : ['deliver'];
  return home === 'here' ? ['announce-update', 'deliver', 'deliver-update'] : ['deliver', 'deliver-update'];
}
