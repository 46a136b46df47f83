import { createHmac } from 'node:crypto';
import type { Digest, Organisation } from '../../community/ids.ts';
import { digest } from '../../community/ids.ts';

/** One who may be drawn, as the draw knows her. */
export interface Candidate {
  readonly leaf: Digest;
  readonly organisation: Organisation;
}

/** Her place in the draw: `HMAC-SHA-256(seed, leaf)`, over the bytes that both stand for. */
export function ticketOf(seed: Digest, leaf: Digest): Digest {
  return digest(createHmac('sha256', Buffer.from(seed, 'hex')).update(Buffer.from(leaf, 'hex')).digest('hex'));
}

/** Most seats of one organisation, as long as others are left: a third, rounded up. */
export const organisationCap = (size: number): number => Math.ceil(size / 3);

/**
 * Draws a jury (governance.md §3.5): tickets ascending, without those who are out, seated as far as `seatInOrder` says.
 *
 * @returns in the order of their tickets; fewer than `size` when there are no more
 */
export function drawJury<Drawn extends Candidate>({
  seed,
  size,
  candidates,
  out = new Set(),
}: {
  readonly seed: Digest;
  readonly size: number;
  readonly candidates: readonly Drawn[];
  readonly out?: ReadonlySet<Digest>;
}): readonly Drawn[] {
  const inOrder = candidates
    .filter(({ leaf }) => !out.has(leaf))
    .map((candidate) => ({ candidate, ticket: ticketOf(seed, candidate.leaf) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
    .map(({ candidate }) => candidate);
  return seatInOrder(inOrder, size);
}

/**
 * Seats the first of them, none of an organisation over a third of the seats. Where that fills too few seats, the rest
 * goes by the order alone.
 *
 * What is chosen is a matroid's basis of least weight, and therefore (property P6): to take out somebody who was not
 * drawn changes nothing, and to take out a juror changes no other one.
 */
export function seatInOrder<Drawn extends Candidate>(inOrder: readonly Drawn[], size: number): readonly Drawn[] {
  const within = capped(inOrder, size);
  const rest = inOrder.filter((candidate) => !within.has(candidate)).slice(0, size - within.size);
  const chosen = new Set([...within, ...rest]);
  return inOrder.filter((candidate) => chosen.has(candidate));
}

/** The first of them, none of an organisation over its cap. */
function capped<Drawn extends Candidate>(inOrder: readonly Drawn[], size: number): ReadonlySet<Drawn> {
  const cap = organisationCap(size);
  const chosen = new Set<Drawn>();
  const seats = new Map<Organisation, number>();
  for (const candidate of inOrder) {
    const taken = seats.get(candidate.organisation) ?? 0;
    if (chosen.size === size) break;
    if (taken >= cap) continue;
    seats.set(candidate.organisation, taken + 1);
    chosen.add(candidate);
  }
  return chosen;
}

/** Whether an organisation has more seats than its cap. */
export function exceedsCap(jurors: readonly Candidate[], size: number): boolean {
  const seats = new Map<Organisation, number>();
  for (const { organisation } of jurors) seats.set(organisation, (seats.get(organisation) ?? 0) + 1);
  return [...seats.values()].some((taken) => taken > organisationCap(size));
}
