import type { Addresses } from '../../../server/community/addresses.ts';
import type { ActorIri } from '../../../server/community/ids.ts';
import { OBJECT_CONTEXT } from '../../vocabulary/contexts.ts';
import { idOf, type JsonObject } from '../../vocabulary/read.ts';
import { type ActivityDocument, activity, addressedAs, embedded } from './activity.ts';

/**
 * Sends an object as it is now (ActivityPub §6.3). A poll's new counts go out with an object that has no `updated`:
 * with it Mastodon takes the poll for an edited one and forgets the votes.
 *
 * @param edition tells this update from others of the same object: the time of the edit, the counts of a poll …
 */
export function updateActivity({
  addresses,
  actor,
  object,
  edition,
}: {
  readonly addresses: Pick<Addresses, 'activity'>;
  readonly actor: ActorIri;
  readonly object: JsonObject;
  readonly edition: string;
}): ActivityDocument {
  const updated = idOf(object);
  if (updated === undefined) throw new Error('an object without an id cannot be updated');
  return activity(
    {
      id: addresses.activity('update', updated, edition),
      type: 'Update',
      actor,
      ...addressedAs(object),
      object: embedded(object),
    },
    object['@context'] ?? OBJECT_CONTEXT,
  );
}
