import type { CommunityIri } from '../community/ids.ts';
import type { CommunityState } from '../governance/state.ts';
import { type Checkpoint, checkpointLine, signCheckpoint } from '../record/checkpoint.ts';
import { frontierRoot } from '../record/frontier.ts';
import type { House } from './house.ts';
import { rootAt } from './record-tree.ts';

type Needs = Pick<House, 'states' | 'record' | 'recordKey' | 'cosignatures'>;

/** A community's record as it stands: so many entries, and the root over them. */
export function checkpointOf({ community, seq, tree }: CommunityState): Checkpoint {
  return { origin: community, size: seq, root: frontierRoot(tree) };
}

/**
 * The signed checkpoint of a community's record as it is now, or as it was with `size` entries, with the lines of those
 * who countersigned just that one. `null` where there is no record, or none of that size.
 */
export async function signedCheckpoint(
  house: Needs,
  community: CommunityIri,
  size?: number,
): Promise<{ readonly checkpoint: Checkpoint; readonly note: string } | null> {
  const state = await house.states.load(community);
  if (state === null || (size !== undefined && (size < 1 || size > state.seq))) return null;
  const checkpoint =
    size === undefined || size === state.seq
      ? checkpointOf(state)
      : { origin: community, size, root: await rootAt(house, community, size) };
  const lines = (await house.cosignatures.of(community)).flatMap(({ cosigned }) =>
    cosigned?.size === checkpoint.size && cosigned.root === checkpoint.root ? [cosigned.line] : [],
  );
  return { checkpoint, note: [signCheckpoint(checkpoint, house.recordKey), ...lines].join('') };
}

/**
 * One line that says how a community's record stood, for receipts, vote notices and digests: whoever kept it finds out
 * if anything before it is changed later. `undefined` where there is no record.
 */
export async function checkpointLineFor(
  house: Pick<House, 'states'>,
  community: CommunityIri,
): Promise<string | undefined> {
  const state = await house.states.load(community);
  return state === null ? undefined : checkpointLine(checkpointOf(state));
}
