/** An object as JSON gives it. */
type Plain = Readonly<Record<string, unknown>>;

/**
 * The same object with the dates at the named paths as dates again. What is absent stays absent. Anything but the
 * exact text that a date writes (`toISOString`) is refused with a TypeError: reading must not lose a difference.
 *
 * @param paths names joined by dots; `*` goes into every element of an array
 */
export function reviveDates(object: object, paths: readonly string[]): object {
  return paths.reduce<object>((revived, path) => reviveAt(revived, stepsOf(path), path) as object, object);
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
    return value.map((element) => reviveAt(element, steps, path, at + 1));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`there is nothing on the way to ${path}`);
  }
  const fields = value as Plain;
  return Object.hasOwn(fields, step) ? { ...fields, [step]: reviveAt(fields[step], steps, path, at + 1) } : fields;
}

function dateOf(value: unknown, path: string): Date {
  const date = new Date(typeof value === 'string' ? value : Number.NaN);
  if (Number.isNaN(date.getTime()) || date.toISOString() !== value) throw new TypeError(`${path} holds no date`);
  return date;
}
