import { digest } from '../../server/community/ids.ts';
import type { TreeHead } from '../../server/record/merkle.ts';
import { sameIri } from './iri.ts';
import { keyInMultikey } from './multikey.ts';
import { recordKeyOf } from './objects/actors.ts';
import { asArray, idOf, isObject, isOneOf, type JsonObject, type JsonValue, memberOf, stringOf } from './read.ts';

/** A signed checkpoint with a few countersignatures. */
const LONGEST_NOTE = 16_384;
/** The path of a proof in a tree of 2^53 leaves, and some. */
const LONGEST_PROOF = 64;

/** The key that a community's own document names for its record: `#record-key`, a Multikey of its own (FEP-521a). */
export function recordKeyIn(document: JsonObject, community: string): Buffer | undefined {
  const id = recordKeyOf(community as Parameters<typeof recordKeyOf>[0]);
  const key = asArray(memberOf(document, 'assertionMethod')).find((one) => isObject(one) && sameIri(idOf(one), id));
  if (!isObject(key) || isOneOf(key, ['Multikey']) === undefined) return undefined;
  if (!sameIri(idOf(memberOf(key, 'controller')), community)) return undefined;
  return keyInMultikey(stringOf(memberOf(key, 'publicKeyMultibase'), 100));
}

/** A checkpoint that is offered to be countersigned; undefined for anything else. */
export function readOffered(
  object: JsonValue | undefined,
): { readonly note: string; readonly consistency: string } | undefined {
  if (!isObject(object) || isOneOf(object, ['Checkpoint']) === undefined) return undefined;
  const note = stringOf(memberOf(object, 'checkpoint'), LONGEST_NOTE);
  const consistency = idOf(memberOf(object, 'consistency'));
  return note === undefined || consistency === undefined ? undefined : { note, consistency };
}

/** What an answer says: the checkpoint's text, and the line under it. */
export function readCosignature(
  result: JsonValue | undefined,
): { readonly text: string; readonly line: string } | undefined {
  if (!isObject(result) || isOneOf(result, ['Cosignature']) === undefined) return undefined;
  const text = stringOf(memberOf(result, 'checkpoint'), LONGEST_NOTE);
  const line = stringOf(memberOf(result, 'cosignature'), 2000);
  return text === undefined || line === undefined ? undefined : { text, line };
}

/** From which size on a record does not go on, says a community that had countersigned it so far. */
export function readInconsistency(result: JsonValue | undefined): { readonly size: number } | undefined {
  if (!isObject(result) || isOneOf(result, ['Inconsistency']) === undefined) return undefined;
  const size = memberOf(result, 'size');
  return typeof size === 'number' && Number.isSafeInteger(size) && size > 0 ? { size } : undefined;
}

/** A proof's hashes, or `null` where its server says that there is none. */
export function readProof(document: JsonObject): readonly TreeHead['root'][] | null {
  const steps = memberOf(document, 'proof');
  if (steps === undefined || steps === null) return null;
  const hashes = asArray(steps).map((step) => Buffer.from(typeof step === 'string' ? step : '', 'base64'));
  if (hashes.length > LONGEST_PROOF || hashes.some(({ length }) => length !== 32)) return null;
  return hashes.map((hash) => digest(hash.toString('hex')));
}
