import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { CommunityIri, Digest, Organisation, PersonIri, ProposalId } from '../community/ids.ts';
import type { Ballot } from '../governance/ballot.ts';
import type { Ballots } from '../ports/record.ts';
import { readsById } from './by-id.ts';
import { checked, type FieldsOf, oneOf, pendingFields, text } from './fields.ts';
import { firstEffects } from './pending.ts';
import { insertNew } from './writing.ts';

const ballotFields = {
  community: text<CommunityIri>(),
  proposal: text<ProposalId>(),
  voter: text<PersonIri>(),
  organisation: text<Organisation>(),
  choice: oneOf('yes', 'no', 'abstain'),
  castAt: z.date(),
  via: z.literal(['web', 'federation']),
  nonce: text(),
  leaf: text<Digest>(),
} satisfies FieldsOf<Ballot>;

export const ballotSchema = z.object({
  /** `community proposal voter`: nobody votes twice. */
  _id: text(),
  ...ballotFields,
  ...pendingFields,
});
export type BallotDocument = z.infer<typeof ballotSchema>;

export const ballotCollection = (db: Db): Collection<BallotDocument> => db.collection('ballots');

function toBallot(document: BallotDocument): Ballot {
  const { community, proposal, voter, organisation, choice, castAt, via, nonce, leaf } = document;
  return { community, proposal, voter, organisation, choice, castAt, via, nonce, leaf };
}

export const toBallotWork = (document: BallotDocument) => ({ ballot: toBallot(document) });

export function createBallots(ballots: Collection<BallotDocument>, wall: () => Date): Ballots {
  const byId = readsById(ballots);
  const idOf = (community: string, proposal: string, voter: string) => `${community} ${proposal} ${voter}`;
  return {
    async cast(ballot) {
      const document = checked(ballotSchema, {
        _id: idOf(ballot.community, ballot.proposal, ballot.voter),
        ...ballot,
        ...firstEffects(['receipt'], wall()),
      });
      return (await insertNew(ballots, document)) ? 'cast' : 'already';
    },
    async of(community, proposal) {
      const found = await ballots.find({ community, proposal }).sort({ castAt: 1, _id: 1 }).toArray();
      return found.map(toBallot);
    },
    async by(community, proposal, voter) {
      const found = await byId(idOf(community, proposal, voter));
      return found === null ? null : toBallot(found);
    },
    count: (community, proposal) => ballots.countDocuments({ community, proposal }),
  };
}
