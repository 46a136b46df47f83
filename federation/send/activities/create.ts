import type { ActivityIri, ActorIri } from '../../../server/community/ids.ts';
import { OBJECT_CONTEXT } from '../../vocabulary/contexts.ts';
import { dateOf, type JsonObject } from '../../vocabulary/read.ts';
import { type ActivityDocument, activity, addressedAs, embedded } from './activity.ts';

/** Sends a new object out (ActivityPub §6.2): addressed and dated as the object is. The id is the post's `activity`. */
export function createActivity({
  id,
  actor,
  object,
}: {
  readonly id: ActivityIri;
  readonly actor: ActorIri;
  readonly object: JsonObject;
}): ActivityDocument {
  return activity(
    {
      id,
      type: 'Create',
      actor,
      published: dateOf(object.published),
      ...addressedAs(object),
      object: embedded(object),
    },
    object['@context'] ?? OBJECT_CONTEXT,
  );
}
