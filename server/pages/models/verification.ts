import type { KeptLine, VerificationModel } from '../../../views/pages/verification.ts';
import { checkpointOf } from '../../actions/checkpoints.ts';
import type { House } from '../../actions/house.ts';
import { rootAt } from '../../actions/record-tree.ts';
import type { Community } from '../../community/community.ts';
import type { CommunityIri, Digest } from '../../community/ids.ts';
import type { CommunityState } from '../../governance/state.ts';
import { rootFrom } from '../../record/checkpoint.ts';
import { keyLine } from '../../record/note.ts';

type Needs = Pick<House, 'states' | 'record' | 'recordKey' | 'cosignatures' | 'communities' | 'addresses'>;

/** A line that somebody kept from a letter, taken apart. */
export interface Kept {
  readonly line: string;
  readonly size?: number;
  readonly root?: Digest;
}

const LINE = /(?:^|\D)([1-9]\d{0,9})\D+?([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)/;

/** Finds entry and root in whatever somebody copied; `undefined` when nothing was sent. */
export function keptLine(line: string | undefined): Kept | undefined {
  if (line === undefined || line.trim() === '') return undefined;
  const [, size, root] = LINE.exec(line) ?? [];
  const found = root === undefined ? undefined : rootFrom(root);
  return { line: line.slice(0, 500), ...(found === undefined ? {} : { size: Number(size), root: found }) };
}

/** Everything the page shows about checking a record, beside its frame. */
export async function verificationModel({
  house,
  community,
  state,
  kept,
  handle,
  isMember,
}: {
  readonly house: Needs;
  readonly community: Community;
  readonly state: CommunityState;
  readonly kept: Kept | undefined;
  readonly handle: string;
  readonly isMember: boolean;
}): Promise<Omit<VerificationModel, 'shell' | 'community' | 'verifier'>> {
  const { size, root } = checkpointOf(state);
  const path = house.addresses.page.record(handle);
  return {
    size,
    root: Buffer.from(root, 'hex').toString('base64'),
    key: keyLine({ name: community.iri, type: 'ed25519' }, house.recordKey.publicKey),
    paths: {
      record: path,
      verify: `${path}/verify`,
      checkpoint: `${path}/checkpoint`,
      key: `${path}/key`,
      entries: `${path}/entries.jsonl`,
    },
    isMember,
    ...(await countersigned(house, state)),
    ...(kept === undefined ? {} : { kept: await judged(house, state, kept) }),
  };
}

/** Who else keeps an eye on a record: up to where they countersigned it, and who refused to. */
export async function countersigned(
  house: Pick<House, 'cosignatures' | 'communities'>,
  state: CommunityState,
): Promise<Pick<VerificationModel, 'cosigned' | 'refused'>> {
  const all = await house.cosignatures.of(state.community);
  const nameOf = async (iri: CommunityIri) => (await house.communities.byIri(iri))?.title ?? iri;
  const cosigned: { name: string; address: string; size: number; at: Date }[] = [];
  const refused: { name: string; address: string; size: number; at: Date }[] = [];
  for (const one of all) {
    const named = { name: await nameOf(one.witness), address: one.witness };
    if (one.cosigned !== undefined) cosigned.push({ ...named, size: one.cosigned.size, at: one.cosigned.at });
    if (one.refused !== undefined) refused.push({ ...named, size: one.refused.size, at: one.refused.at });
  }
  return { cosigned, refused };
}

async function judged(house: Pick<House, 'record'>, state: CommunityState, kept: Kept): Promise<KeptLine> {
  const { line, size, root } = kept;
  if (size === undefined || root === undefined) return { line, state: 'unreadable' };
  if (size > state.seq) return { line, state: 'missing', size };
  const same = (await rootAt(house, state.community, size)) === root;
  return { line, state: same ? 'same' : 'different', size };
}
