import { addHours } from '../dates.ts';

/**
 * drand's chain “quicknet”, as its nodes and its documents give it: BLS signatures in G1 over the round's number alone
 * (scheme `bls-unchained-g1-rfc9380`). The chain's hash is SHA-256 over everything else here, so nothing in it can be
 * exchanged for something else that bears the same hash.
 */
export const QUICKNET = {
  name: 'quicknet',
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  /** A point of G2, compressed. */
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  groupHash: 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
  /** When round 1 was published, in seconds since 1970. */
  genesis: 1_692_803_367,
  /** Seconds from one round to the next. */
  period: 3,
} as const;

/** The round of a beacon that a draw follows from, named before anybody can know its signature. */
export interface NamedRound {
  /** The chain's hash. */
  readonly chain: string;
  readonly round: number;
}

const SECOND_MS = 1000;
/** A round is named so long before it is published, at least (governance.md §3.5). */
const AHEAD_MS = 10 * 60 * SECOND_MS;
/** Rounds are named a minute apart: juries called together are drawn from the same one. */
const STEP = 20;
/** So long after its publication it is missing: the record says so, and those who help with the draw are asked for it. */
const LATE_MS = 10 * 60 * SECOND_MS;
/**
 * So long after that entry it can still be handed in: a day, so that members in every part of the world are awake in it.
 * Counted from the entry, not from the round: a machine that was off meanwhile leaves nobody less time.
 */
const ROUND_HOURS = 24;

/** When a round is published. */
export const roundTime = (round: number): Date =>
  new Date((QUICKNET.genesis + (round - 1) * QUICKNET.period) * SECOND_MS);

/**
 * The round that a draw follows from when its pool is frozen at a time. It follows from the time alone, so whoever holds
 * the machine chooses nothing. Books are replayed with it: it can never change for chains that stand in one.
 */
export function roundNamedAt(at: Date): NamedRound {
  const since = at.getTime() + AHEAD_MS - QUICKNET.genesis * SECOND_MS;
  const first = Math.ceil(since / (QUICKNET.period * SECOND_MS)) + 1;
  return { chain: QUICKNET.hash, round: Math.max(1, Math.ceil(first / STEP)) * STEP };
}

/** From when on a round that nobody has handed in is missing. */
export const lateFrom = (round: number): Date => new Date(roundTime(round).getTime() + LATE_MS);

/** Until when a round can be handed in that was noted as missing; then the draw follows from words of members. */
export const handInUntil = (notedAt: Date): Date => addHours(notedAt, ROUND_HOURS);

/** Where every relay of drand gives a round. */
export const roundPath = ({ chain, round }: NamedRound): string => `/${chain}/public/${round}`;

/**
 * The signature in what somebody pasted: the signature itself, or the whole answer of a relay. `null` when there is
 * none: 96 hexadecimal digits, in lower case here.
 */
export function signatureIn(text: string): string | null {
  return /(?<![0-9a-f])[0-9a-f]{96}(?![0-9a-f])/.exec(text.slice(0, LONGEST_PASTE).toLowerCase())?.[0] ?? null;
}

/** An answer of a relay has less than 500 characters. */
export const LONGEST_PASTE = 2000;
