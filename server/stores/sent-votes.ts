import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri, PostIri } from '../community/ids.ts';
import type { SentVote, SentVotes } from '../ports/federation.ts';
import { checked, type FieldsOf, pendingFields, text } from './fields.ts';
import { firstEffects } from './pending.ts';
import { insertNew } from './writing.ts';

const sentVoteFields = {
  question: text<PostIri>(),
  voter: text<PersonIri>(),
  choice: text(),
  at: z.date(),
} satisfies FieldsOf<SentVote>;

export const sentVoteSchema = z.object({
  /** `question voter`: sent once. */
  _id: text(),
  ...sentVoteFields,
  ...pendingFields,
});
export type SentVoteDocument = z.infer<typeof sentVoteSchema>;

export const sentVoteCollection = (db: Db): Collection<SentVoteDocument> => db.collection('sentVotes');

const toSentVote = ({ question, voter, choice, at }: SentVoteDocument): SentVote => ({ question, voter, choice, at });

export const toSentVoteWork = (document: SentVoteDocument) => ({ vote: toSentVote(document) });

export function createSentVotes(votes: Collection<SentVoteDocument>, wall: () => Date): SentVotes {
  const idOf = (question: PostIri, voter: PersonIri) => `${question} ${voter}`;
  return {
    async add(vote) {
      const document = checked(sentVoteSchema, {
        _id: idOf(vote.question, vote.voter),
        ...vote,
        ...firstEffects(['send'], wall()),
      });
      return (await insertNew(votes, document)) ? 'added' : 'already';
    },
    async get(question, voter) {
      const found = await votes.findOne({ _id: idOf(question, voter) });
      return found === null ? null : toSentVote(found);
    },
  };
}
