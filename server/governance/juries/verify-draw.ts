import type { Digest, JuryId, Organisation, PersonIri } from '../../community/ids.ts';
import { drawJury } from './draw.ts';
import type { JuryPurpose } from './jury.ts';
import { type Pool, poolLeaf, poolRoot } from './pool.ts';
import { commitmentTo, seedOf } from './seed.ts';
import { type Contribution, type Drawing, isLive, type Jury } from './state.ts';

/**
 * Everything that it takes to draw a jury again, without this server and without believing it: what stands in the record
 * (root, commitments, seed, drawings) and the pool. Names and salts are in it once the verdict is given.
 */
export interface DrawBundle {
  readonly format: 'folkmoot/jury-draw/1';
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
  readonly contributions: readonly Contribution[];
  readonly machine: { readonly commitment: Digest; readonly secret?: string };
  readonly seed: Digest;
  readonly drawings: readonly Drawing[];
}

/** The bundle of a jury that was drawn; `null` before. */
export function drawBundle(jury: Jury, pool: Pool): DrawBundle | null {
  const { id, purpose, size, machine, contributions, seed, drawings } = jury;
  if (seed === undefined || machine === undefined) return null;
  const named = !isLive(jury);
  return {
    format: 'folkmoot/jury-draw/1',
    jury: id,
    purpose,
    size,
    root: pool.root,
    pool: pool.entries.map(({ leaf, organisation, member, salt }) => {
      return { leaf, organisation, ...(named ? { member, salt } : {}) };
    }),
    contributions,
    machine,
    seed,
    drawings,
  };
}

/**
 * Draws a jury again from its bundle. The faults found, as sentences; none when it was drawn as it should have been. The
 * root and the commitments are to be compared with the record by whoever has it.
 */
export function verifyDraw(bundle: DrawBundle): readonly string[] {
  return [...faultsOfPool(bundle), ...faultsOfSeed(bundle), ...faultsOfDrawings(bundle)];
}

function faultsOfPool({ pool, root }: DrawBundle): readonly string[] {
  const faults = poolRoot(pool) === root ? [] : ['The pool is not the one that was frozen: its root does not fit.'];
  const named = pool.flatMap(({ leaf, member, salt }) =>
    member === undefined || salt === undefined || poolLeaf({ member, salt }) === leaf ? [] : [member],
  );
  // Somebody who stood in it twice would be twice as likely to be drawn.
  const twice = [...repeated(pool.map(({ leaf }) => leaf)), ...repeated(pool.flatMap(({ member }) => member ?? []))];
  return [
    ...faults,
    ...twice.map((name) => `${name} stands in the pool more than once.`),
    ...named.map((member) => `The leaf of ${member} does not fit the name and the salt.`),
  ];
}

const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];

function faultsOfSeed({ jury: id, purpose, root, contributions, machine, seed }: DrawBundle): readonly string[] {
  const shown = [...contributions, { by: 'this server', ...machine }];
  const wrong = shown.filter(({ secret, commitment }) => secret !== undefined && commitmentTo(secret) !== commitment);
  const jury = { id, purpose, pool: { root, members: 0, organisations: 0 } };
  return [
    ...wrong.map(({ by }) => `What ${by} showed is not what was committed to.`),
    ...(seedOf({ jury, contributions, machine: machine.secret }) === seed
      ? []
      : ['The seed does not follow from what was shown.']),
  ];
}

function faultsOfDrawings({ seed, size, pool, drawings }: DrawBundle): readonly string[] {
  const out = new Set<Digest>();
  const seats: Digest[] = [];
  const faults: string[] = [];
  for (const [at, drawing] of drawings.entries()) {
    for (const { leaf } of drawing.skipped) out.add(leaf);
    const gone = drawing.out === undefined ? undefined : seats[drawing.out - 1];
    if (gone !== undefined) out.add(gone);
    const due = drawJury({ seed, size, candidates: pool, out })
      .map(({ leaf }) => leaf)
      .filter((leaf) => !seats.includes(leaf));
    const expected = at === 0 ? due : due.slice(0, drawing.drawn.length);
    if (expected.join() !== drawing.drawn.join())
      faults.push(`Drawing ${at + 1} gives other jurors than the record has.`);
    seats.push(...drawing.drawn);
  }
  return faults;
}
