import type { Addresses } from '../../../server/community/addresses.ts';
import type { CommunityIri, PostIri } from '../../../server/community/ids.ts';
import { type ActivityDocument, type Addressed, activity } from './activity.ts';

/** The collection of what a community shows first: its Questions that are open (FEP-1b12 `featured`). */
export const featuredOf = (community: CommunityIri): string => `${community}/featured`;

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
