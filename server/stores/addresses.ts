import type { PersonIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import type { ConfirmedAddress, EmailAddresses } from '../ports/addresses.ts';
import type { ActorCollections } from './actors.ts';
import { stayed } from './credentials.ts';
import { moreEffects } from './pending.ts';
import { addressSealing, type Sealed } from './sealed-address.ts';
import { isDuplicate } from './writing.ts';

export function createEmailAddresses(
  { people }: ActorCollections,
  { sealer, wall }: { readonly sealer: Sealer; readonly wall: () => Date },
): EmailAddresses {
  const { keyOf, seal, open } = addressSealing(sealer);
  const fields = (person: PersonIri) =>
    people.findOne(stayed(person), { projection: { email: 1, emailWanted: 1, emailBefore: 1 } });
  const confirmed = (
    person: PersonIri,
    kept: (Sealed & { readonly since: Date }) | undefined,
  ): ConfirmedAddress | null => (kept === undefined ? null : { address: open(person, kept), since: kept.since });
  return {
    keyOf,
    of: async (person) => confirmed(person, (await fields(person))?.email),
    former: async (person) => confirmed(person, (await fields(person))?.emailBefore),
    async wanted(person) {
      const wanted = (await fields(person))?.emailWanted;
      return wanted === undefined ? null : { address: open(person, wanted), at: wanted.at };
    },
    async holder(address) {
      const found = await people.findOne(
        { 'email.key': keyOf(address), type: 'person', goneAt: { $exists: false } },
        { projection: { _id: 1 } },
      );
      return found?._id ?? null;
    },
    async want(person, address) {
      await people.updateOne(stayed(person), [
        { $set: { emailWanted: { $literal: { ...seal(person, address), at: wall() } } } },
        ...moreEffects(['confirm-letter'], wall()),
      ]);
    },
    async confirm(person, key, now) {
      const email = { sealed: '$emailWanted.sealed', key: '$emailWanted.key', since: { $literal: now } };
      try {
        const { matchedCount } = await people.updateOne({ ...stayed(person), 'emailWanted.key': key }, [
          { $set: { emailBefore: { $ifNull: ['$email', '$$REMOVE'] } } },
          { $set: { email } },
          { $unset: ['emailWanted'] },
          ...moreEffects(['address-changed'], wall()),
        ]);
        return matchedCount === 1 ? 'confirmed' : 'over';
      } catch (error) {
        if (isDuplicate(error)) return 'taken';
        throw error;
      }
    },
    async remove(person) {
      await people.updateOne(stayed(person), { $unset: { email: 1, emailWanted: 1 } });
    },
    async forgetFormer(person) {
      await people.updateOne({ _id: person }, { $unset: { emailBefore: 1 } });
    },
  };
}
