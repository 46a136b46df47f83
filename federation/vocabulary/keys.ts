import { parseIri, sameIri, sameOrigin } from './iri.ts';
import { multikeyPem } from './multikey.ts';
import { asArray, idOf, isObject, isOneOf, type JsonObject, type JsonValue, memberOf, stringOf } from './read.ts';

/** A key that an actor's document names as its own. */
export interface ActorKey {
  readonly publicKeyId: string;
  readonly publicKeyPem: string;
}

const LONGEST_PEM = 8192;
/** Actors have two or three. */
const MOST_KEYS = 16;

/**
 * The keys of an actor, as its own document names them: `publicKey` (security/v1) first, then `assertionMethod`
 * (FEP-521a). Each is of the actor's origin and says that the actor owns it. One that is named by its id alone is
 * looked up in `keyDocument`, which must have come from the key's own address.
 */
export function keysOf(document: JsonObject, actor: string, keyDocument?: JsonObject): readonly ActorKey[] {
  const named = ['publicKey', 'assertionMethod'].flatMap((member) => asArray(memberOf(document, member)));
  return named.slice(0, MOST_KEYS).flatMap((entry) => {
    const key = isObject(entry) ? entry : shownBy(keyDocument, entry);
    return (key && readKey(key, actor)) ?? [];
  });
}

/** A key's document is the key, or holds it as an actor's document does. */
function shownBy(keyDocument: JsonObject | undefined, id: JsonValue): JsonObject | undefined {
  const shown = [keyDocument, memberOf(keyDocument, 'publicKey')].filter(isObject);
  return shown.find((one) => sameIri(idOf(one), id) && idOf(memberOf(one, 'owner') ?? memberOf(one, 'controller')));
}

function readKey(key: JsonObject, actor: string): ActorKey | undefined {
  const publicKeyId = idOf(key);
  if (parseIri(publicKeyId) === undefined || publicKeyId === undefined) return undefined;
  const owner = idOf(memberOf(key, isOneOf(key, ['Multikey']) === undefined ? 'owner' : 'controller'));
  if (!sameOrigin(publicKeyId, actor) || !sameIri(owner, actor)) return undefined;
  const publicKeyPem = pemOf(key);
  return publicKeyPem === undefined ? undefined : { publicKeyId, publicKeyPem };
}

function pemOf(key: JsonObject): string | undefined {
  if (isOneOf(key, ['Multikey']) !== undefined) return multikeyPem(stringOf(memberOf(key, 'publicKeyMultibase'), 100));
  const pem = stringOf(memberOf(key, 'publicKeyPem'), LONGEST_PEM + 1);
  return pem !== undefined && pem.length <= LONGEST_PEM ? pem : undefined;
}
