import type { CommunityIri } from '../community/ids.ts';
import { encodeEntry } from '../record/encoding.ts';
import type { ExportedCheckpoint, ExportedEntry } from '../record/export.ts';
import { keyLine } from '../record/note.ts';
import { signedCheckpoint } from './checkpoints.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'states' | 'record' | 'recordKey' | 'cosignatures'>;

/**
 * A community's record as data, for programs that do not trust this one: each entry as it is stored, then the
 * checkpoints that were signed and countersigned, with the keys (`verifiers/verify-record.ts` checks them).
 *
 * @param words with what the entries say, which names members; without it, the heads that the chain is made of
 */
export async function* exportRecord(
  house: Needs,
  community: CommunityIri,
  { words }: { readonly words: boolean },
): AsyncIterable<ExportedEntry | ExportedCheckpoint> {
  for await (const entry of house.record.after(community, 0)) {
    const { salt, eventJson, texts, at, ...head } = encodeEntry(entry);
    const said = words ? { salt, eventJson, ...(texts && { texts }) } : {};
    yield { ...head, at: at.toISOString(), ...said };
  }
  const own = keyLine({ name: community, type: 'ed25519' }, house.recordKey.publicKey);
  const cosigned = (await house.cosignatures.of(community)).flatMap((one) => one.cosigned ?? []);
  for (const size of new Set([undefined, ...cosigned.map((one) => one.size)])) {
    const signed = await signedCheckpoint(house, community, size);
    if (signed === null) continue;
    const others = cosigned.filter((one) => one.size === signed.checkpoint.size).map(({ key }) => key);
    yield { checkpoint: signed.note, keys: [own, ...others] };
  }
}
