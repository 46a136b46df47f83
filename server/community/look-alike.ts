/**
 * What is left of a name when signs that look alike are one: `1`, `l` and `i`; `0` and `o`; and no `_`. Names here hold
 * small letters, digits and `_` alone (`isPossibleName`), so that no other alphabet's signs can be mistaken for these
 * (after the skeletons of Unicode Technical Standard #39, §4).
 */
export function skeletonOf(name: string): string {
  return name.toLowerCase().replaceAll('_', '').replace(/[1l]/g, 'i').replaceAll('0', 'o');
}

/** Of some names, the one that another name could be mistaken for; a name is no look-alike of itself. */
export function lookAlikeOf(name: string, among: Iterable<string>): string | undefined {
  const skeleton = skeletonOf(name);
  for (const other of among) if (other !== name && skeletonOf(other) === skeleton) return other;
  return undefined;
}
