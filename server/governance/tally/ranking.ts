import type { OptionId } from '../../community/ids.ts';

/**
 * A ranking as text: options in order, `>` between better and worse, `=` between equals (“T-2>T-1=status-quo”).
 * Space around the signs means nothing.
 *
 * @returns the options by place, the best first; `null` when an option is unknown or named twice, or none is named
 */
export function readRanking(options: readonly OptionId[], text: string): readonly (readonly OptionId[])[] | null {
  const places = text.split('>').map((place) => place.split('=').map((name) => name.trim() as OptionId));
  const named = places.flat();
  const known = new Set<OptionId>(options);
  if (new Set(named).size !== named.length || !named.every((name) => known.has(name))) return null;
  return places;
}

/** The one way in which a ranking is written: equals in the order in which the options stand. */
export function writeRanking(options: readonly OptionId[], places: readonly (readonly OptionId[])[]): string {
  const at = (option: OptionId) => options.indexOf(option);
  return places.map((place) => [...place].sort((a, b) => at(a) - at(b)).join('=')).join('>');
}

/**
 * Reads plain orders: options one after the other by `>`, none twice, no equals, no space around them.
 *
 * @returns how many options a text names; 0 when it is anything else
 */
export function orderReader(options: readonly OptionId[]): (text: string) => number {
  const numbers = new Map<string, number>(options.map((option, number) => [option, number]));
  // In which reading an option was named last: nothing has to be cleared between two.
  const namedIn = new Array<number>(options.length).fill(0);
  let reading = 0;
  return (text) => {
    reading += 1;
    const names = text.split('>');
    for (const name of names) {
      const number = numbers.get(name);
      if (number === undefined || namedIn[number] === reading) return 0;
      namedIn[number] = reading;
    }
    return names.length;
  };
}
