import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import type { Invitation, Invitations } from '../ports/invitations.ts';
import { checked, type FieldsOf, text } from './fields.ts';
import { insertNew } from './writing.ts';

const invitationFields = {
  purpose: z.literal(['join', 'found']),
  by: text<PersonIri>().exactOptional(),
  createdAt: z.date(),
  expiresAt: z.date(),
  usedAt: z.date().exactOptional(),
  usedBy: text().exactOptional(),
} satisfies FieldsOf<Omit<Invitation, 'id'>>;

export const invitationSchema = z.object({
  _id: text(),
  ...invitationFields,
});
type InvitationDocument = z.infer<typeof invitationSchema>;

const toInvitation = ({ _id: id, ...invitation }: InvitationDocument): Invitation => ({ id, ...invitation });

export function createInvitations(db: Db): Invitations {
  const invitations: Collection<InvitationDocument> = db.collection('invitations');
  return {
    async add({ id, ...invitation }) {
      await insertNew(invitations, checked(invitationSchema, { _id: id, ...invitation }));
    },
    async get(id) {
      const found = await invitations.findOne({ _id: id });
      return found === null ? null : toInvitation(found);
    },
    async use(id, name, now) {
      const { matchedCount } = await invitations.updateOne(
        { _id: id, expiresAt: { $gt: now }, $or: [{ usedBy: { $exists: false } }, { usedBy: name }] },
        [{ $set: { usedBy: { $literal: name }, usedAt: { $ifNull: ['$usedAt', now] } } }],
      );
      return matchedCount === 1 ? 'used' : 'not-valid';
    },
  };
}
