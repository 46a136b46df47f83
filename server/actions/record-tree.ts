import type { CommunityIri, Digest } from '../community/ids.ts';
import type { RecordStore } from '../ports/record.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { RecordFault } from '../record/fault.ts';
import { GrowingTree } from '../record/frontier.ts';
import { consistencySpans, inclusionSpans, type Span } from '../record/merkle.ts';

type Needs = { readonly record: Pick<RecordStore, 'hashes'> };

/** Leaves under one root that is kept at hand; a power of two, so that each is a whole subtree. */
const TILE = 256;
/** Tiles whose leaves are read at once. */
const MOST_AT_ONCE = 64;
const MOST_AT_HAND = 200;

/** Roots of whole tiles, by record and community: entries are never changed, so these are never wrong afterwards. */
const known = new WeakMap<object, RecentlyUsed<CommunityIri, Digest[]>>();

/** The root of a community's record when it had so many entries. */
export function rootAt(house: Needs, community: CommunityIri, size: number): Promise<Digest> {
  return rootOf(house, community, { from: 0, to: size });
}

/** The proof that the record with `size` entries begins with the record as it was with `first` of them. */
export function proveConsistency(
  house: Needs,
  community: CommunityIri,
  { first, size }: { readonly first: number; readonly size: number },
): Promise<readonly Digest[]> {
  return each(house, community, consistencySpans(first, size));
}

/** The proof that an entry stands in the record with `size` entries. @param seq its number, from 1 */
export function proveInclusion(
  house: Needs,
  community: CommunityIri,
  { seq, size }: { readonly seq: number; readonly size: number },
): Promise<readonly Digest[]> {
  return each(house, community, inclusionSpans(seq - 1, size));
}

async function each(house: Needs, community: CommunityIri, spans: readonly Span[]): Promise<readonly Digest[]> {
  const roots: Digest[] = [];
  for (const span of spans) roots.push(await rootOf(house, community, span));
  return roots;
}

/**
 * The root over a part of the tree. A part longer than a tile begins where a tile does, as all parts of proofs do, so
 * that only the leaves of its last tile are read, once the tiles are known.
 */
async function rootOf(house: Needs, community: CommunityIri, { from, to }: Span): Promise<Digest> {
  const tree = new GrowingTree();
  const [first, end] = [Math.floor(from / TILE), Math.floor(to / TILE)];
  const whole = to - from >= TILE ? end - first : 0;
  const tiles = whole === 0 ? [] : await tilesUpTo(house, community, end);
  for (let nth = 0; nth < whole; nth += 1)
    tree.addWhole(tiles[first + nth] ?? missing((first + nth) * TILE), nth, TILE);
  const rest = from + whole * TILE;
  if (rest < to) for (const leaf of await leaves(house, community, { from: rest, to })) tree.add(leaf);
  return tree.root();
}

async function tilesUpTo({ record }: Needs, community: CommunityIri, count: number): Promise<readonly Digest[]> {
  const ofRecord = known.get(record) ?? new RecentlyUsed<CommunityIri, Digest[]>({ limit: MOST_AT_HAND });
  known.set(record, ofRecord);
  const tiles = ofRecord.get(community) ?? [];
  ofRecord.set(community, tiles);
  while (tiles.length < count) {
    const begin = tiles.length;
    const end = Math.min(count, begin + MOST_AT_ONCE);
    const read = await leaves({ record }, community, { from: begin * TILE, to: end * TILE });
    for (let place = begin; place < end; place += 1) {
      const tree = new GrowingTree();
      for (const leaf of read.slice((place - begin) * TILE, (place - begin + 1) * TILE)) tree.add(leaf);
      tiles[place] = tree.root();
    }
  }
  return tiles;
}

async function leaves({ record }: Needs, community: CommunityIri, { from, to }: Span): Promise<readonly Digest[]> {
  const found = await record.hashes(community, from, to);
  if (found.length !== to - from) missing(from + found.length);
  return found;
}

function missing(before: number): never {
  throw new RecordFault(before + 1, 'seq', `Entry ${before + 1}, or one after it, is missing.`);
}
