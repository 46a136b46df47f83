import type { Digest, JuryId, Organisation, PersonIri } from '../../community/ids.ts';
import { hashOf, sha256 } from '../../record/canonical.ts';
import { merkleRoot } from '../../record/merkle.ts';
import type { Jury, Relaxation } from './state.ts';

/** One who may be drawn. */
export interface PoolEntry {
  readonly member: PersonIri;
  readonly organisation: Organisation;
  /** 32 hexadecimal characters, random: without it nobody can tell from a leaf whose it is. */
  readonly salt: string;
  /** `H(salt‖actor)`: all that the record and the draw know of her. */
  readonly leaf: Digest;
}

/**
 * The pool of a jury as it was frozen, written once, in the order of its leaves. Members see the names in it once the
 * verdict is given; until then a juror is known by her leaf alone, so that nobody can lean on her.
 */
export interface Pool {
  readonly entries: readonly PoolEntry[];
  readonly root: Digest;
  /** The server's own part of the seed; the record holds its hash from the moment the pool is frozen. */
  readonly secret: string;
  readonly relaxed: readonly Relaxation[];
}

/** Pools of juries, by the juries' names. */
export type Pools = ReadonlyMap<JuryId, Pool>;

export function poolLeaf({ member, salt }: Pick<PoolEntry, 'member' | 'salt'>): Digest {
  return sha256(`${salt}\n${member}`);
}

/** The root over the leaves, each with the organisation for which it counts. */
export function poolRoot(entries: readonly Pick<PoolEntry, 'leaf' | 'organisation'>[]): Digest {
  return merkleRoot(entries.map(({ leaf, organisation }) => hashOf({ leaf, organisation })).sort());
}

/** Whether a pool is, leaf for leaf and name for name, the one that was frozen. */
export function checkPool(pool: Pool, { pool: pinned }: Pick<Jury, 'pool'>): boolean {
  return pool.root === pinned?.root && isWhole(pool);
}

/** Whether a pool's root is the one over its own entries, each under its own leaf. */
export const isWhole = ({ entries, root }: Pool): boolean => rootOf(entries) === root;

/** Lists never change, and one that every step of a jury is checked against is counted through once. */
const roots = new WeakMap<readonly PoolEntry[], Digest | null>();

/** `null` where a leaf is not that of its member. */
function rootOf(entries: readonly PoolEntry[]): Digest | null {
  const known = roots.get(entries);
  if (known !== undefined) return known;
  const root = entries.every((entry) => poolLeaf(entry) === entry.leaf) ? poolRoot(entries) : null;
  roots.set(entries, root);
  return root;
}
