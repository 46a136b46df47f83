/** What JSON can say. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object from the wire: nothing about its members is known yet. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Real activities nest five or six deep and have some hundred members. */
const DEEPEST = 32;
const MOST_VALUES = 20_000;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The JSON object in a body from the wire, or undefined if it is none, is not UTF-8, nests deeper than 32 levels or
 * holds more than 20,000 values. Members that no vocabulary has but a store or a prototype might obey (`_meta`,
 * `__proto__`, `$set`, a NUL in the name) are dropped; lone surrogates become U+FFFD,
 * numbers too large to hold become null.
 */
export function parseJsonObject(body: Uint8Array | string): JsonObject | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(typeof body === 'string' ? body : UTF8.decode(body));
  } catch {
    return undefined;
  }
  const budget = { values: MOST_VALUES };
  const clean = cleaned(parsed, DEEPEST, budget);
  return isObject(clean) ? clean : undefined;
}

/** The value without forbidden members; undefined when a limit is passed anywhere in it. */
function cleaned(value: unknown, depth: number, budget: { values: number }): JsonValue | undefined {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object' || depth === 0) return undefined;
  budget.values -= Array.isArray(value) ? value.length : Object.keys(value).length;
  if (budget.values < 0) return undefined;
  return Array.isArray(value) ? cleanedList(value, depth, budget) : cleanedObject(value, depth, budget);
}

function cleanedList(list: readonly unknown[], depth: number, budget: { values: number }): JsonValue | undefined {
  const result: JsonValue[] = [];
  for (const item of list) {
    const clean = cleaned(item, depth - 1, budget);
    if (clean === undefined) return undefined;
    result.push(clean);
  }
  return result;
}

function cleanedObject(object: object, depth: number, budget: { values: number }): JsonValue | undefined {
  const result: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(object)) {
    if (key.startsWith('_') || key.startsWith('$') || key.includes('\0')) continue;
    const clean = cleaned(member, depth - 1, budget);
    if (clean === undefined) return undefined;
    result[key.toWellFormed()] = clean;
  }
  return result;
}

/** Whether a value is a JSON object (and not null or a list). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One member of an object, of an object only: inherited names such as `constructor` are not members. */
export function memberOf(value: unknown, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A property's values as a list: JSON-LD writes one value bare and none as absent or null. */
export function asArray(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value.filter((item) => item !== null) : [value];
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The id that a property names, by IRI or by an embedded object; of several the first. */
export function idOf(value: JsonValue | undefined): string | undefined {
  const first = asArray(value)[0];
  const id = isObject(first) ? memberOf(first, 'id') : first;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** All ids that a property names, in order, each once. */
export function idsOf(value: JsonValue | undefined): readonly string[] {
  const ids = asArray(value).map((item) => (isList(item) ? undefined : idOf(item)));
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** A text of at most so many characters (the rest is cut off), or undefined if there is none. */
export function stringOf(value: JsonValue | undefined, longest = 100_000): string | undefined {
  const first = asArray(value)[0];
  return typeof first === 'string' ? first.slice(0, longest).toWellFormed() : undefined;
}

/** The types of an object as the wire spells them; an empty list when it names none. */
export function typesOf(value: JsonValue | undefined): readonly string[] {
  return asArray(memberOf(value, 'type')).filter((type) => typeof type === 'string');
}

/** The first of an object's types that is among these, if any. Exact spelling: `"Create "` is not Create. */
export function isOneOf<Type extends string>(value: JsonValue | undefined, types: readonly Type[]): Type | undefined {
  const named = typesOf(value);
  return types.find((type) => named.includes(type));
}

/** A moment (xsd:dateTime), or undefined if it cannot be read. */
export function dateOf(value: JsonValue | undefined): Date | undefined {
  const text = stringOf(value, 64);
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
