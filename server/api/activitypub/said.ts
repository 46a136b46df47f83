import {
  asArray,
  idsOf,
  isObject,
  isOneOf,
  type JsonObject,
  type JsonValue,
  memberOf,
  typesOf,
} from '../../../federation/vocabulary/read.ts';
import type { Person } from '../../community/person.ts';
import { ApiError } from '../errors.ts';

/** What somebody can do by her outbox, in ActivityPub's words (§6). */
export const ACTS = [
  'Create',
  'Update',
  'Delete',
  'Like',
  'Dislike',
  'Announce',
  'Undo',
  'Follow',
  'Accept',
  'Reject',
  'Block',
] as const;
export type Act = (typeof ACTS)[number];

/** What can be written, by itself as well (§6.2.1). */
const WRITINGS = ['Note', 'Article', 'Page', 'Question'] as const;

/** An activity as its client sent it: by whoever's outbox it came to. What it says of its own id is not looked at. */
export interface SaidActivity {
  readonly act: Act;
  readonly activity: JsonObject;
  /** Its one object: by id, or embedded. */
  readonly object: JsonValue;
}

/**
 * Reads what was posted to somebody's outbox. One that says to be by anybody else is refused, in the activity as well
 * as in the object that comes with it; a thing by itself becomes the object of a Create.
 */
export function readSaid(sent: JsonObject, person: Pick<Person, 'iri'>): SaidActivity {
  const activity = isOneOf(sent, WRITINGS) === undefined ? sent : createOf(sent);
  const act = isOneOf(activity, ACTS);
  if (act === undefined || typesOf(activity).length !== 1) {
    throw new ApiError(422, `Send one of ${ACTS.join(', ')}, or a Note by itself.`);
  }
  if (saysAnother(activity, 'actor', person)) throw notHers();
  const objects = asArray(memberOf(activity, 'object'));
  const [object] = objects;
  if (object === undefined || objects.length > 1)
    throw new ApiError(422, `A ${act} has one object. Send it in “object”.`);
  const makes = act === 'Create' || act === 'Update';
  if (makes && !isObject(object)) throw new ApiError(422, `Send the whole object with a ${act}, not its id alone.`);
  if (makes && (saysAnother(object, 'attributedTo', person) || saysAnother(object, 'actor', person))) throw notHers();
  return { act, activity, object };
}

/** ActivityPub §6.2.1: the Create is addressed as the object is. */
const createOf = (object: JsonObject): JsonObject => ({ type: 'Create', object });

const notHers = (): ApiError =>
  new ApiError(403, 'You can act in your own name only. Leave “actor” and “attributedTo” out.');

/** Whether a member names somebody, and not her alone. */
function saysAnother(value: JsonValue, member: 'actor' | 'attributedTo', { iri }: Pick<Person, 'iri'>): boolean {
  const named = memberOf(value, member);
  if (named === undefined || named === null) return false;
  const ids = idsOf(named);
  return ids.length !== 1 || ids[0] !== iri || asArray(named).length !== 1;
}
