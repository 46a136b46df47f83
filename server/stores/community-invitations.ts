import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { CommunityIri, PersonIri } from '../community/ids.ts';
import type { CommunityInvitation, CommunityInvitations } from '../ports/invitations.ts';
import { checked, count, type FieldsOf, text } from './fields.ts';
import { insertNew } from './writing.ts';

const fields = {
  community: text<CommunityIri>(),
  by: text<PersonIri>(),
  for: text<PersonIri>().exactOptional(),
  createdAt: z.date(),
  expiresAt: z.date(),
  left: count,
  accountsLeft: count,
  revokedAt: z.date().exactOptional(),
} satisfies FieldsOf<Omit<CommunityInvitation, 'id'>>;

export const communityInvitationSchema = z.object({ _id: text(), ...fields });
type InvitationDocument = z.infer<typeof communityInvitationSchema>;

const toInvitation = ({ _id: id, ...invitation }: InvitationDocument): CommunityInvitation => ({ id, ...invitation });

/** So many of one member are shown. */
const MOST_SHOWN = 200;

const collectionOf = (db: Db): Collection<InvitationDocument> => db.collection('communityInvitations');

export function createCommunityInvitations(db: Db): CommunityInvitations {
  const invitations = collectionOf(db);
  const open = (now: Date) => ({ expiresAt: { $gt: now }, left: { $gt: 0 }, revokedAt: { $exists: false } });
  return {
    async add({ id, ...invitation }) {
      await insertNew(invitations, checked(communityInvitationSchema, { _id: id, ...invitation }));
    },
    async get(id) {
      const found = await invitations.findOne({ _id: id });
      return found === null ? null : toInvitation(found);
    },
    async openBy(by, community, now) {
      const mine = { by, community, ...open(now) };
      return (await invitations.find(mine).sort({ createdAt: -1 }).limit(MOST_SHOWN).toArray()).map(toInvitation);
    },
    async openFor(person, community, now) {
      const found = await invitations.findOne({ for: person, community, ...open(now) });
      return found === null ? null : toInvitation(found);
    },
    async take(id, what, now) {
      const usable = { ...open(now), _id: id, [what]: { $gt: 0 } };
      return (await invitations.updateOne(usable, { $inc: { [what]: -1 } })).matchedCount === 1;
    },
    async giveBack(id) {
      await invitations.updateOne({ _id: id }, { $inc: { left: 1 } });
    },
    async revoke(id, by, at) {
      const hers = { _id: id, by, revokedAt: { $exists: false } };
      return (await invitations.updateOne(hers, { $set: { revokedAt: at } })).matchedCount === 1;
    },
  };
}

/** Forgets those that nobody can use any more. */
export async function purgeCommunityInvitations(db: Db, before: Date): Promise<number> {
  return (await collectionOf(db).deleteMany({ expiresAt: { $lt: before } })).deletedCount;
}
