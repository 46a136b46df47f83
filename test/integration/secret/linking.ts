import type { Db, Document } from 'mongodb';

/** Who cast which ballot: what the search below must not find out, and by which it is judged. */
export interface Cast {
  readonly voter: string;
  readonly token: string;
  readonly leaf: string;
}

/** A database as somebody finds it who takes it away: every document, in the order in which it lies there. */
export type Copy = ReadonlyMap<string, readonly Document[]>;

export async function copyOf(db: Db): Promise<Copy> {
  const copy = new Map<string, Document[]>();
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    copy.set(name, await db.collection(name).find().sort({ $natural: 1 }).toArray());
  }
  return copy;
}

/** Everywhere but where ballots themselves are kept, and the board of their leaves. */
const OF_BALLOTS: ReadonlySet<string> = new Set(['secretBallots']);
/** Values that many ballots share anyway say nothing of one. */
const SHARED_BY = 2;

/**
 * What connects voters with ballots, in words; empty when nothing does: a value that stands in one ballot and in a
 * document that names one voter; a document or a line of the log that names a voter and a ballot; a time in a ballot.
 */
export function linksFound(copy: Copy, log: readonly string[], casts: readonly Cast[]): readonly string[] {
  const ballots = copy.get('secretBallots') ?? [];
  const found: string[] = [];
  for (const ballot of ballots) {
    for (const [name, value] of Object.entries(ballot)) {
      if (value instanceof Date) found.push(`a ballot has a time in ${name}`);
    }
  }
  const marks = marksOf(ballots);
  const voters = casts.map(({ voter }) => voter);
  for (const [collection, documents] of copy) {
    if (OF_BALLOTS.has(collection)) continue;
    for (const document of documents) found.push(...linksIn(collection, JSON.stringify(document), marks, voters));
  }
  for (const line of log) found.push(...linksIn('the log', line, marks, voters));
  const ofVoter = JSON.stringify(ballots);
  for (const voter of voters) if (ofVoter.includes(voter)) found.push(`a ballot names ${voter}`);
  return found;
}

/** Texts that stand in one ballot alone, of a length that is no coincidence. */
function marksOf(ballots: readonly Document[]): readonly string[] {
  const seen = new Map<string, number>();
  for (const ballot of ballots) {
    for (const value of Object.values(ballot)) {
      if (typeof value === 'string' && value.length >= 16) seen.set(value, (seen.get(value) ?? 0) + 1);
    }
  }
  return [...seen].filter(([, times]) => times < SHARED_BY).map(([value]) => value);
}

/** A board has all leaves and names nobody; anything with marks of one ballot and one voter is a link. */
function linksIn(where: string, text: string, marks: readonly string[], voters: readonly string[]): readonly string[] {
  const named = voters.filter((voter) => text.includes(`${voter}"`) || text.includes(`${voter}:`));
  const marked = marks.filter((mark) => text.includes(mark));
  // What a paper holds may be looked for in the ballots without naming anybody there.
  return marked.length > 0 && named.length > 0 ? [`${where} names ${named.join(', ')} beside a ballot`] : [];
}

/**
 * For each collection that names most voters, how far its documents and the ballots lie in the same order (Spearman's
 * rank correlation, from -1 to 1): whoever is given a paper and votes right after would be found by it.
 */
export function ordersOf(copy: Copy, casts: readonly Cast[]): ReadonlyMap<string, number> {
  const tokens = (copy.get('secretBallots') ?? []).map(({ token }) => String(token));
  const orders = new Map<string, number>();
  for (const [collection, documents] of copy) {
    const texts = documents.map((document) => JSON.stringify(document));
    const places = casts.map(({ voter }) => texts.findIndex((text) => text.includes(`${voter}"`)));
    // Where many are named at once, the document has no place that would be anybody's.
    if (new Set(places).size < casts.length || places.includes(-1)) continue;
    const ballots = casts.map(({ token }) => tokens.indexOf(token));
    orders.set(collection, alike(places, ballots));
  }
  return orders;
}

function alike(one: readonly number[], other: readonly number[]): number {
  const ranks = (places: readonly number[]) => {
    const sorted = [...places].sort((a, b) => a - b);
    return places.map((place) => sorted.indexOf(place));
  };
  const [ranked, others] = [ranks(one), ranks(other)];
  const squares = ranked.reduce((sum, rank, at) => sum + (rank - (others[at] ?? 0)) ** 2, 0);
  return 1 - (6 * squares) / (one.length * (one.length ** 2 - 1));
}
