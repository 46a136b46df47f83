import type { ActivityIri, ActorIri, CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { type ActivityDocument, activity } from './activity.ts';

/** Somebody's Like or Dislike of a post, to its author and its community (ActivityPub §6.8; Lemmy's votes). */
export function likeActivity({
  id,
  kind,
  actor,
  post,
  author,
  community,
}: {
  readonly id: ActivityIri;
  readonly kind: 'like' | 'dislike';
  readonly actor: PersonIri;
  readonly post: PostIri;
  readonly author: ActorIri;
  readonly community?: CommunityIri | undefined;
}): ActivityDocument {
  return activity({
    id,
    type: kind === 'like' ? 'Like' : 'Dislike',
    actor,
    to: [author],
    cc: community === undefined ? [] : [community],
    audience: community,
    object: post,
  });
}
