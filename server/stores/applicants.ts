import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import { actorNumber } from '../community/numbers.ts';
import type { Sealer } from '../database/sealing.ts';
import type { Applicant, Applicants } from '../ports/applicants.ts';
import { checked, pendingFields, text } from './fields.ts';
import { sealKeys } from './keys.ts';
import { firstEffects, moreEffects } from './pending.ts';
import { addressFields, addressSealing } from './sealed-address.ts';
import { insertNew, isDuplicate, literally } from './writing.ts';

/** Among the actors, so that one index keeps all names apart; of a type that no other store reads. */
export const applicantSchema = z.object({
  _id: text<PersonIri>(),
  type: z.literal('applicant'),
  username: text(),
  localName: text(),
  credential: z.object({ passwordHash: text() }),
  emailWanted: addressFields.emailWanted,
  unconfirmed: z.literal(true).exactOptional(),
  asks: z.literal(true).exactOptional(),
  /** What she says to the members, sealed. */
  sentence: text().exactOptional(),
  askedAt: z.date(),
  declinedAt: z.date().exactOptional(),
  letInBy: text<PersonIri>().exactOptional(),
  ...pendingFields,
});
export type ApplicantDocument = z.infer<typeof applicantSchema>;

export const applicantCollection = (db: Db): Collection<ApplicantDocument> => db.collection('actors');

/** Who can still be let in. */
const WAITS = { type: 'applicant', declinedAt: { $exists: false }, letInBy: { $exists: false } } as const;
const CONFIRMED = { unconfirmed: { $exists: false } } as const;
const sealedFor = (iri: PersonIri): string => `what ${iri} says who asks for an account`;

export const toApplicant =
  (sealer: Sealer) =>
  (document: ApplicantDocument): Applicant => {
    const { _id: iri, username, emailWanted, unconfirmed, asks, sentence, askedAt: at, declinedAt, letInBy } = document;
    return {
      iri,
      username,
      unconfirmed: unconfirmed === true,
      asks: asks === true,
      sentence: sentence === undefined ? '' : sealer.unseal(sentence, sealedFor(iri)),
      at,
      ...(emailWanted === undefined
        ? {}
        : { wanted: { address: addressSealing(sealer).open(iri, emailWanted), at: emailWanted.at } }),
      ...(declinedAt === undefined ? {} : { declinedAt }),
      ...(letInBy === undefined ? {} : { letInBy }),
    };
  };

export function createApplicants(
  applicants: Collection<ApplicantDocument>,
  { sealer, wall }: { readonly sealer: Sealer; readonly wall: () => Date },
): Applicants {
  const { seal } = addressSealing(sealer);
  const read = toApplicant(sealer);
  return {
    async add({ iri, username, unconfirmed, asks, sentence, at }, passwordHash, address) {
      const document = checked(applicantSchema, {
        _id: iri,
        type: 'applicant',
        username,
        localName: username.toLowerCase(),
        credential: { passwordHash },
        askedAt: at,
        ...(address === undefined ? {} : { emailWanted: { ...seal(iri, address), at: wall() } }),
        ...(unconfirmed ? { unconfirmed } : {}),
        ...(asks ? { asks } : {}),
        ...(sentence === '' ? {} : { sentence: sealer.seal(sentence, sealedFor(iri)) }),
        ...firstEffects(unconfirmed ? ['confirm-letter'] : [], wall()),
      });
      return (await insertNew(applicants, document)) ? 'added' : 'name-taken';
    },
    async byIri(iri) {
      const found = await applicants.findOne({ _id: iri, type: 'applicant' });
      return found === null ? null : read(found);
    },
    async byName(name) {
      const found = await applicants.findOne({ localName: name.toLowerCase(), type: 'applicant' });
      return found === null ? null : read(found);
    },
    async asking(limit) {
      const waiting = { ...WAITS, asks: true, ...CONFIRMED, askedAt: { $exists: true } } as const;
      return (await applicants.find(waiting).sort({ askedAt: 1, _id: 1 }).limit(limit).toArray()).map(read);
    },
    async readdress(iri, address) {
      await applicants.updateOne({ ...WAITS, _id: iri, unconfirmed: true }, [
        { $set: { emailWanted: { $literal: { ...seal(iri, address), at: wall() } } } },
        ...moreEffects(['confirm-letter'], wall()),
      ]);
    },
    async confirm(iri, key) {
      await applicants.updateOne(
        { ...WAITS, _id: iri, asks: true, 'emailWanted.key': key },
        { $unset: { unconfirmed: 1 } },
      );
    },
    async admit(iri, by) {
      const { matchedCount } = await applicants.updateOne({ ...WAITS, _id: iri, asks: true, ...CONFIRMED }, [
        { $set: { letInBy: { $literal: by } } },
        ...moreEffects(['let-in'], wall()),
      ]);
      return matchedCount === 1;
    },
    async open({ iri, ...person }, keys, confirmed) {
      const ready =
        confirmed === undefined
          ? { _id: iri, type: 'applicant' as const, letInBy: { $exists: true } }
          : { ...WAITS, _id: iri, asks: { $exists: false }, 'emailWanted.key': confirmed };
      const fields = { type: 'person', ...person, number: actorNumber(iri), keys: sealKeys(sealer, iri, keys) };
      const email = { sealed: '$emailWanted.sealed', key: '$emailWanted.key', since: { $literal: person.since } };
      const opening = (own: object) => [
        { $set: { ...literally(fields), ...own } },
        { $unset: ['emailWanted', 'unconfirmed', 'asks', 'sentence', 'askedAt', 'letInBy'] },
        ...moreEffects(confirmed === undefined ? ['let-in'] : [], wall()),
      ];
      const given = { $cond: [{ $ifNull: ['$emailWanted.key', false] }, email, '$$REMOVE'] };
      try {
        const { matchedCount } = await applicants.updateOne(ready, opening({ email: given }));
        return matchedCount === 1 ? 'opened' : 'not-ready';
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        if (confirmed !== undefined) return 'address-taken';
      }
      // While she waited somebody else confirmed the same address: she was let in, and has none.
      const { matchedCount } = await applicants.updateOne(ready, opening({}));
      return matchedCount === 1 ? 'opened' : 'not-ready';
    },
    async decline(iri, at) {
      const { matchedCount } = await applicants.updateOne({ ...WAITS, _id: iri, asks: true }, [
        { $set: { declinedAt: { $literal: at } } },
        { $unset: ['sentence'] },
        ...moreEffects(['declined-letter'], wall()),
      ]);
      return matchedCount === 1;
    },
    async forget(iri) {
      await applicants.deleteOne({ _id: iri, type: 'applicant' });
    },
    async over({ unconfirmed, any }) {
      const either = [
        { unconfirmed: true as const, askedAt: { $lt: unconfirmed } },
        { declinedAt: { $lt: unconfirmed } },
        { askedAt: { $lt: any } },
      ];
      const found = applicants.find(
        { type: 'applicant', letInBy: { $exists: false }, $or: either },
        { projection: { _id: 1 } },
      );
      return (await found.limit(1000).toArray()).map(({ _id }) => _id);
    },
  };
}
