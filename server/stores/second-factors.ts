import type { PersonIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import type { SecondFactors } from '../ports/second-factors.ts';
import type { ActorCollections } from './actors.ts';
import { stayed } from './credentials.ts';

const sealedFor = (person: PersonIri): string => `second factor of ${person}`;

/** Second factors, inside the person's own document; their secrets are sealed with a key that is not in the database. */
export function createSecondFactors(
  { people }: ActorCollections,
  { sealer, wall }: { readonly sealer: Sealer; readonly wall: () => Date },
): SecondFactors {
  const credential = async (person: PersonIri) =>
    (await people.findOne(stayed(person), { projection: { credential: 1 } }))?.credential;
  return {
    async of(person) {
      const second = (await credential(person))?.second;
      if (second === undefined) return null;
      const secret = sealer.unseal(second.sealed, sealedFor(person));
      return { secret, since: second.since, recoveryLeft: second.recovery.length };
    },
    async begin(person, secret) {
      const sealed = sealer.seal(secret, sealedFor(person));
      const unasked = { ...stayed(person), 'credential.second': { $exists: false } };
      await people.updateOne(unasked, { $set: { 'credential.secondWaiting': sealed } });
    },
    async waiting(person) {
      const sealed = (await credential(person))?.secondWaiting;
      return sealed === undefined ? null : sealer.unseal(sealed, sealedFor(person));
    },
    async confirm(person, recovery) {
      const second = { sealed: '$credential.secondWaiting', since: wall(), recovery: { $literal: recovery } };
      await people.updateOne({ ...stayed(person), 'credential.secondWaiting': { $exists: true } }, [
        { $set: { 'credential.second': second } },
        { $unset: ['credential.secondWaiting'] },
      ]);
    },
    async replaceRecovery(person, recovery) {
      const asked = { ...stayed(person), 'credential.second': { $exists: true } };
      await people.updateOne(asked, { $set: { 'credential.second.recovery': recovery } });
    },
    async useRecovery(person, hash) {
      const { modifiedCount } = await people.updateOne(
        { ...stayed(person), 'credential.second.recovery': hash },
        { $pull: { 'credential.second.recovery': hash } },
      );
      return modifiedCount === 1;
    },
    async end(person) {
      await people.updateOne(stayed(person), { $unset: { 'credential.second': 1, 'credential.secondWaiting': 1 } });
    },
  };
}
