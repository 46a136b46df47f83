import type { ActivityIri, CommunityIri, Digest } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { seeInconsistency } from '../governance/inconsistency.ts';
import type { Witnessed } from '../ports/witnessing.ts';
import { type Checkpoint, cosign, cosignedAt, openCheckpoint, readCheckpoint } from '../record/checkpoint.ts';
import { type TreeHead, verifyConsistency } from '../record/merkle.ts';
import { keyLine, type NoteKey } from '../record/note.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';
import { rootAt } from './record-tree.ts';

/** Asks a record for the proof that it goes on from an earlier size: `null` when it answers that it has none. */
export type AskForProof = (first: number, size: number) => Promise<Result<readonly Digest[] | null>>;

/** A linked community asks that its checkpoint be countersigned. */
export interface Offered {
  /** The community here that is asked. */
  readonly witness: CommunityIri;
  readonly origin: CommunityIri;
  readonly note: string;
  readonly offer: ActivityIri;
  /** The key that its own document names. */
  readonly key: NoteKey;
  readonly askForProof: AskForProof;
  /** By the machine's time. */
  readonly at: Date;
}

export type WitnessRefusal = 'not-linked' | 'bad-checkpoint' | 'no-proof' | 'inconsistent' | 'overtaken';

/**
 * Countersigns the record of a linked community, if it goes on from what was seen of it before (C2SP tlog-cosignature;
 * promise.md §4.2): to show two people two histories, two servers would have to agree on it. A record that does not go
 * on is never countersigned; that stands in the record of the community here, with what its server signed.
 */
export async function witnessCheckpoint(
  house: House,
  offered: Offered,
): Promise<Result<'cosigned' | 'seen already', WitnessRefusal>> {
  const { witness, origin, note, offer, key, askForProof, at } = offered;
  const state = await house.states.load(witness);
  if (!state?.links.has(origin))
    return refused('not-linked', 'Only linked communities countersign each other’s books.');
  const opened = openCheckpoint(note, key);
  if (opened?.checkpoint.origin !== origin || opened.checkpoint.size === 0)
    return refused('bad-checkpoint', 'That is no checkpoint signed by the community itself.');
  const { checkpoint, text } = opened;
  const seen = await house.witnessed.get(witness, origin);
  const goesOn = seen === null ? accepted(true) : await consistent(seen, checkpoint, askForProof);
  if (!goesOn.ok) return goesOn;
  if (seen !== null && !goesOn.value) return inconsistent(house, { offered, seen, shown: checkpoint });
  // An older one that came late, or was asked for again: what was said already is said again.
  if (seen !== null && checkpoint.size <= seen.size) {
    await house.witnessed.put({ ...seen, offer }, seen.size, ['accept']);
    house.wake();
    return accepted('seen already');
  }
  const { size, root } = checkpoint;
  const line = cosign(text, witness, at, house.recordKey);
  const next: Witnessed = { witness, origin, size, root, note, line, at, offer };
  if ((await house.witnessed.put(next, seen?.size ?? null, ['accept'])) === 'overtaken')
    return refused('overtaken', 'Another checkpoint came in between. Send it again.');
  house.wake();
  return accepted('cosigned');
}

/** Whether two heads are of one record, whichever is the later one. No answer is no accusation. */
async function consistent(seen: TreeHead, shown: TreeHead, ask: AskForProof): Promise<Result<boolean, 'no-proof'>> {
  const [earlier, later] = seen.size <= shown.size ? [seen, shown] : [shown, seen];
  if (earlier.size === later.size) return accepted(earlier.root === later.root);
  const proof = await ask(earlier.size, later.size);
  if (!proof.ok)
    return refused('no-proof', 'The proof that the book goes on cannot be had just now.', proof.refusal.text);
  return accepted(proof.value !== null && verifyConsistency(earlier, later, proof.value));
}

async function inconsistent(
  house: House,
  { offered, seen, shown }: { readonly offered: Offered; readonly seen: Witnessed; readonly shown: Checkpoint },
): Promise<Result<never, 'inconsistent'>> {
  const { witness, origin, note, offer } = offered;
  house.log.error({ witness, origin, seen, shown }, 'the record of a linked community is not the one seen before');
  await decideAndRecord(house, witness, (state, now) =>
    seeInconsistency({
      state,
      now,
      origin,
      seen: { size: seen.size, root: seen.root },
      shown: { size: shown.size, root: shown.root },
      note,
    }),
  );
  await house.witnessed.put({ ...seen, offer }, seen.size, ['reject']);
  house.wake();
  return refused('inconsistent', 'This record is not the one that was seen before, so it is not countersigned.');
}

/**
 * Keeps another community's line under a checkpoint of ours. It is believed only if it is under what our record really
 * said at that size, and signed with the key that the community's own document names.
 */
export async function takeCosignature(
  house: Pick<House, 'states' | 'record' | 'cosignatures'>,
  {
    community,
    witness,
    text,
    line,
    key,
  }: {
    readonly community: CommunityIri;
    readonly witness: CommunityIri;
    readonly text: string;
    readonly line: string;
    readonly key: NoteKey;
  },
): Promise<Result<TreeHead, 'not-ours' | 'not-signed'>> {
  const checkpoint = readCheckpoint(text);
  const state = await house.states.load(community);
  if (checkpoint?.origin !== community || state === null || !state.links.has(witness) || checkpoint.size > state.seq)
    return refused('not-ours', 'That is under no checkpoint of this community.');
  if ((await rootAt(house, community, checkpoint.size)) !== checkpoint.root)
    return refused('not-ours', 'That is not how this record stood.');
  const at = cosignedAt(text, line, witness, key);
  if (at === undefined) return refused('not-signed', 'The line does not hold.');
  const { size, root } = checkpoint;
  const vkey = keyLine({ name: witness, type: 'cosignature' }, key);
  await house.cosignatures.cosigned(community, witness, { size, root, line, key: vkey, at });
  return accepted({ size, root });
}

/** A linked community says that our record is not the one it saw before: told to everybody who reads the open book. */
export async function cosignatureRefused(
  house: Pick<House, 'states' | 'cosignatures' | 'log'>,
  {
    community,
    witness,
    size,
    at,
  }: { readonly community: CommunityIri; readonly witness: CommunityIri; readonly size: number; readonly at: Date },
): Promise<'kept' | 'not linked'> {
  const state = await house.states.load(community);
  if (!state?.links.has(witness)) return 'not linked';
  house.log.error(
    { community, witness, size },
    'a linked community says that our record contradicts what it saw before',
  );
  await house.cosignatures.refused(community, witness, { size, at });
  return 'kept';
}
