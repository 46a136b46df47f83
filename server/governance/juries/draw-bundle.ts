import type { Digest, JuryId, Organisation, PersonIri } from '../../community/ids.ts';
import type { NamedRound } from './beacon.ts';
import type { JuryPurpose } from './jury.ts';
import type { Pool } from './pool.ts';
import { type Contribution, type Drawing, isLive, type Jury } from './state.ts';

/**
 * Everything that it takes to draw a jury again, without this server and without believing it: what stands in the record
 * (root, commitments, seed, drawings) and the pool. Names and salts are in it once the verdict is given.
 */
export interface DrawBundle {
  /** 2: drawn from a round of drand; programs that know only 1 cannot check it. */
  readonly format: 'folkmoot/jury-draw/1' | 'folkmoot/jury-draw/2';
  readonly jury: JuryId;
  readonly purpose: JuryPurpose;
  readonly size: number;
  readonly root: Digest;
  readonly pool: readonly {
    readonly leaf: Digest;
    readonly organisation: Organisation;
    readonly member?: PersonIri;
    readonly salt?: string;
  }[];
  /** The round that the draw follows from, with its signature. */
  readonly beacon?: NamedRound & { readonly signature: string };
  readonly contributions: readonly Contribution[];
  readonly machine: { readonly commitment: Digest; readonly secret?: string };
  readonly seed: Digest;
  readonly drawings: readonly Drawing[];
}

/** The bundle of a jury that was drawn; `null` before. */
export function drawBundle(jury: Jury, pool: Pool): DrawBundle | null {
  const { id, purpose, size, machine, contributions, seed, drawings, beacon } = jury;
  if (seed === undefined || machine === undefined) return null;
  const named = !isLive(jury);
  const signature = beacon?.signature;
  const round = beacon === undefined || signature === undefined ? null : { chain: beacon.chain, round: beacon.round };
  return {
    format: round === null ? 'folkmoot/jury-draw/1' : 'folkmoot/jury-draw/2',
    jury: id,
    purpose,
    size,
    root: pool.root,
    pool: pool.entries.map(({ leaf, organisation, member, salt }) => {
      return { leaf, organisation, ...(named ? { member, salt } : {}) };
    }),
    ...(round === null || signature === undefined ? {} : { beacon: { ...round, signature } }),
    contributions,
    machine,
    seed,
    drawings,
  };
}
