import { accepted, type Result, refused } from '../../server/community/result.ts';
import type { FetchDocument } from '../fetch/document.ts';
import { sameOrigin } from '../vocabulary/iri.ts';
import { idOf, isObject, type JsonObject, type JsonValue, memberOf } from '../vocabulary/read.ts';

/**
 * The object that an activity is about, as far as it can be believed (FEP-fe34): an embedded one only when it is of
 * the sender's own origin, because the sender's server signed for it; everything else is fetched from where its id says.
 * What claims to be of our own origin is never taken from the wire.
 */
export async function trustedObject({
  value,
  sender,
  fetchDocument,
  localOrigin,
}: {
  readonly value: JsonValue | undefined;
  readonly sender: string;
  readonly fetchDocument: FetchDocument;
  readonly localOrigin: string;
}): Promise<Result<JsonObject>> {
  const id = idOf(value);
  if (id === undefined) return refused('no-id', 'The object has no id.');
  if (sameOrigin(id, localOrigin)) return refused('ours', 'The object is of this server.');
  if (isObject(value) && sameOrigin(id, sender) && memberOf(value, 'type') !== undefined) return accepted(value);
  return fetchDocument(id);
}

/** Who an object says wrote it: one id, or nothing when it names several or none. */
export function authorOf(object: JsonObject): string | undefined {
  const author = memberOf(object, 'attributedTo') ?? memberOf(object, 'actor');
  if (Array.isArray(author) && author.length !== 1) return undefined;
  return idOf(author);
}
