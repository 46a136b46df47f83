import type { CommunityIri, JuryId, PersonIri } from '../community/ids.ts';
import { giveRound } from '../governance/juries/beacon-round.ts';
import type { SignatureCheck } from '../governance/juries/beacon-signature.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake'>;

/** The check of signatures, loaded when the first one comes: most communities never see one. */
export const signatureCheck = async (): Promise<SignatureCheck> =>
  (await import('../governance/juries/beacon-signature.ts')).isSignatureOf;

/**
 * The signature of the round that a draw waits for is handed in, by any member or by this server that fetched it. When
 * several do at once, the first stands, and it is the same as the others'.
 */
export async function handInRound(
  house: Needs,
  {
    community,
    jury,
    by,
    said,
  }: {
    readonly community: CommunityIri;
    readonly jury: JuryId;
    readonly by?: PersonIri;
    /** The signature, or the whole answer of a relay. */
    readonly said: string;
  },
) {
  const isSignature = await signatureCheck();
  return decideAndRecord(house, community, (state, now) => giveRound({ state, jury, by, said, isSignature, now }));
}
