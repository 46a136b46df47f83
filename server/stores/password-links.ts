import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import type { PasswordLink, PasswordLinks } from '../ports/password-links.ts';
import { checked, type FieldsOf, text } from './fields.ts';
import { insertNew } from './writing.ts';

const linkFields = {
  person: text<PersonIri>(),
  createdAt: z.date(),
  expiresAt: z.date(),
  usedAt: z.date().exactOptional(),
} satisfies FieldsOf<Omit<PasswordLink, 'id'>>;

export const passwordLinkSchema = z.object({ _id: text(), ...linkFields });
type LinkDocument = z.infer<typeof passwordLinkSchema>;

const usable = (id: string, now: Date) => ({ _id: id, expiresAt: { $gt: now }, usedAt: { $exists: false } });

/** Forgets links that were over before a time. */
export async function purgePasswordLinks(db: Db, before: Date): Promise<number> {
  return (await db.collection('passwordLinks').deleteMany({ expiresAt: { $lt: before } })).deletedCount;
}

export function createPasswordLinks(db: Db): PasswordLinks {
  const links: Collection<LinkDocument> = db.collection('passwordLinks');
  return {
    async add({ id, ...link }) {
      await insertNew(links, checked(passwordLinkSchema, { _id: id, ...link }));
    },
    async get(id, now) {
      const found = await links.findOne(usable(id, now));
      if (found === null) return null;
      const { _id, ...link } = found;
      return { id: _id, ...link };
    },
    async use(id, now) {
      const found = await links.findOneAndUpdate(usable(id, now), { $set: { usedAt: now } });
      return found?.person ?? null;
    },
    async endOf(person) {
      await links.deleteMany({ person, usedAt: { $exists: false } });
    },
  };
}
