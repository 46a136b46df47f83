import type { Addresses } from '../../../server/community/addresses.ts';
import type { CommunityIri, PostIri } from '../../../server/community/ids.ts';
import { featuredOf } from '../../vocabulary/objects/actors.ts';
import { type ActivityDocument, type Addressed, activity } from './activity.ts';

/** Puts a post among those shown first, or takes it away again (ActivityPub §6.6, §6.7; Lemmy's pinned posts). */
export function featureActivity({
  addresses,
  type,
  community,
  post,
  ...addressed
}: Addressed & {
  readonly addresses: Pick<Addresses, 'activity'>;
  readonly type: 'Add' | 'Remove';
  readonly community: CommunityIri;
  readonly post: PostIri;
}): ActivityDocument {
  const plain = activity({
    id: addresses.activity(type.toLowerCase(), community, post),
    type,
    actor: community,
    ...addressed,
    audience: community,
    object: post,
  });
  return { ...plain, target: featuredOf(community) };
}
