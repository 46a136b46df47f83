import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActorIri } from '../community/ids.ts';
import type { RemoteKey, RemoteKeys } from '../ports/federation.ts';
import { checked, type FieldsOf, text } from './fields.ts';
import { upserting } from './writing.ts';

const remoteKeyFields = {
  owner: text<ActorIri>(),
  publicKeyPem: text(),
  fetchedAt: z.date(),
} satisfies FieldsOf<Omit<RemoteKey, 'keyId'>>;

export const remoteKeySchema = z.object({
  _id: text(),
  ...remoteKeyFields,
});
type RemoteKeyDocument = z.infer<typeof remoteKeySchema>;

export function createRemoteKeys(db: Db): RemoteKeys {
  const keys: Collection<RemoteKeyDocument> = db.collection('remoteKeys');
  return {
    async byKeyId(keyId) {
      const found = await keys.findOne({ _id: keyId });
      if (found === null) return null;
      const { _id, ...key } = found;
      return { keyId, ...key };
    },
    async keep({ keyId, ...key }) {
      const { _id, ...fields } = checked(remoteKeySchema, { _id: keyId, ...key });
      await upserting(() => keys.replaceOne({ _id }, fields, { upsert: true }));
    },
  };
}
