import type { ActivityIri, ActorIri } from '../../../server/community/ids.ts';
import { ACTIVITY_CONTEXT } from '../../vocabulary/contexts.ts';
import type { JsonObject, JsonValue } from '../../vocabulary/read.ts';

/** An activity of ours as it goes over the wire (ActivityPub §3), before it is serialised. */
export interface ActivityDocument extends JsonObject {
  readonly '@context': JsonValue;
  readonly id: ActivityIri;
  readonly type: string;
  readonly actor: ActorIri;
}

/** Whom an activity or object is for (ActivityPub §5.1 to §5.6); `audience` is FEP-1b12's community. */
export interface Addressed {
  readonly to?: readonly string[] | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly audience?: string | undefined;
}

/** What every activity has. Empty address lists are left out. */
export interface ActivityParts extends Addressed {
  readonly id: ActivityIri;
  readonly type: string;
  readonly actor: ActorIri;
  readonly object: JsonValue;
  readonly published?: Date | undefined;
  readonly summary?: string | undefined;
}

/** Puts an activity together; what is not there is not written. */
export function activity(parts: ActivityParts, context: JsonValue = ACTIVITY_CONTEXT): ActivityDocument {
  const { id, type, actor, published, summary, to, cc, audience, object } = parts;
  return {
    '@context': context,
    id,
    type,
    actor,
    ...(published && { published: published.toISOString() }),
    ...(summary !== undefined && { summary }),
    ...(to?.length && { to }),
    ...(cc?.length && { cc }),
    ...(audience !== undefined && { audience }),
    object,
  };
}

/** A document of ours as it stands inside another: the outer one's context speaks for both. */
export function embedded(document: JsonObject): JsonObject {
  const { '@context': _outer, ...rest } = document;
  return rest;
}

/** An object's own addressing, for the activity that carries it: both must say the same (ActivityPub §6.2). */
export function addressedAs(document: JsonObject): Addressed {
  const { to, cc, audience } = document;
  return { to: iris(to), cc: iris(cc), audience: typeof audience === 'string' ? audience : undefined };
}

function iris(value: JsonValue | undefined): readonly string[] | undefined {
  const list = typeof value === 'string' ? [value] : value;
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : undefined;
}
