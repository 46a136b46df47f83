import type { Matter } from './proposal.ts';

/** The c and f of the quorum: `factor` is c as a fraction, so that no rounding decides a vote. */
export interface QuorumRule {
  readonly factor: readonly [numerator: number, denominator: number];
  readonly floor: number;
}

/** By matter (governance.md §3.2). */
export const QUORUMS: Readonly<Record<Matter, QuorumRule>> = {
  ordinary: { factor: [1, 1], floor: 5 },
  federation: { factor: [3, 2], floor: 5 },
  recall: { factor: [3, 2], floor: 5 },
  seats: { factor: [1, 1], floor: 5 },
  charter: { factor: [2, 1], floor: 7 },
};

/**
 * `Q(c,f) = min(⌈N/2⌉, max(f, ⌈c√N⌉))` (governance.md §3, Notation): how many must say yes. It grows with the root
 * of the community, so that a large one can still decide; half of a small one is always enough.
 *
 * @param active N: the active members on the frozen roll
 */
export function Q({ factor: [numerator, denominator], floor }: QuorumRule, active: number): number {
  return Math.min(Math.ceil(active / 2), Math.max(floor, partOfRoot([numerator, denominator], active)));
}

/** `⌈(p/q)√N⌉` for a fraction p/q. */
export function partOfRoot([numerator, denominator]: QuorumRule['factor'], number: number): number {
  // It is the smallest k with k² ≥ p²N/q²: whole numbers all the way.
  return ceilingOfRoot(Math.ceil((numerator * numerator * number) / (denominator * denominator)));
}

/** The quorum of a matter. */
export function quorumFor(matter: Matter, active: number): number {
  return Q(QUORUMS[matter], active);
}

/** The smallest whole number whose square is not below a whole number. */
function ceilingOfRoot(square: number): number {
  let root = Math.floor(Math.sqrt(square));
  while (root * root < square) root += 1;
  while (root > 0 && (root - 1) * (root - 1) >= square) root -= 1;
  return root;
}
