import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { CommunityIri, Digest, Organisation, PersonIri, ProposalId } from '../community/ids.ts';
import type { Ballot } from '../governance/ballot.ts';
import { turnOf } from '../governance/ballots.ts';
import type { Ballots } from '../ports/record.ts';
import { readsById } from './by-id.ts';
import { createCasting } from './casting.ts';
import { checked, count, type FieldsOf, pendingFields, text } from './fields.ts';
import { firstEffects } from './pending.ts';

const ballotFields = {
  community: text<CommunityIri>(),
  proposal: text<ProposalId>(),
  voter: text<PersonIri>(),
  organisation: text<Organisation>(),
  choice: text(),
  castAt: z.date(),
  via: z.literal(['web', 'federation']),
  turn: count.optional(),
  nonce: text(),
  leaf: text<Digest>(),
} satisfies FieldsOf<Ballot>;

export const ballotSchema = z.object({
  /** `community proposal voter` for her first, with ` 2` and so on for those by which she changed it: no turn is taken twice. */
  _id: text(),
  ...ballotFields,
  ...pendingFields,
});
export type BallotDocument = z.infer<typeof ballotSchema>;

export const ballotCollection = (db: Db): Collection<BallotDocument> => db.collection('ballots');

function toBallot(document: BallotDocument): Ballot {
  const { community, proposal, voter, organisation, choice, castAt, via, turn, nonce, leaf } = document;
  const cast = { community, proposal, voter, organisation, choice, castAt, via, nonce, leaf };
  return turn === undefined ? cast : { ...cast, turn };
}

export const toBallotWork = (document: BallotDocument) => ({ ballot: toBallot(document) });

export function createBallots(db: Db, wall: () => Date, how: { readonly inOneWrite?: boolean } = {}): Ballots {
  const ballots = ballotCollection(db);
  const add = createCasting(db, ballots, how);
  const byId = readsById(ballots);
  const idOf = (community: string, proposal: string, voter: string) => `${community} ${proposal} ${voter}`;
  return {
    async cast(ballot, decidedOn) {
      const turn = turnOf(ballot);
      const first = idOf(ballot.community, ballot.proposal, ballot.voter);
      const document = checked(ballotSchema, {
        _id: turn === 1 ? first : `${first} ${turn}`,
        ...ballot,
        ...firstEffects(['receipt'], wall()),
      });
      const { community } = ballot;
      return add({ document, decidedOn: decidedOn === undefined ? undefined : { community, seq: decidedOn } });
    },
    async of(community, proposal) {
      const found = await ballots.find({ community, proposal }).sort({ castAt: 1, _id: 1 }).toArray();
      return found.map(toBallot);
    },
    async by(community, proposal, voter) {
      const id = idOf(community, proposal, voter);
      const first = await byId(id);
      if (first === null) return null;
      // Later turns have ids that begin with this one and a space; the sign after the space is “!”.
      const later = await ballots.find({ _id: { $gt: `${id} `, $lt: `${id}!` } }).toArray();
      return [first, ...later].map(toBallot).reduce((last, one) => (turnOf(one) > turnOf(last) ? one : last));
    },
    // Everybody has one first ballot, whatever came after it. `null`: also those that have no turn.
    count: (community, proposal) => ballots.countDocuments({ community, proposal, turn: { $in: [null, 1] } } as object),
  };
}
