import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { CommunityIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import { applyInPlace, draftOf, initialState } from '../governance/apply.ts';
import type { CommunityState } from '../governance/state.ts';
import { decodeState, encodeState } from '../governance/state-text.ts';
import type { RecordStore, States } from '../ports/record.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { sha256 } from '../record/canonical.ts';
import { checkEntry } from '../record/chain.ts';
import type { Entry } from '../record/entry.ts';
import { RecordFault } from '../record/fault.ts';
import type { EntryDocument } from './entries.ts';
import { checked, count, text } from './fields.ts';
import { gatherReads } from './gathering.ts';
import { upserting } from './writing.ts';

export const projectionSchema = z.object({
  /** The community. */
  _id: text<CommunityIri>(),
  seq: count,
  stateJson: text(),
  /** SHA-256 of `stateJson`, sealed with a key that is not in the database: nobody else can write a state. */
  sealedHash: text(),
});
type ProjectionDocument = z.infer<typeof projectionSchema>;

/** States with the verb that writes them down. */
export interface StoredStates extends States {
  /** Stores the present state, so that the next start need not read the whole record. */
  project(community: CommunityIri): Promise<void>;
}

/** So many entries are read again at a start, at most. */
const PROJECT_EVERY = 200;
const MOST_AT_HAND = 500;
/** A document may have 16 MiB; a larger state is folded from its record at each start. */
const LARGEST_STATE = 15 * 1024 * 1024;

interface AtHand {
  readonly state: CommunityState;
  /** The number up to which it is stored. */
  readonly projected: number;
}

/**
 * The states, folded in memory. Every load asks for the entries after those it has, so that it sees whatever was
 * appended before it, in this process or in another. What this process appends itself is taken over as it was tried.
 */
export function createStates({
  db,
  entries,
  record,
  sealer,
}: {
  readonly sealer: Sealer;
  readonly db: Db;
  readonly entries: Collection<EntryDocument>;
  readonly record: Pick<RecordStore, 'parcels'>;
}): StoredStates {
  const projections: Collection<ProjectionDocument> = db.collection('projections');
  const atHand = new RecentlyUsed<CommunityIri, AtHand>({ limit: MOST_AT_HAND });
  const reading = new Map<CommunityIri, Promise<AtHand>>();

  /** Where a state that is not at hand begins: as it is stored, if the record still says the same, else at nothing. */
  async function stored(community: CommunityIri): Promise<AtHand> {
    const found = await projections.findOne({ _id: community });
    const state = found === null ? null : readProjection(found, sealer);
    if (state === null) return { state: initialState(community), projected: 0 };
    const entry = await entries.findOne({ community, seq: state.seq }, { projection: { hash: 1 } });
    if (entry?.hash !== state.head) return { state: initialState(community), projected: 0 };
    return { state, projected: state.seq };
  }

  async function catchUp(community: CommunityIri, { state, projected }: AtHand): Promise<AtHand> {
    let draft: ReturnType<typeof draftOf> | undefined;
    for await (const parcel of record.parcels(community, state.seq)) {
      for (const entry of parcel) {
        draft ??= draftOf(state);
        mustFollow(entry, draft);
        applyInPlace(draft, entry);
      }
    }
    const later = { state: draft ?? state, projected };
    if (later.state.seq > (atHand.get(community)?.state.seq ?? 0)) atHand.set(community, later);
    return later;
  }

  /** Many who ask at once for a state that is not at hand wait for one reading; each then catches up by itself. */
  function atHandOrRead(community: CommunityIri): Promise<AtHand> {
    const known = atHand.get(community);
    if (known !== undefined) return Promise.resolve(known);
    const first =
      reading.get(community) ??
      stored(community)
        .then((from) => catchUp(community, from))
        .finally(() => reading.delete(community));
    reading.set(community, first);
    return first;
  }

  /** Whoever asks at the same time is answered by one look at the record. */
  const caughtUp = gatherReads<CommunityIri, AtHand>(async (communities) => {
    const one = async (community: CommunityIri) => catchUp(community, await atHandOrRead(community));
    return new Map(communities.map((community) => [community, one(community)]));
  });

  async function latest(community: CommunityIri): Promise<AtHand> {
    return (await caughtUp(community)) as AtHand;
  }

  async function keep(community: CommunityIri, { state }: AtHand): Promise<void> {
    const stateJson = encodeState(state);
    if (Buffer.byteLength(stateJson) > LARGEST_STATE) return;
    const { seq } = state;
    const sealedHash = sealer.seal(sha256(stateJson), sealedFor(community));
    const { _id, ...fields } = checked(projectionSchema, { _id: community, seq, stateJson, sealedHash });
    // One that is as new, but cannot be read or fits the record no more, is replaced too; a newer one stays.
    await upserting(() => projections.replaceOne({ _id, seq: { $lte: seq } }, fields, { upsert: true }));
    if (atHand.get(community)?.state.seq === seq) atHand.set(community, { state, projected: seq });
  }

  return {
    async load(community) {
      const now = await latest(community);
      if (now.state.seq - now.projected >= PROJECT_EVERY) await keep(community, now);
      return now.state.seq === 0 ? null : now.state;
    },
    lastKnown: (community) => atHand.get(community)?.state ?? null,
    takeOver(before, after) {
      const known = atHand.get(before.community);
      // The head commits to all that came before: with the same one it is the same state.
      if (known?.state.head === before.head) atHand.set(before.community, { ...known, state: after });
    },
    async stored(community) {
      const found = await projections.findOne({ _id: community });
      // Of what stands there, not of what it says of itself: a change behind the program's back shows.
      return found === null ? null : { seq: found.seq, hash: sha256(found.stateJson) };
    },
    async forget(community) {
      await projections.deleteOne({ _id: community });
    },
    async project(community) {
      const now = await latest(community);
      if (now.state.seq > 0) await keep(community, now);
    },
  };
}

/** Nothing is decided on an entry that was changed in the database. */
function mustFollow(entry: Entry, { community, seq, at, head }: CommunityState): void {
  const link = checkEntry(entry, seq === 0 ? null : { head: { community, seq, at }, hash: head });
  if (!link.ok) throw new RecordFault(seq + 1, link.refusal.code, link.refusal.text);
}

const sealedFor = (community: CommunityIri): string => `the state of ${community}`;

/** `null` for one that was changed, or written by a version or with a key that wrote states in another way. */
function readProjection(
  { _id, seq, stateJson, sealedHash }: ProjectionDocument,
  sealer: Sealer,
): CommunityState | null {
  try {
    if (sealer.unseal(sealedHash, sealedFor(_id)) !== sha256(stateJson)) return null;
    const state = decodeState(stateJson);
    return state.community === _id && state.seq === seq ? state : null;
  } catch {
    return null;
  }
}
