import type { ActorIri } from '../../../server/community/ids.ts';
import { ACTIVITY_CONTEXT } from '../contexts.ts';
import type { JsonObject } from '../read.ts';

/** What stays of somebody who left: her id, so that other servers forget the rest (ActivityPub §6.11). */
export function goneActorDocument(actor: ActorIri, goneAt?: Date): JsonObject {
  return {
    '@context': ACTIVITY_CONTEXT,
    id: actor,
    type: 'Tombstone',
    ...(goneAt && { deleted: goneAt.toISOString() }),
  };
}
