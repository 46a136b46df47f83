import type { Addresses } from '../../../server/community/addresses.ts';
import type { ActorIri } from '../../../server/community/ids.ts';
import { type ActivityDocument, activity } from './activity.ts';

/** An actor of ours has moved (Mastodon's `Move`): whoever follows it follows the new one, if that one confirms it. */
export function moveActivity({
  addresses,
  actor,
  target,
}: {
  readonly addresses: Pick<Addresses, 'activity' | 'followers'>;
  readonly actor: ActorIri;
  readonly target: ActorIri;
}): ActivityDocument {
  const plain = activity({
    id: addresses.activity('move', actor, target),
    type: 'Move',
    actor,
    to: [addresses.followers(actor)],
    object: actor,
  });
  return { ...plain, target };
}
