import type { Digest } from '../../community/ids.ts';
import { QUICKNET } from './beacon.ts';
import { isSignatureOf } from './beacon-signature.ts';
import { drawJury } from './draw.ts';
import type { DrawBundle } from './draw-bundle.ts';
import { poolLeaf, poolRoot } from './pool.ts';
import { commitmentTo, seedOf } from './seed.ts';

/**
 * Draws a jury again from its bundle. The faults found, as sentences; none when it was drawn as it should have been. The
 * root and the commitments are to be compared with the record by whoever has it.
 */
export function verifyDraw(bundle: DrawBundle): readonly string[] {
  return [...faultsOfPool(bundle), ...faultsOfRound(bundle), ...faultsOfSeed(bundle), ...faultsOfDrawings(bundle)];
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

function faultsOfRound({ beacon }: DrawBundle): readonly string[] {
  if (beacon === undefined) return [];
  const { chain, round, signature } = beacon;
  if (chain !== QUICKNET.hash) return [`The chain of the round is ${chain}, which is not drand’s quicknet.`];
  return isSignatureOf(round, signature) ? [] : [`This is not the signature of round ${round} of drand.`];
}

function faultsOfSeed({
  jury: id,
  purpose,
  root,
  beacon,
  contributions,
  machine,
  seed,
}: DrawBundle): readonly string[] {
  const shown = [...contributions, { by: 'this server', ...machine }];
  const wrong = shown.filter(({ secret, commitment }) => secret !== undefined && commitmentTo(secret) !== commitment);
  const jury = {
    id,
    purpose,
    pool: { root, members: 0, organisations: 0 },
    ...(beacon === undefined ? {} : { beacon }),
  };
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
