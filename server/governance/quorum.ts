import type { CharterParameters } from './charter.ts';
import type { Matter } from './proposal.ts';

/** The c and f of the quorum: `factor` is c as a fraction, so that no rounding decides a vote. */
export interface QuorumRule {
  readonly factor: readonly [numerator: number, denominator: number];
  readonly floor: number;
}

/** Which of the charter's quorums a matter goes by (governance.md §3.2). Seats are filled by people: as ordinary. */
const QUORUM_OF = {
  ordinary: 'ordinary',
  seats: 'ordinary',
  federation: 'federation',
  recall: 'federation',
  charter: 'charter',
} as const satisfies Readonly<Record<Matter, string>>;

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

/** The quorum of a matter under a charter. */
export function quorumFor(matter: Matter, active: number, parameters: CharterParameters): number {
  const name = QUORUM_OF[matter];
  const factor = [parameters[`${name}QuorumPercent`], 100] as const;
  return Q({ factor, floor: parameters[`${name}QuorumFloor`] }, active);
}

/** The smallest whole number whose square is not below a whole number. */
function ceilingOfRoot(square: number): number {
  let root = Math.floor(Math.sqrt(square));
  while (root * root < square) root += 1;
  while (root > 0 && (root - 1) * (root - 1) >= square) root -= 1;
  return root;
}
