import type { CommunityIri, PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { eraseText as decide, type ErasureRefusal } from '../governance/erasure.ts';
import type { Entry } from '../record/entry.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake'>;

/**
 * Has a text erased from the record: that it was, by whom and why, is written down first; what follows from that entry
 * takes the text out of the entry it stood in, and out of what was published of it (`takeTextOut`, effects/erasures).
 */
export async function eraseText(
  house: Needs,
  {
    community,
    seq,
    ...asked
  }: {
    readonly community: CommunityIri;
    readonly seq: number;
    readonly path: string;
    readonly by: PersonIri | 'operator';
    readonly reason: string;
  },
): Promise<Result<Entry, ErasureRefusal | 'no-such-community'>> {
  const entry = await house.record.entry(community, seq);
  return decideAndRecord(house, community, (state) => decide({ state, entry, ...asked }));
}

/** Takes it out of the entry, and throws away the stored state that may still hold it. May be done twice. */
export async function takeTextOut(
  { record, states }: Pick<House, 'record' | 'states'>,
  community: CommunityIri,
  { seq, path }: { readonly seq: number; readonly path: string },
): Promise<void> {
  await states.forget(community);
  await record.eraseText(community, seq, path);
  await states.forget(community);
}
