import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { ActorIri, CommunityIri, Digest, PostIri } from '../community/ids.ts';
import type { Evidence, EvidenceStore } from '../ports/evidence.ts';
import { checked, type FieldsOf, text } from './fields.ts';
import { insertNew } from './writing.ts';

const evidenceFields = {
  community: text<CommunityIri>(),
  post: text<PostIri>().exactOptional(),
  author: text<ActorIri>(),
  title: text().exactOptional(),
  html: text(),
  at: z.date(),
} satisfies FieldsOf<Omit<Evidence, 'hash'>>;

export const evidenceSchema = z.object({ _id: text<Digest>(), ...evidenceFields });
type EvidenceDocument = z.infer<typeof evidenceSchema>;

export function createEvidence(db: Db): EvidenceStore {
  const evidence: Collection<EvidenceDocument> = db.collection('evidence');
  return {
    async keep({ hash, ...rest }) {
      await insertNew(evidence, checked(evidenceSchema, { _id: hash, ...rest }));
    },
    async byHash(hash) {
      const found = await evidence.findOne({ _id: hash });
      if (found === null) return null;
      const { _id, ...rest } = found;
      return { hash: _id, ...rest };
    },
  };
}
