import { type Result, refused } from '../../server/community/result.ts';
import type { DocumentRefusal, FetchDocument } from '../fetch/document.ts';
import { type ActorRefusal, type RemoteActor, readActor } from '../vocabulary/actor.ts';
import { parseIri, sameOrigin, withoutFragment } from '../vocabulary/iri.ts';
import { ACTOR_TYPES } from '../vocabulary/names.ts';
import { idOf, isOneOf, type JsonObject, memberOf } from '../vocabulary/read.ts';

/** Why a key has no owner that we believe. */
export type KeyOwnerRefusal = DocumentRefusal | ActorRefusal | 'bad-key-id' | 'local-key';

/**
 * Finds the actor to whom a key belongs. The actor's own document, fetched from the actor's own id at its own origin,
 * must name the key (in `publicKey`, or FEP-521a's `assertionMethod`; its owner the actor, all of one origin): what a
 * key's document says about its owner is only a hint where to look. So a key document that claims somebody else
 * (CVE-2024-23832) leads to that somebody's own document, or nowhere. Where the actor names the key by its id alone,
 * the key itself is taken from its own document. Keys of our own origin are refused: nobody here sends by the inbox.
 */
export async function resolveKeyOwner({
  keyId,
  fetchDocument,
  localOrigin,
}: {
  readonly keyId: string;
  readonly fetchDocument: FetchDocument;
  readonly localOrigin: string;
}): Promise<Result<RemoteActor, KeyOwnerRefusal>> {
  if (parseIri(keyId) === undefined) return no('bad-key-id', `keyId ${keyId.slice(0, 200)} is no IRI`);
  if (sameOrigin(keyId, localOrigin)) return no('local-key', `keyId ${keyId} is of our own origin`);
  const found = await fetchDocument(withoutFragment(keyId));
  if (!found.ok) return found;
  if (isOneOf(found.value, ACTOR_TYPES) !== undefined) return readActor(found.value, { keyId });
  const owner = ownerOf(found.value);
  if (owner === undefined || !sameOrigin(owner, keyId)) return no('no-key', `key ${keyId} names the owner ${owner}`);
  const actor = await fetchDocument(owner);
  return actor.ok ? readActor(actor.value, { keyId, keyDocument: found.value }) : actor;
}

/** A key's document names its owner (a Multikey its controller) itself, or holds the key as an actor's document does. */
function ownerOf(document: JsonObject): string | undefined {
  const named = memberOf(document, 'owner') ?? memberOf(document, 'controller');
  return idOf(named) ?? idOf(memberOf(memberOf(document, 'publicKey'), 'owner'));
}

const TEXTS = {
  'bad-key-id': 'The keyId of the signature must be an https address.',
  'local-key': 'A key of this server cannot sign requests to this server.',
  'no-key': 'The key does not belong to an actor of its own server.',
} as const;

const no = (code: keyof typeof TEXTS, log: string) => refused(code, TEXTS[code], log);
