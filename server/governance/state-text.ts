import type { CommunityIri, Digest } from '../community/ids.ts';
import { canonicalText, sha256 } from '../record/canonical.ts';
import { initialState } from './initial-state.ts';
import type { CommunityState } from './state.ts';

/**
 * A state as text, to be kept beside the record. The order of its collections is the order in which the record
 * filled them, so a state and its replay write the same text. What JSON does not know is written as an object with
 * one name: `{"$date": …}`, `{"$map": [[key, value] …]}`, `{"$set": […]}`; no text that anybody gives is ever a name here.
 */
export function encodeState(state: CommunityState): string {
  return canonicalText(tagged(state));
}

/** SHA-256 of a state's text: two states are the same exactly when this is. */
export function stateHash(state: CommunityState): Digest {
  return sha256(encodeState(state));
}

/** Reads a state's text back. Throws when it is none: then the state is to be made from the record again. */
export function decodeState(text: string): CommunityState {
  const state: unknown = JSON.parse(text, (_, value: unknown) => untagged(value));
  if (!isState(state)) throw new TypeError('the text holds no state');
  return state;
}

function tagged(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $date: value.toISOString() };
  if (value instanceof Map) return { $map: [...value].map(([key, one]) => [key, tagged(one)]) };
  if (value instanceof Set) return { $set: [...value].map(tagged) };
  if (Array.isArray(value)) return value.map(tagged);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tagged(one)]));
}

function untagged(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value) return dateOf(value.$date);
  if ('$map' in value) return new Map(value.$map as readonly (readonly [unknown, unknown])[]);
  if ('$set' in value) return new Set(value.$set as readonly unknown[]);
  return value;
}

/** Exactly what `toISOString` writes: reading must not lose a difference. */
function dateOf(text: unknown): Date {
  const date = new Date(typeof text === 'string' ? text : Number.NaN);
  if (Number.isNaN(date.getTime()) || date.toISOString() !== text) throw new TypeError('there is no date where one is');
  return date;
}

const EMPTY = Object.entries(initialState('' as CommunityIri));

/** Written by a version that knew the same collections: else it is made from the record again. */
function isState(value: unknown): value is CommunityState {
  if (typeof value !== 'object' || value === null) return false;
  const kept = value as Readonly<Record<string, unknown>>;
  return EMPTY.every(([name, empty]) => kindOf(empty) === kindOf(kept[name]));
}

const kindOf = (value: unknown): string => Object.prototype.toString.call(value);
