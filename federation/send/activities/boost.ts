import type { Addresses } from '../../../server/community/addresses.ts';
import type { ActivityIri, ActorIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { PUBLIC } from '../../vocabulary/names.ts';
import { type ActivityDocument, activity } from './activity.ts';

/** A person passes a post on to her followers, as Mastodon does it; the post is named, never given along. */
export function boostActivity({
  id,
  addresses,
  actor,
  post,
  author,
  published,
}: {
  readonly id: ActivityIri;
  readonly addresses: Pick<Addresses, 'followers'>;
  readonly actor: PersonIri;
  readonly post: PostIri;
  readonly author: ActorIri;
  readonly published: Date;
}): ActivityDocument {
  const cc = [addresses.followers(actor), author].filter((iri) => iri !== actor);
  return activity({ id, type: 'Announce', actor, published, to: [PUBLIC], cc, object: post });
}
