import { NAME_PATTERN } from '../../server/community/community.ts';
import { SERVER_ACTOR_NAME } from '../vocabulary/objects/actors.ts';

/** Whether an actor of this server could have this name. Asked before it becomes part of an id or of a look-up. */
export function isActorName(name: unknown): name is string {
  return typeof name === 'string' && (NAME_PATTERN.test(name) || name === SERVER_ACTOR_NAME);
}

/** Whether a post or an activity of this server could have this as the last part of its id. */
export function isLocalId(id: unknown): id is string {
  return typeof id === 'string' && /^[A-Za-z0-9_-]{1,128}$/.test(id);
}

/** A page of an outbox: the first, or what comes after a time in milliseconds and the activity sent at it. */
export function isPage(page: unknown): boolean {
  return page === 'true' || (typeof page === 'string' && /^\d{1,15}(\.[A-Za-z0-9_-]{1,128})?$/.test(page));
}
