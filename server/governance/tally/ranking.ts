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
