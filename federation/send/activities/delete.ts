import type { Addresses } from '../../../server/community/addresses.ts';
import type { ActorIri } from '../../../server/community/ids.ts';
import { idOf, type JsonObject } from '../../vocabulary/read.ts';
import { type ActivityDocument, type Addressed, activity, embedded } from './activity.ts';

/**
 * Says that an object is gone (ActivityPub §6.4), with its Tombstone: NodeBB purges a topic when it gets a bare id.
 *
 * @param reason becomes `summary`. Its presence tells Lemmy and its kin that a moderator removed the object, not its
 * author; so give it for moderation only.
 */
export function deleteActivity({
  addresses,
  actor,
  tombstone,
  reason,
  ...addressed
}: Addressed & {
  readonly addresses: Pick<Addresses, 'activity'>;
  readonly actor: ActorIri;
  readonly tombstone: JsonObject;
  readonly reason?: string | undefined;
}): ActivityDocument {
  const gone = idOf(tombstone);
  if (gone === undefined) throw new Error('an object without an id cannot be deleted');
  return activity({
    id: addresses.activity('delete', gone),
    type: 'Delete',
    actor,
    summary: reason,
    ...addressed,
    object: embedded(tombstone),
  });
}
