import type { Collection, Db, Document } from 'mongodb';
import { MongoServerError } from 'mongodb';
import type { CommunityIri } from '../community/ids.ts';
import type { Casting } from '../ports/record.ts';
import { entryCollection, entryId } from './entries.ts';
import { gatherWrites } from './gathering.ts';
import { DUPLICATE_KEY, insertEach } from './writing.ts';

/** A ballot on its way. */
export interface BallotToAdd<Stored> {
  readonly document: Stored;
  /** The last entry on which it was decided, where that was not just read: with a later one nothing is written. */
  readonly decidedOn?: { readonly community: CommunityIri; readonly seq: number } | undefined;
}

/** MongoDB names the whole command so, before version 8 or while a cluster is upgraded to it. */
const UNKNOWN_COMMANDS = [59, 115];
/** A command has 16 MB at most. */
const MOST_AT_ONCE = 500;
/** What the fence below ends with. */
const IMMUTABLE_FIELD = 66;

/**
 * Adds ballots, and says of each whether the record had gone on before it was there or while it was added. With
 * MongoDB 8 that is one round trip: looking, adding and looking again are three parts of one write in order
 * (`bulkWrite` over several collections), of which the first to fail keeps the rest from happening. Before version 8,
 * and for what such a write did not get to, the three are asked for one after the other.
 *
 * @param inOneWrite `false` as if the database could not do it
 */
export function createCasting<Stored extends Document & { readonly _id: string }>(
  db: Db,
  ballots: Collection<Stored>,
  { inOneWrite = true }: { readonly inOneWrite?: boolean } = {},
): (ballot: BallotToAdd<Stored>) => Promise<Casting> {
  const entries = entryCollection(db);
  let asOne = inOneWrite;

  return gatherWrites<BallotToAdd<Stored>, Casting>(async (casts) => {
    const answers = asOne ? await together(casts) : casts.map(() => null);
    const left = casts.filter((_, at) => answers[at] === null);
    const others = (left.length === 0 ? [] : await apart(left)).values();
    return answers.map((answer) => answer ?? (others.next().value as Casting));
  }, MOST_AT_ONCE);

  /** `null` for those that the write did not get to. */
  async function together(casts: readonly BallotToAdd<Stored>[]): Promise<readonly (Casting | null)[]> {
    const fences = fencesOf(casts);
    const ops = [
      ...fences.map(stopIfThere),
      ...casts.map(({ document }) => ({ insert: 0, document })),
      ...fences.map(stopIfThere),
    ];
    const failure = await firstFailure(ops);
    if (failure === 'not done') return casts.map(() => null);
    if (failure === null) return casts.map(({ decidedOn }) => (decidedOn === undefined ? 'cast' : 'counts'));
    const { idx, code } = failure;
    const nth = idx - fences.length;
    if (nth < 0 && code === IMMUTABLE_FIELD)
      return casts.map((cast) => (nextOf(cast) === fences[idx] ? 'overtaken' : null));
    if (nth < 0 || (nth < casts.length && code !== DUPLICATE_KEY)) throw new MongoServerError(failure);
    return casts.map((_, at) => (at < nth ? 'cast' : at === nth ? 'already' : null));
  }

  /** Where a write in order ended; `null`: nowhere. `not done`: nobody knows how far it got, and it may be repeated. */
  async function firstFailure(ops: readonly Document[]) {
    const nsInfo = [{ ns: ballots.namespace }, { ns: entries.namespace }];
    const command = { bulkWrite: 1, ops, nsInfo, ordered: true, errorsOnly: true, writeConcern: concernOf(entries) };
    try {
      const answer = await db.admin().command(command);
      if (answer.writeConcernError) throw new MongoServerError(answer.writeConcernError);
      const [failure = null] = answer.cursor.firstBatch as readonly { readonly idx: number; readonly code: number }[];
      return failure;
    } catch (error) {
      if (error instanceof MongoServerError && UNKNOWN_COMMANDS.includes(Number(error.code))) asOne = false;
      // The driver does not try this one again by itself, as it does with the inserts that are made instead.
      else if (!(error instanceof Error && error.name === 'MongoNetworkError')) throw error;
      return 'not done';
    }
  }

  async function apart(casts: readonly BallotToAdd<Stored>[]): Promise<readonly Casting[]> {
    const fences = fencesOf(casts);
    const found = fences.length === 0 ? [] : await entries.find({ _id: { $in: fences } }, ONLY_IDS).toArray();
    const there = new Set<string | undefined>(found.map(({ _id }) => _id));
    const isLate = (cast: BallotToAdd<Stored>) => there.has(nextOf(cast));
    const inTime = casts.filter((cast) => !isLate(cast)).map(({ document }) => document);
    const added = (inTime.length === 0 ? [] : await insertEach(ballots, inTime)).values();
    return casts.map((cast) => (isLate(cast) ? 'overtaken' : added.next().value ? 'cast' : 'already'));
  }
}

const ONLY_IDS = { projection: { _id: 1 } } as const;

/** The entry that must not be there yet. */
const nextOf = <Stored>({ decidedOn }: BallotToAdd<Stored>): string | undefined =>
  decidedOn && entryId(decidedOn.community, decidedOn.seq + 1);

const fencesOf = <Stored>(casts: readonly BallotToAdd<Stored>[]): readonly string[] => [
  ...new Set(casts.map(nextOf).filter((id) => id !== undefined)),
];

/** Never changes anything: an id cannot be changed, so it fails where there is such an entry, and else finds nothing. */
const stopIfThere = (_id: string) => ({
  update: 1,
  filter: { _id },
  updateMods: { $set: { _id: null } },
  multi: false,
});

/** In the words of the wire. */
function concernOf({ writeConcern }: Pick<Collection, 'writeConcern'>): Document {
  return { w: writeConcern?.w ?? 1, j: writeConcern?.journal ?? true };
}
