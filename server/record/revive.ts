import { dateFromIso } from './iso-text.ts';

/** An object as JSON gives it. */
type Plain = Record<string, unknown>;

/**
 * Makes the dates at the named paths of an object dates again, in place: it has just been parsed, and nobody else has
 * it. What is absent stays absent. Anything but the exact text that a date writes (`toISOString`) is refused with a
 * TypeError: reading must not lose a difference.
 *
 * @param paths names joined by dots; `*` goes into every element of an array
 */
export function reviveDates(object: object, paths: readonly string[]): void {
  for (const path of paths) reviveAt(object, stepsOf(path), path);
}

const known = new Map<string, readonly string[]>();

/** Paths are a few dozen, and asked for once for each entry that is read. */
function stepsOf(path: string): readonly string[] {
  const steps = known.get(path) ?? path.split('.');
  known.set(path, steps);
  return steps;
}

function reviveAt(value: unknown, steps: readonly string[], path: string, at = 0): unknown {
  const step = steps[at];
  if (step === undefined) return dateOf(value, path);
  if (step === '*') {
    if (!Array.isArray(value)) throw new TypeError(`there is no list on the way to ${path}`);
    for (const [place, element] of value.entries()) value[place] = reviveAt(element, steps, path, at + 1);
    return value;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`there is nothing on the way to ${path}`);
  }
  const fields = value as Plain;
  if (Object.hasOwn(fields, step)) fields[step] = reviveAt(fields[step], steps, path, at + 1);
  return fields;
}

function dateOf(value: unknown, path: string): Date {
  const date = dateFromIso(value);
  if (date === undefined) throw new TypeError(`${path} holds no date`);
  return date;
}
