import { createHash } from 'node:crypto';
import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { CommunityIri, Digest, PersonIri, ProposalId } from '../community/ids.ts';
import { CHOICES } from '../governance/tally/tally.ts';
import type { Confirmations, DigestSettings, Opinions, Rounds } from '../ports/participation.ts';
import { checked, oneOf, text } from './fields.ts';
import { insertNew, upserting } from './writing.ts';

const ofVote = { community: text<CommunityIri>(), proposal: text<ProposalId>() };

export const opinionSchema = z.object({
  /** A hash of community, proposal and person: who it was is not kept. */
  _id: text(),
  ...ofVote,
  choice: oneOf('yes', 'no', 'abstain'),
});
type OpinionDocument = z.infer<typeof opinionSchema>;

export function createOpinions(db: Db): Opinions {
  const opinions: Collection<OpinionDocument> = db.collection('opinions');
  return {
    async keep({ community, proposal, person, choice }) {
      const _id = createHash('sha256').update(`opinion\n${community}\n${proposal}\n${person}`).digest('hex');
      const document = checked(opinionSchema, { _id, community, proposal, choice });
      return (await insertNew(opinions, document)) ? 'kept' : 'already';
    },
    async count(community, proposal) {
      const [yes, no, abstain] = await Promise.all(
        CHOICES.map((choice) => opinions.countDocuments({ community, proposal, choice })),
      );
      return { yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 };
    },
  };
}

export const confirmationSchema = z.object({
  /** `community proposal leaf` */
  _id: text(),
  ...ofVote,
  leaf: text<Digest>(),
});
type ConfirmationDocument = z.infer<typeof confirmationSchema>;

export function createConfirmations(db: Db): Confirmations {
  const confirmations: Collection<ConfirmationDocument> = db.collection('confirmations');
  return {
    async confirm(community, proposal, leaf) {
      const _id = `${community} ${proposal} ${leaf}`;
      await insertNew(confirmations, checked(confirmationSchema, { _id, community, proposal, leaf }));
    },
    async of(community, proposal) {
      const found = await confirmations.find({ community, proposal }).toArray();
      return new Set(found.map(({ leaf }) => leaf));
    },
  };
}

export const digestSettingSchema = z.object({
  /** The person who wants no weekly letter. */
  _id: text<PersonIri>(),
});
type DigestSettingDocument = z.infer<typeof digestSettingSchema>;

export function createDigestSettings(db: Db): DigestSettings {
  const off: Collection<DigestSettingDocument> = db.collection('digestsOff');
  return {
    isOff: async (person) => (await off.findOne({ _id: person })) !== null,
    async offAmong(people) {
      const found = await off.find({ _id: { $in: [...people] } }).toArray();
      return new Set(found.map(({ _id }) => _id));
    },
    async set(person, wanted) {
      if (wanted) await off.deleteOne({ _id: person });
      else await insertNew(off, checked(digestSettingSchema, { _id: person }));
    },
  };
}

export const roundSchema = z.object({
  /** `remind community proposal 1`, `digest 2026-11-30` … */
  _id: text(),
  at: z.date(),
});
type RoundDocument = z.infer<typeof roundSchema>;

export function createRounds(db: Db): Rounds {
  const rounds: Collection<RoundDocument> = db.collection('rounds');
  return {
    isDone: async (_id) => (await rounds.findOne({ _id })) !== null,
    async done(_id, at) {
      const $setOnInsert = checked(roundSchema, { _id, at });
      await upserting(() => rounds.updateOne({ _id }, { $setOnInsert }, { upsert: true }));
    },
    async last(beginning) {
      const named = { _id: { $gte: beginning, $lt: `${beginning}\uffff` } };
      const [found] = await rounds.find(named).sort({ _id: -1 }).limit(1).toArray();
      return found?._id ?? null;
    },
  };
}
